"""Who sits in a group: on whose behalf, in which role, from when to when; the seats that are filled and free."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import GroupMember
from clusterdesk.domain.views.groups import GroupPage, MemberLine
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.groups import reading, words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Label

_ROWS = (("role", "category"), ("name",), ("from_on", "to_on"))


class MembersCard(PartsCard):
    """The members, those who sit in the group today first."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Members"),
            t("Nobody yet. Type the name of an organisation, of a contact person, or of anybody else."),
            add=t("Add a member"),
            hint=t("Organisation or person"),
        )
        self._group_id: UUID | None = None
        self.seats = Label("", "small", wrap=True)
        self.seats.setContentsMargins(8, 0, 8, 4)
        self.body.insertWidget(1, self.seats)

    def make_row(self, part: MemberLine) -> PartRow:
        """Return the row of a member."""
        return MemberRow(self.context, part)

    def show_page(self, page: GroupPage) -> None:
        """Show the members of a group."""
        self._group_id = page.row.record.id
        lines = [words.seat_words(self.kit, one) for one in page.row.seats]
        self.seats.setText("\n".join(lines))
        self.seats.setVisible(bool(lines))
        self.show_parts(page.members, self.kit.formats.number(page.row.members) if page.members else "")

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add somebody by name; the row opens for the rest."""
        if self._group_id is not None:
            job = partial(reading.add_member, self._group_id, text)
            self.context.write(job, self._added, toast=self.kit.t("Member: {name}", name=text), owner=self)

    def _added(self, record: GroupMember) -> None:
        self.open_when_shown(record.id)


class MemberRow(PartRow):
    """One member."""

    type_key = "group_member"
    part: MemberLine

    def words(self) -> None:
        """Say who it is, for whom, in which role and how long."""
        kit, line, today = self.kit, self.part, self.kit.clock.today()
        facts = (line.person.side, line.record.role, words.mandate_words(kit, line))
        self.say(line.person.name, " · ".join(one for one in facts if one), *self._chips_of(today))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        self.visit = Button(self.kit, self.kit.t("Go to the organisation"), "link", icon="building-2")
        self.visit.clicked.connect(self._visit)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.form)
        column.addWidget(Row(self.visit))
        return inner

    def fill(self) -> None:
        """Show the member."""
        self.form.show_record(self.part.record)
        self.form.field("name").setVisible(self.part.record.contact_id is None)
        self.visit.setVisible(self.part.person.organisation_id is not None)

    def _chips_of(self, today: date) -> tuple[tuple[str, Tone], ...]:
        t, line = self.kit.t, self.part
        category = (t(choice_label(line.record.category)), Tone.NEUTRAL)
        if not line.sits(today):
            future = line.record.from_on is not None and line.record.from_on.earliest() > today
            return ((t("To come"), Tone.INFO),) if future else ((t("No longer"), Tone.NEUTRAL),)
        if line.ends_soon(today):
            return ((t("Ends soon"), Tone.WARN),)
        return (category,)

    @Slot()
    def _visit(self) -> None:
        if self.part.person.organisation_id is not None:
            self.context.shell.go(routes.organisation(self.part.person.organisation_id))
