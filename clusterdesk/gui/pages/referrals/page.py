"""Orientations: a board of six columns, a list, and how the teams answer; filtered as one types."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.referrals.board import BoardColumn, off_board, on_board, team_loads
from clusterdesk.domain.referrals.board import Shown as Which
from clusterdesk.domain.views.referrals import ReferralList, ReferralRow
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.referral.beginning import Referring
from clusterdesk.gui.pages.referrals import keys, listed
from clusterdesk.gui.pages.referrals.layout import ReferralsLayout
from clusterdesk.gui.pages.referrals.moves import CardMoves
from clusterdesk.gui.pages.referrals.reading import read_all
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.search_field import SearchField

_BOARD, _LIST, _TEAMS, _EMPTY = range(4)
_SHOWN = (
    "referral referral_country referral_step referral_answer referral_kind hub_team hub_team_person organisation"
    " profile"
)


class ReferralsPage(Page):
    """The page; its argument is which ones are shown first (a ``Shown``), the id of a team, or None."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make the views."""
        self._data = ReferralList(())
        self._sort = ("", False)
        self.parts = ReferralsLayout(self.kit, self.export_button())
        self.moves = CardMoves(self.context, self)
        self.body.addWidget(self.parts)
        self._connect()

    def argument_changed(self) -> None:
        """Begin with those asked for."""
        if isinstance(self.argument, Which):
            self.parts.filters.choose(self.argument)

    def refresh(self, changes: object) -> None:
        """Read all of them."""
        self.context.desk.submit(partial(read_all, self.context.silence), self._show, latest="referrals", owner=self)

    def search_field(self) -> SearchField:
        """Return the field over the views."""
        return self.parts.filters.field

    def shortcuts(self) -> Iterable[Shortcut]:
        """Move a card, change the view."""
        return (keys.ON, keys.BACK, keys.NEXT_TAB)

    def listing(self) -> Shown:
        """Return what is shown, or how the teams answer; restricted orientations never leave."""
        t = self.kit.t
        if self.parts.tabs.currentIndex() == _TEAMS:
            loads = team_loads(self._data.rows)
            return Shown("teams", t("How the teams answer"), listed.team_headings(self.kit), listed.team_cells(loads))
        return Shown("referrals", t("Orientations"), listed.headings(self.kit), listed.cells(self.kit, self.rows()))

    def rows(self) -> list[ReferralRow]:
        """Return the orientations that fit what is asked for, in the order of the list."""
        wanted = self.parts.filters.wanted()
        fitting = [row for row in self._data.rows if wanted.fits(row)]
        key, descending = self._sort
        return listed.sorted_rows(self.kit, fitting, key, descending=descending)

    def _connect(self) -> None:
        parts = self.parts
        parts.tabs.currentChanged.connect(self._turn)
        parts.filters.changed.connect(self._fill)
        parts.filters.left_down.connect(self._enter)
        parts.board.let_go.connect(self._let_go)
        parts.board.menu_asked.connect(self._show_menu)
        parts.board.went.connect(self._go)
        parts.list.opened.connect(self._open)
        parts.list.sort_asked.connect(self._sort_by)
        parts.list.typed.connect(self._type_on)
        parts.teams.opened.connect(self._open_team)
        parts.teams_button.clicked.connect(self._to_teams)
        for asked in (parts.refer.clicked, parts.empty.acted):
            asked.connect(self._refer)
        for shortcut, slot in ((keys.ON, self._move_on), (keys.BACK, self._move_back), (keys.NEXT_TAB, self._next_tab)):
            listen(self, shortcut, self.kit.t(shortcut.label), slot)

    def _show(self, data: ReferralList) -> None:
        self._data = data
        self.parts.filters.show_rows(data.rows, data.own_id)
        if isinstance(self.argument, UUID):
            self.parts.filters.choose_team(self.argument)
            self.parts.tabs.setCurrentIndex(_LIST)
        self._fill()

    def _late_words(self) -> str:
        late = sum(row.silent.late_days > 0 for row in self._data.rows)
        return self.kit.t.n("{n} without an answer in time", "{n} without an answer in time", n=late) if late else ""

    @Slot()
    def _fill(self) -> None:
        parts, rows, today = self.parts, self.rows(), self.kit.clock.today()
        loads = team_loads(self._data.rows)
        team_id = parts.filters.wanted().team_id
        one_team = next((load for load in loads if load.team.id == team_id), None)
        parts.header.set_note(listed.load_words(self.kit, one_team) if one_team else self._late_words())
        parts.board.show_columns(on_board(rows, today), off_board(rows, today))
        parts.list.show_rows(listed.table_rows(self.kit, rows))
        parts.teams.show_rows(listed.team_rows(self.kit, loads))
        self._turn()

    @Slot()
    def _turn(self) -> None:
        some = bool(self._data.rows)
        index = self.parts.tabs.currentIndex()
        self.parts.views.setCurrentIndex(index if some else _EMPTY)
        self.parts.filters.setVisible(some and index != _TEAMS)
        self.parts.tabs.setVisible(some)

    @Slot()
    def _enter(self) -> None:
        if self.parts.tabs.currentIndex() == _BOARD:
            self.parts.board.enter()
        else:
            self.parts.list.enter()

    @Slot(object, object)
    def _let_go(self, referral_id: UUID, column: BoardColumn) -> None:
        row = next((one for one in self._data.rows if one.record.id == referral_id), None)
        if row is not None:
            self.moves.let_go(row, column)

    @Slot(object, QWidget)
    def _show_menu(self, row: ReferralRow, beside: QWidget) -> None:
        self.moves.show_menu(row, beside.mapToGlobal(beside.rect().bottomLeft()))

    @Slot()
    def _move_on(self) -> None:
        self._step(1)

    @Slot()
    def _move_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        card = next((one for one in self.parts.board.cards if one.has_focus_inside()), None)
        if card is not None:
            self.moves.step(card.row, by, card.mapToGlobal(QPoint(12, card.height())))

    @Slot()
    def _next_tab(self) -> None:
        self.parts.tabs.setCurrentIndex((self.parts.tabs.currentIndex() + 1) % self.parts.tabs.count())

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)

    @Slot(object)
    def _open(self, referral_id: UUID) -> None:
        self.context.shell.go(routes.referral(referral_id))

    @Slot(object)
    def _open_team(self, team_id: UUID) -> None:
        self.parts.filters.choose_team(team_id)
        self.parts.tabs.setCurrentIndex(_LIST)
        self._fill()

    @Slot(str, bool)
    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self._fill()

    @Slot(str)
    def _type_on(self, text: str) -> None:
        self.parts.filters.field.setFocus()
        self.parts.filters.field.insert(text)

    @Slot()
    def _to_teams(self) -> None:
        self.context.shell.go(Route(routes.TEAMS))

    @Slot()
    def _refer(self) -> None:
        Referring(self.context, self.window()).begin(None)
