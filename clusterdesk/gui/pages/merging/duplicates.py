"""Organisations that are probably entered twice, to be compared one pair after the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from clusterdesk.domain.duplicates import Confidence
from clusterdesk.domain.views.duplicates import DuplicateGroup
from clusterdesk.gui import routes
from clusterdesk.gui.long_job import LongJob
from clusterdesk.gui.models.rows import RowsModel
from clusterdesk.gui.pages.merging import jobs
from clusterdesk.gui.pages.merging.pairs import Pair, PairRows, pairs_of
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.rows_table import RowsTable


class DuplicatesPage(Page):
    """The page."""

    shows = ("organisation", "address", "establishment")

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make chips and table."""
        kit, t = self.kit, self.kit.t
        self.pairs: list[Pair] = []
        self.header = PageHeader(
            kit, t("Duplicates"), note=t("Organisations that are probably entered twice. Nothing is merged by itself.")
        )
        self.compare = Button(kit, t("Compare the two"), "primary", icon="merge")
        self.header.add(self.compare)
        self.busy = BusyBar(kit)
        self.long = LongJob(self.context, self.busy, self)
        self.filters = FilterChips(kit, t("How sure"), many=True)
        self.rows = PairRows(kit)
        self.model = RowsModel(kit.theme, self.rows.columns(), self.rows, self)
        self.table = RowsTable(kit, self.model, t("Duplicates"))
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        card.add(self.table)
        sentence = t("Names, numbers and postcodes were compared: no two organisations look alike.")
        self.none = EmptyState(kit, "circle-check", t("No duplicates"), sentence)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self.none)
        for part in (self.header, self.busy, self.filters):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.filters.chosen.connect(self._filter)
        self.table.opened.connect(self._open)
        self.compare.clicked.connect(self._compare)

    def refresh(self, changes: object) -> None:
        """Look for pairs."""
        step = self.kit.t("Comparing the organisations")
        self.long.run(step, partial(jobs.find_pairs, step), self._show)

    def _show(self, groups: Sequence[DuplicateGroup]) -> None:
        self.pairs = pairs_of(groups)
        counts = {one: sum(pair.why.confidence is one for pair in self.pairs) for one in reversed(Confidence)}
        first = not self.filters.keys
        self.filters.set_choices(
            FilterChoice(str(int(one)), self.rows.sureness(one), count) for one, count in counts.items() if count
        )
        if first:
            # What is only possible is there for whoever asks for it.
            self.filters.choose(*(str(int(one)) for one in (Confidence.CERTAIN, Confidence.LIKELY)))
        self._filter(self.filters.keys)
        self.filters.setVisible(bool(self.pairs))
        self.compare.setVisible(bool(self.pairs))
        self.stack.setCurrentIndex(0 if self.pairs else 1)

    @Slot(object)
    def _filter(self, keys: frozenset[str]) -> None:
        self.rows.pairs = [pair for pair in self.pairs if not keys or str(int(pair.why.confidence)) in keys]
        self.model.set_ids(range(len(self.rows.pairs)), keep_rows=False)
        if self.rows.pairs and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.compare.setEnabled(bool(self.rows.pairs))

    @Slot(object)
    def _open(self, number: object) -> None:
        if isinstance(number, int) and number < len(self.rows.pairs):
            pair = self.rows.pairs[number]
            self.context.shell.go(routes.merge(pair.kept.id, pair.other.id, back_to_list=True))

    @Slot()
    def _compare(self) -> None:
        self._open(self.table.current_id)
