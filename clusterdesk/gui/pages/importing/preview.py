"""The third step: every row with its verdict, before anything is written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import RowsModel
from clusterdesk.gui.pages.importing import tally, words
from clusterdesk.gui.pages.importing.detail import RowDetail
from clusterdesk.gui.pages.importing.lines import ALL, ArchiveLines, Lines, PlanLines
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Card, Row
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.rows_table import RowsTable
from clusterdesk.gui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan


class LinesTable(QWidget):
    """Chips with counts over a table of lines.

    Signals:
        pointed: the id of the current line, None when there is none.
        opened: the id of a line (Enter, double click).
    """

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, kit: Kit, lines: Lines, parent: QWidget | None = None) -> None:
        """Show all lines."""
        super().__init__(parent)
        self._lines = lines
        self.filters = FilterChips(kit, kit.t("Verdicts"))
        self.filters.set_choices(lines.choices())
        self.filters.chosen.connect(self._filter)
        self.model = RowsModel(kit.theme, lines.columns, lines, self)
        self.table = RowsTable(kit, self.model, kit.t("Rows of the list"))
        self.table.pointed.connect(self.pointed)
        self.table.opened.connect(self.opened)
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        card.add(self.table)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.filters)
        self.column.addWidget(card, 1)
        self.show_only(ALL)

    def show_only(self, key: str) -> None:
        """Show the lines of one chip."""
        self.filters.choose(key)
        self.model.set_ids(self._lines.ids(key))
        if self.model.ids:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.pointed.emit(None)

    @Slot(object)
    def _filter(self, keys: frozenset[str]) -> None:
        self.show_only(next(iter(keys), ALL))


class PreviewStep(QWidget):
    """The table of rows, and beside it the row whole.

    Signals:
        decided: something else is decided about open rows.
        went: a Route.
    """

    decided = Signal()
    went = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kit = kit
        self._plan: ImportPlan | None = None
        self._rows: PlanLines | None = None
        self.decisions: dict[int, Decision] = {}
        self.lines: LinesTable | None = None
        self.detail: RowDetail | None = None
        self.for_all: FilterChips | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def show_plan(self, plan: "ImportPlan") -> None:
        """Show the rows of a list; decisions that are still possible are kept."""
        kit = self._kit
        self._plan, self.decisions = plan, tally.still_possible(plan, self.decisions)
        rows = self._rows = PlanLines(kit, plan, self.decisions)
        self.lines, self.detail = LinesTable(kit, rows), RowDetail(kit, rows.parts)
        self.for_all = self._all_bar(self.lines)
        self.lines.pointed.connect(self._point)
        self.lines.opened.connect(self._into_detail)
        self.detail.decided.connect(self._decide)
        self.detail.went.connect(self._go)
        self._put(SideBySide(kit, self.lines, self.detail, kit.t("The row")))
        self._point(self.lines.table.current_id)

    def show_archive(self, plan: "ArchivePlan") -> None:
        """Show the lines of an archive."""
        self._plan, self._rows, self.detail, self.for_all = None, None, None, None
        self.decisions = {}
        self.lines = LinesTable(self._kit, ArchiveLines(self._kit, plan))
        self._put(self.lines)

    def _put(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._column.addWidget(widget)

    def _all_bar(self, lines: LinesTable) -> FilterChips:
        """Make the choice for all open rows, under the filters."""
        assert self._plan is not None
        t = self._kit.t
        found = tally.open_rows(self._plan)
        names = any(row.verdict is Verdict.UNDECIDED for row in found)
        possible = [one for one in words.DECISIONS if any(one in row.choices for row in found)]
        title = t("All that are to be decided") if names else t("All likely duplicates")
        chips = FilterChips(self._kit, title)
        chips.set_choices(FilterChoice(one.value, words.for_all(t, one, names=names)) for one in possible)
        chips.chosen.connect(self._decide_all)
        told = t("All that are to be decided:") if names else t("All likely duplicates:")
        bar = Row(Label(told, "muted"), stretch=False)
        bar.line.addWidget(chips, 1)
        bar.setVisible(len(found) > 1)
        lines.column.insertWidget(1, bar)
        self._show_common(chips)
        return chips

    def _show_common(self, chips: FilterChips) -> None:
        if self._plan is not None:
            common = tally.common_decision(self._plan, self.decisions)
            chips.choose(*([common.value] if common else []))

    @Slot(object)
    def _point(self, number: object) -> None:
        if self._rows is not None and self.detail is not None:
            row = self._rows.row(number)
            self.detail.show_row(self._rows.plan.opened, row, self.decisions.get(row.line) if row else None)

    @Slot(object)
    def _into_detail(self, _number: object) -> None:
        """Enter leads from the row to what can be decided about it."""
        if self.detail is not None and self.detail.decision.isVisible():
            self.detail.decision.focusNextPrevChild(True)

    @Slot(int, object)
    def _decide(self, line: int, decision: Decision) -> None:
        self.decisions[line] = decision
        self._refresh()

    @Slot(object)
    def _decide_all(self, keys: frozenset[str]) -> None:
        if self._plan is not None and keys:
            self.decisions.update(tally.decided_for_all(self._plan, Decision(next(iter(keys)))))
            self._refresh()
            if self.lines is not None:
                self._point(self.lines.table.current_id)

    def _refresh(self) -> None:
        if self.lines is not None and self.for_all is not None:
            self.lines.model.forget(self.lines.model.ids)
            self._show_common(self.for_all)
        self.decided.emit()

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.went.emit(route)
