"""The result of a production project that starts: noted with the stage, confirmed where something proves it."""

from datetime import date

from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.commands.production import MoveProduction
from clusterdesk.domain.commands.results import ConfirmProposal
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.services.proofs import Paper, evidence_for
from clusterdesk.services.proposals import confirmed_changes
from clusterdesk.store.desk_store import Store


def started_changes(
    store: Store, project: Project, cmd: MoveProduction, paper: Paper | None, on: date, by: str
) -> list[Change]:
    """Return what notes the result: confirmed where something proves it, else to be confirmed."""
    known = store.find(ResultEvent, project_id=project.id, kind=ResultKind.PRODUCTION_STARTED, revoked_on=None)
    before = min(known, key=day_order, default=None)
    if before is not None and before.confirmed_on is not None:
        return []
    result = before or ResultEvent(
        project_id=project.id, organisation_id=project.organisation_id, kind=ResultKind.PRODUCTION_STARTED, on=on
    )
    proved = any(not one.wanted for one in evidence_for(store, result))
    if cmd.proof is None and paper is None and not proved:
        return [] if before is not None else [Insert(result)]
    confirming = ConfirmProposal(
        kind=ResultKind.PRODUCTION_STARTED,
        on=on,
        by=by,
        result_id=before.id if before is not None else None,
        project_id=project.id,
        organisation_id=project.organisation_id,
        proof=cmd.proof,
    )
    return confirmed_changes(store, confirming, paper)[1]
