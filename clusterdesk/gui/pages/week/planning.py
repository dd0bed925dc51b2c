"""Planning and moving on the week: what is asked, what is written, what can be undone."""

from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.views.week import Proposal, Week, WeekVisit
from clusterdesk.domain.working_days import monday_of, next_working_days
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import sheet_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.week.asking import DayMenu, HourDialog, HourMenu
from clusterdesk.gui.pages.week.reading import CallOff, MoveVisit, PlanProposal

_OPEN, _SHEET, _HOUR, _CALL_OFF = "open", "sheet", "hour", "call-off"
_DAYS_AHEAD = 10


class Planner(QObject):
    """Asks and writes for the page; everything can be undone.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        """Work for a page."""
        super().__init__(page)
        self._context, self._page = context, page
        self._kit = context.kit
        today = context.kit.clock.today()
        self._week = Week(monday_of(today), today)
        self._who: UUID | None = None
        self._visit: WeekVisit | None = None
        self._day = today
        self._place = QPoint()
        self._near = ""

    def show_week(self, week: Week) -> None:
        """Know what is planned in the week shown."""
        self._week = week

    def ask_day(self, proposal: Proposal, place: QPoint) -> None:
        """Ask on which day somebody is to be seen, then at what hour."""
        self._who, self._place, self._visit = proposal.organisation_id, place, None
        self._near = proposal.reasons[-1].text if proposal.suggested_on else ""
        menu = DayMenu(self._kit, self._days(), proposal.suggested_on, self._near, self._page)
        menu.chosen.connect(self._day_chosen)
        menu.popup(place)

    def ask_hour(self, organisation_id: UUID, day: date, place: QPoint) -> None:
        """Ask at what hour of a day somebody is to be seen; Enter takes the first free one."""
        proposal = next((one for one in self._week.proposals if one.organisation_id == organisation_id), None)
        close = proposal is not None and proposal.suggested_on == day
        self._near = proposal.reasons[-1].text if proposal is not None and close else ""
        self._who, self._day, self._visit = organisation_id, day, None
        self._show_hours(place)

    @Slot(object)
    def ask_organisation(self, day: date) -> None:
        """Ask whom to see on a day."""
        from clusterdesk.gui.pages.today.planning import PlanDialog

        PlanDialog(self._context, self._page.window(), day=day).open()

    @Slot(object, QWidget)
    def show_menu(self, visit: WeekVisit, beside: QWidget) -> None:
        """Offer what can be done with a visit."""
        t = self._kit.t
        self._visit, self._day, self._who, self._near = visit, visit.on, None, ""
        self._place = beside.mapToGlobal(beside.rect().bottomLeft())
        menu = QMenu(self._page)
        for key, words in (
            (_OPEN, t("Open the visit")),
            (_SHEET, t("Visit sheet")),
            (_HOUR, t("Change the hour…")),
        ):
            menu.addAction(words).setData(key)
        menu.addMenu(self._day_menu(menu, visit))
        menu.addAction(t("Call off")).setData(_CALL_OFF)
        menu.triggered.connect(self._act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._place)

    def move(self, session_id: UUID, day: date, hour: time | None = None) -> None:
        """Give a visit another day, or another hour."""
        if any(v.session_id == session_id and v.on == day and hour is None for v in self._week.visits):
            return
        words = self._when(day, hour)
        self._write(MoveVisit(session_id, day, hour), self._kit.t("Moved to {day}", day=words))

    def _days(self) -> list[date]:
        """Return the days to offer: those of the week shown that are still to come, or the next ones."""
        today = self._week.today
        here = [day for day in self._week.days if day >= today]
        return here or [today, *next_working_days(today, _DAYS_AHEAD)]

    def _day_menu(self, menu: QMenu, visit: WeekVisit) -> QMenu:
        days = [day for day in (self._week.today, *next_working_days(self._week.today, _DAYS_AHEAD)) if day != visit.on]
        inner = QMenu(self._kit.t("Move to"), menu)
        for day in days:
            inner.addAction(self._kit.formats.weekday_date(day)).setData(day)
        return inner

    def _show_hours(self, place: QPoint) -> None:
        now = self._kit.clock.now().astimezone().time()
        hours = self._week.hours_left(self._day, now, near=self._near)
        menu = HourMenu(self._kit, self._day, hours, self._page)
        menu.chosen.connect(self._hour_chosen)
        menu.other_asked.connect(self._ask_other)
        menu.ask_at(place)

    def _when(self, day: date, hour: time | None) -> str:
        words = self._kit.formats.weekday_date(day)
        return self._kit.t("{day}, {hour}", day=words, hour=self._kit.formats.time(hour)) if hour else words

    def _write(self, job: PlanProposal | MoveVisit | CallOff, toast: str) -> None:
        self._context.write(job, on_error=self._refused, toast=toast, owner=self)

    def _refused(self, error: BaseException) -> None:
        self._context.shell.show_error(error)

    @Slot(object)
    def _day_chosen(self, day: date) -> None:
        self._day = day
        self._show_hours(self._place)

    @Slot(object)
    def _hour_chosen(self, hour: time | None) -> None:
        if self._visit is not None and hour is not None:
            self.move(self._visit.session_id, self._day, hour)
        elif self._who is not None:
            words = self._when(self._day, hour)
            self._write(PlanProposal(self._who, self._day, hour), self._kit.t("Planned for {day}", day=words))

    @Slot()
    def _ask_other(self) -> None:
        dialog = HourDialog(self._kit, self._day, self._page.window())
        dialog.chosen.connect(self._hour_chosen)
        dialog.open()

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        visit, data = self._visit, action.data()
        if visit is None:
            return
        if isinstance(data, date):
            self.move(visit.session_id, data)
        elif data == _OPEN:
            self.went.emit(routes.session(visit.session_id))
        elif data == _SHEET:
            self.went.emit(routes.preview(sheet_of(visit.session_id)))
        elif data == _HOUR:
            self._show_hours(self._place)
        elif data == _CALL_OFF:
            words = self._kit.t("Called off: {organisation}", organisation=visit.organisation)
            self._write(CallOff(visit.session_id), words)
