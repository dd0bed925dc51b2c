"""In a text that can be typed in, what is hidden becomes a grey bar: the text itself stays what it is."""

from PySide6.QtGui import QColor, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from clusterdesk.gui.veil import VEIL


class NameHider(QSyntaxHighlighter):
    """Paints bars over the names and amounts in an editor."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        """Hide in this editor from now on."""
        self._edit = edit
        super().__init__(edit.document())

    def highlightBlock(self, text: str) -> None:
        """Paint the bars of a line."""
        ground = self._edit.palette().color(QPalette.ColorRole.Mid)
        bar = QTextCharFormat()
        bar.setForeground(QColor(ground))
        bar.setBackground(QColor(ground))
        for start, end in VEIL.spans(text):
            self.setFormat(start, end - start, bar)
