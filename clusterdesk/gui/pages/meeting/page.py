"""The page of a meeting: attendance while people come in, agenda and minutes, decisions and promises."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands import groups as asked
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.groups import GatheringState, Meeting
from clusterdesk.domain.views.groups import MeetingPage as Shown
from clusterdesk.gui import routes
from clusterdesk.gui.forms.record_acts import RecordActs
from clusterdesk.gui.pages.groups import reading, words
from clusterdesk.gui.pages.meeting import keys
from clusterdesk.gui.pages.meeting.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.meeting.header import Header
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "working_group group_member meeting meeting_attendance meeting_decision action profile organisation contact"
    " contact_role"
)


class MeetingPage(Page):
    """Shows the meeting whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: several organisations are at the table."""
        return True

    def build(self) -> None:
        """Make head and cards."""
        self._data: Shown | None = None
        self.header = Header(self.kit)
        self.main, self.side = MainColumn(self.context), SideColumn(self.context)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        name = self.kit.t("About the meeting")
        self.columns = SideBySide(self.kit, self.main, self.side, name, main_scrolls=True)
        self.body.addWidget(self.columns, 1)
        self._connect()

    def argument_changed(self) -> None:
        """Forget what was shown of the meeting before."""
        self.header.forget_saved()
        self.main.forget()
        self.side.forget()
        self.columns.to_top()

    def refresh(self, changes: object) -> None:
        """Read the meeting."""
        if isinstance(self.argument, UUID):
            job = partial(reading.read_meeting, self.argument)
            self.context.desk.submit(job, self._show, latest="meeting", owner=self)

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.main.decisions.commit()

    def shortcuts(self) -> Iterable[Shortcut]:
        """Close, attendance, decisions."""
        return keys.ALL

    def _connect(self) -> None:
        head, main, side = self.header, self.main, self.side
        head.group_asked.connect(self._to_group)
        head.finish_asked.connect(self.finish)
        head.sheet_asked.connect(self._show_sheet)
        head.minutes_asked.connect(self._show_minutes)
        head.again_asked.connect(self._again)
        head.cancel_asked.connect(self._call_off)
        self.acts = RecordActs(self.context, self, "meeting", self._to_group)
        head.history_asked.connect(self.acts.show_history)
        head.bin_asked.connect(self.acts.bin)
        head.unbin_asked.connect(self.acts.put_back)
        main.text.kept.connect(self._mark_saved)
        main.text.finished.connect(self.finish)
        main.text.promised.connect(self._take)
        side.attendance.noted.connect(self._note_presence)
        side.attendance.guest.connect(self._note_guest)
        for shortcut, slot in (
            (keys.FINISH, self.finish),
            (keys.ARRIVE, side.attendance.begin),
            (keys.DECIDE, main.decisions.begin),
        ):
            listen(self, shortcut, self.kit.t(shortcut.label), slot)

    def _show(self, data: Shown) -> None:
        self._data = data
        self.acts.show_record(data.row.record.id, words.meeting_title(self.kit, data.row.record))
        deleted = data.row.record.deleted
        self.header.notice.show_state(deleted=deleted, frozen=(self.main, self.side))
        for part in (self.header, self.main, self.side):
            part.show_page(data)
        self.titled.emit(words.meeting_title(self.kit, data.row.record))

    @property
    def _meeting(self) -> Meeting | None:
        return self._data.row.record if self._data is not None else None

    @Slot()
    def finish(self) -> None:
        """Commit everything and say that the meeting was held."""
        meeting = self._meeting
        if meeting is None or meeting.deleted or meeting.state is not GatheringState.PLANNED:
            return
        self.leave()
        self._move(asked.HoldMeeting(meeting_id=meeting.id), self.kit.t("Closed. The minutes are ready."))

    @Slot()
    def _again(self) -> None:
        if self._meeting is not None:
            self._move(asked.ReplanMeeting(meeting_id=self._meeting.id), self.kit.t("It is to come."))

    @Slot()
    def _call_off(self) -> None:
        if self._meeting is not None:
            self._move(asked.CancelMeeting(meeting_id=self._meeting.id), self.kit.t("Called off."))

    def _move(self, command: asked.HoldMeeting | asked.CancelMeeting | asked.ReplanMeeting, toast: str) -> None:
        self.context.write(partial(reading.move, command), toast=toast, owner=self)

    @Slot(object)
    def _note_presence(self, came: tuple[asked.Came, ...]) -> None:
        if self._meeting is not None:
            command = asked.NoteAttendance(meeting_id=self._meeting.id, came=came)
            self.context.write(partial(reading.note_presence, command), owner=self)

    @Slot(str)
    def _note_guest(self, name: str) -> None:
        if self._meeting is not None:
            toast = self.kit.t("Present: {name}", name=name)
            self.context.write(partial(reading.note_guest, self._meeting.id, name), toast=toast, owner=self)

    @Slot(object)
    def _take(self, promise: NewPromise) -> None:
        if self._meeting is not None:
            toast = self.kit.t("Promise: {text}", text=promise.text)
            self.context.write(partial(reading.take_promise, self._meeting.id, promise), toast=toast, owner=self)

    @Slot()
    def _mark_saved(self) -> None:
        self.header.mark_saved(self.kit.clock.now())

    @Slot()
    def _to_group(self) -> None:
        if self._data is not None:
            self.context.shell.go(routes.group(self._data.group.id))

    @Slot()
    def _show_sheet(self) -> None:
        if self._meeting is not None:
            self.context.shell.go(routes.signin_sheet(self._meeting.id))

    @Slot()
    def _show_minutes(self) -> None:
        if self._meeting is not None:
            self.leave()
            self.context.shell.go(routes.minutes(self._meeting.id))
