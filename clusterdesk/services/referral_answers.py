"""Answers of receiving teams: matched with their orientation, shown, then taken – once.

Nothing here proves who has written an answer: the code tells which orientation it is of, the checksum of a file that
it is whole. Whoever takes an answer sees it first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.referral_answers import TakeAllAnswers, TakeAnswers, TakenAnswer
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralAnswer, ReferralOutcome, ReferralState
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel
from clusterdesk.domain.referrals.moving import advanced, step_of
from clusterdesk.domain.referrals.received import changes_no_state, move_of
from clusterdesk.domain.referrals.replies import ReplyKind
from clusterdesk.domain.referrals.states import refusal
from clusterdesk.services.documents import document_once
from clusterdesk.services.referrals import day_of_step, who
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class Taken:
    """The orientation after its answers, and the answers that are kept."""

    referral: Referral
    answers: tuple[ReferralAnswer, ...]


def take_answers(store: Store, cmd: TakeAnswers) -> OpResult[Taken]:
    """Take answers, from the oldest on, in one operation: steps, states, the answers, and the file they came in.

    Raises:
        KnownError: one was taken before, cannot follow, or lacks something; then none is taken.
    """
    (taken,), changes = _changes(store, (cmd,))
    title = store.get(Organisation, taken.referral.organisation_id).name
    return OpResult(taken, store.apply(replace(cmd, title=title), changes))


def take_all(store: Store, cmd: TakeAllAnswers) -> OpResult[tuple[Taken, ...]]:
    """Take what came in several mails and files in one operation; returns each orientation once, with its answers.

    Raises:
        KnownError: as ``take_answers``.
    """
    if len(cmd.parts) == 1:
        only = take_answers(store, cmd.parts[0])
        return OpResult((only.output,), only.changes)
    taken, changes = _changes(store, cmd.parts)
    names = dict.fromkeys(store.get(Organisation, one.referral.organisation_id).name for one in taken)
    return OpResult(taken, store.apply(replace(cmd, title=", ".join(names)), changes))


def _changes(store: Store, parts: Sequence[TakeAnswers]) -> tuple[tuple[Taken, ...], list[Change]]:
    """Return the orientations after all of it, the oldest answer first, and what makes them."""
    began = {part.referral_id: _standing(store, part) for part in parts}
    _check_once(store, parts)
    after, changes, documents = dict(began), [], []
    kept: dict[tuple[UUID, str, bytes], Document] = {}
    for part in parts:
        document, more = _kept_file(store, part, began[part.referral_id], kept)
        documents.append(document)
        changes += more
    answers: dict[UUID, list[ReferralAnswer]] = {one: [] for one in began}
    each = [(part, document, taken) for part, document in zip(parts, documents, strict=True) for taken in part.answers]
    for part, document, taken in sorted(each, key=_order):
        after[part.referral_id], more = _take(store, part, after[part.referral_id], taken, document)
        answers[part.referral_id].append(_answer(store, part, taken, document))
        changes += [*more, Insert(answers[part.referral_id][-1])]
    for one, before in began.items():
        changes += differences(before, after[one])
    return tuple(Taken(after[one], tuple(answers[one])) for one in began), changes


def _standing(store: Store, part: TakeAnswers) -> Referral:
    before = store.get(Referral, part.referral_id)
    if before.deleted:
        raise KnownError(
            "referral_binned",
            N_("This orientation is in the bin."),
            advice=N_("Take it out of the bin first."),
        )
    if not part.answers:
        raise KnownError(
            "answer_none",
            N_("No answer was chosen."),
            advice=N_("Tick at least one, or close this without taking any."),
        )
    return before


def trial(store: Store, referral: Referral, taken: TakenAnswer) -> Referral:
    """Return an orientation after an answer that is not applied.

    Raises:
        KnownError: it cannot follow, or lacks something.
    """
    command = move_of(taken.reply, referral.id)
    day = day_of_step(store, taken.reply.answered_on)
    if refusal(command.ACT, referral.state) is not None and changes_no_state(command.ACT, referral.state):
        return referral
    return advanced(referral, command, day)


def _order(each: tuple[TakeAnswers, Document | None, TakenAnswer]) -> str:
    day = each[2].reply.answered_on
    return day.isoformat() if day is not None else "9"


def _check_once(store: Store, parts: Sequence[TakeAnswers]) -> None:
    ids = {part.referral_id for part in parts}
    there = {one.sha256 for one in store.find(ReferralAnswer, referral_id=ids) if one.sha256}
    keys = [one.key for part in parts for one in part.answers]
    if len(set(keys)) < len(keys) or not there.isdisjoint(keys):
        raise KnownError(
            "answer_known",
            N_("This answer was taken before: it counts once."),
            advice=N_("Nothing needs to be done; it stands among the answers of the orientation."),
        )


def _take(
    store: Store, cmd: TakeAnswers, before: Referral, taken: TakenAnswer, document: Document | None
) -> tuple[Referral, list[Change]]:
    """Return the orientation after one answer, and what else it makes."""
    command = move_of(taken.reply, before.id)
    day = day_of_step(store, taken.reply.answered_on)
    step = Insert(step_of(command, day, who(store, taken.reply.by)))
    if refusal(command.ACT, before.state) is not None and changes_no_state(command.ACT, before.state):
        news = command.ACT is ReferralAct.STARTED and before.state is ReferralState.IN_PROGRESS
        return before, [step] if news else []
    after = advanced(before, command, day)
    changes: list[Change] = [step]
    outcome = taken.reply.outcome
    if taken.reply.kind is ReplyKind.DONE and document is not None and outcome is not ReferralOutcome.NONE:
        evidence = Evidence(
            project_id=before.project_id,
            organisation_id=before.organisation_id,
            document_id=document.id,
            level=EvidenceLevel.SAID,
            title=document.name,
            on=after.outcome_on,
        )
        changes.append(Insert(evidence))
    return after, changes


def _answer(store: Store, cmd: TakeAnswers, taken: TakenAnswer, document: Document | None) -> ReferralAnswer:
    reply = taken.reply
    return ReferralAnswer(
        referral_id=cmd.referral_id,
        on=day_of_step(store, reply.answered_on),
        channel=cmd.received.channel,
        by=reply.by,
        act=reply.kind.act,
        text=taken.words.strip(),
        sha256=taken.key,
        document_id=document.id if document is not None else None,
    )


def _kept_file(
    store: Store, cmd: TakeAnswers, referral: Referral, kept: dict[tuple[UUID, str, bytes], Document]
) -> tuple[Document | None, list[Change]]:
    """Return the document of what came, as the organisation has it from now on; nothing for a pasted text.

    ``kept`` are those that other answers of the same operation came in.
    """
    came = cmd.received
    if not came.content:
        return None, []
    place = (referral.organisation_id, came.name, came.content)
    if place in kept:
        return kept[place], []
    attaching = AttachDocument(
        source=Path(came.name),
        organisation_id=referral.organisation_id,
        coaching_file_id=referral.coaching_file_id,
        on=came.on,
    )
    kept[place], changes = document_once(store, attaching, came.name, came.content)
    return kept[place], changes
