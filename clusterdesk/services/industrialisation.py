"""Industrial maturity of projects: answered question by question, assessed on days, lifted by promises."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpChanges, OpResult, differences
from clusterdesk.domain.commands.industrialisation import (
    AnswerMrl,
    AnswerMrlQuestions,
    BeginAssessment,
    LiftBlocking,
)
from clusterdesk.domain.dated_steps import DayRefusal, day_order
from clusterdesk.domain.industrialisation.maturity import lifting_action
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Action
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.maturity_levels import (
    check_reply,
    implied_answers,
    level_changes,
    new_answer,
    with_level,
)
from clusterdesk.store.desk_store import Store

_AHEAD = DayRefusal(
    "mrl_ahead",
    N_("The workshop cannot be assessed on {day}: that day is still to come."),
    N_("Give today or an earlier day."),
)


def begin_assessment(store: Store, cmd: BeginAssessment) -> OpResult[MrlAssessment]:
    """Assess a project on a day, with the answers given before; that of the same day is worked out again.

    Raises:
        KnownError: the day is still to come.
    """
    day = _day(store, cmd.on)
    project = store.get(Project, cmd.project_id)
    present = _of_day(store, cmd.project_id, day)
    if present is not None:
        answers = store.find(MrlAnswer, assessment_id=present.id) or implied_answers(store, present)
        after = with_level(store, present, answers)
        return OpResult(after, store.apply(replace(cmd, title=project.title), differences(present, after)))
    made, answers = _successor(store, cmd.project_id, day, cmd.profile_id)
    made = with_level(store, made, answers)
    changes = store.apply(replace(cmd, title=project.title), [Insert(made), *(Insert(one) for one in answers)])
    return OpResult(made, changes)


def answer_question(store: Store, cmd: AnswerMrl) -> OpResult[MrlAssessment]:
    """Note an answer; the level of its assessment follows. The same answer again is no change.

    Raises:
        KnownError: the day is still to come, or « does not apply » is no answer to this question.
    """
    question = store.get(MrlQuestion, cmd.question_id)
    check_reply(question, cmd.reply, cmd.language)
    titled = replace(cmd, title=store.get(Project, cmd.project_id).title, asked=question.name_in(cmd.language))
    return _noted(store, titled, [(question, cmd.reply)])


def answer_questions(store: Store, cmd: AnswerMrlQuestions) -> OpResult[MrlAssessment]:
    """Note several answers in one step, as ``answer_question`` does one; of two to one question the last one counts.

    Raises:
        KnownError: the day is still to come, or « does not apply » is no answer to one of the questions; then none is
            noted.
    """
    given = {one.question_id: (store.get(MrlQuestion, one.question_id), one.reply) for one in cmd.replies}
    for question, reply in given.values():
        check_reply(question, reply, cmd.language)
    title = store.get(Project, cmd.project_id).title
    return _noted(store, replace(cmd, title=title), list(given.values()))


def lift_blocking(store: Store, cmd: LiftBlocking) -> OpResult[Action]:
    """Make what lifts a « no » a promise of the organisation that holds the project; one that is open already stays.

    Raises:
        KnownError: nobody holds the project.
    """
    project, question = store.get(Project, cmd.project_id), store.get(MrlQuestion, cmd.question_id)
    if project.organisation_id is None:
        raise KnownError(
            "project_without_holder",
            N_("“{title}” has no holder: nobody can owe this."),
            advice=N_("Say on its row which organisation holds the project."),
            title=project.title,
        )
    holder = receiving_organisation(store, project.organisation_id)
    text = one_line(lifting_action(question, cmd.language or next(iter(holder.languages), "fr")))
    open_ones = store.find(Action, organisation_id=holder.id, text=text, done_on=None)
    if open_ones:
        return OpResult(open_ones[0], OpChanges())
    files = store.find(CoachingFile, project_id=project.id, closed_on=None)
    action = Action(
        organisation_id=holder.id,
        coaching_file_id=max(files, key=_opened).id if files else None,
        text=text,
        owner=cmd.owner,
        due_on=cmd.due_on or store.clock.today() + timedelta(days=cmd.days),
    )
    return OpResult(action, store.apply(replace(cmd, text=text), [Insert(action)]))


def _noted(
    store: Store, cmd: AnswerMrl | AnswerMrlQuestions, given: Sequence[tuple[MrlQuestion, MrlReply]]
) -> OpResult[MrlAssessment]:
    present = _taken_up(store, cmd)
    if present is None:
        made, answers = _successor(store, cmd.project_id, _day(store, cmd.on), cmd.profile_id)
        known = {one.question_id: one for one in answers}
        for question, reply in given:
            known[question.id] = new_answer(made.id, question.id, reply, question.name_in(cmd.language))
        after = with_level(store, made, known.values())
        return OpResult(after, store.apply(cmd, [Insert(after), *(Insert(one) for one in known.values())]))
    stored = {one.question_id: one for one in store.find(MrlAnswer, deleted=None, assessment_id=present.id)}
    changes: list[Change] = []
    for question, reply in given:
        before, asked = stored.get(question.id), question.name_in(cmd.language)
        if before is None:
            changes.append(Insert(new_answer(present.id, question.id, reply, asked)))
        elif before.reply is not reply or before.deleted:
            changes += differences(before, replace(before, reply=reply, asked=asked, deleted=False))
    if not changes:
        return OpResult(present, OpChanges())
    done = store.apply(cmd, [*changes, *level_changes(store, changes)])
    return OpResult(store.get(MrlAssessment, present.id), done)


def _taken_up(store: Store, cmd: AnswerMrl | AnswerMrlQuestions) -> MrlAssessment | None:
    """Return the assessment an answer goes into: the one named, else that of the day, if there is one."""
    if cmd.assessment_id is not None:
        return store.get(MrlAssessment, cmd.assessment_id)
    return _of_day(store, cmd.project_id, _day(store, cmd.on))


def _of_day(store: Store, project_id: UUID, day: date) -> MrlAssessment | None:
    found = store.find(MrlAssessment, project_id=project_id, on=day, revoked_on=None)
    return found[-1] if found else None


def _successor(
    store: Store, project_id: UUID, day: date, profile_id: UUID | None
) -> tuple[MrlAssessment, list[MrlAnswer]]:
    """Return a new assessment with the answers of the one before that day, not written yet."""
    made = MrlAssessment(project_id=project_id, profile_id=profile_id, on=day)
    earlier = [one for one in store.find(MrlAssessment, project_id=project_id, revoked_on=None) if one.on < day]
    if not earlier:
        return made, []
    last = max(earlier, key=day_order)
    answers = store.find(MrlAnswer, assessment_id=last.id) or implied_answers(store, last)
    kept = [one for one in answers if one.reply is not MrlReply.UNKNOWN]
    return made, [new_answer(made.id, one.question_id, one.reply, one.asked, one.remark) for one in kept]


def _day(store: Store, day: date | None) -> date:
    today = store.clock.today()
    _AHEAD.check_come(day or today, today)
    return day or today


def _opened(file: CoachingFile) -> date:
    return file.opened_on
