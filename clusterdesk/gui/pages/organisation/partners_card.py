"""Who takes part in a project, each with a role."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.projects import ProjectPartner
from clusterdesk.domain.views.organisation_page import PartnerLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.leading_row import LeadingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog

__all__ = ["OrganisationDialog", "PartnerRow", "PartnersCard"]


class PartnersCard(InnerCard):
    """The partners of one project, within its row."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No partner. A project of several organisations has one holder; the others are its partners.")
        super().__init__(context, t("Partners"), empty, add=t("Add a partner"))
        self.project_id: UUID | None = None

    def make_row(self, part: PartnerLine) -> PartRow:
        """Return the row of a partner."""
        return PartnerRow(self.context, part)

    @Slot()
    def begin_adding(self) -> None:
        """Choose the organisation by its name."""
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who takes part?"), t("Add a partner"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Add an organisation as a partner; the row opens for its role."""
        if self.project_id is not None:
            partner = ProjectPartner(project_id=self.project_id, organisation_id=organisation_id)
            self.context.write(partial(jobs.add, AddRecord(record=partner)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class PartnerRow(LeadingRow):
    """One partner of a project."""

    type_key = "project_partner"
    part: PartnerLine

    def words(self) -> None:
        """Say name and role."""
        self.say(self.part.name, self.part.record.role)
        self.lead_to(self.part.record.organisation_id, self.part.name)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("role",),))
        return self.form
