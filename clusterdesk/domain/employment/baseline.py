"""Where growth is measured from: the staff when coaching began."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.rules import Rules


@dataclass(frozen=True, slots=True)
class Baseline:
    """The FTE that growth is measured from, and the day they were counted.

    ``afterwards``: no head count is known on or before the first coaching action, the first one after it serves.
    ``frozen``: it was written into the track of the coaching file and follows no later entry.
    """

    fte: Decimal
    on: date
    afterwards: bool = False
    frozen: bool = False


def proposed_baseline(days: Mapping[date, Count], first_action: date | None, rules: Rules) -> Baseline | None:
    """Return the last FTE known on or before the first coaching action, else the first known soon after it.

    ``None`` without a coaching action, or where nothing was known in time.
    """
    if first_action is None:
        return None
    before = [day for day in days if day <= first_action]
    if before:
        return _of(days[max(before)])
    latest = first_action + timedelta(days=rules.days_after_start)
    after = [day for day in days if first_action < day <= latest]
    return _of(days[min(after)], afterwards=True) if after else None


def _of(count: Count, *, afterwards: bool = False) -> Baseline:
    assert count.fte is not None
    return Baseline(count.fte, count.on, afterwards)
