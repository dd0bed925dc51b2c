"""What happened to an orientation: each step with its day, by whom, and what was said."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralStep
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.buttons import Button


class StepsCard(PartsCard):
    """The steps of one orientation, the newest first; moves add them."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("What happened"), t("Nothing yet. Every move adds a line here."))

    def make_row(self, part: ReferralStep) -> PartRow:
        """Return the row of a step."""
        return StepRow(self.context, part)

    def show_steps(self, steps: tuple[ReferralStep, ...]) -> None:
        """Show the steps; they are given in the order in which they happened."""
        self.show_parts(tuple(reversed(steps)))


class StepRow(PartRow):
    """One step."""

    type_key = "referral_step"
    wraps = True
    part: ReferralStep

    def words(self) -> None:
        """Say what happened, when, by whom."""
        t, step = self.kit.t, self.part
        what, day = t(choice_label(step.act)), self.kit.formats.date(step.on)
        facts = [day, step.by, step.remark]
        self.say(what, " · ".join(one for one in facts if one))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("on", "by"), ("remark",)))
        return self.form

    def fill(self) -> None:
        """Show the step."""
        self.form.show_record(self.part)

    def _footer(self) -> QWidget:
        # A step is what made the state: it is taken back by undo, or by the move back, never thrown away alone.
        past = Button(self.kit, self.kit.t("History"), "link", icon="history")
        past.clicked.connect(self._show_history)
        return past
