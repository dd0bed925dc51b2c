"""A series of periods: when break-even was reached and lost, on short runs and on twelve months.

R3 (the usual rule): so many complete periods in a row with a core result of zero or more; T12 (seasonal files): the sum
of the last twelve months of zero or more at so many month-ends in a row. A missing period breaks runs and sums.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.breakeven.figures import PeriodFigures, PeriodResult, judge, missing
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period

_FAR = 3
_NONE = Decimal(0)


class Change(StrEnum):
    """What happened to break-even."""

    REACHED = "reached"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Rules:
    """How many periods in a row decide; the defaults are those of the rule set that ships."""

    months: int = 3
    quarters: int = 2
    year_ends: int = 3
    quarter_year_ends: int = 2

    def run(self, *, quarterly: bool) -> int:
        """Return how many periods make a run."""
        return self.quarters if quarterly else self.months

    def ends(self, *, quarterly: bool) -> int:
        """Return at how many period-ends the sum of twelve months must hold."""
        return self.quarter_year_ends if quarterly else self.year_ends


@dataclass(frozen=True, slots=True)
class Track:
    """What one measure (with or without subsidies) did over a series; by years, runs and sums say nothing.

    ``values`` are its results from the period with the index ``first`` on, ``None`` where one is missing.
    """

    first_non_negative: Period | None
    events: tuple[tuple[Change, Period], ...]
    first_t12_non_negative: Period | None
    t12_confirmed: Period | None
    values: tuple[Decimal | None, ...] = ()
    first: int = 0
    a_year: int = 12

    @property
    def t12(self) -> Mapping[int, Decimal]:
        """The sums of twelve months by the index of their last period, reckoned each time: few ask for them."""
        if self.a_year == 1:
            return {}
        sums = _sums(self.values, self.a_year)
        return {place: total for place, total in enumerate(sums, self.first) if total is not None}


@dataclass(frozen=True, slots=True)
class Series:
    """All of a series: results of each period between the first and the last, in order, and both measures."""

    periods: tuple[PeriodResult, ...]
    missing: tuple[Period, ...]
    core: Track
    with_subsidies: Track
    messages: tuple[Message, ...]


def follow(figures: Iterable[PeriodFigures], *, seasonal: bool = False, rules: Rules | None = None) -> Series:
    """Follow break-even through figures in any order; all months or all quarters, each once.

    Args:
        figures: complete or not; what lies between the first and the last and is not there is missing.
        seasonal: events are judged on twelve months instead of short runs.
        rules: how many periods decide.
    """
    rules = rules or Rules()
    given = {one.period.index: one for one in figures}
    if not given:
        nothing = Track(None, (), None, None)
        return Series((), (), nothing, nothing, (Message.NOT_ENOUGH_MONTHS,))
    first, last = min(given), max(given)
    like = given[first].period
    best = max((one.revenue for one in given.values() if one.revenue is not None), default=_NONE)
    far = _FAR * best if best > _NONE else None
    periods = tuple(
        judge(given[index], far) if index in given else missing(like.at(index)) for index in range(first, last + 1)
    )
    own, helped = tuple([one.core for one in periods]), tuple([one.with_subsidies for one in periods])
    way = _Way(first, like, seasonal, rules)
    core = way.track(own)
    gone = tuple(one.period for one in periods if one.core is None)
    enough = like.a_year if seasonal or like.annual else rules.run(quarterly=like.quarterly)
    return Series(
        periods=periods,
        missing=gone,
        core=core,
        with_subsidies=core if helped == own else way.track(helped),
        messages=(Message.NOT_ENOUGH_MONTHS,) if len(periods) - len(gone) < enough else (),
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """How the values of a series are followed: from the period of an index on, by rules."""

    first: int
    like: Period
    seasonal: bool
    rules: Rules

    def track(self, values: tuple[Decimal | None, ...]) -> Track:
        """Follow one measure; ``None`` is a missing period."""
        like, rules = self.like, self.rules
        if like.annual:
            first = _events(values, 1)[1]
            return Track(self._period(first), (), None, None, values, self.first, like.a_year)
        short, first = _events(values, rules.run(quarterly=like.quarterly))
        long, first_sum = _events(_sums(values, like.a_year), rules.ends(quarterly=like.quarterly))
        return Track(
            first_non_negative=self._period(first),
            events=tuple(
                [(change, like.at(self.first + place)) for change, place in (long if self.seasonal else short)]
            ),
            first_t12_non_negative=self._period(first_sum),
            t12_confirmed=self._period(long[0][1] if long else None),
            values=values,
            first=self.first,
            a_year=like.a_year,
        )

    def _period(self, place: int | None) -> Period | None:
        return self.like.at(self.first + place) if place is not None else None


def _sums(values: Sequence[Decimal | None], length: int) -> list[Decimal | None]:
    """Return the sum of so many periods at each end, ``None`` where one of them is missing."""
    found: list[Decimal | None] = []
    total, run = _NONE, 0
    for place, value in enumerate(values):
        if value is None:
            total, run = _NONE, 0
            found.append(None)
            continue
        total += value
        run += 1
        if run > length:
            gone = values[place - length]
            assert gone is not None
            total -= gone
        found.append(total if run >= length else None)
    return found


def _events(values: Sequence[Decimal | None], length: int) -> tuple[list[tuple[Change, int]], int | None]:
    """Return when a run of so many values of zero or more was complete, and when one below zero took it back.

    Beside them the place of the first value of zero or more.
    """
    events: list[tuple[Change, int]] = []
    first: int | None = None
    up = down = 0
    there = False
    for place, value in enumerate(values):
        if value is None:
            up = down = 0
        elif value >= _NONE:
            if first is None:
                first = place
            up, down = up + 1, 0
            if up >= length and not there:
                there = True
                events.append((Change.REACHED, place))
        else:
            up, down = 0, down + 1
            if down >= length and there:
                there = False
                events.append((Change.LOST, place))
    return events, first
