"""What a year owes of each kind of event against what is planned and what took place."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import Commitment, ProgrammeEvent

DECEMBER = 12


class Standing(StrEnum):
    """Where a commitment stands."""

    DONE = "done"
    PLANNED = "planned"
    MISSING = "missing"
    LATE = "late"
    EXTRA = "extra"


STANDING_LABELS = {
    Standing.DONE: N_("Kept"),
    Standing.PLANNED: N_("All planned"),
    Standing.MISSING: N_("To be planned"),
    Standing.LATE: N_("Late"),
    Standing.EXTRA: N_("Beyond the commitments"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one kind of event in one year: owed, held, still to come, and past without anybody having said how it went."""

    owed: int
    held: int
    coming: int
    untold: int
    standing: Standing

    @property
    def missing(self) -> int:
        """Return how many nobody has planned yet; one that is past and untold counts as planned."""
        return max(0, self.owed - self.held - self.coming - self.untold)


def counted(commitment: Commitment | None, events: Iterable[ProgrammeEvent], today: date) -> Counted:
    """Count the events of one kind in the year of its commitment; events that were called off do not count."""
    held = coming = untold = 0
    for event in events:
        if event.state is GatheringState.HELD:
            held += 1
        elif event.state is GatheringState.PLANNED:
            if (event.to_on or event.on) >= today:
                coming += 1
            else:
                untold += 1
    owed = commitment.planned if commitment is not None else 0
    return Counted(owed, held, coming, untold, _standing(commitment, owed, held, coming + untold, today))


def is_untold(event: ProgrammeEvent, today: date) -> bool:
    """Tell whether an event is past, and nobody has said yet whether it took place."""
    return event.state is GatheringState.PLANNED and (event.to_on or event.on) < today


def by_kind(events: Iterable[ProgrammeEvent], year: int) -> dict[UUID | None, list[ProgrammeEvent]]:
    """Return the events of a year by their kind, the first one first."""
    found: dict[UUID | None, list[ProgrammeEvent]] = {}
    for event in sorted((one for one in events if one.on.year == year), key=day_order):
        found.setdefault(event.event_kind_id, []).append(event)
    return found


def moved_to(event: ProgrammeEvent, month: int) -> date:
    """Return the day of an event in another month of its year: the same weekday and week of the month, if there is one.

    The third Thursday stays the third Thursday; where a month has no fifth one, it is the last.
    """
    day, year = event.on, event.on.year
    week = (day.day - 1) // 7
    first = date(year, month, 1)
    wanted = 1 + (day.weekday() - first.weekday()) % 7 + 7 * week
    last = monthrange(year, month)[1]
    return date(year, month, wanted if wanted <= last else wanted - 7)


def _standing(commitment: Commitment | None, owed: int, held: int, planned: int, today: date) -> Standing:
    if commitment is None or not owed:
        return Standing.EXTRA
    if held >= owed:
        return Standing.DONE
    if held + planned >= owed:
        return Standing.PLANNED
    due = commitment.due_month or DECEMBER
    last = date(commitment.year, due, monthrange(commitment.year, due)[1])
    return Standing.LATE if last < today else Standing.MISSING
