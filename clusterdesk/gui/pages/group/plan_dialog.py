"""Planning a meeting of a group: when, where, what about; it begins as the last one did."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.groups import PlanMeeting
from clusterdesk.domain.records.groups import GatheringState, Meeting
from clusterdesk.domain.views.groups import GroupPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote, InlineHour
from clusterdesk.gui.pages.groups import reading
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText

_LONGEST = 500
_WEEKS = 6


class PlanMeetingDialog(AskDialog):
    """Asks for a meeting.

    Signals:
        planned: the id of the meeting; the dialog closes.
    """

    planned = Signal(object)

    def __init__(self, context: Context, page: GroupPage, parent: QWidget | None = None) -> None:
        """Ask."""
        t = context.kit.t
        super().__init__(
            context.kit, t("Plan a meeting: {name}", name=page.row.record.name), t("Plan it"), parent=parent
        )
        self.context, self._group_id = context, page.row.record.id
        kit = self.kit
        self.day = InlineDate(kit, t("Day"), required=True)
        self.starts, self.ends = InlineHour(kit, t("From (time)")), InlineHour(kit, t("Until (time)"))
        self.place = InlineText(kit, t("Place"), longest=_LONGEST)
        self.subject = InlineText(kit, t("Title"), longest=_LONGEST)
        self.agenda = GrowingNote(kit, t("Agenda"), placeholder=t("A line for each point"), least=3, most=8)
        for field in (self.day, self.starts, self.ends, self.place, self.subject):
            field.edit.setProperty("role", "input")
        when = Row(self.day, self.starts, self.ends, spacing=10, stretch=False)
        self.scroll_content(when, self.place, self.subject, self.agenda)
        self._begin(page.meetings[0].record if page.meetings else None)
        self.agreed.connect(self._agree)
        self.setMinimumWidth(kit.theme.length(560))

    def _begin(self, last: Meeting | None) -> None:
        self.day.set_value(_proposed(last, self.kit.clock.today()))
        if last is not None:
            self.starts.set_value(last.starts_at)
            self.ends.set_value(last.ends_at)
            self.place.set_value(last.place)

    @Slot()
    def _agree(self) -> None:
        fields = (self.day, self.starts, self.ends, self.place, self.subject)
        if not all(field.commit() for field in fields) or self.day.value is None:
            self.tell("")
            return
        command = PlanMeeting(
            group_id=self._group_id,
            on=self.day.value,
            starts_at=self.starts.value,
            ends_at=self.ends.value,
            subject=self.subject.value or "",
            place=self.place.value or "",
            agenda=self.agenda.text(),
        )
        self.wait()
        toast = self.kit.t("Planned for {day}", day=self.kit.formats.long_date(command.on))
        self.context.write(partial(reading.plan, command), self._planned, self._refused, toast=toast, owner=self)

    def _planned(self, meeting: Meeting) -> None:
        self.planned.emit(meeting.id)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def _proposed(last: Meeting | None, today: date) -> date:
    """Return six weeks after the last meeting on its weekday, never a day that is over."""
    if last is None or last.state is GatheringState.CANCELLED:
        return today + timedelta(days=14)
    day = last.on + timedelta(weeks=_WEEKS)
    while day <= today:
        day += timedelta(weeks=1)
    return day
