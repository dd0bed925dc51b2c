"""The minutes of an event, as PDF and as a Word file: who came, what was told, decided and thought of it."""

from collections.abc import Iterator

from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import Outline, TextBlock, fact, heading, item, marked, soft, told
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.signin_sheet import when_words
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.event_minutes import EventMinutes
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_MOST = 5


def event_minutes_pdf(view: EventMinutes, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF in the translator's language; it shows what the footer's edition admits."""
    return outline_pdf(event_outline(view, t, formats), view.footer, t, formats, house)


def draw_event_minutes(pen: Pen, view: EventMinutes, t: Translator, formats: Formats, house: House) -> int:
    """Draw the minutes from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, event_outline(view, t, formats), view.footer, t, formats, house)


def event_minutes_docx(view: EventMinutes, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx in the translator's language; it shows what the footer's edition admits."""
    return outline_docx(event_outline(view, t, formats), view.footer, t, formats, house)


def event_outline(view: EventMinutes, t: Translator, formats: Formats) -> Outline:
    """Word the minutes in the translator's language, with only what the footer's edition admits."""
    view = for_edition(view, view.footer.edition)
    mark = t("Internal edition") if view.footer.edition is Edition.INTERNAL else ""
    blocks = (*_facts(view, t, formats), *_told(view, t), *_came(view, t), *_answers(view, t, formats))
    return Outline(view.title, t("Event report"), mark, blocks)


def _facts(view: EventMinutes, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    yield fact(t.c("report", "When"), _when(view, t, formats))
    for label, words in (
        (t("Kind of event"), view.kind),
        (t("Theme"), view.theme),
        (t("Host"), view.host),
        (t.c("report", "Where"), view.place),
    ):
        if words:
            yield fact(label, words)
    counted = _counts(view, t)
    if counted:
        yield fact(t("Attendance"), counted)


def _when(view: EventMinutes, t: Translator, formats: Formats) -> str:
    if view.to_on is None or view.to_on == view.on:
        return when_words(view.on, view.starts_at, view.ends_at, t, formats)
    first, last = formats.long_date(view.on), formats.long_date(view.to_on)
    return t("{first} – {last}", first=first, last=last)


def _counts(view: EventMinutes, t: Translator) -> str:
    counts = view.counts
    came = t.n("{n} present", "{n} present", n=counts.present) if counts.present else ""
    if counts.organisations:
        of = t.n("of {n} organisation", "of {n} organisations", n=counts.organisations)
        came = t("{present}, {organisations}", present=came, organisations=of)
    parts = (
        t.n("{n} invited", "{n} invited", n=counts.invited) if counts.invited else "",
        t.n("{n} registered", "{n} registered", n=counts.registered) if counts.registered else "",
        came,
        t.n("{n} excused", "{n} excused", n=counts.excused) if counts.excused else "",
        t.n("{n} absent", "{n} absent", n=counts.absent) if counts.absent else "",
    )
    return " · ".join(one for one in parts if one)


def _told(view: EventMinutes, t: Translator) -> Iterator[TextBlock]:
    if view.about is not None:
        yield heading(t("What it was about"))
        yield from told(view.about.text)
    if view.text is not None:
        yield heading(t("What was said"))
        yield from told(view.text.text)
    if view.decisions:
        yield heading(t("Decisions"))
        yield from (item(marked(one.text, one.visibility, t), f"{n}.") for n, one in enumerate(view.decisions, start=1))
    if view.about is None and view.text is None and not view.decisions:
        yield soft(t("Nothing is written down yet."))


def _came(view: EventMinutes, t: Translator) -> Iterator[TextBlock | OutlineTable]:
    if view.people:
        yield heading(t("Who came"))
        columns = (OutlineColumn(t("Name"), 0.45), OutlineColumn(t("Organisation"), 0.55))
        yield OutlineTable(columns, tuple((one.name, one.side) for one in view.people))
    elif view.organisations:
        yield heading(t("Who came"))
        yield from told(", ".join(view.organisations))


def _answers(view: EventMinutes, t: Translator, formats: Formats) -> Iterator[TextBlock | OutlineTable]:
    given = [one for one in view.answers if one.average.value is not None]
    if not given:
        return
    yield heading(t("Satisfaction"))
    columns = (
        OutlineColumn(t("Question"), 0.6),
        OutlineColumn(t("Average"), 0.2, right=True),
        OutlineColumn(t("Answers"), 0.2, right=True),
    )
    most = formats.number(_MOST)
    rows = tuple(
        (
            t(one.question),
            t("{value} of {most}", value=formats.decimal(one.average.value, 1), most=most),
            formats.number(one.average.answers),
        )
        for one in given
        if one.average.value is not None
    )
    yield OutlineTable(columns, rows)
