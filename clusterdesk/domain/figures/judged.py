"""What the figures of a ledger mean for the coaching: how it was at the start, and which results are proposed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clusterdesk.domain.breakeven.proposals import proposals_of
from clusterdesk.domain.breakeven.start_state import Stretch, start_of
from clusterdesk.domain.coaching import attribution
from clusterdesk.domain.figures.followed import Followed
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.views.break_even import BreakEven


def with_decisions(
    view: BreakEven,
    followed: Followed,
    known: Sequence[Stretch],
    results: Sequence[ResultEvent],
    coached: tuple[date | None, date | None],
) -> BreakEven:
    """Return a view with its results, the start state and the proposals.

    ``known`` are all stretches with a result, ``coached`` the first coaching action and the day the file was closed.
    """
    first_action, closed_on = coached
    start = start_of(known, first_action)
    covers = attribution(first_action, closed_on)
    proposed = proposals_of(followed.series, results, start, covers, rule=view.rule, run=view.run)
    return replace(view, start=start, results=tuple(results), proposals=proposed)
