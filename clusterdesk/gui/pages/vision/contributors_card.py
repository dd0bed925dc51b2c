"""Who contributes to a dossier: organisations, people; named outside only where they agreed to be cited."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.vision import VisionContributor
from clusterdesk.domain.views.vision import ContributorLine, VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.leading_row import LeadingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.partners_card import OrganisationDialog
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button


class ContributorsCard(PartsCard):
    """The contributors by organisation."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nobody yet. Add who gave information or sat in a working group.")
        super().__init__(
            context, t("Contributors"), empty, add=t("Add somebody by name"), hint=t("First name and last name")
        )
        self._page: VisionPage | None = None
        self.organisation_button = Button(self.kit, t("Add an organisation…"), "link", icon="building-2")
        self.organisation_button.clicked.connect(self._ask)
        self.add(self.organisation_button)

    def make_row(self, part: ContributorLine) -> PartRow:
        """Return the row of a contributor."""
        return ContributorRow(self.context, part)

    def show_page(self, page: VisionPage) -> None:
        """Show who contributes."""
        self._page = page
        self.show_parts(page.contributors)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add somebody by name."""
        if self._page is not None:
            self._put(VisionContributor(vision_dossier_id=self._page.record.id, name=text))

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Which organisation contributes?"), t("Add it"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Add an organisation."""
        if self._page is not None:
            self._put(VisionContributor(vision_dossier_id=self._page.record.id, organisation_id=organisation_id))

    def _put(self, record: VisionContributor) -> None:
        self.context.write(partial(jobs.add, AddRecord(record=record)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ContributorRow(LeadingRow):
    """One contributor."""

    type_key = "vision_contributor"
    part: ContributorLine

    def words(self) -> None:
        """Say who, and whether they may be cited."""
        t, part = self.kit.t, self.part
        title = part.name or part.organisation
        note = [part.organisation if part.name else "", part.record.role]
        chip = (t("May be cited"), Tone.OK) if part.may_be_cited else (t("Not to be cited"), Tone.NEUTRAL)
        self.say(title, " · ".join(one for one in note if one), chip)
        self.lead_to(part.record.organisation_id, part.organisation)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("name",), ("role",)))
        return self.form
