"""A PDF shown from memory, page under page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Slot
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit


class PdfPages(QFrame):
    """Shows the pages of one document; the paper stays white in every theme."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kit = kit
        self.setProperty("role", "field")
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(kit.t("Pages"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self._document)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        kit.theme.changed.connect(self._take_colours)
        self._take_colours()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its beginning; b"" shows none."""
        place = self.view.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        if not pdf:
            return
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        # The same pages in another language or edition: stay where the reader was.
        self.view.verticalScrollBar().setValue(place)

    def fit(self, *, whole_page: bool) -> None:
        """Fit the width of a page, or whole pages."""
        mode = QPdfView.ZoomMode.FitInView if whole_page else QPdfView.ZoomMode.FitToWidth
        self.view.setZoomMode(mode)

    @Slot()
    def _take_colours(self) -> None:
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, self._kit.theme.colour("sunken"))
        self.view.setPalette(palette)
