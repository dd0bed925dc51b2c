"""Hours of a day that are still free for a visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

USUAL_MINUTES = 60
_ROOM_BETWEEN = 30  # minutes to get from one place to the next
_STARTS = (time(9, 0), time(10, 30), time(13, 30), time(15, 0), time(16, 30))


@dataclass(frozen=True, slots=True)
class Slot:
    """A session of a day, in local time; without a length it takes the usual one."""

    starts_at: time
    minutes: int | None = None


def free_hours(taken: Iterable[Slot], *, after: time | None = None) -> tuple[time, ...]:
    """Return the usual hours at which a visit fits between those there are, with time to get there.

    ``after`` leaves out the hours that have passed.
    """
    spans = [_span(slot) for slot in taken]
    return tuple(
        start for start in _STARTS if (after is None or start > after) and not any(_meet(start, span) for span in spans)
    )


def nearest(hours: Iterable[time], wanted: time) -> time | None:
    """Return the hour closest to another one, the earlier of two; ``None`` where there are no hours."""

    def distance(hour: time) -> tuple[int, int]:
        return abs(_minutes(hour) - _minutes(wanted)), _minutes(hour)

    return min(hours, key=distance, default=None)


def _span(slot: Slot) -> tuple[int, int]:
    start = _minutes(slot.starts_at)
    return start, start + (slot.minutes or USUAL_MINUTES)


def _meet(start: time, span: tuple[int, int]) -> bool:
    begin = _minutes(start)
    return begin < span[1] + _ROOM_BETWEEN and span[0] < begin + USUAL_MINUTES + _ROOM_BETWEEN


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute
