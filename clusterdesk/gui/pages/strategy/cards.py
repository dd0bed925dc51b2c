"""The cards of the strategy, one for each part."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.lists import AddToList
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.strategy import Indicator, OperationalObjective
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.lists.reading import add
from clusterdesk.gui.pages.strategy.board_cards import FreezesCard, RemarksCard
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.pages.strategy.plan_card import PlanCard
from clusterdesk.gui.pages.strategy.rows import StrategyRow
from clusterdesk.gui.pages.strategy.rules_card import RulesCard

_HINTS = {
    "strategic_objective": N_("What is to be achieved?"),
    "operational_objective": N_("How is it worked on?"),
    "indicator": N_("What is counted?"),
}


class NamedCard(PartsCard):
    """The rows of objectives, or of indicators."""

    def __init__(self, context: Context, type_key: str, choices: StrategyChoices) -> None:
        """Make an empty card."""
        t, kind = context.kit.t, RECORD_TYPES[type_key]
        super().__init__(
            context,
            t(kind.plural),
            t("Nothing here yet. Add a first one, or bring in a strategy file."),
            add=t("Add: {what}", what=t(kind.label)),
            hint=t(_HINTS[type_key]),
        )
        self._type_key, self._choices = type_key, choices

    def make_row(self, part: Record) -> PartRow:
        """Return the row of a record."""
        return StrategyRow(self.context, self._type_key, part, self._choices)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add one by its name; it joins the objective of the row that is open, else of the last."""
        rows = list(self.rows.values())
        joined = [row for row in rows if row.is_open] or rows
        last = joined[-1].part if joined else None
        like = last.id if isinstance(last, Indicator | OperationalObjective) else None
        command = AddToList(type_key=self._type_key, name=text, language=self.kit.t.language, like=like)
        self.context.write(partial(add, command), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class StrategyCards:
    """All cards; ``all`` names each by its part."""

    def __init__(self, context: Context, choices: StrategyChoices) -> None:
        """Make them, empty."""
        self._choices = choices
        self.named = {key: NamedCard(context, key, choices) for key in _HINTS}
        self.plan = PlanCard(context, choices)
        self.rules = RulesCard(context, choices)
        self.remarks = RemarksCard(context, choices)
        self.freezes = FreezesCard(context)
        self.all: Mapping[str, PartsCard] = {
            **self.named,
            "plan_item": self.plan,
            "rule_set": self.rules,
            "board_remark": self.remarks,
            "board_freeze": self.freezes,
        }

    def show(self) -> None:
        """Show the strategy as it is now."""
        desk = self._choices.desk
        self.named["strategic_objective"].show_parts(desk.objectives)
        self.named["operational_objective"].show_parts(desk.operational)
        self.named["indicator"].show_parts(desk.indicators)
        self.plan.show_plan()
        self.rules.show_rules()
        self.remarks.show_parts(desk.remarks)
        self.freezes.show_parts(desk.freezes)

    def open(self, key: str, row: UUID) -> None:
        """Open a row, once it is there."""
        if key == "plan_item":
            self.plan.open_point(row)
        else:
            self.all[key].open_when_shown(row)

    def commit(self, key: str) -> None:
        """Add what is typed into the line of a part."""
        if key in self.named:
            self.named[key].commit()
        elif key == "plan_item":
            self.plan.commit()
        elif key == "board_remark":
            self.remarks.commit()
