"""Meetings of groups and events of the programme as appointments of other calendars."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from clusterdesk.domain.records.groups import GatheringState


@dataclass(frozen=True, slots=True)
class Gathering:
    """An appointment of many; ``about`` is the group, or the event, empty where its title may not be told.

    ``changed`` counts the changes of its record.

    Nothing of what is said there goes with it.
    """

    id: UUID
    about: str
    title: str
    state: GatheringState
    on: date
    starts_at: time | None
    ends_at: time | None
    place: str
    changed: int
    changed_at: datetime
    to_on: date | None = None
