"""What the scenarios say together: when break-even is reached, or left again, and how wrong they were before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.look_ahead import (
    LEAST,
    Method,
    Past,
    Projection,
    enough,
    horizon_of,
    past_of,
    project,
)
from clusterdesk.domain.breakeven.median_line import median
from clusterdesk.domain.breakeven.period import Period

_TRIALS = 12
_AHEAD = 3
_MOST_BEHIND = 2


@dataclass(frozen=True, slots=True)
class PastError:
    """How far off the trend was when it was tried on the past: the median of what it missed the result by."""

    trials: int
    periods_ahead: int
    typical: Decimal


@dataclass(frozen=True, slots=True)
class ScenarioOutlook:
    """A scenario and the period from which on it stays at or above zero (or below, where break-even is reached)."""

    projection: Projection
    turns_in: Period | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The honest look ahead of a ledger.

    ``complete`` periods are known, ``missing`` ones lie between them; no ``scenarios``: not enough of them. ``reached``
    tells that break-even holds today, and the scenarios say whether it will be lost. ``split`` tells whether variable
    and fixed costs were continued apart.
    """

    complete: int
    missing: tuple[Period, ...]
    horizon: int = 0
    quarterly: bool = False
    reached: bool = False
    seasonal: bool = False
    split: bool = True
    scenarios: tuple[ScenarioOutlook, ...] = ()
    error: PastError | None = None

    @property
    def earliest(self) -> Period | None:
        """The first period in which one of them turns."""
        return min((one.turns_in for one in self.scenarios if one.turns_in is not None), default=None)

    @property
    def latest(self) -> Period | None:
        """The last period in which one of them turns."""
        return max((one.turns_in for one in self.scenarios if one.turns_in is not None), default=None)

    @property
    def without(self) -> tuple[Method, ...]:
        """The scenarios that do not turn within the horizon."""
        return tuple(one.projection.method for one in self.scenarios if one.turns_in is None)


def look_ahead(
    figures: Sequence[PeriodFigures],
    missing: Sequence[Period],
    *,
    last_ended: Period,
    reached: bool,
    seasonal: bool,
    run: int,
) -> Outlook:
    """Return the look ahead of a ledger's complete periods.

    Args:
        figures: of periods that count, in any order.
        missing: those between them that do not.
        last_ended: the last period that is over; where more than two have gone by since the last complete one, the
            past has a hole at its end.
        reached: break-even holds today.
        seasonal: it is judged on twelve months.
        run: so many periods in a row decide.
    """
    past = past_of(figures, seasonal=seasonal)
    count = len(past.revenue) if past is not None else 0
    if past is None or not enough(past) or last_ended.index - past.last > _MOST_BEHIND:
        return Outlook(count, tuple(missing), quarterly=last_ended.quarterly, reached=reached, seasonal=seasonal)
    horizon = horizon_of(past)
    scenarios = []
    for method in Method:
        projection = project(past, method, horizon)
        values = _judged(past, projection)
        scenarios.append(ScenarioOutlook(projection, _turn(values, past.like, run, wanted_below=reached)))
    return Outlook(
        complete=count,
        missing=tuple(missing),
        horizon=horizon,
        quarterly=past.like.quarterly,
        reached=reached,
        seasonal=seasonal,
        split=past.split,
        scenarios=tuple(scenarios),
        error=past_error(past),
    )


def past_error(past: Past) -> PastError | None:
    """Try the trend on the past, at most twelve times; ``None`` where the past is too short for one trial."""
    for ahead in (_AHEAD, 1):
        trials = (
            abs(project(before, Method.TREND, ahead).core[-1] - past.core[last + ahead])
            for last in sorted(past.core, reverse=True)
            if last + ahead in past.core and enough(before := past.until(last))
        )
        missed = list(islice(trials, _TRIALS))
        if missed:
            return PastError(len(missed), ahead, median(missed))
    return None


def _judged(past: Past, projection: Projection) -> dict[int, Decimal]:
    """Return what break-even is judged by in each projected period: its result, or the sum of twelve months."""
    core = {period.index: value for period, value in zip(projection.periods, projection.core, strict=True)}
    if not past.seasonal:
        return core
    year, every = past.like.a_year, {**past.core, **core}
    return {
        index: sum((every[index - back] for back in range(year)), Decimal(0))
        for index in core
        if all(index - back in every for back in range(year))
    }


def _turn(values: Mapping[int, Decimal], like: Period, run: int, *, wanted_below: bool) -> Period | None:
    """Return the first period from which the values stay on the wanted side for a run, or to the end of the horizon."""
    ordered = sorted(values)
    for place, index in enumerate(ordered):
        if all((values[one] < 0) is wanted_below for one in ordered[place : place + run]):
            return like.at(index)
    return None


__all__ = ["LEAST", "Outlook", "PastError", "ScenarioOutlook", "look_ahead", "past_error"]
