"""Turnover against charges: the sentence first, the chart, what the plan says, and the same as a table."""

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from clusterdesk.briefs.break_even_chart import ChartChoice, break_even_chart
from clusterdesk.domain.breakeven.what_if import Assumptions, planned, reached_in
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.month_table import MonthTable
from clusterdesk.gui.pages.break_even.what_if_words import WhatIfWords
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_chart import LineChartView
from clusterdesk.gui.widgets.steady_label import SteadyLabel
from clusterdesk.services.break_even_words import BreakEvenWords

_HEIGHT_UNITS = 296
_THOUSAND = 1000


class ChartCard(Card):
    """Draws the past of a ledger and the plan that is being tried."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.kit = kit
        t = kit.t
        self._view: BreakEven | None = None
        self._given: Assumptions | None = None
        self.header = SectionHeader(t("Turnover and charges"), wrap=True)
        self.subsidies = QCheckBox(t("With subsidies"))
        self.header.add(self.subsidies)
        self.chart = LineChartView(kit, t("Turnover and charges, month by month"), self._axis)
        self.chart.set_height(_HEIGHT_UNITS)
        self.outcome = SteadyLabel("strong")
        self.legend = Label("", "small", wrap=True)
        self.toggle = Button(kit, "", "link", icon="table")
        self.table = MonthTable(kit)
        self.table.hide()
        self.add(self.header, self.chart, self.outcome, self.legend, self.toggle, self.table)
        self.subsidies.toggled.connect(self._draw)
        self.toggle.clicked.connect(self.toggle_table)
        self._name_toggle()

    def show_view(self, view: BreakEven) -> None:
        """Show the past of a ledger."""
        self._view = view
        self._given = None
        self.subsidies.setVisible(any(one.operating_subsidy for one in view.months))
        self.table.show_view(view)
        self.legend.setText(self._legend(view))
        self._draw()

    @Slot(object)
    def show_plan(self, given: Assumptions) -> None:
        """Draw a plan beside the past."""
        self._given = given
        self._draw()

    @Slot()
    def toggle_table(self) -> None:
        """Show the figures as a table, or hide them again."""
        self.table.setVisible(self.table.isHidden())
        self._name_toggle()

    @Slot()
    def _draw(self) -> None:
        view, given = self._view, self._given
        if view is None:
            return
        choice = ChartChoice(with_subsidies=self.subsidies.isChecked() and not self.subsidies.isHidden())
        if given is not None:
            choice = ChartChoice(planned(given), reached_in(given), choice.with_subsidies)
        outcome = WhatIfWords(self.kit, view).outcome(given) if given is not None else ""
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        words = BreakEvenWords(self.kit.t, self.kit.formats)
        told = self.kit.t(
            "{sentence} {plan} The table below the chart says the same.", sentence=words.sentence(view), plan=outcome
        )
        self.chart.show_chart(break_even_chart(view, choice, self.kit.t, self.kit.formats), told)

    def _legend(self, view: BreakEven) -> str:
        t = self.kit.t
        symbol = "€" if view.currency == "EUR" else view.currency
        if view.annual:
            return t(
                "In thousands of {currency} a year. Solid: what happened; dashed: the plan; a gap: a year is missing.",
                currency=symbol,
            )
        return t(
            "In thousands of {currency} a period. Solid: what happened; dashed: the plan; a gap: a month is missing.",
            currency=symbol,
        )

    def _axis(self, value: float) -> str:
        return self.kit.formats.number(Decimal(str(value)) / _THOUSAND)

    def _name_toggle(self) -> None:
        t = self.kit.t
        self.toggle.set_text(t("See the figures as a table") if self.table.isHidden() else t("Hide the table"))
