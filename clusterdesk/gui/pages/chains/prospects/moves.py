"""The states a prospect may go to now: a button each, joining first."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.prospects.states import MOVES, can_join
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.prospects.join_dialog import JoinDialog
from clusterdesk.gui.pages.chains.prospects.move_dialog import ProspectDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout

_LABELS = {
    ProspectState.TO_CONTACT: N_("To contact…"),
    ProspectState.CONTACTED: N_("Contacted…"),
    ProspectState.INTERESTED: N_("Interested…"),
    ProspectState.DECLINED: N_("Has declined…"),
}


class MoveButton(Button):
    """Moves the prospect to a state."""

    def __init__(self, context: Context, now: ProspectState, state: ProspectState) -> None:
        """Name the state."""
        t = context.kit.t
        again = state is now
        super().__init__(context.kit, t("Contacted again…") if again else t(_LABELS[state]))
        self.state = state


class ProspectMoves(QWidget):
    """The buttons of one prospect."""

    def __init__(self, context: Context) -> None:
        """Make an empty row."""
        super().__init__()
        self._context = context
        self._row: ProspectRow | None = None
        self._shown: ProspectState | None = None
        self.buttons: list[MoveButton] = []
        self._flow = FlowLayout(self, spacing=6)
        self.setContentsMargins(8, 0, 8, 2)
        self.join = Button(context.kit, context.kit.t("Has joined…"), "primary")
        self.join.clicked.connect(self._ask_joining)
        self._flow.addWidget(self.join)

    def show_row(self, row: ProspectRow) -> None:
        """Offer the states that follow where a prospect stands."""
        self._row = row
        self.join.setVisible(can_join(row.state))
        if row.state is self._shown:
            return
        self._shown = row.state
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [MoveButton(self._context, row.state, one) for one in MOVES[row.state]]
        for button in self.buttons:
            button.clicked.connect(self._ask)
            self._flow.addWidget(button)
            button.show()

    @Slot()
    def _ask(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, MoveButton) and self._row is not None:
            ProspectDialog(self._context, self._row, pressed.state, self.window()).open()

    @Slot()
    def _ask_joining(self) -> None:
        if self._row is not None:
            JoinDialog(self._context, self._row, self.window()).open()
