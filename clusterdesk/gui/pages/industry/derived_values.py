"""What follows from a capacity sheet: each value with the arithmetic it comes from, or what is missing for it."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.domain.industrialisation.capacity import DERIVED_LABELS, CapacityValue, derived_values, remarks
from clusterdesk.domain.records.industrialisation import CapacitySheet
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.proposal_words import sentence_words

_ONE_PLACE = Decimal("0.1")


class DerivedValues(QWidget):
    """A line for each value: its name with the arithmetic under it, the value at the right; then remarks."""

    def __init__(self, kit: Kit) -> None:
        """Make no line."""
        super().__init__()
        self._kit = kit
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(7, 4, 7, 4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)

    def show_sheet(self, sheet: CapacitySheet) -> None:
        """Show what follows from a sheet."""
        clear_layout(self._grid)
        t, right = self._kit.t, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        line = 0
        for one in derived_values(sheet):
            figure = Label(value_words(self._kit, one), "strong" if one.value is not None else "muted")
            self._grid.addWidget(Label(t(DERIVED_LABELS[one.key]), wrap=True), line, 0)
            self._grid.addWidget(figure, line, 1, right)
            self._grid.addWidget(Label(source_words(self._kit, one), "small", wrap=True), line + 1, 0, 1, 2)
            self._grid.setRowMinimumHeight(line + 2, 4)
            line += 3
        for remark in remarks(sheet):
            words = sentence_words(remark, t, self._kit.formats)
            self._grid.addWidget(Label(words, "muted", wrap=True), line, 0, 1, 2)
            line += 1


def value_words(kit: Kit, one: CapacityValue) -> str:
    """Return a value as people read it; a dash where it is missing."""
    if one.value is None:
        return "–"
    if one.is_percent:
        return kit.formats.percent(one.value / 100, 1)
    return kit.formats.number(one.value.quantize(Decimal("0.01")))


def source_words(kit: Kit, one: CapacityValue) -> str:
    """Return the arithmetic of a value, or what is missing for it."""
    t = kit.t
    if one.missing:
        return t("Missing: {fields}", fields=kit.formats.joined([t(label) for label in one.missing]))
    return sentence_words(one.arithmetic, t, kit.formats) if one.arithmetic is not None else ""
