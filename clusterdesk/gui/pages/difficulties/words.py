"""Difficulties in words and colours: how heavy they are, how far, what they wait for, and since when."""

from collections.abc import Mapping, Sequence
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.difficulties.counting import Count
from clusterdesk.domain.records.difficulties import DifficultyState, DifficultyTheme, Severity
from clusterdesk.domain.views.difficulties import DifficultyRow, Waits
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

SEVERITY_TONES: Mapping[Severity, Tone] = {
    Severity.ANNOYING: Tone.NEUTRAL,
    Severity.COSTLY: Tone.INFO,
    Severity.BLOCKING: Tone.WARN,
    Severity.FATAL: Tone.BAD,
}
STATE_TONES: Mapping[DifficultyState, Tone] = {
    DifficultyState.DRAFT: Tone.NEUTRAL,
    DifficultyState.APPROVED: Tone.INFO,
    DifficultyState.SENT: Tone.INFO,
    DifficultyState.ANSWERED: Tone.WARN,
    DifficultyState.FED_BACK: Tone.OK,
    DifficultyState.CLOSED: Tone.OK,
}
WAITS_LABELS: Mapping[Waits, str] = {
    Waits.APPROVAL: N_("To be approved"),
    Waits.CHANGES: N_("To be changed"),
    Waits.SENDING: N_("To be sent"),
    Waits.ANSWER: N_("Answer awaited"),
    Waits.TELLING: N_("To be told"),
    Waits.CLOSING: N_("To be closed"),
    Waits.NOTHING: N_("Closed ones"),
}


def theme_name(kit: Kit, row: DifficultyRow) -> str:
    """Return the name of a theme; what has none says so."""
    return row.theme.name_in(kit.t.language) if row.theme is not None else kit.t("Without a theme")


def state_words(kit: Kit, row: DifficultyRow) -> tuple[str, Tone]:
    """Return how far a difficulty is: its state, or that it was sent back for changes."""
    if row.waits is Waits.CHANGES:
        return kit.t("To be changed"), Tone.WARN
    if row.record.state is DifficultyState.FED_BACK:
        return kit.t("Told"), STATE_TONES[row.record.state]
    return kit.t(choice_label(row.record.state)), STATE_TONES[row.record.state]


def state_mark(kit: Kit, state: str) -> tuple[str, Tone]:
    """Return the words and colour of a state that was read as a text."""
    known = DifficultyState(state)
    return kit.t(choice_label(known)), STATE_TONES[known]


def age_words(kit: Kit, row: DifficultyRow, today: date) -> str:
    """Return how long it has been in its state, in days."""
    days = max((today - row.since).days, 0)
    return kit.t("today") if days == 0 else kit.t.n("{n} d", "{n} d", n=days)


def count_words(kit: Kit, total: Count) -> str:
    """Return how many there are, how many were sent and answered, and how long answers take."""
    t = kit.t
    said = [
        t.n("{n} difficulty", "{n} difficulties", n=total.number),
        t.n("{n} organisation", "{n} organisations", n=total.organisations),
        t.n("{n} sent", "{n} sent", n=total.sent),
        t.n("{n} answer", "{n} answers", n=total.answered),
    ]
    if total.median_days is not None:
        said.append(t("median delay {days} d", days=kit.formats.number(round(total.median_days))))
    return " · ".join(said)


def theme_options(kit: Kit, themes: Sequence[DifficultyTheme], kept: object = None) -> list[Option]:
    """Return the themes in use, and the one chosen before."""
    found = [Option(one.id, one.name_in(kit.t.language)) for one in themes if one.active or one.id == kept]
    return [Option(None, "–"), *found]


def stands_words(kit: Kit, row: DifficultyRow, today: date) -> str:
    """Return where a difficulty stands, in a sentence: since when, by whom, and what it waits for."""
    t, record, day = kit.t, row.record, kit.formats.date
    back = row.sent_back
    if back is not None:
        return t("Sent back for changes by {name} on {day}.", name=back.by, day=day(back.on))
    since = day(row.since)
    if record.state is DifficultyState.APPROVED:
        return t("Approved by {name} on {day}. It waits to be sent.", name=record.approved_by, day=since)
    if record.state is DifficultyState.SENT:
        to = row.recipient.name_in(t.language) if row.recipient is not None else "–"
        days = max((today - row.since).days, 0)
        return t.n(
            "Sent to {to} on {day}. The answer is awaited for {n} day.",
            "Sent to {to} on {day}. The answer is awaited for {n} days.",
            n=days,
            to=to,
            day=since,
        )
    if record.state is DifficultyState.ANSWERED:
        return _answered_words(kit, row)
    if record.state is DifficultyState.FED_BACK:
        return t("The organisations were told on {day}. It waits for its result.", day=since)
    if record.state is DifficultyState.CLOSED:
        return t("Closed on {day}.", day=since)
    return t("A draft since {day}. It waits for the director’s approval.", day=since)


def _answered_words(kit: Kit, row: DifficultyRow) -> str:
    t, untold = kit.t, len(row.untold)
    since = kit.formats.date(row.since)
    if not untold:
        return t("Answered on {day}.", day=since)
    return t.n(
        "Answered on {day}. {n} organisation waits to be told.",
        "Answered on {day}. {n} organisations wait to be told.",
        n=untold,
        day=since,
    )
