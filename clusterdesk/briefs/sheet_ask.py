"""Blocks 7 and 8 of the visit sheet: documents that would prove something, and what to ask."""

from collections.abc import Sequence

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.sheet_page import BOX_TO_TEXT, FIRST_BASELINE, HEADING_TO_TEXT, Leftover, SheetPage
from clusterdesk.briefs.sheet_promises import draw_tick_box
from clusterdesk.briefs.style import BODY, HEADING, LEADING, MM, RULE, SMALL
from clusterdesk.briefs.text import Paragraph, line_width, paragraph
from clusterdesk.domain.views.visit_sheet import MissingEvidence

MOST_DOCUMENTS = 3
MOST_QUESTIONS = 5
RULED = 7 * MM
_TITLE_WIDTH = 36 * MM
_INDICATOR_WIDTH = 60 * MM
_ARROW_WIDTH = 18.0
_COLUMN_GAP = 6 * MM
_QUESTION_GAP = 4.0
# With more questions than this, a block of 44 mm needs two columns to leave 7 mm to write under each.
_ONE_COLUMN = 3


def draw_missing_evidence(sheet: SheetPage, area: Area) -> None:
    """Block 7: at most three documents, each with the indicator it unlocks."""
    t, pen = sheet.t, sheet.pen
    sheet.divide(area)
    y = area.top - FIRST_BASELINE
    title = t("Still to prove")
    pen.text(area.x, y, title, size=HEADING, face=Face.BOLD)
    x, missing = area.x + _TITLE_WIDTH, sheet.view.missing_evidence
    if not missing:
        sheet.quiet(x, y, t("No document to ask for."))
    more = missing[MOST_DOCUMENTS:]
    if more:
        pen.text(area.x, y - LEADING, t("+ {n}, see end", n=len(more)), size=SMALL, face=Face.BOLD)
    for item in missing[:MOST_DOCUMENTS]:
        draw_tick_box(sheet, x, y)
        if _draw_document(sheet, x + BOX_TO_TEXT, y, area.right, item):
            sheet.leftovers.append(Leftover(title, _plain(item)))
        y -= LEADING
    sheet.leftovers.extend(Leftover(title, _plain(item)) for item in more)


def _draw_document(sheet: SheetPage, x: float, y: float, right: float, item: MissingEvidence) -> bool:
    """Write a document and, after an arrow, its indicator, on one line; tell whether something was cut."""
    indicator = paragraph(item.indicator, _INDICATOR_WIDTH, size=BODY, face=Face.BOLD, max_lines=1)
    taken = _ARROW_WIDTH + _length(indicator) if indicator.lines else 0.0
    document = paragraph(item.document, right - x - taken, size=BODY, max_lines=1)
    sheet.lines(x, y, document)
    if indicator.lines:
        end = x + _length(document)
        sheet.pen.text(end + 4, y, "→", size=BODY)
        sheet.lines(end + _ARROW_WIDTH, y, indicator)
    return document.is_cut or indicator.is_cut


def _length(line: Paragraph) -> float:
    return sum(line_width(run.text, size=line.size, face=run.face) for one in line.lines for run in one)


def _plain(item: MissingEvidence) -> str:
    return f"{item.document} → {item.indicator}" if item.indicator else item.document


def draw_to_ask(sheet: SheetPage, area: Area) -> None:
    """Block 8: the questions, each with at least one ruled line of 7 mm; room left over becomes more lines."""
    t = sheet.t
    title = t("To ask")
    sheet.divide(area)
    y = sheet.heading(area, title)
    every = [question.text for question in sheet.view.questions]
    questions, more = every[:MOST_QUESTIONS], every[MOST_QUESTIONS:]
    if more:
        note = t("+ {n}, see end", n=len(more))
        sheet.pen.text_right(area.right, area.top - FIRST_BASELINE, note, size=SMALL, face=Face.BOLD)
    inner = area.below(area.top - y - HEADING_TO_TEXT + 4)
    if not questions:
        _draw_ruled(sheet, inner.x, inner.right, inner.top - 2, int((inner.height - 2) // RULED))
    elif len(questions) <= _ONE_COLUMN or inner.height > 60 * MM:
        _draw_column(sheet, inner, title, questions)
    else:
        half = (len(questions) + 1) // 2
        for column, members in zip(inner.halves(_COLUMN_GAP), (questions[:half], questions[half:]), strict=True):
            _draw_column(sheet, column, title, members)
    sheet.leftovers.extend(Leftover(title, text) for text in more)


def _draw_column(sheet: SheetPage, area: Area, title: str, questions: Sequence[str]) -> None:
    texts = _texts(sheet, area, title, questions)
    taken = sum(len(text.lines) for text in texts) * LEADING + len(texts) * _QUESTION_GAP
    ruled = max(int((area.height - taken) // RULED), len(texts))
    y = area.top - LEADING
    for index, text in enumerate(texts):
        following = sheet.lines(area.x, y, text)
        count = ruled // len(texts) + (index < ruled % len(texts))
        under = _draw_ruled(sheet, area.x, area.right, following + LEADING, count)
        y = under - _QUESTION_GAP - LEADING + 2


def _texts(sheet: SheetPage, area: Area, title: str, questions: Sequence[str]) -> list[Paragraph]:
    """Break the questions into lines; the first ones get a second line as long as every one keeps its ruled line."""
    spare = int((area.height - len(questions) * (RULED + _QUESTION_GAP)) // LEADING) - len(questions)
    texts: list[Paragraph] = []
    for question in questions:
        wanted = len(paragraph(question, area.width, size=BODY).lines)
        granted = min(max(wanted, 1), 1 + max(spare, 0))
        spare -= granted - 1
        texts.append(sheet.fit(title, question, area.width, max_lines=granted))
    return texts


def _draw_ruled(sheet: SheetPage, left: float, right: float, y: float, count: int) -> float:
    """Draw lines to write on, 7 mm apart from y down; return the last one's height."""
    for _ in range(count):
        y -= RULED
        sheet.pen.rule(left, y, right, y, ink=RULE, weight=0.4)
    return y
