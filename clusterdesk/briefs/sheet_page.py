"""What all blocks of a visit sheet draw with: pen, words, and where the text goes that found no room."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import BODY, GAP, HAIR, HEADING, LEADING, SMALL, SOFT, Colour
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

FIRST_BASELINE = 9.5
HEADING_TO_TEXT = 13.0
BOX = 4 / 25.4 * 72
BOX_TO_TEXT = BOX + 5.0


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text that was cut on the sheet, whole, with the block it belongs to."""

    block: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One visit sheet being drawn; ``leftovers`` fills up as blocks run out of room."""

    pen: Pen
    view: VisitSheet
    t: Translator
    formats: Formats
    house: House
    leftovers: list[Leftover] = field(default_factory=list)

    def fit(
        self,
        block: str,
        content: str | Sequence[Span],
        width: float,
        *,
        max_lines: int,
        size: float = BODY,
        face: Face = Face.REGULAR,
    ) -> Paragraph:
        """Break a text into at most so many lines; what is cut goes in full to the continuation page."""
        fitted = paragraph(content, width, size=size, face=face, max_lines=max_lines)
        if fitted.is_cut:
            whole = content if isinstance(content, str) else " ".join(span.text for span in content)
            self.leftovers.append(Leftover(block, whole))
        return fitted

    def divide(self, area: Area, *, ink: Colour = HAIR, weight: float = 0.5) -> None:
        """Draw the line between a block and the one above, in the middle of their gap."""
        y = area.top + GAP / 2
        self.pen.rule(area.x, y, area.right, y, ink=ink, weight=weight)

    def heading(self, area: Area, text: str, *, aside: str = "") -> float:
        """Write a block's heading, ``aside`` small at its right; return the first baseline below."""
        baseline = area.top - FIRST_BASELINE
        self.pen.text(area.x, baseline, text, size=HEADING, face=Face.BOLD)
        if aside:
            room = area.width - line_width(text, size=HEADING, face=Face.BOLD) - 8
            cut = paragraph(aside, room, size=SMALL, max_lines=1)
            written = cut.lines[0][0].text if cut.lines else ""
            self.pen.text_right(area.right, baseline, written, size=SMALL, ink=SOFT)
        return baseline - HEADING_TO_TEXT

    def quiet(self, x: float, y: float, text: str) -> None:
        """Say that a block has nothing to show."""
        self.pen.text(x, y, text, size=BODY, ink=SOFT)

    def lines(self, x: float, y: float, block: Paragraph) -> float:
        """Write body text; return the next baseline."""
        return self.pen.lines(x, y, block, leading=LEADING)

    def kind_name(self, kind: SessionKind) -> str:
        """Name a kind of session."""
        return kind_name(kind, self.t)


def kind_name(kind: SessionKind, t: Translator) -> str:
    """Name a kind of session in the language of the page."""
    match kind:
        case SessionKind.VISIT:
            return t.c("session", "visit")
        case SessionKind.MEETING:
            return t.c("session", "meeting")
        case SessionKind.CALL:
            return t.c("session", "call")
        case SessionKind.MAIL:
            return t.c("session", "mail")
