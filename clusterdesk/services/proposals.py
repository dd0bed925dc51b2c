"""Proposed results: what a person decides about them. Validation and revocation are those of any result."""

from dataclasses import replace
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.results import ConfirmProposal, GivenProof
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.services.proofs import Paper, proof_changes
from clusterdesk.services.results import confirming_name
from clusterdesk.store.desk_store import Store

_AHEAD = DayRefusal(
    "result_ahead",
    N_("A result cannot be confirmed for {day}: that day is still to come."),
    N_("Give the day on which it was reached."),
)


def confirmation(
    proposal: ResultProposal,
    *,
    by: str,
    on: date | None = None,
    override_reason: str = "",
    proof: GivenProof | None = None,
) -> ConfirmProposal:
    """Return the command that confirms a proposal on its effective date, or on another day, with all there is.

    ``proof`` is evidence that is noted with it.

    Raises:
        KnownError: it has no day, neither its own nor one given.
    """
    day = on or (proposal.event.on if proposal.event is not None else None) or proposal.on
    if day is None:
        raise KnownError(
            "proposal_day",
            N_("This result was not reached yet."),
            advice=N_("Give the day it was reached, or complete what is missing."),
        )
    return ConfirmProposal(
        kind=proposal.kind,
        on=day,
        by=by,
        rule=proposal.rule,
        result_id=proposal.event.id if proposal.event is not None else None,
        project_id=proposal.project_id,
        organisation_id=proposal.organisation_id,
        coaching_file_id=proposal.coaching_file_id,
        ledger_id=proposal.ledger_id,
        evidence_ids=tuple(one.id for one in proposal.evidence),
        proof=proof,
        already_before=proposal.needs_reason,
        override_reason=override_reason,
    )


def confirm_proposal(store: Store, cmd: ConfirmProposal, paper: Paper | None = None) -> OpResult[ResultEvent]:
    """Note and confirm a result in one step; evidence that belongs to no result yet becomes its own.

    ``paper`` is the document of the evidence that is given with it.

    Raises:
        KnownError: no name is given, it was reached before the coaching and no reason is given, it is dated after
            today, it is of nobody, its figures count already, or nothing proves it.
    """
    after, changes = confirmed_changes(store, cmd, paper)
    return OpResult(after, store.apply(cmd, changes))


def confirmed_changes(
    store: Store, cmd: ConfirmProposal, paper: Paper | None = None
) -> tuple[ResultEvent, list[Change]]:
    """Return the confirmed result and what makes it so, for a step that does more than confirm.

    Raises:
        KnownError: as ``confirm_proposal``.
    """
    by, today = confirming_name(cmd.by), store.clock.today()
    reason = one_line(cmd.override_reason)
    if cmd.already_before and not reason:
        raise KnownError(
            "override_reason",
            N_("By the rule this result does not count by itself: it counts only with a reason."),
            advice=N_("Say in a few words why it counts all the same."),
        )
    _AHEAD.check_come(cmd.on, today)
    before = store.get(ResultEvent, cmd.result_id) if cmd.result_id is not None else None
    if before is None and cmd.ledger_id is not None:
        _refuse_twice(store, cmd)
    after = _event(cmd, before, by, cmd.confirmed_on or today, reason)
    changes: list[Change] = [Insert(after)] if before is None else differences(before, after)
    changes += proof_changes(store, after, cmd.proof, paper, cmd.evidence_ids)
    return after, changes


def _refuse_twice(store: Store, cmd: ConfirmProposal) -> None:
    """One set of figures never counts twice: reaching break-even counts again once it was lost in between."""
    standing = [one for one in store.find(ResultEvent, ledger_id=cmd.ledger_id) if one.revoked_on is None]
    lost = [one.on for one in standing if one.kind is ResultKind.BREAK_EVEN_LOST]
    for one in standing:
        if one.kind is not cmd.kind:
            continue
        again = cmd.kind is ResultKind.BREAK_EVEN_REACHED and not any(one.on < day <= cmd.on for day in lost)
        if one.on == cmd.on or again:
            raise KnownError(
                "figures_count_already",
                N_("These figures count already: noted for {day}."),
                advice=N_("Revoke that result first, if it does not hold."),
                day=one.on,
            )


def _event(cmd: ConfirmProposal, before: ResultEvent | None, by: str, day: date, reason: str) -> ResultEvent:
    if before is None and cmd.project_id is None and cmd.organisation_id is None:
        raise KnownError(
            "result_of_whom",
            N_("A result belongs to a project or to an organisation."),
            advice=N_("Choose the project that reached it."),
        )
    start = before or ResultEvent(
        kind=cmd.kind,
        on=cmd.on,
        project_id=cmd.project_id,
        organisation_id=cmd.organisation_id,
        coaching_file_id=cmd.coaching_file_id,
        ledger_id=cmd.ledger_id,
    )
    return replace(
        start,
        on=cmd.on,
        rule=cmd.rule,
        confirmed_by=by,
        confirmed_on=day,
        override_reason=reason or start.override_reason,
    )
