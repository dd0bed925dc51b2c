"""The pen: the few things our pages draw, over one reportlab canvas.

Lines and fills go to the page as they are drawn; the words of a page are gathered in one text object and
written over them when the page is turned, which is both faster and the right order. Places are in points from
the page's lower left corner.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from clusterdesk.briefs.characters import one_line, visual
from clusterdesk.briefs.fonts import Face, typeface
from clusterdesk.briefs.style import INK, PAGE_HEIGHT, PAGE_WIDTH, Colour
from clusterdesk.briefs.text import Paragraph

PRODUCER = "ClusterDesk"
# Cutting subsets out of a font moves a reading position that all documents share.
_SAVING = Lock()


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself; ``language`` is a tag such as ``fr-BE``."""

    title: str
    author: str
    subject: str
    language: str


class Pen:
    """Draws one document, page after page; ``finish`` gives its bytes."""

    def __init__(self, about: About, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)) -> None:
        """Open an empty document with its first page; ``size`` is the width and height of all its pages, in points."""
        self._bytes = BytesIO()
        canvas = Canvas(
            self._bytes,
            pagesize=size,
            pageCompression=1,
            lang=about.language,
            # reportlab's own first font, Helvetica, would be named in the file without being in it
            initialFontName=typeface(Face.REGULAR).name,  # type: ignore[arg-type]
        )
        canvas.setTitle(one_line(about.title))
        canvas.setAuthor(one_line(about.author))
        canvas.setSubject(one_line(about.subject))
        canvas.setCreator(PRODUCER)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas = canvas
        self._bookmarks = 0
        self._open_page()

    def text(self, x: float, y: float, text: str, *, size: float, face: Face = Face.REGULAR, ink: Colour = INK) -> None:
        """Write a text on one line, its baseline at y; the caller has measured it."""
        self._write(x, y, one_line(text), size, face, ink)

    def text_right(
        self, x: float, y: float, text: str, *, size: float, face: Face = Face.REGULAR, ink: Colour = INK
    ) -> None:
        """Write a text that ends at x."""
        text = one_line(text)
        self.text(x - typeface(face).width(text, size), y, text, size=size, face=face, ink=ink)

    def text_middle(
        self, x: float, y: float, text: str, *, size: float, face: Face = Face.REGULAR, ink: Colour = INK
    ) -> None:
        """Write a text whose middle is at x."""
        text = one_line(text)
        self.text(x - typeface(face).width(text, size) / 2, y, text, size=size, face=face, ink=ink)

    def lines(self, x: float, y: float, block: Paragraph, *, leading: float, ink: Colour = INK) -> float:
        """Write a paragraph, its first baseline at y; return the baseline that would follow its last line."""
        for line in block.lines:
            for run in line:
                self._write(x + run.x, y, run.text, block.size, run.face, ink)
            y -= leading
        return y

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, ink: Colour, weight: float = 0.5) -> None:
        """Draw a straight line."""
        self._stroke(ink, weight)
        self._canvas.line(x1, y1, x2, y2)

    def trace(self, points: list[tuple[float, float]], *, ink: Colour, weight: float, dashed: bool) -> None:
        """Draw a polyline with round joins; a single point becomes a dot."""
        canvas = self._canvas
        if len(points) == 1:
            canvas.setFillColorRGB(*ink)
            canvas.circle(*points[0], weight, stroke=0, fill=1)
            return
        self._stroke(ink, weight)
        canvas.setLineJoin(1)
        if dashed:
            canvas.setDash(3.5, 2.5)
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)
        if dashed:
            canvas.setDash()

    def patch(self, points: list[tuple[float, float]], *, ink: Colour) -> None:
        """Fill the area inside a line that returns to where it began."""
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        self._canvas.setFillColorRGB(*ink)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, *, ink: Colour, weight: float = 0.7) -> None:
        """Draw an empty box from its lower left corner."""
        self._stroke(ink, weight)
        self._canvas.rect(x, y, width, height, stroke=1, fill=0)

    def fill(self, x: float, y: float, width: float, height: float, *, ink: Colour) -> None:
        """Fill a rectangle from its lower left corner."""
        self._canvas.setFillColorRGB(*ink)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def fill_all(self, rectangles: list[tuple[float, float, float, float]], *, ink: Colour) -> None:
        """Fill many rectangles (x, y, width, height) as one shape."""
        path = self._canvas.beginPath()
        for rectangle in rectangles:
            path.rect(*rectangle)
        self._canvas.setFillColorRGB(*ink)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, x: float, y: float, width: float, height: float, image: ImageReader) -> None:
        """Put a picture into a box, as large as its proportions allow, against the box's left and middle."""
        self._canvas.drawImage(image, x, y, width, height, mask="auto", preserveAspectRatio=True, anchor="w")

    def bookmark(self, title: str, *, level: int = 0, y: float = PAGE_HEIGHT) -> None:
        """Add an entry to the document's outline that leads to this height of the page."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, y)
        self._canvas.addOutlineEntry(one_line(title), key, level=level, closed=level > 0)

    def turn_page(self) -> None:
        """End the page and open the next."""
        self._close_page()
        self._open_page()

    def finish(self) -> bytes:
        """End the last page and return the PDF."""
        self._close_page()
        with _SAVING:
            self._canvas.save()
        return self._bytes.getvalue()

    def _open_page(self) -> None:
        self._words: Any = self._canvas.beginText()
        self._ink: Colour | None = None
        self._font: tuple[str, float] | None = None
        self._pencil: tuple[Colour, float] | None = None

    def _close_page(self) -> None:
        self._canvas.drawText(self._words)
        self._canvas.showPage()

    def _write(self, x: float, y: float, text: str, size: float, face: Face, ink: Colour) -> None:
        """Write a text that is already clean."""
        if not text:
            return
        letters = typeface(face)
        words = self._words
        if ink is not self._ink:
            words.setFillColorRGB(*ink)
            self._ink = ink
        words.setTextOrigin(x, y)
        text = visual(text)
        if letters.is_own(text):
            self._set_font(letters.name, size)
            words.textLine(text)
            return
        for font, piece in letters.runs(text):
            self._set_font(font, size)
            words.textOut(piece)

    def _set_font(self, name: str, size: float) -> None:
        if self._font != (name, size):
            self._words.setFont(name, size, size)
            self._font = (name, size)

    def _stroke(self, ink: Colour, weight: float) -> None:
        if self._pencil != (ink, weight):
            self._canvas.setStrokeColorRGB(*ink)
            self._canvas.setLineWidth(weight)
            self._pencil = (ink, weight)
