"""Who stands at a link of a chain, within its row."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.chains import PlaceAtLink
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.chains import Stand
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.leading_row import LeadingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains import words
from clusterdesk.gui.pages.chains.reading import place
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog

_ROWS = (("from_on", "to_on"), ("remark",))


class ActorsCard(InnerCard):
    """The organisations of one link."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nobody stands here yet: place an organisation that does this work.")
        super().__init__(context, t("Who stands here"), empty, add=t("Place an organisation here"))
        self.link_id: UUID | None = None

    def make_row(self, part: Stand) -> PartRow:
        """Return the row of an organisation."""
        return ActorRow(self.context, part)

    @Slot()
    def begin_adding(self) -> None:
        """Choose the organisation by its name."""
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who stands at this link?"), t("Place here"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Let an organisation stand here; its row opens."""
        if self.link_id is not None:
            command = PlaceAtLink(chain_link_id=self.link_id, organisation_id=organisation_id)
            self.context.write(partial(place, command), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ActorRow(LeadingRow):
    """One organisation at a link."""

    type_key = "chain_actor"
    part: Stand

    def words(self) -> None:
        """Say the name, since when, and what is out of the ordinary."""
        note = words.stand_note(self.kit, self.part)
        self.say(self.part.name, note, *words.stand_chips(self.kit, self.part))
        self.lead_to(self.part.organisation_id, self.part.name)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        return self.form
