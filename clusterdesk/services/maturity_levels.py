"""The level of an assessment, in step with its answers whatever road they take."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, SetField, differences
from clusterdesk.domain.industrialisation.maturity import known_replies, maturity
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.store.desk_store import Store

_ANSWER, _ASSESSMENT = "mrl_answer", "mrl_assessment"


def with_level(store: Store, assessment: MrlAssessment, answers: Iterable[MrlAnswer]) -> MrlAssessment:
    """Return an assessment with the level that answers give."""
    replies = {one.question_id: one.reply for one in answers if not one.deleted}
    return replace(assessment, level=maturity(store.find(MrlQuestion), replies).level)


def implied_answers(store: Store, assessment: MrlAssessment) -> list[MrlAnswer]:
    """Return what an assessment that is known by its level alone says, not written yet."""
    questions = {one.id: one for one in store.find(MrlQuestion)}
    replies = known_replies(questions.values(), assessment.level, {})
    return [new_answer(assessment.id, key, reply, questions[key].name_fr) for key, reply in replies.items()]


def new_answer(assessment_id: UUID, question_id: UUID, reply: MrlReply, asked: str, remark: str = "") -> MrlAnswer:
    """Return an answer that is not written yet, with the id that follows from assessment and question."""
    ends = {"assessment_id": assessment_id, "question_id": question_id}
    return MrlAnswer(
        id=set_member_id(_ANSWER, ends),
        assessment_id=assessment_id,
        question_id=question_id,
        reply=reply,
        asked=asked,
        remark=remark,
    )


def check_reply(question: MrlQuestion, reply: MrlReply, language: str) -> None:
    """Refuse « does not apply » where everybody is asked.

    Raises:
        KnownError: names the question.
    """
    if reply is MrlReply.NOT_APPLICABLE and not question.circular:
        raise KnownError(
            "mrl_applies",
            N_("This question is asked of everybody: “{question}”"),
            advice=N_("Answer yes, no or not known yet; only circular questions may not apply."),
            question=question.name_in(language),
        )


def check_answer(store: Store, after: Record) -> None:
    """Refuse an answer, written as any record is, that its question does not have.

    Raises:
        KnownError: names the question.
    """
    if isinstance(after, MrlAnswer) and not after.deleted:
        check_reply(store.get(MrlQuestion, after.question_id), after.reply, "fr")


def check_level(store: Store, before: Record, after: Record) -> None:
    """Refuse a level, written as any value is, that the answers of the assessment do not give.

    Raises:
        KnownError: there are answers, and they give another level.
    """
    if not isinstance(before, MrlAssessment) or not isinstance(after, MrlAssessment) or before.level == after.level:
        return
    answers = store.find(MrlAnswer, assessment_id=after.id)
    if answers and with_level(store, after, answers).level != after.level:
        raise KnownError(
            "mrl_level_follows",
            N_("The level of this assessment follows from its answers: they give {level}."),
            advice=N_("Answer the questions anew; the level changes with them."),
            level=with_level(store, after, answers).level,
        )


def level_changes(store: Store, changes: Sequence[Change]) -> list[Change]:
    """Return what follows for the levels of assessments from changes to their answers; nothing where none is touched.

    Answers of an assessment that was known by its level alone are written with the first one that is given. An
    assessment that is new, or goes into the bin or out of it with its answers, keeps its level.
    """
    after, touched = _answers_after(store, changes)
    turned = {one.record_id for one in changes if isinstance(one, SetField) and _turns(one)}
    found: list[Change] = []
    for assessment_id in sorted(touched - turned):
        assessment = next(iter(store.find(MrlAssessment, id=assessment_id)), None)
        if assessment is None:
            continue
        stored = store.find(MrlAnswer, deleted=None, assessment_id=assessment_id)
        mine = {one.id: one for one in stored} | {
            one.id: one for one in after.values() if one.assessment_id == assessment_id
        }
        moved = [one.id for one in after.values() if one.assessment_id != assessment_id]
        mine = {key: one for key, one in mine.items() if key not in moved}
        if all(one.deleted for one in stored) and any(not one.deleted for one in mine.values()):
            for one in implied_answers(store, assessment):
                if one.id not in mine and one.question_id not in {each.question_id for each in mine.values()}:
                    mine[one.id] = one
                    found.append(Insert(one))
        found += differences(assessment, with_level(store, assessment, mine.values()))
    return found


def _turns(change: SetField) -> bool:
    """Tell whether a change gives an assessment its level itself, or puts it into the bin or takes it out."""
    return change.record_type == _ASSESSMENT and change.field in {"level", "deleted"}


def _answers_after(store: Store, changes: Sequence[Change]) -> tuple[dict[UUID, MrlAnswer], set[UUID]]:
    """Return the answers as changes leave them, and the assessments they are of, before or after."""
    after: dict[UUID, MrlAnswer] = {}
    touched: set[UUID] = set()
    for one in changes:
        if isinstance(one, Insert) and isinstance(one.record, MrlAnswer):
            after[one.record.id] = one.record
        elif isinstance(one, SetField) and one.record_type == _ANSWER:
            before = after.get(one.record_id) or store.get(MrlAnswer, one.record_id)
            touched.add(before.assessment_id)
            after[one.record_id] = replace(before, **{one.field: one.value})
    return after, touched | {one.assessment_id for one in after.values()}
