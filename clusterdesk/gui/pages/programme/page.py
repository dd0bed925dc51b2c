"""The programme of a year: the strip, commitments against what is planned and held, themes, who comes."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.programme import CarryOver, MoveEvent, RankThemes
from clusterdesk.domain.programme.counting import DECEMBER, moved_to
from clusterdesk.domain.views.programme import EventRow, ProgrammeYear, Turnout
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.programme import jobs, keys
from clusterdesk.gui.pages.programme.columns import ProgrammeColumn
from clusterdesk.gui.pages.programme.header import ProgrammeHeader
from clusterdesk.gui.pages.programme.new_dialog import NewEventDialog
from clusterdesk.gui.pages.programme.paper import YearPlanButton
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_scroll import page_scroll

_SHOWN = (
    "event_kind commitment theme theme_vote programme_event event_participation organisation membership contact profile"
)


class ProgrammePage(Page):
    """The page; its argument is a year (None: this one), or the id of a theme: the year it is proposed for."""

    shows = tuple(_SHOWN.split())
    _data: ProgrammeYear | None = None

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: it is about many organisations."""
        return True

    def build(self) -> None:
        """Make header, strip and cards."""
        kit, t = self.kit, self.kit.t
        self.new_button = Button(kit, t("New event"), "primary", icon="plus")
        self.print_button = YearPlanButton(self.context, self)
        self.header = ProgrammeHeader(kit, self.print_button, self.export_button(), self.new_button)
        self.column = ProgrammeColumn(self.context)
        self.body.setSpacing(10)
        self.body.addWidget(self.header)
        self.body.addWidget(page_scroll(self.column, t("Programme")), 1)
        self._connect()

    def argument_changed(self) -> None:
        """Turn to another year."""
        self.header.show_number(self.year)

    def refresh(self, changes: object) -> None:
        """Read the year."""
        if isinstance(self.argument, UUID):
            self.context.desk.submit(partial(jobs.year_of, self.argument), self._go, latest="programme", owner=self)
            return
        self.header.show_number(self.year)
        self.print_button.year = self.year
        read = partial(jobs.read_year, self.year, self.column.turnout.months)
        self.context.desk.submit(read, self._show, latest="programme", owner=self)

    def shortcuts(self) -> Iterable[Shortcut]:
        """Years and events."""
        return (keys.PRINT, keys.BEFORE, keys.AFTER, keys.EARLIER, keys.LATER)

    def listing(self) -> Shown:
        """Return who comes, as it is shown."""
        title = self.column.turnout.titled(self.year)
        headings, rows = self.column.turnout.listed()
        return Shown("participation", title, headings, rows)

    @property
    def year(self) -> int:
        """The year shown."""
        return self.argument if isinstance(self.argument, int) else self.kit.clock.today().year

    def _connect(self) -> None:
        column, t = self.column, self.kit.t
        self.header.year_asked.connect(self._go)
        self.header.board_asked.connect(self._ask_board)
        self.new_button.clicked.connect(self._ask_new)
        column.strip.opened.connect(self._open)
        column.strip.moved.connect(self._move)
        column.strip.plan_asked.connect(self._plan)
        column.commitments.carry_asked.connect(self._carry)
        column.themes.rank_asked.connect(self._rank)
        column.themes.import_asked.connect(self._import_votes)
        column.turnout.opened.connect(self._open_member)
        column.turnout.period_asked.connect(self._read_again)
        slots = {
            keys.BEFORE: self.header.go_before,
            keys.AFTER: self.header.go_after,
            keys.EARLIER: self._move_earlier,
            keys.LATER: self._move_later,
        }
        for shortcut, slot in slots.items():
            listen(self, shortcut, t(shortcut.label), slot)

    def _show(self, read: tuple[ProgrammeYear, Turnout]) -> None:
        data, turnout = read
        if data.year != self.year:
            return
        self._data = data
        self.header.show_year(data)
        self.column.show_year(data, turnout)
        self.titled.emit(self.header.title)

    @Slot()
    def _read_again(self) -> None:
        self.refresh(None)

    @Slot(int)
    def _go(self, year: int) -> None:
        self.context.shell.go(routes.programme(None if year == self.kit.clock.today().year else year))

    @Slot()
    def _ask_board(self) -> None:
        self.context.desk.submit(jobs.advisory_board, self._open_board, owner=self)

    def _open_board(self, group_id: UUID | None) -> None:
        self.context.shell.go(routes.group(group_id) if group_id is not None else routes.groups())

    @Slot(object)
    def _open(self, event_id: UUID) -> None:
        self.context.shell.go(routes.event(event_id))

    @Slot(object)
    def _open_member(self, organisation_id: UUID) -> None:
        self.context.shell.go(routes.organisation(organisation_id))

    @Slot(object, int)
    def _move(self, event_id: UUID, month: int) -> None:
        rows = self._data.events if self._data is not None else ()
        row = next((one for one in rows if one.record.id == event_id), None)
        if row is not None and row.record.on.month != month:
            self._write_move(row, month)

    def _write_move(self, row: EventRow, month: int) -> None:
        event = row.record
        today = self.kit.clock.today()
        if (event.on.year, month) < (today.year, today.month):
            return  # what is planned is to come
        day = max(moved_to(event, month), today)
        words = self.kit.formats.weekday_date(day)
        toast = self.kit.t("Moved to {day}: {title}", day=words, title=event.title)
        command = MoveEvent(event_id=event.id, on=day)
        self.context.write(partial(jobs.move_event, command), None, self._refused, toast=toast, owner=self)

    def _refused(self, error: BaseException) -> None:
        self.context.shell.show_error(error)

    @Slot()
    def _move_earlier(self) -> None:
        self._move_by(-1)

    @Slot()
    def _move_later(self) -> None:
        self._move_by(1)

    def _move_by(self, months: int) -> None:
        row = self.column.strip.focused_event()
        if row is not None and 1 <= row.record.on.month + months <= DECEMBER:
            self._write_move(row, row.record.on.month + months)

    @Slot()
    def _ask_new(self) -> None:
        self._plan(None, self.kit.clock.today().month)

    @Slot(object, int)
    def _plan(self, kind_id: UUID | None, month: int) -> None:
        if self._data is None:
            return
        today = self.kit.clock.today()
        day = max(date(self.year, month, 15), today) if self.year == today.year else date(self.year, month, 15)
        dialog = NewEventDialog(self.context, self._data.all_kinds, kind_id, day, self.window())
        dialog.planned.connect(self._open)
        dialog.open()

    @Slot(object)
    def _carry(self, from_year: int | None) -> None:
        toast = self.kit.t("Commitments of {year} noted.", year=self.year)
        command = CarryOver(year=self.year, from_year=from_year)
        self.context.write(partial(jobs.carry_over, command), None, self._refused, toast=toast, owner=self)

    @Slot()
    def _import_votes(self) -> None:
        self.context.shell.go(routes.importing("votes"))

    @Slot()
    def _rank(self) -> None:
        toast = self.kit.t("Themes ranked by their votes.")
        command = RankThemes(year=self.year)
        self.context.write(partial(jobs.rank_themes, command), None, self._refused, toast=toast, owner=self)
