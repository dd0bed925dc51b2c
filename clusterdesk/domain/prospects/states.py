"""The states of a prospect: found → to contact → contacted → interested → joined, or declined with a reason.

A call that led to nothing yet is noted by contacting again; who declined may be taken up again. Joining is an intent of
its own, since an organisation comes of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
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


def in_order(steps: Iterable[ProspectStep]) -> list[ProspectStep]:
    """Return the steps that hold, the first one first; ids of one day keep the order in which they were made."""
    held = (one for one in steps if one.revoked_on is None and not one.deleted)
    return sorted(held, key=lambda one: (one.on, one.id))


def state_of(steps: Iterable[ProspectStep]) -> ProspectState:
    """Return where a prospect stands: found, as long as nothing happened."""
    ordered = in_order(steps)
    return ordered[-1].state if ordered else _FOUND


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
    check_day(steps, on, today=today)


def check_day(steps: Sequence[ProspectStep], on: date, *, today: date) -> None:
    """Refuse a day that is still to come, or before what happened last.

    Raises:
        KnownError: as said.
    """
    if on > today:
        raise KnownError(
            "prospect_ahead",
            N_("{day} is still to come: a state is noted once it is reached."),
            advice=N_("Note what is planned as the next step, with its day."),
            day=on,
        )
    ordered = in_order(steps)
    if ordered and on < ordered[-1].on:
        raise KnownError(
            "prospect_order",
            N_("What happened before is of {before}: {day} is earlier."),
            advice=N_("Give a later day, or correct the day of what happened before."),
            before=ordered[-1].on,
            day=on,
        )
