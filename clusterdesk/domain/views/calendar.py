"""Sessions as appointments of other calendars, and what an appointment read from a file would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.agenda import USUAL_MINUTES
from clusterdesk.domain.records.sessions import SessionKind, SessionState

OUR_UIDS = "@clusterdesk"
FOREIGN = "ics:"  # before the UID of another program's appointment, in the external id of the session made from it


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A session as other calendars know it: no notes, no subject; ``changed`` counts the changes of its moment."""

    session_id: UUID
    organisation_id: UUID
    organisation: str
    kind: SessionKind
    state: SessionState
    on: date
    starts_at: time | None
    minutes: int | None
    place: str
    external_id: str | None
    changed: int
    changed_at: datetime

    @property
    def uid(self) -> str:
        """The identifier that stays, whichever program the appointment was born in."""
        if self.external_id is not None and self.external_id.startswith(FOREIGN):
            return self.external_id.removeprefix(FOREIGN)
        return f"{self.session_id}{OUR_UIDS}"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What one appointment of a file says, in local time; ``starts_at`` is ``None`` for a whole day."""

    uid: str
    on: date
    starts_at: time | None = None
    minutes: int | None = None
    summary: str = ""
    location: str = ""
    mails: tuple[str, ...] = ()
    cancelled: bool = False
    recurring: bool = False

    @property
    def length(self) -> int | None:
        """How long it takes, as a session says it: the usual length is not said."""
        return None if self.starts_at is None or self.minutes == USUAL_MINUTES else self.minutes


class ChangeKind(StrEnum):
    """What an appointment would do."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    NEW = "new"


class Ignored(StrEnum):
    """Why an appointment does nothing."""

    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    PLANNED = "planned"
    HELD = "held"
    PAST = "past"
    RECURRING = "recurring"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A proposed change; ``session_id`` is that of a known session, ``None`` for a new one.

    ``before`` is the day and hour of a known one; ``told_by`` says by what a new one was recognised: ``mail``,
    ``name`` or ``location``.
    """

    kind: ChangeKind
    uid: str
    organisation_id: UUID
    organisation: str
    on: date
    starts_at: time | None
    minutes: int | None
    session_id: UUID | None = None
    before: tuple[date, time | None] | None = None
    summary: str = ""
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What a file would change, and how many appointments are left alone, by reason."""

    file: str
    changes: tuple[CalendarChange, ...] = ()
    ignored: Mapping[Ignored, int] = field(default_factory=dict)
