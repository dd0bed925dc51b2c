"""A label whose text changes many times a second, as a slider moves."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.widgets.label import Label


class SteadyLabel(QWidget):
    """Holds a wrapped label of its own width; the page is laid out again only when the text takes another height."""

    def __init__(self, role: str = "") -> None:
        """Make an empty label; ``role`` chooses its look."""
        super().__init__()
        self.label = Label("", role, wrap=True, parent=self)
        self.setSizePolicy(self.label.sizePolicy())
        self._high = 0

    @property
    def words(self) -> str:
        """The whole text."""
        return self.label.words

    def setText(self, text: str) -> None:
        """Show another text."""
        self.label.setText(text)
        if self.heightForWidth(self.width()) != self._high:
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell that the text is wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what the text takes."""
        return self.label.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Ask for what the label asks for."""
        return self.label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Insist on what the label insists on."""
        return self.label.minimumSizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Let the label fill all of it."""
        self.label.setGeometry(self.rect())
        self._high = self.height()
