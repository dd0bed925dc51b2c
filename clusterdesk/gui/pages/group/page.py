"""The page of a working group: its meetings and what is owed at the left; its members and what it is at the right."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.groups import GroupPage as Shown
from clusterdesk.gui import routes
from clusterdesk.gui.forms.people_choices import people_choices
from clusterdesk.gui.forms.record_acts import RecordActs
from clusterdesk.gui.pages.group.facts_card import FactsCard
from clusterdesk.gui.pages.group.header import Header
from clusterdesk.gui.pages.group.meetings_card import MeetingsCard
from clusterdesk.gui.pages.group.members_card import MembersCard
from clusterdesk.gui.pages.group.plan_dialog import PlanMeetingDialog
from clusterdesk.gui.pages.groups import reading
from clusterdesk.gui.pages.meeting.owed_card import OwedCard
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.page_scroll import card_column
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "working_group group_member meeting meeting_attendance meeting_decision action value_chain profile organisation"
    " contact contact_role"
)


class GroupPage(Page):
    """Shows the group whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: several organisations sit in it."""
        return True

    def build(self) -> None:
        """Make head and cards."""
        context, t = self.context, self.kit.t
        self._data: Shown | None = None
        self.header = Header(self.kit)
        self.meetings = MeetingsCard(context)
        self.owed = OwedCard(context, t("Still owed"), t("Nothing that was promised in a meeting is still owed."))
        self.members, self.facts = MembersCard(context), FactsCard(context)
        self.main, self.side = card_column(self.meetings, self.owed), card_column(self.members, self.facts)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.columns = SideBySide(self.kit, self.main, self.side, t("About the group"), main_scrolls=True)
        self.body.addWidget(self.columns, 1)
        head = self.header
        head.list_asked.connect(self._to_list)
        head.plan_asked.connect(self.ask_meeting)
        self.acts = RecordActs(self.context, self, "working_group", self._to_list)
        head.history_asked.connect(self.acts.show_history)
        head.bin_asked.connect(self.acts.bin)
        head.unbin_asked.connect(self.acts.put_back)

    def argument_changed(self) -> None:
        """Forget the rows of the group before."""
        self.members.forget()
        self.owed.forget()
        self.columns.to_top()

    def refresh(self, changes: object) -> None:
        """Read the group."""
        if isinstance(self.argument, UUID):
            job = partial(reading.read_group, self.argument)
            self.context.desk.submit(job, self._show, latest="group", owner=self)

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.members.commit()

    def _show(self, data: Shown) -> None:
        self._data = data
        self.acts.show_record(data.row.record.id, data.row.record.name)
        record = data.row.record
        self.header.notice.show_state(deleted=record.deleted, frozen=(self.main, self.side))
        self.header.show_page(data)
        self.meetings.show_meetings(data.meetings)
        self.owed.people.renew(people_choices(data.profiles, ()))
        self.owed.show_owed(data.promises)
        self.owed.setVisible(bool(data.meetings))
        self.members.show_page(data)
        self.facts.show_page(data)
        self.titled.emit(record.name)

    @Slot()
    def ask_meeting(self) -> None:
        """Ask when the next meeting is."""
        if self._data is not None:
            dialog = PlanMeetingDialog(self.context, self._data, self.window())
            dialog.planned.connect(self._to_meeting)
            dialog.open()

    @Slot(object)
    def _to_meeting(self, meeting_id: UUID) -> None:
        self.context.shell.go(routes.meeting(meeting_id))

    @Slot()
    def _to_list(self) -> None:
        self.context.shell.go(routes.groups())
