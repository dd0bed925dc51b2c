"""How ready an organisation is for abroad: questions answered for an orientation, and what is missing promised."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpChanges, OpResult, differences
from clusterdesk.domain.commands.referrals import AnswerReadiness, LiftReadiness, ReadinessGiven
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import ReadinessAnswer, ReadinessQuestion, ReadinessReply, Referral
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.domain.referrals.readiness import readiness_action
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import kept_organisation
from clusterdesk.store.desk_store import Store

LIFT_DAYS = 30
"""How long an organisation is given to lift what it lacks, in days."""


def answer_readiness(store: Store, cmd: AnswerReadiness) -> OpResult[tuple[ReadinessAnswer, ...]]:
    """Note answers, each with the question as it was asked; the same answers again are no change.

    Raises:
        KnownError: there is no such orientation or question.
    """
    referral = store.get(Referral, cmd.referral_id)
    organisation = kept_organisation(store, referral.organisation_id)
    language = next(iter(organisation.languages), "fr")
    stored = {one.question_id: one for one in store.find(ReadinessAnswer, deleted=None, referral_id=referral.id)}
    changes: list[Change] = []
    for given in cmd.answers:
        asked = store.get(ReadinessQuestion, given.question_id).name_in(language)
        before = stored.get(given.question_id)
        after = _answered(referral, given, asked, before)
        changes.extend([Insert(after)] if before is None else differences(before, after))
        stored[given.question_id] = after
    named = replace(cmd, title=organisation.name)
    output = tuple(one for one in stored.values() if not one.deleted)
    return OpResult(output, store.apply(named, changes) if changes else OpChanges())


def lift_readiness(store: Store, cmd: LiftReadiness) -> OpResult[tuple[Action, ...]]:
    """Make what lifts each « no » a promise of the organisation; those it already owes stay as they are.

    Raises:
        KnownError: nothing is missing, or the day has passed.
    """
    referral = store.get(Referral, cmd.referral_id)
    organisation = kept_organisation(store, referral.organisation_id)
    texts = [_lifting(store, key, organisation) for key in _missing(store, referral, cmd)]
    if not texts:
        raise KnownError(
            "nothing_to_lift",
            N_("Nothing is known to be missing: no question is answered by no."),
            advice=N_("Answer the questions first; each « no » then becomes an action."),
        )
    due_on = cmd.due_on or store.clock.today() + timedelta(days=LIFT_DAYS)
    open_texts = {one.text for one in store.find(Action, organisation_id=organisation.id, done_on=None)}
    made = tuple(
        Action(
            organisation_id=organisation.id,
            coaching_file_id=referral.coaching_file_id,
            text=text,
            owner=OwnerKind.ORGANISATION,
            profile_id=cmd.profile_id,
            due_on=due_on,
        )
        for text in dict.fromkeys(texts)
        if text not in open_texts
    )
    changes: list[Change] = [Insert(one) for one in made]
    named = replace(cmd, title=organisation.name)
    return OpResult(made, store.apply(named, changes) if made else OpChanges())


def _answered(referral: Referral, given: ReadinessGiven, asked: str, before: ReadinessAnswer | None) -> ReadinessAnswer:
    if before is not None and not before.deleted and before.reply is given.reply:
        return replace(before, remark=one_line(given.remark) or before.remark)
    if before is not None:
        return replace(before, reply=given.reply, asked=asked, remark=one_line(given.remark), deleted=False)
    ends = {"referral_id": referral.id, "question_id": given.question_id}
    return ReadinessAnswer(
        id=set_member_id("readiness_answer", ends),
        referral_id=referral.id,
        question_id=given.question_id,
        asked=asked,
        reply=given.reply,
        remark=one_line(given.remark),
    )


def _missing(store: Store, referral: Referral, cmd: LiftReadiness) -> Iterator[UUID]:
    for one in store.find(ReadinessAnswer, referral_id=referral.id, reply=ReadinessReply.NO):
        if not cmd.question_ids or one.question_id in cmd.question_ids:
            yield one.question_id


def _lifting(store: Store, question_id: UUID, organisation: Organisation) -> str:
    language = next(iter(organisation.languages), "fr")
    return one_line(readiness_action(store.get(ReadinessQuestion, question_id), language))
