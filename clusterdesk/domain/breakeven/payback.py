"""Losses recovered: the results added up since the first month. A line of its own, never the indicator."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.domain.breakeven.figures import PeriodResult
from clusterdesk.domain.breakeven.period import Period


@dataclass(frozen=True, slots=True)
class Payback:
    """The results without subsidies added up: where they stand, how deep they went, when they came back to zero.

    ``recovered_in`` is ``None`` while losses are not recovered, and where there were none.
    """

    since: Period
    total: Decimal
    deepest: Decimal
    recovered_in: Period | None


def payback_of(periods: Iterable[PeriodResult]) -> Payback | None:
    """Return the payback since the first complete period after the last hole; ``None`` where the last is missing."""
    since: Period | None = None
    total = deepest = Decimal(0)
    recovered: Period | None = None
    for one in periods:
        if one.core is None:
            since, recovered = None, None
            continue
        if since is None:
            since, total, deepest = one.period, Decimal(0), Decimal(0)
        before, total = total, total + one.core
        deepest = min(deepest, total)
        if before < 0 <= total:
            recovered = one.period
        elif total < 0:
            recovered = None
    return Payback(since, total, deepest, recovered) if since is not None else None
