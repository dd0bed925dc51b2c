"""Break-even of many ledgers: our engine beside the same arithmetic written straight down in plain Decimal.

For each month of 5,000 ledgers the core with and without subsidies, margin and threshold; for each ledger, on both
measures, the runs of three months and of twelve, reached and lost. Both must find the same, which is checked.

Break-even of one file: 36 months of cells read from a binder and followed, beside bare queries and the same loop.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare, opened
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Change, Series, follow
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.figures.followed import follow_ledger
from clusterdesk.domain.figures.months import ledger_periods
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.figures import Figure, FigureLine, Ledger, MonthlyFigures
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store
from clusterdesk.store.queries.children import one_by_id
from clusterdesk.store.queries.ledgers import known_cells

NAME = "Break-even"
ENGINE = "break-even engine, 5,000 ledgers x 60 months"
FILE = "break-even of a file (36 months)"
TARGETS = {ENGINE: 1.5, FILE: 2.0}

_FILES, _FILE_MONTHS = 200, 36
_LEDGERS, _MONTHS, _FIRST_YEAR, _MISSING = 5_000, 60, 2022, 0.02
_A_RUN, _A_YEAR, _ENDS, _FAR = 3, 12, 3, 3
_FIRST = _FIRST_YEAR * _A_YEAR
_ZERO, _CENT = Decimal(0), Decimal("0.01")
_CELLS = (
    "SELECT period, line, amount, precision FROM figure"
    " WHERE ledger_id = ? AND amount IS NOT NULL AND deleted = 0 AND revoked_on IS NULL"
)
_CLOSED = "SELECT period FROM monthly_figures WHERE ledger_id = ? AND deleted = 0 AND closed_on IS NOT NULL"

type _Month = tuple[Decimal, Decimal, Decimal, Decimal, Decimal, Decimal]
"""Revenue, variable, semi-variable, its variable share, fixed, operating subsidy."""
type _Events = list[tuple[bool, int]]
type _Found = tuple[list[tuple[Decimal | None, ...]], tuple[_Events, _Events], tuple[_Events, _Events]]


def run() -> list[BenchRow]:
    """Follow all ledgers by both."""
    chance = random.Random(20_261_128)
    ledgers = [ledger(chance) for _ in range(_LEDGERS)]
    figures = [_figures(months) for months in ledgers]
    for months, given in zip(ledgers[:200], figures[:200], strict=True):
        _check_same(_follow_plainly(months), follow(given))
    engine = compared(
        ENGINE,
        lambda: [follow(given) for given in figures],
        lambda: [_follow_plainly(months) for months in ledgers],
        TARGETS[ENGINE],
        rounds=5,
        warm_ups=1,
    )
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as folder:
        return [engine, _files(Path(folder) / "binder", ledgers[:_FILES])]


def _files(root: Path, ledgers: Sequence[list[_Month | None]]) -> BenchRow:
    """Read the ledgers of a binder one after the other."""
    ids = [one for _, one in fill(root, [months[:_FILE_MONTHS] for months in ledgers])]
    with opened(root) as store, bare(root) as connection:
        for one in ids[:20]:
            _check_same(_read_plainly(connection, one), _read(store, one))
        return compared(
            FILE,
            lambda: [_read(store, one) for one in ids],
            lambda: [_read_plainly(connection, one) for one in ids],
            TARGETS[FILE],
        )


def _read(store: Store, ledger_id: UUID) -> Series:
    """Read and follow a ledger as every page and sheet of break-even begins."""
    with store.read() as connection:
        found = one_by_id(connection, "ledger", ledger_id)
        cells, closed = known_cells(connection, ledger_id)
    return follow_ledger(found, ledger_periods(cells, closed, store.clock.today())).series


def fill(root: Path, ledgers: Sequence[list[_Month | None]]) -> list[tuple[UUID, UUID]]:
    """Make a binder with an organisation for each ledger, all months closed; return the ids of both."""
    records: list[Record] = []
    made: list[tuple[UUID, UUID]] = []
    for number, months in enumerate(ledgers):
        holder = Organisation(name=f"Atelier {number}")
        one = Ledger(organisation_id=holder.id)
        made.append((holder.id, one.id))
        records += [holder, one]
        for place, month in enumerate(months):
            if month is not None:
                records += _month_records(one.id, place, month)
    store = create_store(root, "bench", author="Bench", clock=dataset.BenchClock())
    try:
        store.apply(SeedBinder(), inserts(records))
    finally:
        store.close()
    return made


def _month_records(ledger_id: UUID, place: int, month: _Month) -> Iterator[Record]:
    period = f"{_FIRST_YEAR + place // _A_YEAR}-{place % _A_YEAR + 1:02d}"
    revenue, variable, semi, share, fixed, subsidy = month
    moved = (share * semi).quantize(_CENT)
    for line, amount in (
        (FigureLine.REVENUE, revenue),
        (FigureLine.VARIABLE, variable + moved),
        (FigureLine.FIXED, fixed + semi - moved),
        (FigureLine.OPERATING_SUBSIDY, subsidy),
    ):
        yield Figure(ledger_id=ledger_id, period=period, line=line, amount=amount)
    yield MonthlyFigures(ledger_id=ledger_id, period=period, closed_on=dataset.DAY)


def _read_plainly(connection: Any, ledger_id: UUID) -> _Found:  # noqa: ANN401 - a bare driver connection
    key = (ledger_id.bytes,)
    closed = {row[0] for row in connection.execute(_CLOSED, key)}
    months: dict[str, dict[str, Decimal]] = {}
    for period, line, amount, precision in connection.execute(_CELLS, key):
        month = months.setdefault(period, {})
        month[line] = month.get(line, _ZERO) + Decimal(amount)
        if precision != "exact":
            month["about"] = _ZERO
    ordered = sorted(months)
    first, last = (int(one[:4]) * _A_YEAR + int(one[5:]) - 1 for one in (ordered[0], ordered[-1]))
    series: list[_Month | None] = []
    for index in range(first, last + 1):
        period = f"{index // _A_YEAR}-{index % _A_YEAR + 1:02d}"
        one = months.get(period)
        if one is None or period not in closed or "about" in one or not one.keys() >= {"revenue", "variable", "fixed"}:
            series.append(None)
        else:
            subsidy = one.get("operating_subsidy", _ZERO)
            series.append((one["revenue"], one["variable"], _ZERO, _ZERO, one["fixed"], subsidy))
    return _follow_plainly(series)


def ledger(chance: random.Random) -> list[_Month | None]:
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
