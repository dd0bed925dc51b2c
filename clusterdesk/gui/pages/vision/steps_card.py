"""What happened to a dossier, the newest first."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.vision import VisionStep
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm


class StepsCard(PartsCard):
    """The steps, the newest first."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("What happened"), t("No stage was noted yet."))

    def make_row(self, part: VisionStep) -> PartRow:
        """Return the row of a step."""
        return StepRow(self.context, part)

    def show_page(self, page: VisionPage) -> None:
        """Show the steps."""
        self.show_parts(page.steps[::-1])


class StepRow(PartRow):
    """One step."""

    type_key = "vision_step"
    part: VisionStep

    def words(self) -> None:
        """Say which stage, when, by whom."""
        kit, step = self.kit, self.part
        facts = [kit.formats.date(step.on), step.by, step.remark]
        self.say(kit.t(choice_label(step.stage)), " · ".join(one for one in facts if one))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("stage", "on"), ("by",), ("remark",)))
        return self.form

    def fill(self) -> None:
        """Show the step."""
        self.form.show_record(self.part)
