"""A line that opens what is under it: a level of maturity, or those that are reached."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.label import Label


class FoldHead(QFrame):
    """The line of a level, or of several: whether it is reached, its name, how many questions are answered yes.

    Signals:
        pressed: it should open or close.
    """

    pressed = Signal()

    def __init__(self, kit: Kit, name: str = "") -> None:
        """Make a closed line."""
        super().__init__()
        self.kit, self._name, self._open = kit, name, False
        self.setProperty("role", "part")
        self.setProperty("open", False)
        self._state: tuple[str, str] = ("minus", "muted")
        self.mark = Label()
        self.title = Label(self._name, wrap=True)
        self.count = Label("", "muted")
        self.toggle = IconButton(self.kit, "chevron-down", "")
        self.toggle.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 2, 3)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        row.addWidget(self.toggle)
        self.kit.theme.changed.connect(self._draw)
        self.show_open(shown=False)

    def set_name(self, name: str) -> None:
        """Call it something else."""
        self._name = name
        self.title.setText(name)
        self.show_open(shown=self._open)

    def show_state(self, done: int, total: int, *, blocks: bool) -> None:
        """Say how many questions are answered yes, and whether the next step is here."""
        t = self.kit.t
        reached = done == total
        self._state = ("check", "ok") if reached else ("arrow-right", "accent") if blocks else ("minus", "muted")
        self.title.set_role("strong" if blocks else "")
        self.count.setText(t("{n} of {total} yes", n=done, total=total))
        self._draw()

    def show_open(self, *, shown: bool) -> None:
        """Turn the arrow."""
        t, self._open = self.kit.t, shown
        self.toggle.set_icon("chevron-up" if shown else "chevron-down")
        self.toggle.set_name(t("Close: {what}", what=self._name) if shown else t("Open: {what}", what=self._name))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close by a click anywhere."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mouseReleaseEvent(event)

    @Slot()
    def _draw(self) -> None:
        icon, colour = self._state
        self.mark.setPixmap(self.kit.icons.pixmap(icon, colour, size=16))
