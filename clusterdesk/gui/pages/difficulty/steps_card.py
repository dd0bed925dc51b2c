"""What happened to a difficulty, the newest first: each move with its day, by whom, and what was said."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.difficulties import DifficultyStep
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm


class StepsCard(PartsCard):
    """The steps; they are written by the moves, only their remark is worded better here."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("What happened"), t("Nothing happened yet."))

    def make_row(self, part: DifficultyStep) -> PartRow:
        """Return the row of a step."""
        return StepRow(self.context, part)

    def show_page(self, page: DifficultyPage) -> None:
        """Show the steps."""
        self.show_parts(page.row.steps[::-1])


class StepRow(PartRow):
    """One step."""

    type_key = "difficulty_step"
    part: DifficultyStep

    def words(self) -> None:
        """Say what happened, when, by whom."""
        kit, step = self.kit, self.part
        facts = [kit.formats.date(step.on), step.by, step.remark]
        self.say(kit.t(choice_label(step.act)), " · ".join(one for one in facts if one))

    def build(self) -> QWidget:
        """Return the field."""
        self.form = RecordForm(self.context, self.type_key, (("remark",),))
        return self.form

    def fill(self) -> None:
        """Show the step."""
        self.form.show_record(self.part)
