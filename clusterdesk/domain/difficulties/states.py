"""What may happen to a difficulty, and where that takes it: draft → approved → sent → answered → told → closed.

It is sent back for changes while nothing has left, and taken up again once there is an answer. One that was joined into
another is read as that one and makes no moves of its own. Whoever moves a difficulty asks here first; nothing else
writes the fields of ``MOVED_ONLY``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import specs_of
from clusterdesk.domain.parsing.text import even, one_line
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyOrganisation,
    DifficultyState,
    DifficultyStep,
)
from clusterdesk.domain.records.lists import Profile, ProfileRole

_DRAFT, _APPROVED, _SENT = DifficultyState.DRAFT, DifficultyState.APPROVED, DifficultyState.SENT
_ANSWERED, _FED_BACK, _CLOSED = DifficultyState.ANSWERED, DifficultyState.FED_BACK, DifficultyState.CLOSED


@dataclass(frozen=True, slots=True)
class Move:
    """A move: from which states it may be made, and to which it leads."""

    act: DifficultyAct
    sources: frozenset[DifficultyState]
    to: DifficultyState


MOVES: Mapping[DifficultyAct, Move] = {
    one.act: one
    for one in (
        Move(DifficultyAct.APPROVED, frozenset({_DRAFT}), _APPROVED),
        Move(DifficultyAct.SENT_BACK, frozenset({_DRAFT, _APPROVED}), _DRAFT),
        Move(DifficultyAct.SENT, frozenset({_APPROVED}), _SENT),
        Move(DifficultyAct.ANSWERED, frozenset({_SENT}), _ANSWERED),
        # Again where an organisation came to it later: it is told too.
        Move(DifficultyAct.FED_BACK, frozenset({_ANSWERED, _FED_BACK}), _FED_BACK),
        Move(DifficultyAct.CLOSED, frozenset({_FED_BACK}), _CLOSED),
        Move(DifficultyAct.REOPENED, frozenset({_ANSWERED, _FED_BACK, _CLOSED}), _DRAFT),
    )
}
# What only a move writes: an edit that touches one of these would say what nobody did.
MOVED_ONLY = (
    "state",
    "state_on",
    "approved_by",
    "approved_on",
    "sent_on",
    "answered_on",
    "closed_on",
    "joined_into",
)
# What was approved leaves as it was approved: other words want another approval.
_APPROVED_WORDS = ("title", "happens", "cost", "currency", "cost_remark", "wish")
# What was said when it came may be worded better afterwards, never before.
_SAID_AT = {"answer": frozenset({_ANSWERED, _FED_BACK, _CLOSED}), "result": frozenset({_CLOSED})}
_RANK = {state: place for place, state in enumerate(DifficultyState)}
_WANTS: Mapping[DifficultyState, str] = {
    _DRAFT: N_("A draft is approved first."),
    _APPROVED: N_("It is approved: send it, or send it back for changes."),
    _SENT: N_("It was sent: what comes next is the answer."),
    _ANSWERED: N_("It was answered: tell the organisations, or take it up again."),
    _FED_BACK: N_("The organisations were told: close it with its result, or take it up again."),
    _CLOSED: N_("It is closed: take it up again first."),
}


def moves_from(difficulty: Difficulty) -> tuple[DifficultyAct, ...]:
    """Return the moves that are possible now, in the order they are usually made."""
    if difficulty.joined_into is not None or difficulty.deleted:
        return ()
    return tuple(act for act, move in MOVES.items() if difficulty.state in move.sources)


def check_move(difficulty: Difficulty, act: DifficultyAct) -> None:
    """Refuse a move that is not possible now, and say what is.

    Raises:
        KnownError: the state does not allow it, the difficulty was joined into another one, or lies in the bin.
    """
    if difficulty.deleted:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=difficulty.title,
        )
    if difficulty.joined_into is not None:
        raise KnownError(
            "difficulty_joined",
            N_("“{name}” was joined into another difficulty and is read as that one."),
            advice=N_("Move that one, or take the two apart first."),
            name=difficulty.title,
        )
    if difficulty.state not in MOVES[act].sources:
        raise KnownError(
            "difficulty_move",
            N_("“{name}” is at “{state_label}”: “{act_label}” is not possible from there."),
            advice=_WANTS[difficulty.state],
            name=difficulty.title,
            state_label=choice_label(difficulty.state),
            act_label=choice_label(act),
        )


def moved(difficulty: Difficulty, act: DifficultyAct, on: date, **written: Any) -> Difficulty:  # noqa: ANN401
    """Return the difficulty after a move on a day, with what else the move writes.

    What an earlier round left is forgotten where it would no longer hold: the steps keep it.

    Raises:
        KnownError: as ``check_move``.
    """
    check_move(difficulty, act)
    to = MOVES[act].to
    if to is DifficultyState.DRAFT:
        written = {**_FORGOTTEN, **written}
    return replace(difficulty, state=to, state_on=on, **written)


_FORGOTTEN: Mapping[str, Any] = {
    "approved_by": "",
    "approved_on": None,
    "sent_on": None,
    "answered_on": None,
    "closed_on": None,
    "answer": "",
    "result": "",
}


def step_of(
    difficulty: Difficulty, act: DifficultyAct, on: date, by: str, *, remark: str = "", sha256: str = ""
) -> DifficultyStep:
    """Return the record of what happened to a difficulty."""
    return DifficultyStep(difficulty_id=difficulty.id, act=act, on=on, by=by, remark=remark, sha256=sha256)


def is_new(difficulty: Difficulty) -> bool:
    """Tell whether a difficulty is as a new one is: a draft to which nothing has happened."""
    return difficulty.state is DifficultyState.DRAFT and all(
        not getattr(difficulty, name) for name in MOVED_ONLY if name not in {"state", "state_on"}
    )


def check_edit(before: Difficulty, after: Difficulty) -> None:
    """Refuse an edit that says of a difficulty what only a move may say, or that changes what was approved.

    Raises:
        KnownError: names the field.
    """
    changed = [name for name in specs_of(Difficulty) if getattr(before, name) != getattr(after, name)]
    moved_by_hand = [name for name in changed if name in MOVED_ONLY]
    early = [name for name in changed if name in _SAID_AT and before.state not in _SAID_AT[name]]
    if moved_by_hand or early:
        raise KnownError(
            "moved_only",
            N_("“{field_label}” of a difficulty is written by its moves, never by hand."),
            advice=N_("Approve, send, answer, tell, close, take up or join it instead."),
            field_label=specs_of(Difficulty)[(moved_by_hand or early)[0]].label,
        )
    words = [name for name in changed if name in _APPROVED_WORDS]
    if words and before.state is not DifficultyState.DRAFT:
        raise KnownError(
            "difficulty_approved",
            N_("“{field_label}” was approved as it stands: what leaves is what was approved."),
            advice=N_("Send the difficulty back for changes, or take it up again; then change it."),
            field_label=specs_of(Difficulty)[words[0]].label,
        )


def check_new(difficulty: Difficulty) -> None:
    """Refuse a new difficulty that says it was moved already.

    Raises:
        KnownError: it is no draft.
    """
    if is_new(difficulty):
        return
    raise KnownError(
        "moved_only",
        N_("“{field_label}” of a difficulty is written by its moves, never by hand."),
        advice=N_("Note it as a draft, then approve, send, answer and close it."),
        field_label=specs_of(Difficulty)["state"].label,
    )


def check_agreement(before: DifficultyOrganisation | None, after: DifficultyOrganisation) -> None:
    """Refuse an agreement to be named that nobody gave, and a telling of the answer that is no move.

    Raises:
        KnownError: it is one of these.
    """
    lacked = before is not None and before.named and not one_line(before.named_by)  # her data was erased
    if after.named and not one_line(after.named_by) and not lacked:
        raise KnownError(
            "agreement_by_whom",
            N_("An agreement to be named is of a person."),
            advice=N_("Say who agreed for the organisation."),
        )
    if after.fed_back_on != (before.fed_back_on if before is not None else None):
        raise KnownError(
            "moved_only",
            N_("“{field_label}” of a difficulty is written by its moves, never by hand."),
            advice=N_("Approve, send, answer, tell, close, take up or join it instead."),
            field_label=specs_of(DifficultyOrganisation)["fed_back_on"].label,
        )


def check_join(joined: Difficulty, into: Difficulty) -> None:
    """Refuse to join a difficulty into one that is less far on: what was sent or answered would be lost from sight.

    Raises:
        KnownError: says which way round it is possible, or that they are one already.
    """
    if joined.id == into.id:
        raise KnownError(
            "difficulty_same",
            N_("“{name}” cannot be joined with itself: the two are read as one already."),
            advice=N_("Choose another difficulty."),
            name=joined.title,
        )
    if _RANK[joined.state] > _RANK[into.state]:
        raise KnownError(
            "difficulty_further",
            N_("“{name}” is further on than “{into}”."),
            advice=N_("Join them the other way round."),
            name=joined.title,
            into=into.title,
        )


def directors(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """Return the colleagues who approve, by name."""
    found = [one for one in profiles if one.role is ProfileRole.DIRECTOR and not one.deleted]
    return tuple(sorted(found, key=lambda one: even(one.name)))


def approver(name: str, profiles: Iterable[Profile]) -> str:
    """Return the name under which a difficulty is approved.

    Where colleagues have the role of director, it is one of them; where nobody has, any person may be named.

    Raises:
        KnownError: no name is given, or it is no director's.
    """
    known = directors(profiles)
    if not name and len(known) == 1:
        return known[0].name
    if not name:
        raise KnownError(
            "approver_needed",
            N_("A difficulty is approved by name before it leaves."),
            advice=N_("Say who approves it: the director."),
        )
    if not known:
        return name
    for one in known:
        if even(one.name) == even(name):
            return one.name
    raise KnownError(
        "approver_no_director",
        N_("{name} is no director of the cluster: only a director approves what is sent up."),
        advice=N_("Those who may: {names}. Roles are changed in the settings, under colleagues."),
        name=name,
        names=", ".join(one.name for one in known),
    )
