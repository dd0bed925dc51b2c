"""A heading that opens what is under it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.label import Label


class Fold(QWidget):
    """A line with an arrow; under it a widget that is shown or not. Closed at first.

    Signals:
        turned: whether it is open now.
    """

    turned = Signal(bool)

    def __init__(self, kit: Kit, heading: str, content: QWidget) -> None:
        """Put ``content`` under ``heading``."""
        super().__init__()
        self.kit, self._heading, self.content = kit, heading, content
        self.title = _Title(heading)
        self.toggle = IconButton(kit, "chevron-down", "")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(content)
        self.title.pressed.connect(self.turn)
        self.toggle.clicked.connect(self.turn)
        self.set_open(opened=False)

    @property
    def is_open(self) -> bool:
        """Whether what is under it is shown."""
        return not self.content.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Open or close."""
        self.content.setVisible(opened)
        t = self.kit.t
        self.toggle.set_icon("chevron-up" if opened else "chevron-down")
        what = self._heading
        self.toggle.set_name(t("Close: {what}", what=what) if opened else t("Open: {what}", what=what))

    @Slot()
    def turn(self) -> None:
        """Open what is closed, close what is open."""
        self.set_open(opened=not self.is_open)
        self.turned.emit(self.is_open)


class _Title(Label):
    """The words of the heading, which may be clicked, too."""

    pressed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, "strong", wrap=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mouseReleaseEvent(event)
