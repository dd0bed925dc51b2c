"""Block 5 of the visit sheet, what was promised on both sides, and what of it moves to the back."""

from collections.abc import Sequence
from typing import NamedTuple

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.sheet_page import BOX, BOX_TO_TEXT, FIRST_BASELINE, HEADING_TO_TEXT, Leftover, SheetPage
from clusterdesk.briefs.style import BODY, HEADING, INK, LEADING, MM, SMALL, SOFT
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.visit_sheet import OpenPromise

MOST_ROWS = 5
BACK_ROWS = 5
_DUE_WIDTH = 22 * MM
_ROW_GAP = 2.6
_COLUMN_GAP = 6 * MM


class _Row(NamedTuple):
    promise: OpenPromise
    text: Paragraph
    due: tuple[str, ...]  # the late mark last
    height: float


def draw_promises(sheet: SheetPage, area: Area) -> list[OpenPromise]:
    """Block 5: at most five rows a side; return the promises that go to the back, ours first."""
    t = sheet.t
    ours, theirs = area.halves(_COLUMN_GAP)
    sheet.divide(area)
    promises = sheet.view.promises
    mine = [promise for promise in promises if promise.owner is OwnerKind.US]
    others = [promise for promise in promises if promise.owner is not OwnerKind.US]
    left = _draw_column(sheet, ours, t("We owe"), mine)
    return left + _draw_column(sheet, theirs, t("The company owes"), others)


def _draw_column(sheet: SheetPage, area: Area, title: str, promises: Sequence[OpenPromise]) -> list[OpenPromise]:
    pen, t = sheet.pen, sheet.t
    baseline = area.top - FIRST_BASELINE
    pen.text(area.x, baseline, title, size=HEADING, face=Face.BOLD)
    y = baseline - HEADING_TO_TEXT
    if not promises:
        sheet.quiet(area.x, y, t("Nothing open."))
        return []
    room = y - area.bottom + LEADING - 2.5
    rows = _fitting(sheet, area.width, promises, room, both_lines=True)
    if len(rows) < min(len(promises), MOST_ROWS):
        # Dates above late marks cost lines: say only how late, when that shows more promises.
        shorter = _fitting(sheet, area.width, promises, room, both_lines=False)
        rows = shorter if len(shorter) > len(rows) else rows
    over = list(promises[len(rows) :])
    if over:
        note = t("+ {n}, see back", n=len(over))
        pen.text_right(area.right, baseline, note, size=SMALL, face=Face.BOLD)
    for row in rows:
        _draw_row(sheet, area, row, y)
        y -= row.height + _ROW_GAP
        if row.text.is_cut:
            sheet.leftovers.append(Leftover(title, whole_text(sheet, row.promise)))
    return over


def _fitting(
    sheet: SheetPage, width: float, promises: Sequence[OpenPromise], room: float, *, both_lines: bool
) -> list[_Row]:
    """Lay out rows from the first on, as long as they fit."""
    rows: list[_Row] = []
    used = 0.0
    for promise in promises[:MOST_ROWS]:
        row = _row(sheet, width, promise, both_lines=both_lines)
        if used + row.height > room + 0.01:
            break
        rows.append(row)
        used += row.height + _ROW_GAP
    return rows


def _row(sheet: SheetPage, width: float, promise: OpenPromise, *, both_lines: bool) -> _Row:
    due = due_texts(sheet, promise)
    text = paragraph(promise_spans(sheet, promise), width - BOX_TO_TEXT - _DUE_WIDTH, size=BODY, max_lines=2)
    if promise.days_late > 0 and not both_lines and len(text.lines) < len(due):
        due = due[-1:]
    return _Row(promise, text, due, max(len(text.lines), len(due), 1) * LEADING)


def _draw_row(sheet: SheetPage, area: Area, row: _Row, y: float) -> None:
    draw_tick_box(sheet, area.x, y)
    sheet.lines(area.x + BOX_TO_TEXT, y, row.text)
    draw_due(sheet, area.right, y, row.promise, row.due)


def draw_tick_box(sheet: SheetPage, x: float, baseline: float) -> None:
    """Draw the empty box of 4 mm beside a line of text."""
    sheet.pen.frame(x, baseline - 2.4, BOX, BOX, ink=SOFT)


def draw_due(sheet: SheetPage, right: float, y: float, promise: OpenPromise, texts: tuple[str, ...]) -> None:
    """Write when a promise is due, and how late it is in bold, against a right edge."""
    for text in texts:
        late = promise.days_late > 0 and text == texts[-1]
        size = BODY
        while line_width(text, size=size, face=Face.BOLD) > _DUE_WIDTH - 4 and size > SMALL:
            size -= 0.5
        sheet.pen.text_right(
            right, y, text, size=size, face=Face.BOLD if late else Face.REGULAR, ink=INK if late else SOFT
        )
        y -= LEADING


def due_texts(sheet: SheetPage, promise: OpenPromise) -> tuple[str, ...]:
    """Return the due date, and the late mark when it has passed."""
    texts = (sheet.formats.date(promise.due),) if promise.due else ()
    if promise.days_late > 0:
        return (*texts, sheet.t.n("{n} d late", "{n} d late", n=promise.days_late))
    return texts


def promise_spans(sheet: SheetPage, promise: OpenPromise) -> list[Span]:
    """Return the text of a promise, with who owes it in front when that is neither us nor the organisation."""
    if promise.owner is OwnerKind.OTHER and promise.owner_name:
        return [Span(sheet.t("{name}:", name=promise.owner_name), Face.BOLD), Span(promise.text)]
    return [Span(promise.text)]


def whole_text(sheet: SheetPage, promise: OpenPromise) -> str:
    """Return a promise as one line of text, with its dates."""
    said = " ".join(span.text for span in promise_spans(sheet, promise))
    due = ", ".join(due_texts(sheet, promise))
    return sheet.t("{promise} ({due})", promise=said, due=due) if due else said
