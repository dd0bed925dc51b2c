"""What the page Today shows: whom one sees, what was promised, who is silent, what is missing."""

from collections.abc import Collection, Sized
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.session_kinds import OwnerKind, SessionKind

if TYPE_CHECKING:
    from clusterdesk.domain.views.inbox import WaitingNote

MOST_COUNTED = 1000
MOST_LISTED = 50


def to_list(read: Sized, count: int) -> int:
    """Return how many of so many rows the page lists when asked for all, though fewer may have been read at first."""
    return max(len(read), min(count, MOST_LISTED))


class SheetGap(StrEnum):
    """What a visit sheet of a planned session still lacks."""

    CONTACT = "contact"
    PLACE = "place"
    PHONE = "phone"
    HOUR = "hour"
    SUMMARY = "summary"


class SheetState(StrEnum):
    """How far the visit sheet of a planned session is."""

    READY = "ready"
    TO_COMPLETE = "to_complete"
    TO_PREPARE = "to_prepare"


def gaps_that_matter(kind: SessionKind, gaps: Collection[SheetGap]) -> tuple[SheetGap, ...]:
    """Leave out what this kind of session does not need: calls and mails have no place, mails no hour nor phone."""
    spared: set[SheetGap] = set()
    if kind in {SessionKind.CALL, SessionKind.MAIL}:
        spared.add(SheetGap.PLACE)
    if kind is SessionKind.MAIL:
        spared |= {SheetGap.HOUR, SheetGap.PHONE}
    return tuple(gap for gap in SheetGap if gap in gaps and gap not in spared)


def sheet_state(kind: SessionKind, gaps: Collection[SheetGap]) -> SheetState:
    """Judge a sheet by what it lacks.

    Without somebody to ask for, without a place to go to, or without a number to call, it is *to prepare*; with all
    that but without the hour, a phone in reserve or the organisation's summary it is *to complete*; else it is
    *ready*. Questions never lack: a template is suggested where none was chosen.
    """
    matter = gaps_that_matter(kind, gaps)
    vital = {SheetGap.CONTACT, SheetGap.PLACE}
    if kind is SessionKind.CALL:
        vital.add(SheetGap.PHONE)
    if vital & set(matter):
        return SheetState.TO_PREPARE
    return SheetState.TO_COMPLETE if matter else SheetState.READY


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned session; ``place`` is one line (name or street, city), empty where none is known."""

    session_id: UUID
    organisation_id: UUID
    organisation: str
    kind: SessionKind
    on: date
    starts_at: time | None = None
    minutes: int | None = None
    subject: str = ""
    place: str = ""
    coaching_file_id: UUID | None = None
    gaps: tuple[SheetGap, ...] = ()

    @property
    def sheet(self) -> SheetState:
        """Tell how far its visit sheet is."""
        return sheet_state(self.kind, self.gaps)


@dataclass(frozen=True, slots=True)
class Promise:
    """An open promise; ``days_late`` is 0 while it is not late. ``owner_name`` names the other who owes it.

    ``made_on`` is the day of the session it was made in, else the day it was written down.
    """

    action_id: UUID
    text: str
    owner: OwnerKind
    owner_name: str = ""
    organisation_id: UUID | None = None
    organisation: str = ""
    due_on: date | None = None
    days_late: int = 0
    profile_id: UUID | None = None
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class SilentOrganisation:
    """A member or candidate without a session for long; ``days`` is ``None`` where none was ever held."""

    organisation_id: UUID
    organisation: str
    days: int | None
    last_contact_on: date | None = None
    next_visit_on: date | None = None


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """An organisation to look at; ``last_contact_on`` is the day of the last session held."""

    organisation_id: UUID
    organisation: str
    last_contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """How many there are of each, whatever the page shows; counting stops at ``MOST_COUNTED``."""

    visits: int = 0
    unfinished: int = 0
    promises: int = 0
    promises_late: int = 0
    owed: int = 0
    owed_late: int = 0
    silent: int = 0
    without_number: int = 0
    without_next_step: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class TodayQuestion:
    """What is asked: the local day, how many days ahead, and for whom.

    ``profile_id``: only promises of this colleague and those of nobody in particular; ``most``: rows per list.
    """

    day: date
    days_ahead: int = 7
    silent_after_days: int = 90
    profile_id: UUID | None = None
    most: int = MOST_LISTED


@dataclass(frozen=True, slots=True)
class Today:
    """The page.

    ``visits``: planned from the day on, in order of time. ``unfinished``: planned for a day that has passed, neither
    held nor called off, the newest first. ``promises``: ours that are open, late ones first. ``owed``: what
    organisations and others owe us, late ones first. ``silent``: longest first, those never met last.
    ``without_number``: no enterprise number yet. ``without_next_step``: an open coaching file, but neither a planned
    session nor a next step still to come, those met longest ago first (of the newest ``MOST_COUNTED`` files).
    ``waiting``: quick notes that wait to be sorted, the newest first.
    """

    day: date
    visits: tuple[Visit, ...] = ()
    unfinished: tuple[Visit, ...] = ()
    promises: tuple[Promise, ...] = ()
    owed: tuple[Promise, ...] = ()
    silent: tuple[SilentOrganisation, ...] = ()
    without_number: tuple[NamedOrganisation, ...] = ()
    without_next_step: tuple[NamedOrganisation, ...] = ()
    waiting: "tuple[WaitingNote, ...]" = ()
    counts: TodayCounts = TodayCounts()


@dataclass(frozen=True, slots=True)
class CardRows:
    """Rows that the cards of a day begin with; "show more" shows the others.

    Visits, past ones not closed, our promises, those owed to us, notes, names. ``low``: notes take one line.
    """

    visits: int
    past: int
    promises: int
    owed: int
    notes: int
    names: int
    low: bool = False


ROOMY = CardRows(visits=10, past=4, promises=6, owed=3, notes=3, names=6)
TIGHT = CardRows(visits=6, past=1, promises=5, owed=2, notes=1, names=2, low=True)
