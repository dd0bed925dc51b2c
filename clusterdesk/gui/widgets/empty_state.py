"""What a list shows when it is empty: what belongs here, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label


class EmptyState(QFrame):
    """A dashed frame that teaches: a heading, a sentence, and the button of the first step.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(
        self, kit: Kit, icon: str, heading: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        """Say what is missing; without ``action`` there is no button."""
        super().__init__(parent)
        self._kit, self._icon = kit, icon
        self.setProperty("role", "empty")
        self._picture = Label()
        self._draw()
        kit.theme.changed.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(self._picture, 0, middle)
        title = Label(heading, "heading", wrap=True)
        title.setAlignment(middle)
        column.addWidget(title)
        text = Label(sentence, "muted", wrap=True)
        text.setAlignment(middle)
        column.addWidget(text)
        if action:
            self.button = Button(kit, action, "primary")
            self.button.clicked.connect(self.acted)
            column.addSpacing(4)
            column.addWidget(self.button, 0, middle)
        column.addStretch(1)

    def _draw(self) -> None:
        self._picture.setPixmap(self._kit.icons.pixmap(self._icon, "muted", size=32))
