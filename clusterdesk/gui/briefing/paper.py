"""Onto paper: the pages of a PDF drawn at 300 dots an inch into a printer, beside the GUI thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.gui.tasks import Progress

DPI = 300
_POINTS = 72


def usual_printer() -> str:
    """Return the name of the printer that pages go to unless another is chosen; "" where this system knows none."""
    known = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return usual if usual in known or not known else known[0]


def a4_printer() -> QPrinter:
    """Return the usual printer, set to whole A4 pages on both sides."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


class PrintPages:
    """A job of the lane for files: print a PDF."""

    def __init__(self, pdf: bytes, printer: QPrinter, step: str) -> None:
        """``printer`` belongs to the job from now on; ``step`` names the work, translated."""
        self._pdf, self._printer, self._step = pdf, printer, step

    def __call__(self, progress: Progress) -> int:
        """Print and return how many pages went to the printer.

        Raises:
            KnownError: the printer refuses.
        """
        source = QBuffer()
        source.setData(QByteArray(self._pdf))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(source)
        try:
            return self._print(document, progress)
        finally:
            document.close()

    def _print(self, document: QPdfDocument, progress: Progress) -> int:
        painter = QPainter()
        if not painter.begin(self._printer):
            raise KnownError(
                "printer_refused",
                N_("The printer {name} does not take the pages."),
                advice=N_("Check that it is switched on and connected, or save the PDF and print it elsewhere."),
                name=self._printer.printerName(),
            )
        pages = self._chosen(document.pageCount())
        paper = QRectF(0, 0, self._printer.width(), self._printer.height())
        try:
            for done, page in enumerate(pages, start=1):
                if done > 1:
                    self._printer.newPage()
                points = document.pagePointSize(page)
                dots = QSize(round(points.width() * DPI / _POINTS), round(points.height() * DPI / _POINTS))
                painter.drawImage(paper, document.render(page, dots))
                progress(self._step, done, len(pages))
        finally:
            painter.end()
        return len(pages)

    def _chosen(self, count: int) -> range:
        """The pages the person chose in the print dialog; all where none were."""
        first, last = self._printer.fromPage(), self._printer.toPage()
        if self._printer.printRange() is not QPrinter.PrintRange.PageRange or first < 1:
            return range(count)
        return range(first - 1, min(last or count, count))
