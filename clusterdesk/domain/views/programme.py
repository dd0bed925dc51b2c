"""Read models of the programme: a year with its commitments, an event with who took part, who never comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.programme.counting import Counted
from clusterdesk.domain.programme.opinions import Average
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    EventParticipation,
    ProgrammeEvent,
    Satisfaction,
    Theme,
    ThemeVote,
)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its kind, theme and host, and how many were invited, registered and came.

    ``registered`` leaves out who cancelled; ``host_id`` is the kept organisation after merges.
    """

    record: ProgrammeEvent
    kind: EventKind | None = None
    theme: Theme | None = None
    host: str = ""
    host_id: UUID | None = None
    invited: int = 0
    registered: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True)
class KindYear:
    """One kind of event in one year; a kind without a commitment is there when it has events."""

    kind: EventKind | None
    commitment: Commitment | None
    counted: Counted
    events: tuple[EventRow, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A vote, with the name of who gave it."""

    record: ThemeVote
    name: str = ""


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with who proposed it, its votes and points."""

    record: Theme
    proposer: str = ""
    points: int = 0
    votes: tuple[VoteLine, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeYear:
    """A year: kinds in order, themes by place; ``years`` have something, ``before`` is the last with commitments."""

    year: int
    today: date
    kinds: tuple[KindYear, ...] = ()
    themes: tuple[ThemeLine, ...] = ()
    years: tuple[int, ...] = ()
    before: int | None = None
    all_kinds: tuple[EventKind, ...] = ()
    next_event: EventRow | None = None

    @property
    def has_commitments(self) -> bool:
        """Tell whether anything is promised for the year."""
        return any(one.commitment is not None for one in self.kinds)

    @property
    def events(self) -> tuple[EventRow, ...]:
        """Return all events of the year in their order."""
        found = [event for kind in self.kinds for event in kind.events]
        return tuple(sorted(found, key=lambda one: (one.record.on, one.record.id)))


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """Somebody at an event: the name to be read, the organisation (the kept one), what was said of the person."""

    record: EventParticipation
    name: str = ""
    organisation: str = ""
    organisation_id: UUID | None = None

    @property
    def is_expected(self) -> bool:
        """Tell whether she registered or is known to have come or not, and did not cancel."""
        known = self.record.registered_on is not None or self.record.presence is not Presence.UNKNOWN
        return known and self.record.cancelled_on is None


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with its participants, opinions, and the lists its fields choose from."""

    row: EventRow
    participants: tuple[ParticipantLine, ...] = ()
    opinions: tuple[Satisfaction, ...] = ()
    averages: Mapping[str, Average] = field(default_factory=dict)
    kinds: tuple[EventKind, ...] = ()
    themes: tuple[Theme, ...] = ()
    profiles: tuple[Profile, ...] = ()
    organisation_names: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def presences(self) -> dict[Presence, int]:
        """Return how many are present, excused, absent, or not told yet, of those who did not cancel."""
        staying = [one.record for one in self.participants if one.record.cancelled_on is None]
        return {each: sum(one.presence is each for one in staying) for each in Presence}


@dataclass(frozen=True, slots=True)
class MemberTurnout:
    """A member over a year: to how many events invited, registered, came, excused, missed; which ones it came to.

    ``told`` are those of them that are not restricted: only they stand in a list that goes into a file.
    """

    organisation_id: UUID
    name: str
    invited: int = 0
    registered: int = 0
    present: int = 0
    excused: int = 0
    absent: int = 0
    last_on: date | None = None
    came_to: tuple[str, ...] = ()
    hosted: int = 0
    told: tuple[str, ...] = ()

    @property
    def never_came(self) -> bool:
        """Tell whether nobody of the member came to anything, nor did it host."""
        return not self.present and not self.hosted


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who came to what in a year: its members and partners; ``held`` is how many events took place.

    ``months`` says that it is about so many months up to ``until`` instead, since ``since``.
    """

    year: int
    held: int
    members: tuple[MemberTurnout, ...] = ()
    months: int | None = None
    since: date | None = None
    until: date | None = None
