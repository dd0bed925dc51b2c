"""What the card of results asks of the store, in the worker."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.results import (
    AddEvidence,
    AddResult,
    ConfirmResult,
    ObtainEvidence,
    RevokeResult,
    ValidateResult,
)
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.gui.pages.organisation.proof_fields import ChosenProof
    from clusterdesk.services.proofs import Paper


def add_result(command: AddResult, desk: "Desk") -> OpResult[ResultEvent]:
    """Note a result."""
    from clusterdesk.services import results

    return results.add_result(desk.store, command)


def confirm(result_id: UUID, by: str, on: date, chosen: "ChosenProof | None", desk: "Desk") -> OpResult[ResultEvent]:
    """Confirm a result by name, with the evidence that was chosen for it."""
    from clusterdesk.services.results import confirm_result

    proof = chosen.proof if chosen is not None else None
    command = ConfirmResult(result_id=result_id, by=by, on=on, proof=proof)
    return confirm_result(desk.store, command, paper_of(chosen, desk))


def confirm_proposed(
    proposal: ResultProposal,
    by: str,
    on: date,
    override_reason: str,
    chosen: "ChosenProof | None",
    desk: "Desk",
) -> OpResult[ResultEvent]:
    """Note and confirm a result that a rule proposes, with the evidence that was chosen for it."""
    from clusterdesk.services.proposals import confirm_proposal, confirmation

    proof = chosen.proof if chosen is not None else None
    command = confirmation(proposal, by=by, on=on, override_reason=override_reason, proof=proof)
    return confirm_proposal(desk.store, command, paper_of(chosen, desk))


def validate(result_id: UUID, by: str, on: date, desk: "Desk") -> OpResult[ResultEvent]:
    """Validate a confirmed result, as a second person."""
    from clusterdesk.services.results import validate_result

    return validate_result(desk.store, ValidateResult(result_id=result_id, by=by, on=on))


def revoke(result_id: UUID, reason: str, on: date, desk: "Desk") -> OpResult[ResultEvent]:
    """Take a result back, with the reason."""
    from clusterdesk.services.results import revoke_result

    return revoke_result(desk.store, RevokeResult(result_id=result_id, reason=reason, on=on))


def withdraw(result_id: UUID, values: dict[str, object], desk: "Desk") -> OpResult[Record]:
    """Give the fields of a decision back their empty values: it was not taken after all."""
    from clusterdesk.services.records import edit_record

    return edit_record(desk.store, EditRecord(type_key="result_event", record_id=result_id, values=values))


def add_evidence(command: AddEvidence, desk: "Desk") -> OpResult[Evidence]:
    """Note evidence, or what is still to obtain."""
    from clusterdesk.services import results

    return results.add_evidence(desk.store, command)


def obtain(evidence_id: UUID, level: EvidenceLevel, on: date, desk: "Desk") -> OpResult[Evidence]:
    """Say that wanted evidence has come."""
    from clusterdesk.services.results import obtain_evidence

    return obtain_evidence(desk.store, ObtainEvidence(evidence_id=evidence_id, level=level, on=on))


def paper_of(chosen: "ChosenProof | None", desk: "Desk") -> "Paper | None":
    """Read the file that was chosen."""
    from clusterdesk.services.documents import content_of
    from clusterdesk.services.proofs import Paper

    if chosen is None or chosen.source is None:
        return None
    return Paper(*content_of(chosen.source, desk.settings.document_size_limit_mb))
