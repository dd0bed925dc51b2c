"""The weekly note for the director: one page on what was done, what was reached, what is late, what comes."""

from collections.abc import Sequence

from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.page_head import HEAD_BOTTOM, draw_page_head
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.sheet_page import kind_name
from clusterdesk.briefs.style import BODY, BOTTOM, CONTENT_WIDTH, HAIR, HEADING, LEADING, LEFT, MM, SMALL, SOFT
from clusterdesk.briefs.text import Span, paragraph
from clusterdesk.briefs.week_note_rows import decision_row, moved_row, waiting_row
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.edition import for_edition
from clusterdesk.domain.views.week_note import NotePromise, NoteResult, NoteSession, WeekNote
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_DAY_WIDTH = 24 * MM
_TILE = 20 * MM
_SECTION = 26.0  # a heading with the white above it
_LINES = 2

type _Row = tuple[str, Sequence[Span]]


def week_note_pdf(view: WeekNote, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a week's note in the translator's language; it shows what the footer's edition admits."""
    title = t("Week of {day}", day=formats.long_date(view.monday))
    pen = Pen(About(title, view.footer.author, t("Weekly note"), f"{t.language}-BE"))
    draw_week_note(pen, view, t, formats, house)
    return pen.finish()


def draw_week_note(pen: Pen, view: WeekNote, t: Translator, formats: Formats, house: House) -> int:
    """Draw the note on the pen's open page: always one page, rows without room are counted. The page stays open."""
    view = for_edition(view, view.footer.edition)
    title = t("Week of {day}", day=formats.long_date(view.monday))
    pen.bookmark(title)
    draw_page_head(pen, house, t, kind=t("Weekly note"), title=title, aside="", edition=view.footer.edition)
    _draw_counts(pen, view, t, formats)
    sections: list[tuple[str, str, list[_Row]]] = [
        (t("What took place"), t("Nothing was held this week."), [_session(one, t, formats) for one in view.held]),
        (t("Results recorded"), t("No result was recorded."), [_result(one, t, formats) for one in view.results]),
        (t("Indicators that moved"), t("No indicator moved."), [moved_row(one, t, formats) for one in view.moved]),
        (t("Decisions"), t("No group decided anything."), [decision_row(one, t, formats) for one in view.decisions]),
        (t("Waiting for an answer"), t("Nothing waits."), [waiting_row(one, t, formats) for one in view.waiting]),
        (t("Late on both sides"), t("Nothing is late."), [_late(one, t, formats) for one in view.late]),
        (t("Next week"), t("Nothing is planned yet."), [_session(one, t, formats) for one in view.ahead]),
    ]
    _draw_sections(pen, sections, t)
    draw_footer(pen, view.footer, t, formats, page=1, pages=1)
    return 1


def _draw_counts(pen: Pen, view: WeekNote, t: Translator, formats: Formats) -> None:
    counts = view.counts
    tiles = (
        (counts.held, t("sessions held")),
        (counts.coaching, t("coaching actions")),
        (counts.advice, t("one-off advice")),
        (counts.kept, t("promises kept")),
        (counts.late, t("promises late")),
    )
    width = CONTENT_WIDTH / len(tiles)
    for number, (value, words) in enumerate(tiles):
        x = LEFT + number * width
        pen.text(x, HEAD_BOTTOM - 22, formats.number(value), size=20, face=Face.BOLD)
        told = paragraph(words, width - 8, size=SMALL, max_lines=2)
        pen.lines(x, HEAD_BOTTOM - 34, told, leading=10.0, ink=SOFT)
    pen.rule(LEFT, HEAD_BOTTOM - _TILE + 4, LEFT + CONTENT_WIDTH, HEAD_BOTTOM - _TILE + 4, ink=HAIR)


def _draw_sections(pen: Pen, sections: Sequence[tuple[str, str, list[_Row]]], t: Translator) -> None:
    """Draw the sections one below the other; each may use what those after it leave."""
    y = HEAD_BOTTOM - _TILE
    bottom = BOTTOM + _FOOTER
    for number, (heading, nothing, rows) in enumerate(sections):
        after = sum(_SECTION + LEADING * min(max(len(later), 1), 4) for _, _, later in sections[number + 1 :])
        y = _draw_section(pen, heading, nothing, rows, y, bottom + after, t)


def _draw_section(
    pen: Pen, heading: str, nothing: str, rows: Sequence[_Row], y: float, bottom: float, t: Translator
) -> float:
    y -= _SECTION - LEADING
    pen.text(LEFT, y, heading, size=HEADING, face=Face.BOLD)
    above, y = y, y - LEADING - 1
    if not rows:
        pen.text(LEFT, y, nothing, size=BODY, ink=SOFT)
        return y - 9
    for shown, (day, spans) in enumerate(rows):
        text = paragraph(spans, CONTENT_WIDTH - _DAY_WIDTH, size=BODY, max_lines=_LINES)
        if y - (len(text.lines) - 1) * LEADING < bottom:
            rest = t.n("+ {n} more", "+ {n} more", n=len(rows) - shown)
            pen.text_right(LEFT + CONTENT_WIDTH, above, rest, size=SMALL, face=Face.BOLD)
            break
        pen.text(LEFT, y, day, size=BODY, ink=SOFT)
        y = pen.lines(LEFT + _DAY_WIDTH, y, text, leading=LEADING)
    return y + LEADING - 9


def _session(one: NoteSession, t: Translator, formats: Formats) -> _Row:
    day = formats.weekday_date(one.on)
    if one.starts_at:
        day = t("{day} {hour}", day=formats.weekday(one.on, short=True), hour=formats.time(one.starts_at))
    spans = [Span(one.organisation, Face.BOLD)]
    facts = [one.city] if one.city else []
    if one.kind is not SessionKind.VISIT:
        facts.insert(0, kind_name(one.kind, t))
    spans += [Span(f"· {fact}") for fact in facts]
    if one.next_step:
        spans.append(Span(t("· next: {step}", step=one.next_step.text)))
    return day, spans


def _result(one: NoteResult, t: Translator, formats: Formats) -> _Row:
    return formats.date(one.on), [Span(one.organisation, Face.BOLD), Span(f"· {t(choice_label(one.kind))}")]


def _late(one: NotePromise, t: Translator, formats: Formats) -> _Row:
    promise = one.promise
    late = t.n("{n} d late", "{n} d late", n=promise.days_late)
    owner = t("we owe") if promise.owner is OwnerKind.US else promise.owner_name or t("they owe")
    return late, [Span(one.organisation, Face.BOLD), Span(f"· {owner} · {promise.text}")]
