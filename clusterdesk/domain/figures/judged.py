"""What the figures of a ledger mean for the coaching: how it was at the start, and which results are proposed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clusterdesk.domain.breakeven.proposals import Case, proposals_of
from clusterdesk.domain.breakeven.start_state import Stretch, start_of
from clusterdesk.domain.coaching import attribution
from clusterdesk.domain.figures.followed import Followed
from clusterdesk.domain.figures.suggested_proof import suggested_proof
from clusterdesk.domain.proposals.proof import counts_for
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.figures import AnnualAccounts
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind
from clusterdesk.domain.views.break_even import BreakEven


def with_decisions(
    view: BreakEven,
    followed: Followed,
    known: Sequence[Stretch],
    results: Sequence[ResultEvent],
    coached: tuple[date | None, date | None],
    evidence: Sequence[Evidence] = (),
    accounts: Sequence[AnnualAccounts] = (),
) -> BreakEven:
    """Return a view with the start state and the proposals.

    ``known`` are all stretches with a result, ``coached`` the first coaching action and the day the file was closed,
    ``evidence`` what proves, or could prove, break-even, ``accounts`` what was filed.
    """
    first_action, closed_on = coached
    case = Case(
        followed.series, start_of(known, first_action), attribution(first_action, closed_on), view.rule, view.run
    )
    like = ResultProposal(
        kind=ResultKind.BREAK_EVEN_REACHED,
        rule=view.rule.value,
        project_id=view.project_id,
        organisation_id=view.organisation_id,
        coaching_file_id=view.coaching_file_id,
        ledger_id=view.ledger_id,
    )
    proposed = tuple(
        replace(
            one,
            evidence=tuple(each for each in evidence if counts_for(each, one)),
            suggested=suggested_proof(one, followed, view.run, accounts),
        )
        for one in proposals_of(case, results, like)
    )
    return replace(view, start=case.start, proposals=proposed)
