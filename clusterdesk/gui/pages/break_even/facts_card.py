"""Thresholds and margins, every measure of break-even together, the losses recovered, and the look ahead."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from clusterdesk.briefs.break_even_chart import outlook_chart
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.facts import (
    Facts,
    level_facts,
    reached_facts,
    split_chart,
    split_words,
)
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_chart import LineChartView
from clusterdesk.gui.widgets.point_chart import PointChartView
from clusterdesk.services.break_even_reached import ReachedWords
from clusterdesk.services.break_even_words import BreakEvenWords

_THOUSAND = 1000


class _FactsCard(Card):
    """A heading over small tables and lines that are written anew each time."""

    def __init__(self, kit: Kit, heading: str) -> None:
        super().__init__(spacing=8)
        self.kit = kit
        self._reached = ReachedWords(kit.t, kit.formats)
        self.add(SectionHeader(heading, wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)

    def clear(self) -> None:
        """Take everything out."""
        clear_layout(self._column)

    def line(self, text: str, role: str = "") -> None:
        """Write a line; an empty one is left out."""
        if text:
            self._column.addWidget(Label(text, role, wrap=True))

    def _axis(self, value: float) -> str:
        return self.kit.formats.number(Decimal(str(value)) / _THOUSAND)

    def table(self, facts: Facts) -> None:
        """Write a small table: names at the left, numbers at the right."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for line, texts in enumerate((facts.heads, *facts.rows)):
            for column, text in enumerate(texts):
                label = Label(text, "caption" if line == 0 else "", wrap=column == 0)
                if column:
                    label.setAlignment(right)
                    grid.addWidget(label, line, column, right)
                else:
                    grid.addWidget(label, line, column)
        self._column.addLayout(grid)


class LevelCard(_FactsCard):
    """The threshold of the last complete period and of twelve months."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(kit, kit.t("Threshold and margin"))
        self.chart = PointChartView(kit, kit.t("Charges at each turnover, in thousands"), self._axis)
        self.add(self.chart)

    def show_view(self, view: BreakEven) -> None:
        """Show the levels of a ledger."""
        self.clear()
        facts = level_facts(view, self.kit)
        self.setVisible(bool(facts.rows))
        self.table(facts)
        self.line(self._reached.point(view), "small")
        words = split_words(view, self.kit)
        for text in words:
            self.line(text, "small")
        self.chart.setVisible(bool(words))
        self.chart.show_chart(split_chart(view, self.kit), " ".join(words))


class ReachedCard(_FactsCard):
    """When break-even was reached: every measure together, and the losses recovered apart."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(kit, kit.t("Reached when, with and without subsidies"))

    def show_view(self, view: BreakEven) -> None:
        """Show the measures of a ledger."""
        self.clear()
        self.setVisible(bool(view.complete))
        self.table(reached_facts(view, self.kit))
        self.line(self._reached.payback(view), "small")


class AheadCard(_FactsCard):
    """The honest look ahead: between which months, what growth it takes, by which method, how wrong it was."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(kit, kit.t("Looking ahead"))
        self.chart = LineChartView(kit, kit.t("Results without subsidies, and what may follow"), self._axis)
        self.add(self.chart)

    def show_view(self, view: BreakEven) -> None:
        """Show the scenarios of a ledger."""
        self.clear()
        self.setVisible(bool(view.complete))
        words = BreakEvenWords(self.kit.t, self.kit.formats)
        first, *rest = words.ahead(view)
        self.line(first, "strong")
        for text in words.growth(view):
            self.line(text)
        for text in rest:
            self.line(text, "small")
        chart = outlook_chart(view, self.kit.t, self.kit.formats)
        self.chart.setVisible(bool(chart.lines))
        self.chart.show_chart(chart, " ".join(words.ahead(view)))
