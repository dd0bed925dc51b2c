"""Whether a ledger was below break-even when the coaching began: only then is reaching it a result of the coaching."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.coaching import months_later

MONTHS_BEFORE, MONTHS_AFTER = 12, 3


class StartState(StrEnum):
    """How it was at the start."""

    BELOW = "below"
    NOT_BELOW = "not_below"
    UNKNOWN = "unknown"
    NOT_COACHED = "not_coached"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, quarter or financial year with its result without subsidies, before depreciation."""

    first_day: date
    last_day: date
    core: Decimal


@dataclass(frozen=True, slots=True)
class Start:
    """The state, and the stretch that shows it: the last one below zero in the window around the first action."""

    state: StartState
    first_action: date | None = None
    shown_by: Stretch | None = None


def start_of(stretches: Iterable[Stretch], first_action: date | None) -> Start:
    """Return the start state: of what ends in the 12 months before, or the 3 after, the first coaching action."""
    if first_action is None:
        return Start(StartState.NOT_COACHED)
    earliest, latest = months_later(first_action, -MONTHS_BEFORE), months_later(first_action, MONTHS_AFTER)
    around = [one for one in stretches if earliest <= one.last_day <= latest]
    below = [one for one in around if one.core < 0]
    if below:
        return Start(StartState.BELOW, first_action, max(below, key=_last_day))
    return Start(StartState.NOT_BELOW if around else StartState.UNKNOWN, first_action)


def _last_day(stretch: Stretch) -> date:
    return stretch.last_day
