"""The minutes of a meeting, as PDF and as a Word file: who came, what was said, decided and promised."""

from collections.abc import Iterator

from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import Outline, TextBlock, fact, heading, item, marked, soft, told
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.report_outline import attendee_words
from clusterdesk.briefs.signin_sheet import when_words
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.minutes import Minutes, NextMeeting
from clusterdesk.domain.views.visit_report import ReportAction
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def minutes_pdf(view: Minutes, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF in the translator's language; it shows what the footer's edition admits."""
    return outline_pdf(minutes_outline(view, t, formats), view.footer, t, formats, house)


def draw_minutes(pen: Pen, view: Minutes, t: Translator, formats: Formats, house: House) -> int:
    """Draw minutes from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, minutes_outline(view, t, formats), view.footer, t, formats, house)


def minutes_docx(view: Minutes, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx in the translator's language; it shows what the footer's edition admits."""
    return outline_docx(minutes_outline(view, t, formats), view.footer, t, formats, house)


def minutes_outline(view: Minutes, t: Translator, formats: Formats) -> Outline:
    """Word the minutes in the translator's language, with only what the footer's edition admits."""
    view = for_edition(view, view.footer.edition)
    kind = t("Minutes") if view.held else t("Agenda")
    mark = t("Internal edition") if view.footer.edition is Edition.INTERNAL else ""
    return Outline(view.group, kind, mark, (*_facts(view, t, formats), *_parts(view, t, formats)))


def _facts(view: Minutes, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    if view.title:
        yield fact(t("Title"), view.title)
    yield fact(t.c("report", "When"), when_words(view.on, view.starts_at, view.ends_at, t, formats))
    if view.place:
        yield fact(t.c("report", "Where"), view.place)
    for label, people in (
        (t.c("people", "Present"), view.present),
        (t.c("people", "Excused"), view.excused),
        (t.c("people", "Absent"), view.absent),
    ):
        if people:
            yield fact(label, "; ".join(attendee_words(one, t) for one in people))


def _parts(view: Minutes, t: Translator, formats: Formats) -> Iterator[TextBlock | OutlineTable]:
    if view.agenda is not None and view.agenda.text.strip():
        yield heading(t("Agenda"))
        points = [line.strip() for line in view.agenda.text.splitlines() if line.strip()]
        yield from (item(point, f"{number}.") for number, point in enumerate(points, start=1))
    elif not view.held:
        yield soft(t("The agenda is not written yet."))
    if view.text is not None and view.text.text.strip():
        yield heading(t("What was said"))
        yield from told(view.text.text)
    if view.decisions:
        yield heading(t("Decisions"))
        yield from (item(marked(one.text, one.visibility, t), f"{n}.") for n, one in enumerate(view.decisions, start=1))
    if view.actions:
        yield heading(t("Who does what"))
        yield _table(view.actions, t, formats)
    if view.owed:
        yield heading(t("Still to be done from earlier meetings"))
        yield _table(view.owed, t, formats)
    if view.held and not (view.text or view.decisions or view.actions):
        yield soft(t("Nothing was noted."))
    if view.next is not None:
        yield heading(t("Next meeting"))
        yield from told(_next(view.next, t, formats))


def _table(actions: tuple[ReportAction, ...], t: Translator, formats: Formats) -> OutlineTable:
    columns = (OutlineColumn(t("What"), 0.56), OutlineColumn(t("Who"), 0.28), OutlineColumn(t("By when"), 0.16))
    rows = tuple(
        (marked(one.text, one.visibility, t), one.owner, formats.date(one.due) if one.due is not None else "")
        for one in actions
    )
    return OutlineTable(columns, rows)


def _next(meeting: NextMeeting, t: Translator, formats: Formats) -> str:
    when = when_words(meeting.on, meeting.starts_at, None, t, formats)
    return t("{moment} – {place}", moment=when, place=meeting.place) if meeting.place else when
