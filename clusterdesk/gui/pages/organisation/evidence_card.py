"""What proves a result, or is still to obtain, within the row of the result."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.results import AddEvidence
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation import result_jobs as jobs
from clusterdesk.gui.pages.organisation.evidence_row import EvidenceRow
from clusterdesk.gui.pages.organisation.result_choices import ResultChoices


class EvidenceCard(PartsCard):
    """The evidence of one result, within its row."""

    def __init__(self, context: Context, choices: ResultChoices) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("What proves it? Name what is still to obtain, then drop the paper on it once you have it.")
        super().__init__(
            context, t("Pieces of evidence"), empty, add=t("Add evidence"), hint=t("Title of the evidence")
        )
        self.setProperty("role", "plain")  # a card within a row would be a frame too many
        self.body.setContentsMargins(0, 4, 0, 0)
        self._choices = choices
        self.result_id: UUID | None = None
        self.organisation_id: UUID | None = None

    def make_row(self, part: Evidence) -> PartRow:
        """Return the row of a piece of evidence."""
        return EvidenceRow(self.context, part, self._choices, self.organisation_id)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Name evidence that is still to obtain; the row opens for the rest."""
        if self.result_id is not None or self.organisation_id is not None:
            command = wanted(text, self.organisation_id, self.result_id)
            self.context.write(partial(jobs.add_evidence, command), self._added)

    def _added(self, evidence: Evidence) -> None:
        self.open_when_shown(evidence.id)


def wanted(title: str, organisation_id: UUID | None, result_id: UUID | None = None) -> AddEvidence:
    """Return the command that notes evidence to obtain; a paper is what one wants first."""
    return AddEvidence(
        title=title,
        result_id=result_id,
        organisation_id=organisation_id,
        level=EvidenceLevel.DOCUMENT,
        wanted=True,
    )
