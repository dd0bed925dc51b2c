"""Which evidence counts for a result: its own, and what belongs to no result yet and is for what it shows."""

from clusterdesk.domain.proposals.proposal import INDICATORS, ResultProposal
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind


def counts_for(one: Evidence, result: ResultEvent | ResultProposal) -> bool:
    """Tell whether evidence, obtained or wanted, is that of a result, or may become it.

    What belongs to no result yet is for its indicator; of the project alone it may be for no indicator, too. Of whose
    organisation it is has been looked at before.
    """
    result_id = result.id if isinstance(result, ResultEvent) else result.event.id if result.event is not None else None
    if one.deleted or one.revoked_on is not None:
        return False
    if one.result_event_id is not None:
        return one.result_event_id == result_id
    if one.project_id not in (None, result.project_id):
        return False
    return one.indicator == indicator_of(result.kind) or (not one.indicator and one.project_id is not None)


def indicator_of(kind: ResultKind) -> str:
    """Return the key of the indicator whose evidence shows a result; losing break-even is shown by what shows it."""
    return INDICATORS[ResultKind.BREAK_EVEN_REACHED if kind is ResultKind.BREAK_EVEN_LOST else kind]
