"""What must be sold of several products in a mix."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Slot

from clusterdesk.domain.breakeven.questions import Product, ProductMix, product_mix
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.number_edit import NumberEdit
from clusterdesk.gui.pages.break_even.number_rows import NumberRows
from clusterdesk.gui.pages.break_even.question import Question
from clusterdesk.gui.widgets.buttons import Button

_SIXTH = Decimal("0.000001")
_HUNDRED = Decimal(100)


class MixQuestion(Question):
    """A small table of products; their weighted margin, and the units of each that cover the fixed charges."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__(kit)
        t = kit.t
        columns = (
            (t("Share of units"), self.percent),
            (t("Price"), self.money),
            (t("Variable charges"), self.money),
        )
        self.table = NumberRows(kit, columns, named=t("Product"))
        self.more = Button(kit, t("Add a product"), "link", icon="plus")
        self.fields.addWidget(self.table)
        self.fields.addWidget(self.more)
        self.table.changed.connect(self.work_out)
        self.more.clicked.connect(self._add)

    def prefill(self) -> None:
        """Begin with the unit of the ledger where it has one, and an empty row."""
        self.table.clear()
        name = self.kit.t("Product {n}", n=1)
        if self.base is not None and self.footing is not None and self.footing.per_unit:
            self.table.add_row(name, (_HUNDRED, self.base.price, self.base.variable_cost))
        else:
            self.table.add_row(name)
        self.table.add_row()

    def numbers(self) -> Sequence[NumberEdit]:
        """Return the fields of all rows."""
        return [edit for row in self.table.rows for edit in row.numbers]

    def reckon(self) -> tuple[tuple[str, ...], Assumptions | None]:
        """Answer from the rows that are whole; empty ones are left out."""
        products = []
        for row in self.table.rows:
            name, values = row.first.text().strip(), [edit.value for edit in row.numbers]
            share, price, variable = values
            if share is None and price is None and variable is None:
                continue
            if not name or share is None or price is None or variable is None:
                return (), None
            products.append(Product(name, share, price, variable))
        if not products or self.footing is None or self.words is None:
            return (), None
        found = product_mix(self.footing.fixed, products)
        return self.words.mix(found), self._outcome(found)

    def _outcome(self, found: ProductMix) -> Assumptions | None:
        """Return a period with the average unit of the mix, sold as often as it takes."""
        if found.units is None or self.base is None or self.footing is None:
            return None
        return replace(
            self.base,
            price=_decimal(found.price),
            variable_cost=_decimal(found.variable),
            units=Decimal(found.units),
            per_unit=True,
        )

    @Slot()
    def _add(self) -> None:
        if not self.table.full:
            self.table.add_row().first.setFocus()
            self.more.setEnabled(not self.table.full)


def _decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_SIXTH)
