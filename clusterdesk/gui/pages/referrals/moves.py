"""Moving a card: into a column by dragging or by a key, or by its menu; what is impossible is explained."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.records.referrals import ReferralAct
from clusterdesk.domain.referrals.board import BoardColumn, acts_into, column_of
from clusterdesk.domain.referrals.states import possible, refusal
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.referral.header import VERBS
from clusterdesk.gui.pages.referral.moving import Mover

# One of several acts that lead into a column is the usual one; the others stand in the menu.
_USUAL = frozenset({ReferralAct.HANDED_OVER, ReferralAct.ACCEPTED})


class CardMoves(QObject):
    """Moves cards of a board."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Work for a page."""
        super().__init__(page)
        self._context, self._page = context, page
        self._row: ReferralRow | None = None
        self.mover = Mover(context, page)

    def let_go(self, row: ReferralRow, column: BoardColumn, at: QPoint | None = None) -> None:
        """Move an orientation into a column; where several acts lead there, a menu asks which."""
        acts = acts_into(row.record.state, column)
        if not acts:
            return
        usual = next((act for act in acts if act in _USUAL), acts[0] if len(acts) == 1 else None)
        if usual is not None:
            self.mover.ask(row, usual)
            return
        self._menu(row, acts).popup(at or QCursor.pos())

    def step(self, row: ReferralRow, by: int, at: QPoint) -> None:
        """Move an orientation a column on (1) or back (-1)."""
        columns = list(BoardColumn)
        to = columns.index(column_of(row.record.state)) + by
        if 0 <= to < len(columns):
            self.let_go(row, columns[to], at)

    def show_menu(self, row: ReferralRow, at: QPoint) -> None:
        """Show all that can happen to an orientation."""
        self._menu(row, possible(row.record.state)).popup(at)

    def _menu(self, row: ReferralRow, acts: Sequence[ReferralAct]) -> QMenu:
        t = self._context.kit.t
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(t("Move the orientation of {organisation}", organisation=row.organisation))
        self._row = row
        for act in acts:
            action = QAction(t(VERBS[act]), menu)
            action.setData(act.value)
            action.setEnabled(refusal(act, row.record.state) is None)
            action.triggered.connect(self._chosen)
            menu.addAction(action)
        return menu

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._row is not None:
            self.mover.ask(self._row, ReferralAct(action.data()))
