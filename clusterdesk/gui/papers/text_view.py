"""The text of a paper, to be read to its end."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from clusterdesk.gui.kit import Kit


class PaperView(QTextBrowser):
    """Shows rich text that nobody can change.

    Signals:
        ended: its end is in sight.
    """

    ended = Signal()

    def __init__(self, kit: Kit, name: str) -> None:
        """Make it empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(14)
        self.document().setDefaultFont(self.font())
        self._seen = False
        for bar_changed in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            bar_changed.connect(self._look)

    def show_rich(self, text: str, *, anew: bool) -> None:
        """Show a text; ``anew`` begins at its top, else it stays where it was."""
        at = 0 if anew else self.verticalScrollBar().value()
        self._seen = self._seen and not anew
        self.setHtml(text)
        self.verticalScrollBar().setValue(at)
        self._look()

    def to_end(self) -> None:
        """Bring the end into sight."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    @property
    def seen(self) -> bool:
        """Tell whether its end was in sight since it was shown anew."""
        return self._seen

    @property
    def selected(self) -> str:
        """Return the selected words."""
        return self.textCursor().selectedText().replace("\u2029", " ").strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the end is in sight now."""
        super().resizeEvent(event)
        self._look()

    @Slot()
    def _look(self) -> None:
        bar = self.verticalScrollBar()
        if self._seen or not self.isVisible() or not self.toPlainText() or bar.value() < bar.maximum() - 4:
            return
        self._seen = True
        self.ended.emit()
