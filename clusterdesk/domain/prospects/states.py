"""The states of a prospect: found → to contact → contacted → interested → joined, or declined with a reason.

A call that led to nothing yet is noted by contacting again; who declined may be taken up again. Joining is an intent of
its own, since an organisation comes of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.dated_steps import DayRefusal, StepDays, last_of
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.prospects import ProspectState, ProspectStep

_FOUND, _TO_CONTACT, _CONTACTED = ProspectState.FOUND, ProspectState.TO_CONTACT, ProspectState.CONTACTED
_INTERESTED, _JOINED, _DECLINED = ProspectState.INTERESTED, ProspectState.JOINED, ProspectState.DECLINED
IN_ORDER = (_INTERESTED, _CONTACTED, _TO_CONTACT, _FOUND, _JOINED, _DECLINED)
OPEN = frozenset({_FOUND, _TO_CONTACT, _CONTACTED, _INTERESTED})
MOVES: Mapping[ProspectState, tuple[ProspectState, ...]] = {
    _FOUND: (_TO_CONTACT, _CONTACTED, _INTERESTED, _DECLINED),
    _TO_CONTACT: (_CONTACTED, _INTERESTED, _DECLINED),
    _CONTACTED: (_INTERESTED, _CONTACTED, _DECLINED),
    _INTERESTED: (_CONTACTED, _DECLINED),
    _DECLINED: (_TO_CONTACT, _CONTACTED, _INTERESTED),
    _JOINED: (),
}
DAYS = StepDays(
    ahead=DayRefusal(
        "prospect_ahead",
        N_("{day} is still to come: a state is noted once it is reached."),
        N_("Note what is planned as the next step, with its day."),
    ),
    early=DayRefusal(
        "prospect_order",
        N_("What happened before is of {before}: {day} is earlier."),
        N_("Give a later day, or correct the day of what happened before."),
    ),
    late=DayRefusal(
        "prospect_order",
        N_("What happened next is of {after}: {day} is later."),
        N_("Give an earlier day, or correct the day of what happened next."),
    ),
)


def state_of(steps: Iterable[ProspectStep]) -> ProspectState:
    """Return where a prospect stands: found, as long as nothing happened."""
    last = last_of(steps)
    return last.state if last is not None else _FOUND


def can_join(state: ProspectState) -> bool:
    """Tell whether a prospect may join: any that has not joined yet."""
    return state is not _JOINED


def check_move(
    name: str, steps: Sequence[ProspectStep], to: ProspectState, on: date, *, today: date, remark: str = ""
) -> None:
    """Refuse a move that is not possible now, and say what is.

    Raises:
        KnownError: the state does not follow, declining has no reason, or the day does not fit.
    """
    now = state_of(steps)
    if to not in MOVES[now]:
        advice = (
            N_("It joined: undo that first if it was a mistake.") if now is _JOINED else N_("Choose another state.")
        )
        if to is _JOINED and now is not _JOINED:
            advice = N_("Joining makes it an organisation: use “Has joined”, or clusterdesk prospect join.")
        raise KnownError(
            "prospect_move",
            N_("“{name}” is at “{now_label}”: it cannot go to “{to_label}” from there."),
            advice=advice,
            name=name,
            now_label=choice_label(now),
            to_label=choice_label(to),
        )
    if to is _DECLINED and not one_line(remark):
        raise KnownError(
            "prospect_reason",
            N_("Who declines has a reason: the next search profits from it."),
            advice=N_("Say in a few words why."),
        )
    DAYS.check_next(steps, on, today)
