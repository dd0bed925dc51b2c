"""The states a prospect may go to now: a button each, joining first."""

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.prospects.states import MOVES, can_join
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.prospects.join_dialog import JoinDialog
from clusterdesk.gui.pages.chains.prospects.move_dialog import ProspectDialog
from clusterdesk.gui.widgets.move_buttons import MoveButtons, OfferedMove

_LABELS = {
    ProspectState.TO_CONTACT: N_("To contact…"),
    ProspectState.CONTACTED: N_("Contacted…"),
    ProspectState.INTERESTED: N_("Interested…"),
    ProspectState.DECLINED: N_("Has declined…"),
}


class ProspectMoves(MoveButtons):
    """The buttons of one prospect."""

    def __init__(self, context: Context) -> None:
        """Make an empty row."""
        super().__init__(context.kit)
        self._context = context
        self._row: ProspectRow | None = None
        self.asked.connect(self._open)

    def show_row(self, row: ProspectRow) -> None:
        """Offer the states that follow where a prospect stands."""
        self._row = row
        t, now = self.kit.t, row.state
        joins = [OfferedMove(ProspectState.JOINED, t("Has joined…"), "primary")] if can_join(now) else []
        again = t("Contacted again…")
        follow = [OfferedMove(one, again if one is now else t(_LABELS[one])) for one in MOVES[now]]
        self.offer([*joins, *follow])

    @Slot(object)
    def _open(self, to: ProspectState) -> None:
        if self._row is None:
            return
        if to is ProspectState.JOINED:
            JoinDialog(self._context, self._row, self.window()).open()
        else:
            ProspectDialog(self._context, self._row, to, self.window()).open()
