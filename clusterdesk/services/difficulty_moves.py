"""What happens to a difficulty on its way up and back: approved, sent, answered, told, closed, taken up, joined."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.commands.difficulties import (
    AnswerDifficulty,
    ApproveDifficulty,
    CloseDifficulty,
    FeedBackDifficulty,
    JoinDifficulties,
    ReopenDifficulty,
    SendBackDifficulty,
    SendDifficulty,
    TakeApartDifficulty,
)
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.parsing.text import even, many_lines, one_line
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyOrganisation,
    DifficultyRecipient,
    DifficultyState,
)
from clusterdesk.domain.records.lists import Profile
from clusterdesk.services.difficulties import check_day, not_met, read_together, standing, touched
from clusterdesk.services.paper_gate import check_note_read
from clusterdesk.store.desk_store import Store

type Moving = (
    ApproveDifficulty
    | SendBackDifficulty
    | SendDifficulty
    | AnswerDifficulty
    | FeedBackDifficulty
    | CloseDifficulty
    | ReopenDifficulty
    | JoinDifficulties
    | TakeApartDifficulty
)
_EARLY = DayRefusal(
    "difficulty_days",
    N_("“{name}” is at “{state_label}” since {before}: {day} is earlier."),
    N_("Give a later day."),
)


def approve_difficulty(store: Store, cmd: ApproveDifficulty) -> OpResult[Difficulty]:
    """Approve that a difficulty is sent up, by the name of a director; any name where the team has no director.

    Raises:
        KnownError: it is no draft, no name is given, or the name is no director's.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.APPROVED)
    profiles = store.find(Profile)
    own = {even(one.name) for one in states.directors(profiles)}
    named = one_line(cmd.by) or (store.author if even(store.author) in own else "")
    by = states.approver(named, profiles)
    on = _day(store, cmd, before)
    return _moved(
        store, cmd, before, DifficultyAct.APPROVED, on, by=by, remark=cmd.remark, approved_by=by, approved_on=on
    )


def send_back_difficulty(store: Store, cmd: SendBackDifficulty) -> OpResult[Difficulty]:
    """Send a difficulty that has not left yet back for changes.

    Raises:
        KnownError: it has left, or it is not said what is to be changed.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.SENT_BACK)
    _said(cmd.remark, "send_back_why", N_("What is to be changed has to be said."), N_("Say it in a few words."))
    return _moved(store, cmd, before, DifficultyAct.SENT_BACK, _day(store, cmd, before), remark=cmd.remark)


def send_difficulty(store: Store, cmd: SendDifficulty) -> OpResult[Difficulty]:
    """Note that an approved difficulty was sent, and to whom.

    Raises:
        KnownError: it was not approved, it is not said to whom it went, nobody has read the note that leaves as it is
            now, or it is not said how it was told without one.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.SENT)
    recipient_id = cmd.recipient_id or before.recipient_id
    if recipient_id is None:
        raise KnownError(
            "difficulty_to_whom",
            N_("A difficulty is sent to somebody."),
            advice=N_("Choose to whom: the list of recipients is in the settings."),
        )
    store.get(DifficultyRecipient, recipient_id)
    if cmd.with_note:
        check_note_read(store, before)
    else:
        how = N_("Without a note of ours, say how they were told.")
        _said(cmd.remark, "sent_how", how, N_("Say it in a few words: at which meeting, in whose mail."))
    on = _day(store, cmd, before)
    return _moved(store, cmd, before, DifficultyAct.SENT, on, remark=cmd.remark, recipient_id=recipient_id, sent_on=on)


def answer_difficulty(store: Store, cmd: AnswerDifficulty) -> OpResult[Difficulty]:
    """Note what was answered.

    Raises:
        KnownError: it was not sent, the answer says nothing, or came before it was sent.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.ANSWERED)
    _said(cmd.answer, "answer_empty", N_("An answer needs a few words."), N_("Write down what was answered."))
    on = _day(store, cmd, before)
    answer = many_lines(cmd.answer)
    return _moved(store, cmd, before, DifficultyAct.ANSWERED, on, remark=answer, answer=answer, answered_on=on)


def feed_back_difficulty(store: Store, cmd: FeedBackDifficulty) -> OpResult[Difficulty]:
    """Note which organisations were told of the answer; with the last one the difficulty moves on.

    Raises:
        KnownError: it was not answered, an organisation does not meet it, or all were told already.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.FED_BACK)
    rows = store.find(DifficultyOrganisation, difficulty_id={one.id for one in read_together(store, before.id)})
    told = [one for one in rows if one.fed_back_on is None]
    if cmd.organisation_ids:
        told = []
        for organisation_id in cmd.organisation_ids:
            found = touched(store, before.id, organisation_id)
            if not found:
                raise not_met(store, before, organisation_id)
            told += [one for one in found if one.fed_back_on is None]
    if not told and (cmd.organisation_ids or before.state is DifficultyState.FED_BACK):
        raise KnownError(
            "difficulty_told",
            N_("These organisations were told already."),
            advice=N_("Close the difficulty with its result when there is one."),
        )
    on = _day(store, cmd, before)
    changes: list[Change] = []
    for one in told:
        changes += differences(one, replace(one, fed_back_on=on))
    waiting = {one.id for one in rows if one.fed_back_on is None} - {one.id for one in told}
    if not waiting:
        return _moved(store, cmd, before, DifficultyAct.FED_BACK, on, remark=cmd.remark, changes=changes)
    changes.append(Insert(states.step_of(before, DifficultyAct.FED_BACK, on, _by(store, cmd), remark=cmd.remark)))
    return OpResult(before, store.apply(replace(cmd, title=before.title), changes))


def close_difficulty(store: Store, cmd: CloseDifficulty) -> OpResult[Difficulty]:
    """Close a difficulty with what came of it.

    Raises:
        KnownError: the organisations were not told yet, or no result is given.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.CLOSED)
    _said(cmd.result, "result_empty", N_("A difficulty is closed with its result."), N_("Say what came of it."))
    on = _day(store, cmd, before)
    result = many_lines(cmd.result)
    return _moved(store, cmd, before, DifficultyAct.CLOSED, on, remark=result, result=result, closed_on=on)


def reopen_difficulty(store: Store, cmd: ReopenDifficulty) -> OpResult[Difficulty]:
    """Make a draft of a difficulty that was answered; its organisations wait to be told of what comes next.

    Raises:
        KnownError: it was not answered yet, or it is not said why.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    states.check_move(before, DifficultyAct.REOPENED)
    _said(cmd.remark, "reopen_why", N_("A difficulty is taken up again for a reason."), N_("Say why in a few words."))
    changes: list[Change] = []
    family = {one.id for one in read_together(store, before.id)}
    for one in store.find(DifficultyOrganisation, difficulty_id=family):
        changes += differences(one, replace(one, fed_back_on=None))
    on = _day(store, cmd, before)
    return _moved(store, cmd, before, DifficultyAct.REOPENED, on, remark=cmd.remark, changes=changes)


def join_difficulties(store: Store, cmd: JoinDifficulties) -> OpResult[Difficulty]:
    """Read a difficulty as another one: their organisations and quotes are read together; returns that other one.

    Raises:
        KnownError: they are one already, one lies in the bin, or the first is further on.
    """
    before, into = standing(store, cmd.difficulty_id), standing(store, cmd.into_id)
    states.check_join(before, into)
    on = cmd.on or store.clock.today()
    check_day(store, on)
    by = _by(store, cmd)
    changes = differences(before, replace(before, joined_into=into.id))
    changes.append(Insert(states.step_of(into, DifficultyAct.JOINED, on, by, remark=before.title)))
    return OpResult(into, store.apply(replace(cmd, title=before.title, into=into.title), changes))


def take_apart_difficulty(store: Store, cmd: TakeApartDifficulty) -> OpResult[Difficulty]:
    """Let a joined difficulty stand on its own again, as it was before.

    Raises:
        KnownError: it was not joined.
    """
    before = store.get(Difficulty, cmd.difficulty_id)
    if before.joined_into is None:
        raise KnownError(
            "difficulty_not_joined",
            N_("“{name}” was not joined into another difficulty."),
            advice=N_("Nothing has to be taken apart."),
            name=before.title,
        )
    after = replace(before, joined_into=None)
    return OpResult(after, store.apply(replace(cmd, title=before.title), differences(before, after)))


def _moved(
    store: Store,
    cmd: Moving,
    before: Difficulty,
    act: DifficultyAct,
    on: date,
    *,
    by: str = "",
    remark: str = "",
    changes: Iterable[Change] = (),
    **written: Any,  # noqa: ANN401 - fields of a difficulty
) -> OpResult[Difficulty]:
    """Write a move and its step in one operation."""
    after = states.moved(before, act, on, **written)
    step = states.step_of(before, act, on, by or _by(store, cmd), remark=many_lines(remark))
    command: Command = replace(cmd, title=before.title)
    done = store.apply(command, [*differences(before, after), Insert(step), *changes])
    return OpResult(after, done)


def _day(store: Store, cmd: Moving, before: Difficulty) -> date:
    """Return the day of a move: not to come, and not before the move that led here.

    Raises:
        KnownError: it is one of these.
    """
    on = cmd.on or store.clock.today()
    check_day(store, on)
    since = before.state_on or before.on
    _EARLY.check_follows(on, since, name=before.title, state_label=choice_label(before.state))
    return on


def _by(store: Store, cmd: Moving) -> str:
    return one_line(cmd.by) or store.author


def _said(text: str, code: str, message: str, advice: str) -> None:
    if not one_line(text):
        raise KnownError(code, message, advice=advice)
