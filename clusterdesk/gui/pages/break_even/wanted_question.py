"""What must be sold to keep a result after tax."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from PySide6.QtWidgets import QGridLayout

from clusterdesk.domain.breakeven.questions import WantedResult, wanted_result
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.number_edit import NumberEdit
from clusterdesk.gui.pages.break_even.question import Question
from clusterdesk.gui.widgets.label import Label

USUAL_TAX = Decimal(25)
_WIDTH = 118
_CENT = Decimal("0.01")


class WantedQuestion(Question):
    """A result a year and a rate of tax; the turnover and the units it takes."""

    def __init__(self, kit: Kit) -> None:
        """Make the two fields."""
        super().__init__(kit)
        t = kit.t
        self.net = NumberEdit(kit, t("Wanted result a year, after tax"), self.money, _WIDTH)
        self.tax = NumberEdit(kit, t("Tax rate"), self.percent, _WIDTH)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, edit in enumerate((self.net, self.tax)):
            caption = Label(edit.accessibleName(), wrap=True)
            caption.setBuddy(edit)
            grid.addWidget(caption, row, 0)
            grid.addWidget(edit, row, 1)
            edit.read.connect(self.work_out)
        self.fields.addLayout(grid)

    def prefill(self) -> None:
        """Ask for nothing yet, at the usual rate."""
        self.net.set_value(None)
        self.tax.set_value(USUAL_TAX)

    def numbers(self) -> Sequence[NumberEdit]:
        """Return both fields."""
        return self.net, self.tax

    def reckon(self) -> tuple[tuple[str, ...], Assumptions | None]:
        """Answer once a result is wanted."""
        if self.footing is None or self.words is None or self.net.value is None:
            return (), None
        found = wanted_result(self.footing, self.net.value, self.tax.value or Decimal(0))
        return self.words.wanted(found), self._outcome(found)

    def _outcome(self, found: WantedResult) -> Assumptions | None:
        """Return the period that is needed on average, all else as today."""
        if found.revenue is None or self.base is None or self.footing is None:
            return None
        whole = Decimal(found.revenue.numerator) / Decimal(found.revenue.denominator)
        if self.base.price <= 0:
            return None
        units = whole / self.footing.a_year / self.base.price
        places = Decimal(1) if self.footing.per_unit else _CENT
        return replace(self.base, units=units.quantize(places, ROUND_CEILING))
