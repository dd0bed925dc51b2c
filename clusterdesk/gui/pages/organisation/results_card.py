"""Results and evidence of an organisation and its projects."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.results import AddResult
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.results import Evidence, ResultKind
from clusterdesk.domain.views.organisation_page import OrganisationPage, ResultCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation import result_jobs as jobs
from clusterdesk.gui.pages.organisation.evidence_card import wanted
from clusterdesk.gui.pages.organisation.evidence_row import EvidenceRow
from clusterdesk.gui.pages.organisation.loading import Lists
from clusterdesk.gui.pages.organisation.result_choices import ResultChoices
from clusterdesk.gui.pages.organisation.result_row import ResultRow


class ResultsCard(PartsCard):
    """The card of results; evidence stands under its result, what belongs to none at the end."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Results and evidence"),
            t("No result yet. Note break-even, industrialisation or a start of production, then what proves it."),
            add=t("Add a result or evidence"),
            hint=t("Title of the evidence"),
        )
        self.organisation_id: UUID | None = None
        self._choices = ResultChoices(self.kit)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("Add a result or evidence"))
        for kind in ResultKind:
            action = QAction(t(choice_label(kind)), self.menu)
            action.setData(kind.value)
            action.triggered.connect(self._chosen)
            self.menu.addAction(action)
        self.menu.addSeparator()
        loose = QAction(t("Evidence to obtain"), self.menu)
        loose.triggered.connect(self._name_evidence)
        self.menu.addAction(loose)

    def make_row(self, part: ResultCard | Evidence) -> PartRow:
        """Return the row of a result, or of evidence of none."""
        if isinstance(part, Evidence):
            return EvidenceRow(self.context, part, self._choices, self.organisation_id)
        return ResultRow(self.context, part, self._choices)

    def key_of(self, part: ResultCard | Evidence) -> UUID:
        """Return the id of the result or of the evidence."""
        return part.id if isinstance(part, Evidence) else part.result.id

    def show_page(self, page: OrganisationPage, lists: Lists) -> None:
        """Show the results of an organisation, in the heading how much evidence is still to obtain."""
        self._choices.page, self._choices.lists = page, lists
        number, missing = self.kit.formats.number(len(page.results)), len(page.evidence_wanted)
        note = number if page.results else ""
        if missing:
            note = self.kit.t.n("{n} to obtain", "{n} to obtain", n=missing)
        self.show_parts((*page.results, *page.evidence), note)

    def open_evidence(self, evidence_id: UUID) -> None:
        """Open the row of a piece of evidence, and that of its result."""
        if evidence_id in self.rows:
            self.open_when_shown(evidence_id)
            return
        for row in self.rows.values():
            if isinstance(row, ResultRow) and any(one.id == evidence_id for one in row.part.evidence):
                row.open()
                row.evidence.open_when_shown(evidence_id)

    @Slot()
    def begin_adding(self) -> None:
        """Offer the kinds of result; the one taken holds from today on, until another day is given."""
        self.menu.popup(self.header.mapToGlobal(self.header.rect().bottomRight()))

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Name evidence that is still to obtain."""
        if self.organisation_id is not None:
            self.context.write(partial(jobs.add_evidence, wanted(text, self.organisation_id)), self._added)

    @Slot()
    def _name_evidence(self) -> None:
        super().begin_adding()

    @Slot()
    def _chosen(self) -> None:
        action, page = self.sender(), self._choices.page
        if page is None or not isinstance(action, QAction):
            return
        files = page.open_files
        file = files[0].file if len(files) == 1 else None
        held = [one.project.id for one in page.projects if not one.holder]
        command = AddResult(
            kind=ResultKind(str(action.data())),
            on=self.kit.clock.today(),
            project_id=file.project_id if file is not None else held[0] if len(held) == 1 else None,
            organisation_id=page.organisation.id,
            coaching_file_id=file.id if file is not None else None,
        )
        self.context.write(partial(jobs.add_result, command), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)
