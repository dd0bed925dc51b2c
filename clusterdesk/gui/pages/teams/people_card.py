"""The people of a receiving team, within its row."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord, EraseTeamPerson
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.directory import HubTeamPerson
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.erasure import ErasureDialog
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.teams import words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row

_ROWS = (("name", "role"), ("mail", "phone"), ("languages",), ("from_on", "to_on"))


class PeopleCard(InnerCard):
    """The people of one team."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nobody yet: a mail then goes to the address of the team.")
        super().__init__(context, t("People"), empty, add=t("Add a person"), hint=t("First and last name"))
        self.team_id: UUID | None = None

    def make_row(self, part: HubTeamPerson) -> PartRow:
        """Return the row of a person."""
        return TeamPersonRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add somebody by name; the row opens for the rest."""
        if self.team_id is not None:
            person = HubTeamPerson(hub_team_id=self.team_id, name=" ".join(text.split()))
            self.context.write(partial(jobs.add, AddRecord(record=person)), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class TeamPersonRow(PartRow):
    """One person of a team."""

    type_key = "hub_team_person"
    part: HubTeamPerson

    def words(self) -> None:
        """Say name, role and how to reach her."""
        here = holds_on(self.part, self.kit.clock.today())
        chips = () if here else ((self.kit.t("No longer there"), Tone.NEUTRAL),)
        self.say(self.part.name, words.person_note(self.kit, self.part), *chips)

    def build(self) -> QWidget:
        """Return the fields, and the way to forget her."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, required=("name",))
        self.erase = Button(self.kit, self.kit.t("Erase this person’s data…"), "link", icon="shield")
        self.erase.clicked.connect(self._ask_erasure)
        return Column(self.form, Row(self.erase))

    def fill(self) -> None:
        """Show the person."""
        self.form.show_record(self.part)

    @Slot()
    def _ask_erasure(self) -> None:
        command = EraseTeamPerson(hub_person_id=self.part.id)
        ErasureDialog(self.context, self.part.name, command, self.window()).open()
