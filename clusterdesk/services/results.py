"""Results: noted, confirmed, validated, revoked; and what proves them."""

from dataclasses import replace
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.results import (
    AddEvidence,
    AddResult,
    ConfirmResult,
    ObtainEvidence,
    RevokeResult,
    ValidateResult,
)
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.results import Evidence, ResultEvent
from clusterdesk.services.proofs import Paper, check_second, proof_changes
from clusterdesk.store.desk_store import Store


def add_result(store: Store, cmd: AddResult) -> OpResult[ResultEvent]:
    """Note a result; the project of a coaching file is taken from the file.

    Raises:
        KnownError: it is of no project and of no organisation.
    """
    project_id = cmd.project_id
    if cmd.coaching_file_id is not None and project_id is None:
        project_id = store.get(CoachingFile, cmd.coaching_file_id).project_id
    if project_id is None and cmd.organisation_id is None:
        raise KnownError(
            "result_of_whom",
            N_("A result belongs to a project or to an organisation."),
            advice=N_("Choose the project that reached it."),
        )
    result = ResultEvent(
        project_id=project_id,
        organisation_id=cmd.organisation_id,
        coaching_file_id=cmd.coaching_file_id,
        kind=cmd.kind,
        on=cmd.on,
        remark=cmd.remark,
    )
    return OpResult(result, store.apply(cmd, [Insert(result)]))


def confirm_result(store: Store, cmd: ConfirmResult, paper: Paper | None = None) -> OpResult[ResultEvent]:
    """Confirm a result by name, with what proves it in the same step; one that is confirmed is only corrected.

    ``paper`` is the document of the evidence that is given.

    Raises:
        KnownError: it was revoked, no name is given, or nothing proves it.
    """
    before = _standing(store, cmd)
    after = replace(before, confirmed_by=confirming_name(cmd.by), confirmed_on=_day(store, cmd.on))
    changes = differences(before, after)
    if before.confirmed_on is None or cmd.proof is not None or paper is not None:
        changes += proof_changes(store, after, cmd.proof, paper)
    return OpResult(after, store.apply(replace(cmd, kind=before.kind), changes))


def validate_result(store: Store, cmd: ValidateResult) -> OpResult[ResultEvent]:
    """Validate a confirmed result, as somebody else than who confirmed it.

    Raises:
        KnownError: it was revoked or not confirmed, or the same person confirmed it.
    """
    before = _standing(store, cmd)
    by = confirming_name(cmd.by)
    check_second(before, by)
    after = replace(before, validated_by=by, validated_on=_day(store, cmd.on))
    return OpResult(after, store.apply(replace(cmd, kind=before.kind), differences(before, after)))


def revoke_result(store: Store, cmd: RevokeResult) -> OpResult[ResultEvent]:
    """Take a result back from a day on; it leaves the counts, reports of earlier dates are as they were.

    Raises:
        KnownError: it was revoked already, or no reason is given.
    """
    before = _standing(store, cmd)
    if not one_line(cmd.reason):
        raise KnownError(
            "revoke_reason",
            N_("A result is revoked with a reason."),
            advice=N_("Say in a few words why it does not hold."),
        )
    after = replace(before, revoked_on=_day(store, cmd.on), revoke_reason=one_line(cmd.reason))
    return OpResult(after, store.apply(replace(cmd, kind=before.kind), differences(before, after)))


def add_evidence(store: Store, cmd: AddEvidence) -> OpResult[Evidence]:
    """Note evidence, or what is still to obtain; that of a result is of the result's project and organisation too.

    Raises:
        KnownError: it has no title.
    """
    if not one_line(cmd.title):
        raise KnownError(
            "evidence_empty",
            N_("Evidence needs a title."),
            advice=N_("Say which document or statement it is."),
        )
    project_id, organisation_id = cmd.project_id, cmd.organisation_id
    if cmd.result_id is not None:
        result = store.get(ResultEvent, cmd.result_id)
        project_id = project_id or result.project_id
        organisation_id = organisation_id or result.organisation_id
    evidence = Evidence(
        result_event_id=cmd.result_id,
        project_id=project_id,
        organisation_id=organisation_id,
        document_id=cmd.document_id,
        level=cmd.level,
        title=one_line(cmd.title),
        indicator=cmd.indicator,
        on=cmd.on,
        wanted=cmd.wanted,
        remark=cmd.remark,
        visibility=cmd.visibility,
    )
    return OpResult(evidence, store.apply(cmd, [Insert(evidence)]))


def obtain_evidence(store: Store, cmd: ObtainEvidence) -> OpResult[Evidence]:
    """Say that wanted evidence has come."""
    before = store.get(Evidence, cmd.evidence_id)
    after = replace(
        before,
        wanted=False,
        level=cmd.level,
        document_id=cmd.document_id or before.document_id,
        on=_day(store, cmd.on),
    )
    return OpResult(after, store.apply(replace(cmd, title=before.title), differences(before, after)))


def _standing(store: Store, cmd: ConfirmResult | ValidateResult | RevokeResult) -> ResultEvent:
    result = store.get(ResultEvent, cmd.result_id)
    if result.revoked_on is not None:
        raise KnownError(
            "result_revoked",
            N_("This result was revoked on {day}: {reason}"),
            advice=N_("Undo the revocation, or note the result anew."),
            day=result.revoked_on,
            reason=result.revoke_reason,
        )
    return result


def confirming_name(name: str) -> str:
    """Return the name of who confirms or validates, on one line.

    Raises:
        KnownError: there is none.
    """
    if not one_line(name):
        raise KnownError(
            "name_needed",
            N_("A result is confirmed and validated by name."),
            advice=N_("Give your name in the settings."),
        )
    return one_line(name)


def _day(store: Store, day: date | None) -> date:
    return day or store.clock.today()
