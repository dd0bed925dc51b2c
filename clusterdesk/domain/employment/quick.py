"""Judging thousands of series at once: the sums of each year in millionths of FTE, without the lines of the sum.

It says what ``judging`` says – a test holds them together – and leaves out what only a page shows.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import lt

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.counted import BELIEVED, Count
from clusterdesk.domain.employment.quarters import is_without_staff
from clusterdesk.domain.employment.rules import QUARTERS, Rules
from clusterdesk.domain.employment.years import YearState, last_day
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.organisations import OrganisationStatus

SCALE = 1_000_000
EXACT = 4
_CENT = SCALE // 100
_ENDS = ("03-31", "06-30", "09-30", "12-31")


class _Quarters(dict[str, int]):
    """The quarter of a day such as ``2024-05-31``, as 4 x year + quarter (0-3)."""

    def __missing__(self, day: str) -> int:
        found = self[day] = QUARTERS * int(day[:4]) + (int(day[5:7]) - 1) // 3
        return found


class _Millionths(dict[str, int]):
    """The millionths that a text of FTE means."""

    def __missing__(self, text: str) -> int:
        found = self[text] = int(Decimal(text) * SCALE)
        return found


_QUARTERS, _MILLIONTHS = _Quarters(), _Millionths()


@dataclass(slots=True)
class Lines:
    """Head counts in columns, as thousands of them are read: days, FTE, and for each a digit of how it is believed.

    The digit is that of its source (0-3), and 4 more where it is exact.
    """

    days: list[str]
    ftes: list[str]
    beliefs: str

    @classmethod
    def of(cls, counts: Iterable[Count]) -> "Lines":
        """Return those of the counts that have FTE."""
        known = [one for one in counts if one.fte is not None]
        beliefs = (EXACT * (one.precision is Precision.EXACT) + BELIEVED[one.source] for one in known)
        return cls([one.on.isoformat() for one in known], [str(one.fte) for one in known], "".join(map(str, beliefs)))

    def __add__(self, other: "Lines") -> "Lines":
        return Lines(self.days + other.days, self.ftes + other.ftes, self.beliefs + other.beliefs)


@dataclass(frozen=True, slots=True)
class Known:
    """The known head counts by day, in order: days as ISO texts, FTE in millionths."""

    days: list[str]
    millionths: list[int]

    @classmethod
    def read(cls, lines: Lines, rules: Rules) -> "Known":
        """Return the head counts as they are believed: of several of one day the best, of equals the lower."""
        plain = rules.about_counts or not lines.beliefs or min(lines.beliefs) >= str(EXACT)
        if plain and all(map(lt, lines.days, lines.days[1:])):
            return cls(lines.days, [_MILLIONTHS[fte] for fte in lines.ftes])
        best: dict[str, tuple[str, int]] = {}
        for day, belief, fte in sorted(zip(lines.days, lines.beliefs, lines.ftes, strict=True)):
            if belief < str(EXACT) and not rules.about_counts:
                continue
            said = belief, -_MILLIONTHS[fte]
            best[day] = max(said, best.get(day, said))
        return cls(list(best), [-number for _, number in best.values()])

    @property
    def by_quarter(self) -> dict[int, int]:
        """Return the last head count of each quarter, by 4 x year + quarter."""
        return dict(zip(map(_QUARTERS.__getitem__, self.days), self.millionths, strict=True))


@dataclass(frozen=True, slots=True)
class QuickYear:
    """A year that was judged: the known quarter ends, their sum, and the baseline, both in millionths."""

    year: int
    state: YearState
    known: int
    total: int
    baseline: int
    baseline_on: date
    running: bool

    @property
    def on(self) -> date:
        """Return the day of the fact: 31 December."""
        return last_day(self.year)

    @property
    def mean(self) -> Decimal:
        """Return the mean, rounded down to a hundredth."""
        return _hundredths(self.total // (self.known * _CENT))

    @property
    def difference(self) -> Decimal:
        """Return the mean less the baseline, rounded down to a hundredth."""
        return _hundredths((self.total - self.baseline * self.known) // (self.known * _CENT))

    @property
    def baseline_fte(self) -> Decimal:
        """Return the FTE that growth is measured from."""
        return Decimal(self.baseline) / SCALE


@dataclass(frozen=True, slots=True)
class QuickCase:
    """What is judged: known head counts, the day coaching began, the frozen baseline, the legal situations."""

    known: Known
    first_action: date
    frozen: Baseline | None = None
    statuses: tuple[OrganisationStatus, ...] = ()

    def baseline(self, rules: Rules) -> tuple[int, date] | None:
        """Return the FTE in millionths that growth is measured from, and the day they were counted."""
        if self.frozen is not None:
            return int(self.frozen.fte * SCALE), self.frozen.on
        days = self.known.days
        place = bisect_right(days, self.first_action.isoformat())
        if place:
            place -= 1
        else:
            latest = (self.first_action + timedelta(days=rules.days_after_start)).isoformat()
            if not days or days[0] > latest:
                return None
        return self.known.millionths[place], date.fromisoformat(days[place])


def quick_years(
    case: QuickCase, today: date, rules: Rules, years: range | None = None, least: Decimal | None = None
) -> Iterator[QuickYear]:
    """Give the years from the first coaching action on that have a baseline and a known quarter end.

    Head counts must not be later than ``today``. Only the ``years`` are judged, and only those are given whose mean
    lies at least ``least`` FTE over the baseline.
    """
    baseline = case.baseline(rules)
    if baseline is None:
        return
    fte, on = baseline
    growth = int(rules.growth * SCALE)
    floor = None if least is None else fte + int(least * SCALE)
    if floor is not None and max(case.known.millionths, default=0) < floor:
        return
    after = today + timedelta(days=1)
    ended, ends = QUARTERS * after.year + (after.month - 1) // 3, _quarter_ends(case, today, rules)
    for year in range(min(case.first_action.year, today.year), today.year + 1):
        if years is not None and year not in years:
            continue
        first = QUARTERS * year
        found = [ends[one] for one in range(first, min(first + QUARTERS, ended)) if one in ends]
        known, total = len(found), sum(found)
        if not known or (floor is not None and total < floor * known):
            continue
        running = today < last_day(year)
        if known < (1 if running else rules.quarters_needed):
            state = YearState.TOO_FEW
        else:
            state = YearState.QUALIFIES if total >= (fte + growth) * known else YearState.BELOW
        yield QuickYear(year, state, known, total, fte, on, running)


def latest_millionths(case: QuickCase, today: date, rules: Rules) -> int:
    """Return the staff as last known; 0 in a situation without staff."""
    if case.statuses and is_without_staff(case.statuses, today, rules):
        return 0
    return case.known.millionths[-1] if case.known.millionths else 0


def _quarter_ends(case: QuickCase, today: date, rules: Rules) -> dict[int, int]:
    """Return the quarter ends that are known, by 4 x year + quarter."""
    ends = case.known.by_quarter
    if rules.days_before_end is not None:
        last = dict(zip(map(_QUARTERS.__getitem__, case.known.days), case.known.days, strict=True))
        near = {one for one, day in last.items() if _days_left(one, day) <= rules.days_before_end}
        ends = {one: fte for one, fte in ends.items() if one in near}
    if case.statuses:
        for one in range(QUARTERS * case.first_action.year, QUARTERS * (today.year + 1)):
            if is_without_staff(case.statuses, _end(one), rules):
                ends[one] = 0
    return ends


def _end(quarter: int) -> date:
    return date.fromisoformat(f"{quarter // QUARTERS}-{_ENDS[quarter % QUARTERS]}")


def _days_left(quarter: int, day: str) -> int:
    return (_end(quarter) - date.fromisoformat(day)).days


def _hundredths(number: int) -> Decimal:
    return Decimal(number).scaleb(-2)
