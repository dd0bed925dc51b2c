"""Week: at the left whom to see and why, at the right the days to see them on."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.week import Proposal, Week, WeekQuestion, WeekVisit
from clusterdesk.domain.working_days import is_weekend, monday_of
from clusterdesk.gui import routes
from clusterdesk.gui.pages.today.tabs import TO_TODAY, DayTabs
from clusterdesk.gui.pages.week import keys, reading
from clusterdesk.gui.pages.week.days import DaysBoard
from clusterdesk.gui.pages.week.header import WeekHeader
from clusterdesk.gui.pages.week.planning import Planner
from clusterdesk.gui.pages.week.proposals import PROPOSAL, ProposalsCard
from clusterdesk.gui.pages.week.tools import WeekTools
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.page_header import FoldingRow

_SIDE_BY_SIDE, _COLUMNS = 800, 560


class WeekPage(Page):
    """The page; its argument is the Monday of the week, or a calendar to be read in this week (None: this week)."""

    shows = (
        "organisation",
        "organisation_status",
        "establishment",
        "address",
        "membership",
        "coaching_file",
        "session",
        "action",
        "evidence",
        "ledger",
        "figure",
        "monthly_figures",
    )

    _week: Week | None = None

    def build(self) -> None:
        """Make header, proposals and days."""
        self.tabs = DayTabs(self.kit, routes.WEEK, self)
        self.header = WeekHeader(self.kit, self)
        self.proposals = ProposalsCard(self.kit)
        self.board = DaysBoard(self.kit, _COLUMNS)
        self.planner = Planner(self.context, self)
        self.tools = WeekTools(self.context, self)
        self.header.add(*self.tools.buttons)
        row = FoldingRow(self.kit, _SIDE_BY_SIDE)
        row.add(self.proposals, 3)
        row.add(self.board, 7)
        self.body.setContentsMargins(28, 10, 28, 20)
        self.body.setSpacing(10)
        for widget in (self.tabs, self.header):
            self.body.addWidget(widget)
        self.body.addWidget(row, 1)
        self._connect()

    def argument_changed(self) -> None:
        """Turn to another week; read a calendar that was dropped, once."""
        self.header.show_week(self.monday)
        self.tools.calendars.read_dropped(self.argument)

    def refresh(self, changes: object) -> None:
        """Read the week."""
        today = self.kit.clock.today()
        question = WeekQuestion(self.monday, today, silent_after_days=self.context.settings.silent_after_days)
        self.header.show_week(self.monday)
        self.context.desk.submit(reading.ReadWeek(question), self.show_week, latest="week", owner=self)

    def shortcuts(self) -> Iterable[Shortcut]:
        """Weeks, visits, the other tab."""
        return (TO_TODAY, keys.PRINT, keys.BEFORE, keys.AFTER, keys.THIS, keys.EARLIER, keys.LATER)

    @property
    def monday(self) -> date:
        """The first day shown."""
        return self.argument if isinstance(self.argument, date) else monday_of(self.kit.clock.today())

    def show_week(self, week: Week) -> None:
        """Show a week that was read."""
        self._week = week
        self.planner.show_week(week)
        self.tools.show_week(week)
        self.proposals.show_week(week)
        self.board.show_week(week)

    def _connect(self) -> None:
        for part in (self.tabs, self.header, self.proposals, self.board):
            part.went.connect(self._go)
        self.kit.theme.changed.connect(self._measure)
        self.proposals.plan_asked.connect(self._ask_day)
        self.board.let_go.connect(self._let_go)
        self.board.add_asked.connect(self.planner.ask_organisation)
        self.board.menu_asked.connect(self.planner.show_menu)
        self.planner.went.connect(self._go)
        self.tools.went.connect(self._go)
        keys.connect(
            self.kit,
            self,
            {
                keys.PRINT: self.tools.paper.show_menu,
                keys.BEFORE: self.header.go_before,
                keys.AFTER: self.header.go_after,
                keys.THIS: self.header.go_this,
                keys.EARLIER: self._move_earlier,
                keys.LATER: self._move_later,
            },
        )

    def _move(self, visit: WeekVisit | None, days: int) -> None:
        """Move a visit to the next day that is no weekend; never into the past."""
        if visit is None or not visit.is_planned:
            return
        day = visit.on + timedelta(days=days)
        while is_weekend(day):
            day += timedelta(days=days)
        if day >= self.kit.clock.today():
            self.planner.move(visit.session_id, day)

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)

    @Slot()
    def _measure(self) -> None:
        if self._week is not None:
            self.show_week(self._week)

    @Slot(object, QWidget)
    def _ask_day(self, proposal: Proposal, beside: QWidget) -> None:
        self.planner.ask_day(proposal, beside.mapToGlobal(beside.rect().bottomLeft()))

    @Slot(str, object, object)
    def _let_go(self, kind: str, payload: bytes, day: date) -> None:
        one = UUID(bytes=payload)
        if kind == PROPOSAL:
            self.planner.ask_hour(one, day, QCursor.pos())
        else:
            self.planner.move(one, day)

    @Slot()
    def _move_earlier(self) -> None:
        self._move(self.board.focused_visit(), -1)

    @Slot()
    def _move_later(self) -> None:
        self._move(self.board.focused_visit(), 1)
