"""What closes the gap to the threshold: more sales, a better price, lower variable or fixed costs; growth needed."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.breakeven.threshold import growth_needed

_ALL = Decimal(1)


class LeverKind(StrEnum):
    """What can be changed."""

    VOLUME = "volume"
    PRICE = "price"
    VARIABLE = "variable"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Lever:
    """One change that closes the gap by itself: ``amount`` a period, ``share`` of what it is now (positive numbers).

    ``amount`` of the volume is in turnover; ``possible`` is not where costs would have to fall by more than all.
    """

    kind: LeverKind
    amount: Decimal
    share: Decimal
    possible: bool = True


@dataclass(frozen=True, slots=True)
class GrowthNeeded:
    """The growth a period, as a share, that reaches the threshold in so many periods."""

    periods: int
    growth: Decimal


def levers_of(level: Level) -> tuple[Lever, ...]:
    """Return the levers of a level that lies below its threshold, the smallest change first; none where it does not.

    Each is told a period of the level. Without the split of costs, or with a margin that is not positive, what more
    sales would do is unknown or nothing: that lever is left out.
    """
    missing = -level.core / level.periods
    if missing <= 0 or level.revenue < 0:
        return ()
    revenue = level.revenue / level.periods
    found: list[Lever] = []
    if level.gap is not None and level.revenue > 0:
        found.append(Lever(LeverKind.VOLUME, level.gap / level.periods, level.gap / level.revenue))
    if revenue > 0:
        found.append(Lever(LeverKind.PRICE, missing, missing / revenue))
    for kind, cost in ((LeverKind.VARIABLE, level.variable), (LeverKind.FIXED, level.fixed)):
        if cost is not None and cost > 0:
            share = missing / (cost / level.periods)
            found.append(Lever(kind, missing, share, share <= _ALL))
    return tuple(sorted(found, key=_order))


def growths_needed(level: Level, horizons: tuple[int, ...]) -> tuple[GrowthNeeded, ...]:
    """Return what growth reaches the threshold in each horizon (periods); none where it is reached, or none exists."""
    if level.threshold is None or level.gap is None or level.gap <= 0:
        return ()
    found = []
    for periods in horizons:
        growth = growth_needed(Fraction(level.threshold), Fraction(level.revenue), periods)
        if growth is not None:
            found.append(GrowthNeeded(periods, Decimal(str(growth))))
    return tuple(found)


def _order(lever: Lever) -> tuple[bool, Decimal]:
    return not lever.possible, lever.share
