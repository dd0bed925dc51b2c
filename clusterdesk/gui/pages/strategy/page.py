"""The strategy of the cluster: chips choose a part, its rows are edited in place; as a file in and out."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.gui.listings import Records
from clusterdesk.gui.pages.strategy import reading
from clusterdesk.gui.pages.strategy.cards import StrategyCards
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.pages.strategy.files import StrategyFiles
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST = 860
PARTS = (
    "indicator",
    "operational_objective",
    "strategic_objective",
    "plan_item",
    "rule_set",
    "board_remark",
    "board_freeze",
)
_PURPOSES = {
    "indicator": N_("What shows whether an objective is reached: what is counted, how much, until when."),
    "operational_objective": N_("How a strategic objective is worked on; indicators and action plan stand under it."),
    "strategic_objective": N_("What the cluster wants to achieve over the plan."),
    "plan_item": N_("What is done this year for each objective: who, until when, how far."),
    "rule_set": N_("By which rules results are counted, version by version; older reports keep theirs."),
    "board_remark": N_("What stands on the first page of the report: messages, decisions asked for, a story."),
    "board_freeze": N_("The numbers of a quarter as they were reported; they are never written anew."),
}


class StrategyPage(Page):
    """The page; its argument is the key of the part shown first, or the part and the id of a row to open."""

    shows = (*PARTS, "indicator_year", "profile", "organisation")

    def build(self) -> None:
        """Make chips and a card for each part; only one of them is shown."""
        t = self.kit.t
        self._key = PARTS[0]
        self.choices = StrategyChoices(self.kit)
        self.files = StrategyFiles(self.context, self)
        note = t("The strategy is data: objectives, indicators and rules are edited here, or come in as a file.")
        self.header = PageHeader(self.kit, t("Strategy and action plan"), note=note)
        self.import_button = Button(self.kit, t("Import"), icon="import", hint=t("Bring in a strategy file (TOML)"))
        self.write_button = Button(self.kit, t("Save as file"), icon="download", hint=t("Write a strategy file (TOML)"))
        self.header.add(self.import_button, self.write_button, self.export_button())
        self.chips = FilterChips(self.kit, t("Which part of the strategy"))
        self.purpose = Label("", "muted", wrap=True)
        self.cards = StrategyCards(self.context, self.choices)
        self._count(StrategyDesk())
        inner, column = narrow_column(self.kit, _WIDEST)
        column.addWidget(self.purpose)
        for card in self.cards.all.values():
            column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(self.header)
        self.body.addWidget(self.chips)
        self.body.addWidget(page_scroll(inner, t("Strategy and action plan")), 1)
        self.chips.chosen.connect(self._choose)
        self.import_button.clicked.connect(self.files.ask_file)
        self.write_button.clicked.connect(self.files.ask_target)
        self._turn()

    def argument_changed(self) -> None:
        """Turn to the part asked for, and open the row."""
        key, row = self.argument if isinstance(self.argument, tuple) else (self.argument, None)
        if key in PARTS:
            self._key = str(key)
        self._turn()
        if isinstance(row, UUID):
            self.cards.open(self._key, row)

    def refresh(self, changes: object) -> None:
        """Read the strategy."""
        self.context.desk.submit(reading.read, self._show, latest="strategy", owner=self)

    def listing(self) -> Records:
        """Return the part that is shown."""
        return Records(self._key, self.kit.t)

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.cards.commit(self._key)

    def _show(self, desk: StrategyDesk) -> None:
        self.choices.desk = desk
        self._count(desk)
        self.cards.show()
        self._turn()

    def _count(self, desk: StrategyDesk) -> None:
        rows: dict[str, Sequence[Record]] = {
            "indicator": desk.indicators,
            "operational_objective": desk.operational,
            "strategic_objective": desk.objectives,
            "plan_item": desk.plan,
            "rule_set": desk.rule_sets,
            "board_remark": desk.remarks,
            "board_freeze": desk.freezes,
        }
        t = self.kit.t
        self.chips.set_choices([FilterChoice(key, t(RECORD_TYPES[key].plural), len(rows[key])) for key in PARTS])
        self.chips.updateGeometry()

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self._key = next(iter(keys), PARTS[0])
        self._turn()

    def _turn(self) -> None:
        self.chips.choose(self._key)
        self.purpose.setText(self.kit.t(_PURPOSES[self._key]))
        for key, card in self.cards.all.items():
            card.setVisible(key == self._key)
