"""The staff at the ends of following quarters, as a chart and its table show it."""

from collections.abc import Iterable, Sequence
from datetime import date

from clusterdesk.domain.employment.counted import Count, by_day
from clusterdesk.domain.employment.quarters import Quarter, QuarterEnd, last_ended, quarter_end, quarter_of
from clusterdesk.domain.employment.rules import DEFAULT, Rules
from clusterdesk.domain.records.organisations import OrganisationStatus

MOST_QUARTERS = 20


def quarter_series(
    counts: Iterable[Count],
    statuses: Iterable[OrganisationStatus],
    today: date,
    *,
    since: date | None = None,
    rules: Rules = DEFAULT,
) -> tuple[QuarterEnd, ...]:
    """Return the quarter ends from the first head count on to the last quarter that is over, twenty at most.

    ``since``: not from earlier than the quarter of that day, where the head counts go back further. Nothing without a
    head count that is known.
    """
    days = {day: one for day, one in by_day(counts, rules).items() if day <= today}
    if not days:
        return ()
    situations = tuple(statuses)
    first = quarter_of(max(min(days), since) if since is not None and since <= today else min(days))
    return tuple(
        quarter_end(one, days, situations, today, rules) for one in _between(first, last_ended(today))[-MOST_QUARTERS:]
    )


def _between(first: Quarter, last: Quarter) -> Sequence[Quarter]:
    found: list[Quarter] = []
    while first <= last:
        found.append(first)
        first = first.next
    return found
