"""The rows of the weekly note about the strategy: what stands at their left, and their words."""

from collections.abc import Mapping, Sequence

from clusterdesk.base.marks import N_
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.text import Span
from clusterdesk.domain.views.week_note import MovedIndicator, NoteDecision, NoteWaiting, WaitsFor
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

type Row = tuple[str, Sequence[Span]]
_NAMES: Mapping[WaitsFor, str] = {
    WaitsFor.REFERRALS: N_("Orientations handed over, not decided"),
    WaitsFor.ANSWERS: N_("Difficulties sent up, not answered"),
    WaitsFor.APPROVALS: N_("Difficulties to be approved"),
}


def moved_row(one: MovedIndicator, t: Translator, formats: Formats) -> Row:
    """Return by how much an indicator moved, and where it stands."""
    number, target = formats.number, one.indicator.target
    name = Span(one.indicator.name_in(t.language), Face.BOLD)
    now = number(one.after)
    told = now if target is None else t("{total} of {target}", total=now, target=number(target))
    sign = "+" if one.change > 0 else "−"
    return f"{sign}{number(abs(one.change))}", [name, Span(f"· {told}")]


def decision_row(one: NoteDecision, t: Translator, formats: Formats) -> Row:
    """Return what a group decided."""
    return formats.weekday_date(one.on), [Span(one.group, Face.BOLD), Span(f"· {' '.join(one.text.split())}")]


def waiting_row(one: NoteWaiting, t: Translator, formats: Formats) -> Row:
    """Return how many wait, and how long the first of them."""
    since = t.n("the oldest for {n} day", "the oldest for {n} days", n=one.days)
    return formats.number(one.number), [Span(t(_NAMES[one.what]), Face.BOLD), Span(f"· {since}")]
