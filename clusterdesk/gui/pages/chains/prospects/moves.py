"""The states a prospect may go to now: a button each, what usually comes next first."""

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
    ProspectState.JOINED: N_("Has joined…"),
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
        now = row.state
        before: list[ProspectState] = [one for one in MOVES[now] if one is not ProspectState.DECLINED]
        joins: list[ProspectState] = [ProspectState.JOINED] if can_join(now) else []
        follow = joins + before if now is ProspectState.INTERESTED else before + joins
        follow += [one for one in MOVES[now] if one not in before]
        self.offer([self._offered_move(one, now, "primary" if one is follow[0] else "plain") for one in follow])

    def _offered_move(self, to: ProspectState, now: ProspectState, role: str) -> OfferedMove:
        t = self.kit.t
        return OfferedMove(to, t("Contacted again…") if to is now else t(_LABELS[to]), role)

    @Slot(object)
    def _open(self, to: ProspectState) -> None:
        if self._row is None:
            return
        if to is ProspectState.JOINED:
            JoinDialog(self._context, self._row, self.window()).open()
        else:
            ProspectDialog(self._context, self._row, to, self.window()).open()
