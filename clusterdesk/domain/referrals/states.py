"""Which move a referral may make from which state, and why another one is impossible.

``MOVES`` is the whole machine. Whoever changes a state (window, command line, answers that come back) asks ``refusal``
first and shows its sentence; ``possible`` are the moves that a menu offers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.referrals import ReferralAct, ReferralState

_S, _A = ReferralState, ReferralAct

BEFORE = frozenset({_S.DRAFT, _S.CONSENT})
"""Nothing has left the house yet."""
AWAITED = frozenset({_S.HANDED_OVER, _S.ACKNOWLEDGED})
"""A team has it and has not decided."""
WITH_TEAM = AWAITED | {_S.ACCEPTED, _S.IN_PROGRESS}
"""A team has it and is not through with it."""
ENDED = frozenset({_S.DECLINED, _S.DONE, _S.WITHDRAWN, _S.REVOKED})
"""Nothing more is expected, unless it is taken up again."""
TEAM_ACTS = frozenset({_A.ACKNOWLEDGED, _A.ACCEPTED, _A.DECLINED, _A.STARTED, _A.DONE})
"""What the answer of a team can say."""


@dataclass(frozen=True, slots=True)
class Move:
    """An act, the states it can start from, and where it leads; ``end`` is ``None`` where the state stays.

    Where taking up again leads depends on where it ended: see ``reopened``.
    """

    act: ReferralAct
    starts: frozenset[ReferralState]
    end: ReferralState | None


MOVES: Mapping[ReferralAct, Move] = MappingProxyType(
    {
        one.act: one
        for one in (
            Move(_A.CONSENTED, BEFORE, _S.CONSENT),
            Move(_A.HANDED_OVER, frozenset({_S.CONSENT}), _S.HANDED_OVER),
            Move(_A.ACKNOWLEDGED, frozenset({_S.HANDED_OVER}), _S.ACKNOWLEDGED),
            Move(_A.ACCEPTED, AWAITED, _S.ACCEPTED),
            Move(_A.DECLINED, AWAITED | {_S.ACCEPTED}, _S.DECLINED),
            Move(_A.STARTED, AWAITED | {_S.ACCEPTED}, _S.IN_PROGRESS),
            Move(_A.DONE, WITH_TEAM, _S.DONE),
            Move(_A.WITHDRAWN, BEFORE | WITH_TEAM, _S.WITHDRAWN),
            Move(_A.REVOKED, BEFORE | WITH_TEAM, _S.REVOKED),
            Move(_A.REOPENED, ENDED, None),
            Move(_A.CHASED, WITH_TEAM, None),
            Move(_A.FED_BACK, WITH_TEAM | ENDED, None),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is impossible, and what can be done instead: two msgids; both may name ``state_label``."""

    message: str
    advice: str


def possible(state: ReferralState) -> tuple[ReferralAct, ...]:
    """Return the acts that can follow, in the order of the machine."""
    return tuple(act for act, move in MOVES.items() if state in move.starts)


def refusal(act: ReferralAct, state: ReferralState) -> Refusal | None:
    """Return why an act is impossible from a state; ``None`` where it is possible."""
    move = MOVES.get(act)
    if move is None:
        return _BEGUN
    if state in move.starts:
        return None
    if act is _A.REOPENED:
        return _NOT_ENDED
    if state in ENDED:
        return _OVER
    if act is _A.CONSENTED:
        return _CONSENT_USED
    if act is _A.HANDED_OVER:
        return _NO_CONSENT if state is _S.DRAFT else _THERE_ALREADY
    if state in BEFORE:
        return _NOT_THERE
    return _FURTHER_REFUSALS.get(act, _FURTHER)


def reopened(ended: ReferralState, *, consented: bool) -> ReferralState:
    """Return where taking up again leads.

    What a team declined waits for it anew; what was done is worked on again. What the organisation withdrew begins
    with its consent; what we revoked goes back to before the hand-over.
    """
    if ended is _S.DECLINED:
        return _S.HANDED_OVER
    if ended is _S.DONE:
        return _S.IN_PROGRESS
    return _S.CONSENT if ended is _S.REVOKED and consented else _S.DRAFT


def act_towards(state: ReferralState, end: ReferralState) -> ReferralAct | None:
    """Return the act that leads from a state to another, as when a card is dropped there; ``None`` where none does.

    An act that is impossible from here is returned too, so that ``refusal`` can explain.
    """
    if state is end:
        return None
    if state in ENDED and end not in ENDED:
        return _A.REOPENED
    return next((act for act, move in MOVES.items() if move.end is end), None)


_BEGUN = Refusal(N_("An orientation begins once."), N_("Make another one for another need."))
_NOT_ENDED = Refusal(
    N_("This orientation is not over: there is nothing to take up again."),
    N_("Note what happens to it now."),
)
_OVER = Refusal(
    N_("This orientation is over ({state_label}): nothing can happen to it any more."),
    N_("Take it up again first, or make a new one."),
)
_CONSENT_USED = Refusal(
    N_("The consent was given before the hand-over, and stands as it was given."),
    N_("Should the organisation take it back, note that it withdraws."),
)
_NO_CONSENT = Refusal(
    N_("Nothing is handed over without the consent of the organisation."),
    N_("Note first who agreed, when, and to share what."),
)
_THERE_ALREADY = Refusal(
    N_("This orientation was handed over already ({state_label})."),
    N_("For another team, make another orientation."),
)
_NOT_THERE = Refusal(
    N_("No team has this orientation yet ({state_label}): none can have answered."),
    N_("Hand it over first."),
)
_FURTHER = Refusal(
    N_("This orientation is further already ({state_label})."),
    N_("Undo the last step where it was noted by mistake."),
)
_FURTHER_REFUSALS: Mapping[ReferralAct, Refusal] = MappingProxyType(
    {
        _A.DECLINED: Refusal(
            N_("The team works on this orientation already: it can no longer decline it."),
            N_("Note it as done, without an outcome, and say why."),
        ),
    }
)
