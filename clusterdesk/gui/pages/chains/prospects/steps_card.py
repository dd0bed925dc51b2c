"""What happened with a prospect, within its row: the states it reached."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.prospects import ProspectStep
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.prospects import words


class StepsCard(InnerCard):
    """What happened with a prospect, the newest first; it is written by the moves."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("What happened"), t("Nothing happened yet: it was found."))

    def make_row(self, part: ProspectStep) -> PartRow:
        """Return the row of a state."""
        return StepRow(self.context, part)


class StepRow(PartRow):
    """One state that was reached."""

    type_key = "prospect_step"
    part: ProspectStep

    def words(self) -> None:
        """Say the state, when, by whom, and what was said."""
        self.say(words.step_title(self.kit, self.part), words.step_note(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("on", "by"), ("remark",)))
        return self.form

    def fill(self) -> None:
        """Show the step."""
        self.form.show_record(self.part)
