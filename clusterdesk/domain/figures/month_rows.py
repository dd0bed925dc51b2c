"""The periods of a followed ledger as rows: the amounts as they are known, and what follows from those that count."""

from dataclasses import replace

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.said import Said, charges_of, fixed_of, said_of, variable_of
from clusterdesk.domain.breakeven.series import Series
from clusterdesk.domain.figures.followed import Followed
from clusterdesk.domain.figures.months import Lack, LedgerPeriod
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.views.break_even import BreakEvenMonth

_OPEN = {Lack.NOT_CLOSED, Lack.NOT_ENDED}


def month_rows(followed: Followed, currency: str) -> tuple[BreakEvenMonth, ...]:
    """Return a row for every period from the first to the last that is known, also for those that are missing."""
    sums = followed.series.core.t12
    return tuple(
        replace(row, twelve_months=sums.get(row.period.index)) if row.complete else row
        for row in (
            _row(followed, result.period, position, currency) for position, result in enumerate(followed.series.periods)
        )
    )


def _row(followed: Followed, period: Period, position: int, currency: str) -> BreakEvenMonth:
    known = followed.periods.get(period.index)
    if known is None:
        return BreakEvenMonth(period, lacks=(Lack.REVENUE, Lack.COSTS), said=_missing(period))
    estimate = known.estimate(period, currency)
    row = BreakEvenMonth(
        period=period,
        revenue=estimate.revenue,
        charges=charges_of(estimate),
        variable=variable_of(estimate),
        fixed=fixed_of(estimate),
        operating_subsidy=estimate.operating_subsidy,
        capital_subsidy=estimate.capital_subsidy,
        depreciation=estimate.depreciation,
        units=known.amounts.get(FigureLine.UNITS),
        lacks=known.lacks,
        about=bool(known.about),
    )
    if not known.complete:
        return replace(row, said=_incomplete(known, period))
    return _counting(row, followed.series, position, said_of(estimate, followed.series.periods[position]))


def _counting(row: BreakEvenMonth, series: Series, position: int, said: tuple[Said, ...]) -> BreakEvenMonth:
    result = series.periods[position]
    with_all = None
    if result.with_subsidies is not None:
        with_all = result.with_subsidies + row.capital_subsidy - row.depreciation
    return replace(
        row,
        core=result.core,
        with_subsidies=result.with_subsidies,
        with_all=with_all,
        cm_ratio=result.cm_ratio,
        threshold=result.break_even_revenue,
        said=said,
    )


def _incomplete(known: LedgerPeriod, period: Period) -> tuple[Said, ...]:
    """A period that only waits to be closed is open; one that lacks an amount is missing."""
    return (Said(Message.OPEN_MONTH),) if set(known.lacks) <= _OPEN else _missing(period)


def _missing(period: Period) -> tuple[Said, ...]:
    return (Said(Message.MISSING_MONTH, {"month": period}),)
