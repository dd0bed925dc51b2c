"""A series of periods: when break-even was reached and lost, on short runs and on twelve months.

R3 (the usual rule): so many complete periods in a row with a core result of zero or more; T12 (seasonal files): the sum
of the last twelve months of zero or more at so many month-ends in a row. A missing period breaks runs and sums.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.breakeven.figures import PeriodFigures, PeriodResult, judge
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period

_FAR = 3


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
    """What one measure (with or without subsidies) did over a series."""

    first_non_negative: Period | None
    events: tuple[tuple[Change, Period], ...]
    first_t12_non_negative: Period | None
    t12_confirmed: Period | None
    t12: Mapping[int, Decimal]


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
        nothing = Track(None, (), None, None, {})
        return Series((), (), nothing, nothing, (Message.NOT_ENOUGH_MONTHS,))
    ordered = sorted(given)
    like = given[ordered[0]].period
    results = {}
    for index in range(ordered[0], ordered[-1] + 1):
        gone = PeriodResult(like.at(index), None, None, messages=(Message.MISSING_MONTH,))
        results[index] = judge(given[index]) if index in given else gone
    core = _track({i: one.core for i, one in results.items()}, like, seasonal=seasonal, rules=rules)
    helped = _track({i: one.with_subsidies for i, one in results.items()}, like, seasonal=seasonal, rules=rules)
    periods = _with_warnings(results, given)
    complete = sum(one.complete for one in periods)
    enough = like.a_year if seasonal else rules.run(quarterly=like.quarterly)
    return Series(
        periods=periods,
        missing=tuple(one.period for one in periods if not one.complete),
        core=core,
        with_subsidies=helped,
        messages=(Message.NOT_ENOUGH_MONTHS,) if complete < enough else (),
    )


def _track(values: Mapping[int, Decimal | None], like: Period, *, seasonal: bool, rules: Rules) -> Track:
    t12 = _sums(values, like.a_year)
    run, ends = rules.run(quarterly=like.quarterly), rules.ends(quarterly=like.quarterly)
    yearly: dict[int, Decimal | None] = {index: t12.get(index) for index in values}
    short, long = _events(values, run), _events(yearly, ends)
    reached = next((index for change, index in long if change is Change.REACHED), None)
    first = next((index for index, value in values.items() if value is not None and value >= 0), None)
    first_t12 = next((index for index, value in t12.items() if value >= 0), None)
    return Track(
        first_non_negative=like.at(first) if first is not None else None,
        events=tuple((change, like.at(index)) for change, index in (long if seasonal else short)),
        first_t12_non_negative=like.at(first_t12) if first_t12 is not None else None,
        t12_confirmed=like.at(reached) if reached is not None else None,
        t12=t12,
    )


def _sums(values: Mapping[int, Decimal | None], length: int) -> dict[int, Decimal]:
    """Return the sum of so many periods at each end where none of them is missing."""
    found, total, run = {}, Decimal(0), 0
    for index, value in values.items():
        if value is None:
            total, run = Decimal(0), 0
            continue
        total, run = total + value, run + 1
        if run > length:
            gone = values[index - length]
            assert gone is not None
            total -= gone
        if run >= length:
            found[index] = total
    return found


def _events(values: Mapping[int, Decimal | None], length: int) -> list[tuple[Change, int]]:
    """Return when a run of so many values of zero or more was complete, and when one below zero took it back."""
    events: list[tuple[Change, int]] = []
    up = down = 0
    for index, value in values.items():
        if value is None:
            up = down = 0
            continue
        up, down = (up + 1, 0) if value >= 0 else (0, down + 1)
        there = bool(events) and events[-1][0] is Change.REACHED
        if up >= length and not there:
            events.append((Change.REACHED, index))
        elif down >= length and there:
            events.append((Change.LOST, index))
    return events


def _with_warnings(results: Mapping[int, PeriodResult], given: Mapping[int, PeriodFigures]) -> tuple[PeriodResult, ...]:
    """Warn where the threshold is far above the best period of the series."""
    revenues: Sequence[Decimal] = [one.revenue for one in given.values() if one.revenue is not None]
    best = max(revenues, default=Decimal(0))
    made = []
    for result in results.values():
        needed = result.break_even_revenue
        far = needed is not None and best > 0 and needed > _FAR * best
        made.append(replace(result, messages=(*result.messages, Message.FAR_FROM_THRESHOLD)) if far else result)
    return tuple(made)
