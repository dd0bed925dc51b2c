"""What was sent on for the organisation and is still open, on the back of the visit sheet: so that one can tell it."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.sheet_page import Leftover, SheetPage
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, LEADING, SOFT
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.views.visit_sheet import MatterKind, OpenMatter

UNDER_WAY_ROWS = 4
_GAP = 10.0


@dataclass(frozen=True, slots=True)
class MattersPlan:
    """The matters the back shows, each on one line with where it stands, and how many more there are."""

    rows: tuple[tuple[Paragraph, str], ...] = ()
    more: int = 0


def plan_matters(sheet: SheetPage, matters: Sequence[OpenMatter]) -> MattersPlan:
    """Lay the matters out; what finds no room goes to the continuation page."""
    title = _title(sheet)
    rows: list[tuple[Paragraph, str]] = []
    for matter in matters[:UNDER_WAY_ROWS]:
        state = _state(sheet, matter)
        room = CONTENT_WIDTH - line_width(state, size=BODY) - _GAP
        fitted = paragraph(_said(sheet, matter), room, size=BODY, max_lines=1)
        if fitted.is_cut:
            sheet.leftovers.append(Leftover(title, _whole(sheet, matter)))
        rows.append((fitted, state))
    over = matters[UNDER_WAY_ROWS:]
    sheet.leftovers.extend(Leftover(title, _whole(sheet, matter)) for matter in over)
    return MattersPlan(tuple(rows), len(over))


def draw_matters(sheet: SheetPage, area: Area, plan: MattersPlan) -> None:
    """Draw the matters."""
    more = sheet.t("+ {n}, see next page", n=plan.more) if plan.more else ""
    y = sheet.heading(area, _title(sheet), aside=more)
    for said, state in plan.rows:
        sheet.lines(area.x, y, said)
        sheet.pen.text_right(area.right, y, state, size=BODY, ink=SOFT)
        y -= LEADING


def _title(sheet: SheetPage) -> str:
    return sheet.t("Under way for you")


def _said(sheet: SheetPage, matter: OpenMatter) -> list[Span]:
    t = sheet.t
    if matter.kind is MatterKind.EXCHANGE:
        return [Span(t("{side}:", side=t(matter.state_label)), Face.BOLD), Span(matter.text)]
    kind = t("Difficulty:") if matter.kind is MatterKind.DIFFICULTY else t("Orientation:")
    return [Span(kind, Face.BOLD), Span(matter.text)]


def _state(sheet: SheetPage, matter: OpenMatter) -> str:
    if matter.kind is MatterKind.EXCHANGE:
        return sheet.t("since {day}", day=sheet.formats.date(matter.since))
    return sheet.t("{state}, {day}", state=sheet.t(matter.state_label), day=sheet.formats.date(matter.since))


def _whole(sheet: SheetPage, matter: OpenMatter) -> str:
    said = " ".join(span.text for span in _said(sheet, matter))
    return sheet.t("{promise} ({due})", promise=said, due=_state(sheet, matter))
