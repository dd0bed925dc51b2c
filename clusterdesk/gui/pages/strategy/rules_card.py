"""The rules of counting by version: from when they are valid, whose they are, why they were changed."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.rules import reading
from clusterdesk.gui.pages.rules.dialog import RulesDialog
from clusterdesk.gui.pages.rules.reading import RulesForm
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.label import Label

_ROWS = (("valid_from", "owner"), ("reason",))


class RulesCard(PartsCard):
    """All versions, the newest first."""

    def __init__(self, context: Context, choices: StrategyChoices) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Rules of counting"), t("No rules yet: they come with a strategy file."))
        self._choices = choices
        self.change = Button(self.kit, t("Change the rules…"), icon="pencil")
        self.change.clicked.connect(self.ask_changes)
        self.header.add(self.change)

    def make_row(self, part: RuleSet) -> PartRow:
        """Return the row of a version."""
        return RuleSetRow(self.context, part, self._choices)

    @Slot()
    def ask_changes(self) -> None:
        """Read the newest rules, and show them as fields."""
        job = partial(reading.read, self.kit.t.language)
        self.context.desk.submit(job, self._show_form, latest="rules-form", owner=self)

    def _show_form(self, form: RulesForm) -> None:
        RulesDialog(self.context, form, parent=self.window()).open()

    def show_rules(self) -> None:
        """Show the versions there are."""
        self.show_parts(self._choices.desk.rule_sets[::-1])


class RuleSetRow(ChoosingRow[StrategyChoices]):
    """One version of the rules."""

    type_key = "rule_set"
    part: RuleSet

    def words(self) -> None:
        """Say the version, from when it is valid, and whose it is."""
        t, one = self.kit.t, self.part
        now = self.choices.desk.rules_on(self.kit.clock.today())
        chips = ((t("In force"), Tone.OK),) if now is not None and now.id == one.id else ()
        since = t("valid from {day}", day=self.kit.formats.date(one.valid_from))
        title = t("Version {number}", number=self.kit.formats.number(one.version))
        self.say(title, " · ".join(fact for fact in (since, one.owner, one.reason) if fact), *chips)

    def build(self) -> QWidget:
        """Return the fields, and the parameters to read."""
        inner = Card(margin=0)
        inner.setProperty("role", "plain")
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        self.parameters = Label("", "code", wrap=True)
        self.parameters.setContentsMargins(7, 0, 7, 4)
        inner.add(self.form, self.parameters)
        return inner

    def fill(self) -> None:
        """Show the version."""
        self.form.show_record(self.part)
        self.parameters.setText(self.part.parameters)
