"""The assessments of a project: its level over time, what changed each time, who made them."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot

from clusterdesk.domain.commands.industrialisation import BeginAssessment
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.domain.views.industry import Assessed, IndustryPage, ProjectIndustry
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.industry.assessment_row import AssessmentChoices, AssessmentRow
from clusterdesk.gui.pages.industry.level_chart import LevelChart
from clusterdesk.gui.pages.industry.loading import begin
from clusterdesk.gui.pages.organisation.loading import profile_options
from clusterdesk.gui.widgets.fields.choice import Option


class AssessmentsCard(PartsCard):
    """The card of assessments, the newest first; with two of them a chart.

    Signals:
        correction_asked: the answers of this assessment should be corrected (its id).
    """

    correction_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Assessments"),
            t("Nothing assessed yet. The first answer begins an assessment; each later day with an answer is another."),
            add=t("Assess today: nothing has changed"),
        )
        self._project_id: UUID | None = None
        self._choices = AssessmentChoices()
        self.chart = LevelChart(self.kit)
        self.body.insertWidget(1, self.chart)

    def make_row(self, part: Assessed) -> PartRow:
        """Return the row of an assessment."""
        row = AssessmentRow(self.context, part, self._choices)
        row.correction_asked.connect(self.correction_asked)
        return row

    def key_of(self, part: Assessed) -> UUID:
        """Return the id of the assessment."""
        return part.assessment.id

    def show_project(self, page: IndustryPage, shown: ProjectIndustry) -> None:
        """Show the assessments of a project."""
        if shown.project.id != self._project_id:
            self.forget()
            self._project_id = shown.project.id
        self._choices.page = page
        self._choices.profiles = [Option(None, "–"), *profile_options(page.profiles)]
        self.chart.show_assessments([one.assessment for one in shown.assessed])
        self.show_parts(shown.assessed)

    @Slot()
    def begin_adding(self) -> None:
        """Assess today with the answers given before."""
        page = self._choices.page
        if self._project_id is None or page is None:
            return
        name = self.context.settings.profile_name.casefold()
        own = next((one.id for one in page.profiles if one.name.casefold() == name), None)
        command = BeginAssessment(project_id=self._project_id, profile_id=own)
        self.context.write(partial(begin, command), self._added, toast=self.kit.t("Assessed today."))

    def _added(self, record: MrlAssessment) -> None:
        self.open_when_shown(record.id)
