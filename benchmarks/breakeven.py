"""Break-even of many ledgers: our engine beside the same arithmetic written straight down in plain Decimal.

For each month of 5,000 ledgers the core with and without subsidies, margin and threshold; for each ledger, on both
measures, the runs of three months and of twelve, reached and lost. Both must find the same, which is checked.
"""

import random
from collections.abc import Sequence
from decimal import Decimal

from benchmarks.harness import BenchRow, compared
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Change, Series, follow

NAME = "Break-even"
ENGINE = "break-even engine, 5,000 ledgers x 60 months"
TARGETS = {ENGINE: 1.5}

_LEDGERS, _MONTHS, _FIRST_YEAR, _MISSING = 5_000, 60, 2022, 0.02
_A_RUN, _A_YEAR, _ENDS, _FAR = 3, 12, 3, 3
_FIRST = _FIRST_YEAR * _A_YEAR
_ZERO = Decimal(0)

type _Month = tuple[Decimal, Decimal, Decimal, Decimal, Decimal, Decimal]
"""Revenue, variable, semi-variable, its variable share, fixed, operating subsidy."""
type _Events = list[tuple[bool, int]]
type _Found = tuple[list[tuple[Decimal | None, ...]], tuple[_Events, _Events], tuple[_Events, _Events]]


def run() -> list[BenchRow]:
    """Follow all ledgers by both."""
    chance = random.Random(20_261_128)
    ledgers = [_ledger(chance) for _ in range(_LEDGERS)]
    figures = [_figures(months) for months in ledgers]
    for months, given in zip(ledgers[:200], figures[:200], strict=True):
        _check_same(_follow_plainly(months), follow(given))
    return [
        compared(
            ENGINE,
            lambda: [follow(given) for given in figures],
            lambda: [_follow_plainly(months) for months in ledgers],
            TARGETS[ENGINE],
            rounds=5,
            warm_ups=1,
        )
    ]


def _ledger(chance: random.Random) -> list[_Month | None]:
    """Return months that rise from a loss to a profit, more or less, a few of them missing."""
    start, growth, fixed = chance.uniform(5_000, 40_000), chance.uniform(0.97, 1.05), chance.uniform(4_000, 30_000)
    variable, share = chance.uniform(0.2, 0.8), _money(chance.uniform(0, 1))
    subsidy = chance.choice((0, 0, 1_500))
    months: list[_Month | None] = []
    for number in range(_MONTHS):
        revenue = start * growth**number * chance.uniform(0.7, 1.3)
        costs = (revenue * variable, chance.uniform(0, 3_000))
        whole = (_money(revenue), *map(_money, costs), share, _money(fixed * chance.uniform(0.9, 1.1)), _money(subsidy))
        gone = chance.random() < _MISSING and 0 < number < _MONTHS - 1
        months.append(None if gone else whole)
    return months


def _money(amount: float) -> Decimal:
    return Decimal(f"{amount:.2f}")


def _figures(months: Sequence[_Month | None]) -> list[PeriodFigures]:
    """Return the figures as a ledger hands them over."""
    return [
        PeriodFigures(
            period=Period(_FIRST_YEAR + number // _A_YEAR, number % _A_YEAR + 1),
            revenue=month[0],
            variable=month[1],
            semi_variable=month[2],
            share=month[3],
            fixed=month[4],
            operating_subsidy=month[5],
        )
        for number, month in enumerate(months)
        if month is not None
    ]


def _follow_plainly(months: Sequence[_Month | None]) -> _Found:
    results: list[tuple[Decimal | None, ...]] = []
    best = max((month[0] for month in months if month is not None), default=_ZERO)
    for month in months:
        if month is None:
            results.append((None, None, None, None, None, None))
            continue
        revenue, variable, semi, share, fixed, subsidy = month
        moving = variable + share * semi
        staying = fixed + (1 - share) * semi
        core, margin = revenue - moving - staying, revenue - moving
        ratio = margin / revenue if revenue > 0 else None
        needed = staying * revenue / margin if revenue > 0 and margin > 0 else None
        far = needed is not None and needed > _FAR * best
        results.append((core, core + subsidy, margin, ratio, needed, Decimal(far)))
    return results, _runs([one[0] for one in results]), _runs([one[1] for one in results])


def _runs(values: Sequence[Decimal | None]) -> tuple[_Events, _Events]:
    """Return when break-even was reached (True) and lost by runs of months, and by sums of twelve at their ends."""
    short, long = [], []
    up = down = ends_up = ends_down = here = 0
    total, there, yearly = _ZERO, False, False
    for number, value in enumerate(values):
        if value is None:
            up = down = ends_up = ends_down = here = 0
            total = _ZERO
            continue
        up, down = (up + 1, 0) if value >= 0 else (0, down + 1)
        if up >= _A_RUN and not there:
            there = True
            short.append((True, number))
        elif down >= _A_RUN and there:
            there = False
            short.append((False, number))
        total, here = total + value, here + 1
        if here > _A_YEAR:
            total -= values[number - _A_YEAR] or _ZERO
        if here < _A_YEAR:
            ends_up = ends_down = 0
            continue
        ends_up, ends_down = (ends_up + 1, 0) if total >= 0 else (0, ends_down + 1)
        if ends_up >= _ENDS and not yearly:
            yearly = True
            long.append((True, number))
        elif ends_down >= _ENDS and yearly:
            yearly = False
            long.append((False, number))
    return short, long


def _check_same(plain: _Found, ours: Series) -> None:
    results, core, helped = plain
    for mine, theirs in zip(ours.periods, results, strict=True):
        assert (mine.core, mine.with_subsidies, mine.cm, mine.cm_ratio, mine.break_even_revenue) == theirs[:5]
    for track, (short, long) in ((ours.core, core), (ours.with_subsidies, helped)):
        assert [(change is Change.REACHED, one.index - _FIRST) for change, one in track.events] == short
        reached = next((number for up, number in long if up), None)
        assert (track.t12_confirmed.index - _FIRST if track.t12_confirmed else None) == reached
