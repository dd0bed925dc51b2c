"""Figures for tests, entered and closed through the services as people do."""

from collections.abc import Sequence
from decimal import Decimal

from clusterdesk.domain.commands.figures import ClosePeriod, EnterFigures
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.periods import following
from clusterdesk.domain.records.figures import FigureLine, Ledger
from clusterdesk.services import figures
from clusterdesk.store.desk_store import Store

type Split = tuple[int | str, int | str, int | str]


def enter_month(
    store: Store, ledger: Ledger, period: str, split: Split, *, close: bool = True, subsidy: int = 0, units: int = 0
) -> None:
    """Enter turnover, variable and fixed costs of a period (in that order), and close it."""
    lines = (FigureLine.REVENUE, FigureLine.VARIABLE, FigureLine.FIXED)
    cells = [FigureCell(period, line, Decimal(amount)) for line, amount in zip(lines, split, strict=True)]
    if subsidy:
        cells.append(FigureCell(period, FigureLine.OPERATING_SUBSIDY, Decimal(subsidy)))
    if units:
        cells.append(FigureCell(period, FigureLine.UNITS, Decimal(units)))
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=tuple(cells)))
    if close:
        figures.close_period(store, ClosePeriod(ledger_id=ledger.id, period=period))


def enter_months(store: Store, ledger: Ledger, first: str, splits: Sequence[Split], *, units: int = 0) -> None:
    """Enter one period after another."""
    for by, split in enumerate(splits):
        enter_month(store, ledger, following(first, by), split, units=units)
