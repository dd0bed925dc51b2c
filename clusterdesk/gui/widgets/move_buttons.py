"""The moves that are possible now: a button each, in a line that wraps."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class OfferedMove:
    """A move: where it leads, what its button says, and how it looks (a role of ``Button``, an icon)."""

    to: StrEnum
    label: str
    role: str = "plain"
    icon: str = ""


class MoveButton(Button):
    """The button of one move.

    Signals:
        asked: where it leads (a state, a stage, an act).
    """

    asked = Signal(object)

    def __init__(self, kit: Kit, move: OfferedMove) -> None:
        """Say what the move says."""
        super().__init__(kit, move.label, move.role, icon=move.icon)
        self.to = move.to
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.to)


class MoveButtons(QWidget):
    """A line of moves; the one that is meant most stands first.

    Signals:
        asked: where the move leads that was chosen.
    """

    asked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty line."""
        super().__init__()
        self.kit = kit
        self.buttons: list[MoveButton] = []
        self._offered: tuple[OfferedMove, ...] = ()
        self._flow = FlowLayout(self, spacing=6)
        self.setContentsMargins(8, 0, 8, 2)

    def offer(self, moves: Sequence[OfferedMove]) -> None:
        """Show these moves; buttons that are shown already stay, with the focus."""
        if tuple(moves) == self._offered:
            return
        self._offered = tuple(moves)
        clear_layout(self._flow)
        self.buttons = [MoveButton(self.kit, one) for one in moves]
        for button in self.buttons:
            button.asked.connect(self.asked)
            self._flow.addWidget(button)
            button.show()
