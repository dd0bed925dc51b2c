"""What to propose as evidence of break-even where there is none: where the figures that decided come from."""

from collections.abc import Iterable, Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.proposals import Rule
from clusterdesk.domain.figures.followed import Followed
from clusterdesk.domain.figures.sources import LEVELS, weakest
from clusterdesk.domain.proposals.proposal import ResultProposal, Sentence, SuggestedProof
from clusterdesk.domain.records.figures import AnnualAccounts, FigureSource
from clusterdesk.domain.records.results import EvidenceLevel

_TITLES: Mapping[FigureSource, str] = {
    FigureSource.ORAL: N_("Figures told by the company, {first} to {last}"),
    FigureSource.COMPANY: N_("Figures given by the company, {first} to {last}"),
    FigureSource.ACCOUNTANT: N_("Figures of the accountant, {first} to {last}"),
    FigureSource.FILED: N_("Filed figures, {first} to {last}"),
}


def suggested_proof(
    proposal: ResultProposal, followed: Followed, run: int, accounts: Iterable[AnnualAccounts]
) -> SuggestedProof | None:
    """Return the filed accounts of the year, else the figures that decided, worth what their weakest source is worth.

    ``run`` is the number of periods in a row that the rule asks for.
    """
    day = proposal.on
    if day is None:
        return None
    for year in accounts:
        if year.filed_on is not None and year.from_on <= day <= year.to_on:
            title = Sentence(N_("Filed accounts, {first} to {last}"), {"first": year.from_on, "last": year.to_on})
            return SuggestedProof(title, EvidenceLevel.DOCUMENT)
    last = next((one.period for one in followed.series.periods if one.period.last_day == day), None)
    if last is None:
        return None
    count = run - 1 + last.a_year if proposal.rule == Rule.T12 else run
    first = last.index - count + 1
    decided = [followed.periods[index] for index in range(first, last.index + 1) if index in followed.periods]
    source = weakest(one.source for one in decided if one.source is not None)
    if source is None:
        return None
    return SuggestedProof(Sentence(_TITLES[source], {"first": last.at(first), "last": last}), LEVELS[source])
