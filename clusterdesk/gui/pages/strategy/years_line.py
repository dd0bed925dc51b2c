"""The plan of an indicator by year: how much is to be reached by the end of each; saved when a field is left."""

from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.commands.strategy import PlanYear
from clusterdesk.domain.records.strategy import Indicator, IndicatorYear
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.strategy.reading import plan_year
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.line import InlineNumber
from clusterdesk.gui.widgets.label import Label

_MOST = 12


class YearField(InlineNumber):
    """What is expected by the end of one year."""

    def __init__(self, context: Context, indicator: Indicator, year: int) -> None:
        """Make an empty field."""
        super().__init__(context.kit, str(year))
        self.context, self._indicator, self._year = context, indicator, year
        self.edit.setAccessibleName(context.kit.t("Expected by the end of {year}", year=str(year)))
        self.edit.setMinimumWidth(context.kit.theme.length(56))
        self.set_placeholder("–")
        self.committed.connect(self._save)

    @Slot(object)
    def _save(self, value: Decimal | None) -> None:
        command = PlanYear(indicator_id=self._indicator.id, year=self._year, expected=value)
        self.context.write(partial(plan_year, command), self._kept, self._refused)

    def _kept(self, _made: object) -> None:
        self.mark_saved()

    def _refused(self, error: BaseException) -> None:
        self.not_saved(self.context.error_text(error))


class YearsLine(QWidget):
    """A field for each year of the plan."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.context = context
        self.fields: dict[int, YearField] = {}
        heading = Label(context.kit.t("Planned: reached by the end of"), "caption")
        heading.setContentsMargins(7, 0, 7, 0)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(heading)
        column.addLayout(self._line)

    def show_years(self, indicator: Indicator, years: Iterable[IndicatorYear]) -> None:
        """Show the years of an indicator's plan; typed text stays."""
        known = {one.year: one.expected for one in years}
        wanted = sorted({*known, *_horizon(indicator)})
        if wanted != list(self.fields):
            clear_layout(self._line)
            self.fields = {year: YearField(self.context, indicator, year) for year in wanted}
            for field in self.fields.values():
                self._line.addWidget(field, 1)
        for year, field in self.fields.items():
            field.set_value(known.get(year))
        self.setVisible(bool(wanted))


def _horizon(indicator: Indicator) -> range:
    if indicator.start_on is None or indicator.end_on is None:
        return range(0)
    return range(indicator.start_on.year, min(indicator.end_on.year, indicator.start_on.year + _MOST) + 1)
