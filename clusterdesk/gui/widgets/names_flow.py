"""Names as buttons that break into lines: each leads to something, or takes something."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class NameOffer:
    """A name with what it stands for; ``hint`` says what pressing it does."""

    id: UUID
    text: str
    hint: str


class _NameButton(Button):
    def __init__(self, kit: Kit, offer: NameOffer, role: str, icon: str) -> None:
        super().__init__(kit, offer.text, role, icon=icon, hint=offer.hint)
        self.setAccessibleName(offer.hint)
        self.offer = offer


class NamesFlow(QWidget):
    """The names.

    Signals:
        pressed: the id of the one that was pressed.
    """

    pressed = Signal(object)

    def __init__(self, kit: Kit, role: str = "link", icon: str = "") -> None:
        """Make an empty row of buttons of a role, each with an icon when given."""
        super().__init__()
        self._kit, self._role, self._icon = kit, role, icon
        self.buttons: list[Button] = []
        self._offers: tuple[NameOffer, ...] = ()
        self._flow = FlowLayout(self)

    def show_names(self, offers: Sequence[NameOffer]) -> None:
        """Show these names."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [_NameButton(self._kit, one, self._role, self._icon) for one in offers]
        for button in self.buttons:
            button.clicked.connect(self._press)
            self._flow.addWidget(button)
            button.show()
        self.updateGeometry()

    @Slot()
    def _press(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _NameButton):
            self.pressed.emit(pressed.offer.id)
