"""Two buttons that move a row among its neighbours."""

from PySide6.QtCore import Signal, Slot

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row


class OrderButtons(Row):
    """Moves something up or down.

    Signals:
        asked: whether it goes up.
    """

    asked = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        """Show both."""
        up = Button(kit, kit.t("Move up"), "link", icon="chevron-up")
        down = Button(kit, kit.t("Move down"), "link", icon="chevron-down")
        super().__init__(up, down)
        self.up, self.down = up, down
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)

    @Slot()
    def _up(self) -> None:
        self.asked.emit(True)

    @Slot()
    def _down(self) -> None:
        self.asked.emit(False)
