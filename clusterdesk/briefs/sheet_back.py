"""Block 9, the back of the visit sheet: room to write, and what was decided together."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.briefs.area import Area, stacked
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.sheet_page import BOX, BOX_TO_TEXT, FIRST_BASELINE, Leftover, SheetPage
from clusterdesk.briefs.sheet_promises import (
    BACK_ROWS,
    draw_tick_box,
    due_texts,
)
from clusterdesk.briefs.sheet_under_way import MattersPlan, draw_matters, plan_matters
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, FOOT, GAP, HEADING, INK, LEADING, MM, RULE, SMALL, SOFT
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.visit_sheet import OpenPromise

RULED_LINES = 17
RULED = 8 * MM
DECISION_ROWS = 6
DECISION_ROW = 10 * MM
_STRIP = 10 * MM
_OVERFLOW = 27 * MM
_NOTES_HEADING = 5 * MM
_TABLE_HEADING = 5 * MM
_CONSENT = 7 * MM
# Without promises on the back their room becomes lines to write on.
_MORE_LINES = 3
# What was sent on takes the room of lines, and the gap between two blocks.
_MATTER_LINES = 3
_MATTERS = _MATTER_LINES * RULED - GAP
_DATE_GAP = 8.0
_MARK = 3.5 * MM
_MARK_PITCH = 5 * MM


@dataclass(frozen=True, slots=True)
class BackPlan:
    """The promises the back shows, each on one line, how many more there are, and what was sent on."""

    rows: tuple[tuple[OpenPromise, Paragraph], ...]
    more: int
    matters: MattersPlan


def plan_back(sheet: SheetPage, promises: Sequence[OpenPromise]) -> BackPlan:
    """Lay out the promises that found no room on the front.

    This comes before any drawing: what the back cannot hold decides how many pages there are.
    """
    title = _overflow_title(sheet)
    rows: list[tuple[OpenPromise, Paragraph]] = []
    for promise in promises[:BACK_ROWS]:
        room = CONTENT_WIDTH - BOX_TO_TEXT - _dates_width(sheet, promise)
        fitted = paragraph(_owned(sheet, promise), room, size=BODY, max_lines=1)
        if fitted.is_cut:
            sheet.leftovers.append(Leftover(title, _whole(sheet, promise)))
        rows.append((promise, fitted))
    over = promises[BACK_ROWS:]
    sheet.leftovers.extend(Leftover(title, _whole(sheet, promise)) for promise in over)
    return BackPlan(tuple(rows), len(over), plan_matters(sheet, sheet.view.under_way))


def draw_back(sheet: SheetPage, plan: BackPlan) -> None:
    """Draw the back."""
    lines = RULED_LINES if plan.rows else RULED_LINES + _MORE_LINES
    lines -= _MATTER_LINES if plan.matters.rows else 0
    notes = _NOTES_HEADING + lines * RULED
    table = _TABLE_HEADING + DECISION_ROWS * DECISION_ROW
    heights = [_STRIP, *([_OVERFLOW] if plan.rows else []), *([_MATTERS] if plan.matters.rows else [])]
    strip, *rest = stacked([*heights, notes, table, _CONSENT])
    _draw_strip(sheet, strip)
    if plan.rows:
        _draw_overflow(sheet, rest.pop(0), plan)
    if plan.matters.rows:
        draw_matters(sheet, rest.pop(0), plan.matters)
    _draw_notes(sheet, rest[0], lines)
    _draw_decisions(sheet, rest[1])
    _draw_consent(sheet, rest[2])


def _draw_strip(sheet: SheetPage, area: Area) -> None:
    """Name, date and code, so that a loose back can be filed too."""
    view, pen = sheet.view, sheet.pen
    pen.rule(area.x, area.bottom, area.right, area.bottom, ink=INK, weight=0.9)
    baseline = area.bottom + 8
    code = view.header.code
    code_width = line_width(code, size=BODY, face=Face.BOLD)
    pen.text_right(area.right, baseline, code, size=BODY, face=Face.BOLD)
    date = sheet.formats.date(view.appointment.on) if view.appointment.on else ""
    pen.text_right(area.right - code_width - 12, baseline, date, size=BODY)
    room = area.width - code_width - line_width(date, size=BODY) - 36
    name = paragraph(view.header.organisation, room, size=12, face=Face.BOLD, max_lines=1)
    pen.lines(area.x, baseline, name, leading=LEADING)


def _overflow_title(sheet: SheetPage) -> str:
    return sheet.t("Promises, continued")


def _draw_overflow(sheet: SheetPage, area: Area, plan: BackPlan) -> None:
    more = sheet.t("+ {n}, see next page", n=plan.more) if plan.more else ""
    y = sheet.heading(area, _overflow_title(sheet), aside=more)
    for promise, text in plan.rows:
        draw_tick_box(sheet, area.x, y)
        sheet.lines(area.x + BOX_TO_TEXT, y, text)
        _draw_dates(sheet, area.right, y, promise)
        y -= LEADING


def _dates_width(sheet: SheetPage, promise: OpenPromise) -> float:
    return sum(line_width(text, size=BODY, face=Face.BOLD) + _DATE_GAP for text in due_texts(sheet, promise))


def _draw_dates(sheet: SheetPage, right: float, y: float, promise: OpenPromise) -> None:
    """Write the due date and the late mark side by side, against a right edge."""
    for index, text in enumerate(reversed(due_texts(sheet, promise))):
        late = index == 0 and promise.days_late > 0
        face = Face.BOLD if late else Face.REGULAR
        sheet.pen.text_right(right, y, text, size=BODY, face=face, ink=INK if late else SOFT)
        right -= line_width(text, size=BODY, face=face) + _DATE_GAP


def _owned(sheet: SheetPage, promise: OpenPromise) -> list[Span]:
    match promise.owner:
        case OwnerKind.US:
            owner = sheet.t.c("owes a promise", "We")
        case OwnerKind.ORGANISATION:
            owner = sheet.t.c("owes a promise", "The company")
        case OwnerKind.OTHER:
            owner = promise.owner_name or sheet.t.c("owes a promise", "Somebody else")
    return [Span(sheet.t("{name}:", name=owner), Face.BOLD), Span(promise.text)]


def _whole(sheet: SheetPage, promise: OpenPromise) -> str:
    said = " ".join(span.text for span in _owned(sheet, promise))
    due = ", ".join(due_texts(sheet, promise))
    return sheet.t("{promise} ({due})", promise=said, due=due) if due else said


def _draw_notes(sheet: SheetPage, area: Area, lines: int) -> None:
    """Lines to write on, each with three small boxes: action, difficulty, orientation."""
    t, pen = sheet.t, sheet.pen
    legend = t("{a} action · {d} difficulty · {o} referral", **dict(zip("ado", _letters(sheet), strict=True)))
    sheet.heading(area, t("Notes"), aside=legend)
    y = area.top - _NOTES_HEADING
    text_x = area.x + 3 * _MARK_PITCH + 1 * MM
    for _ in range(lines):
        y -= RULED
        for index, letter in enumerate(_letters(sheet)):
            x = area.x + index * _MARK_PITCH
            pen.frame(x, y + 1.0, _MARK, _MARK, ink=RULE, weight=0.5)
            pen.text_middle(x + _MARK / 2, y + 3.1, letter, size=FOOT, ink=SOFT)
        pen.rule(text_x, y, area.right, y, ink=RULE, weight=0.4)


def _letters(sheet: SheetPage) -> tuple[str, str, str]:
    t = sheet.t
    return t.c("letter of action", "A"), t.c("letter of difficulty", "D"), t.c("letter of referral", "R")


def _draw_decisions(sheet: SheetPage, area: Area) -> None:
    t, pen = sheet.t, sheet.pen
    what, who, when = area.columns([area.width - 42 * MM - 34 * MM, 42 * MM, 34 * MM], 0)
    baseline = area.top - FIRST_BASELINE
    pen.text(what.x, baseline, t("Decided together"), size=HEADING, face=Face.BOLD)
    after_heading = what.x + line_width(t("Decided together"), size=HEADING, face=Face.BOLD) + 8
    for x, title in ((after_heading, t("What")), (who.x + 4, t("Who")), (when.x + 4, t("By when"))):
        pen.text(x, baseline, title, size=SMALL, ink=SOFT)
    top = area.top - _TABLE_HEADING
    for row in range(DECISION_ROWS + 1):
        y = top - row * DECISION_ROW
        pen.rule(area.x, y, area.right, y, ink=RULE)
    for x in (area.x, who.x, when.x, area.right):
        pen.rule(x, top, x, area.bottom, ink=RULE)


def _draw_consent(sheet: SheetPage, area: Area) -> None:
    """Agreement to be cited and to photos, to be ticked, and room for initials."""
    t, pen = sheet.t, sheet.pen
    y = area.bottom + 4
    x = area.x
    for question in (t("Agrees to be cited:"), t("Agrees to photos:")):
        pen.text(x, y, question, size=BODY)
        x += line_width(question, size=BODY) + 6
        for answer in (t("yes"), t("no")):
            draw_tick_box(sheet, x, y)
            pen.text(x + BOX + 3, y, answer, size=BODY)
            x += BOX + 3 + line_width(answer, size=BODY) + 9
        x += 8
    initials = t("Initials:")
    left = max(area.right - 30 * MM, x + line_width(initials, size=BODY) + 4)
    pen.text_right(left - 4, y, initials, size=BODY)
    pen.rule(left, y - 2, area.right, y - 2, ink=RULE, weight=0.6)
