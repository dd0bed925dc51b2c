"""A ledger followed: its periods, those that count, and the events they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period, read_any_period
from clusterdesk.domain.breakeven.series import Rules, Series, follow
from clusterdesk.domain.breakeven.start_state import Stretch
from clusterdesk.domain.figures.accounts import core_of_year
from clusterdesk.domain.figures.months import LedgerPeriod
from clusterdesk.domain.figures.periods import MONTHS_OF, cadence_of, first_day, last_day
from clusterdesk.domain.records.figures import AnnualAccounts, Cadence, FigureLine, Ledger


@dataclass(frozen=True, slots=True)
class Followed:
    """The months, quarters or years of a ledger by index: as they are known, as they count, and their series."""

    like: Period
    periods: Mapping[int, LedgerPeriod]
    counting: Mapping[int, PeriodFigures]
    series: Series

    @property
    def in_order(self) -> list[PeriodFigures]:
        """The figures of the periods that count, in order."""
        return [self.counting[index] for index in sorted(self.counting)]

    @property
    def last(self) -> int | None:
        """The index of the last period that counts."""
        return max(self.counting, default=None)

    def twelve_months(self) -> list[PeriodFigures]:
        """Return the figures of the last twelve months that count; nothing where one is missing, or by years."""
        last, year = self.last, self.like.a_year
        if last is None or year == 1 or any(last - back not in self.counting for back in range(year)):
            return []
        return [self.counting[last - back] for back in reversed(range(year))]

    def holes(self) -> tuple[Period, ...]:
        """Return the periods that are missing before the last one that counts."""
        last = self.last
        return tuple(one for one in self.series.missing if last is not None and one.index < last)


def _months_followed(ledger: Ledger, periods: Iterable[LedgerPeriod]) -> int:
    """Return how long the periods are by which a ledger is followed; months where nothing is due.

    Where a year is due, the months that count say more than it does.
    """
    if ledger.cadence is Cadence.ANNUAL and any(
        one.complete and cadence_of(one.period) is Cadence.MONTHLY for one in periods
    ):
        return 1
    return MONTHS_OF.get(ledger.cadence, 1)


def follow_ledger(ledger: Ledger, periods: Sequence[LedgerPeriod], rules: Rules | None = None) -> Followed:
    """Follow the periods of a ledger's cadence; those of another length are left aside."""
    known: dict[int, LedgerPeriod] = {}
    counting: dict[int, PeriodFigures] = {}
    figures = []
    like, currency = Period(2000, 1, _months_followed(ledger, periods)), ledger.currency
    for one in periods:
        period = read_any_period(one.period)
        if period is None or period.months != like.months:
            continue
        known[period.index] = one
        if one.complete:
            read = counting[period.index] = one.estimate(period, currency)
        else:
            read = PeriodFigures(period, currency=currency)
        figures.append(read)
    return Followed(like, known, counting, follow(figures, seasonal=ledger.seasonal, rules=rules))


def stretches(
    ledger: Ledger, periods: Iterable[LedgerPeriod], followed: Followed, accounts: Iterable[AnnualAccounts]
) -> list[Stretch]:
    """Return every month, quarter and financial year whose result is known, in the currency of the ledger."""
    found = [
        Stretch(first_day(str(one.period)), one.period.last_day, one.core)
        for one in followed.series.periods
        if one.core is not None
    ]
    for one in periods:
        if one.complete and cadence_of(one.period) is Cadence.ANNUAL and not followed.like.annual:
            costs = one.amounts.get(FigureLine.TOTAL_COSTS)
            if costs is None:
                costs = one.amounts[FigureLine.VARIABLE] + one.amounts[FigureLine.FIXED]
                costs += one.amounts.get(FigureLine.SEMI_VARIABLE, 0)
            core = one.amounts[FigureLine.REVENUE] - costs
            found.append(Stretch(first_day(one.period), last_day(one.period), core))
    for year in accounts:
        stretch = _of_accounts(year) if year.currency == ledger.currency else None
        if stretch is not None:
            found.append(stretch)
    return found


def _of_accounts(accounts: AnnualAccounts) -> Stretch | None:
    core = core_of_year(accounts)
    return Stretch(accounts.from_on, accounts.to_on, core) if core is not None else None


def last_ended(like: Period, today: date) -> Period:
    """Return the last period of a length that is over."""
    current = Period(today.year, (today.month - 1) // like.months + 1, like.months)
    return like.at(current.index - 1)
