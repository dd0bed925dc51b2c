"""The programme of the year: commitments, themes with their votes, events, who came and what they thought of it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import COUNT, DAY, MONTH, RATING, YEAR
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.lists import Named


class ThemeState(StrEnum):
    """How far a theme has come."""

    PROPOSED = "proposed"
    VOTED = "voted"
    CHOSEN = "chosen"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind(Named):
    """A kind of event: company visit, afterwork …; ``yearly`` is how many a usual year owes, ``month`` by when."""

    yearly: int = attribute(N_("In a usual year"), 0, rule=COUNT)
    month: int | None = attribute(N_("Usual month"), None, rule=MONTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """How many events of a kind a year owes, and by which month."""

    year: int = attribute(N_("Year"), rule=YEAR, calendar=Calendar.YEAR)
    event_kind_id: UUID = refers("event_kind", N_("Kind of event"))
    planned: int = attribute(N_("How many"), 1, rule=COUNT)
    due_month: int | None = attribute(N_("By the month"), None, rule=MONTH)
    remark: str = attribute(N_("Remark"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(DatedFact):
    """A subject proposed for the programme of a year; ``rank`` is its place after the vote."""

    year: int = attribute(N_("For the year"), rule=YEAR, calendar=Calendar.YEAR)
    title: str = attribute(N_("Theme"), limit=1000)
    description: str = note(N_("Description"))
    organisation_id: UUID | None = refers("organisation", N_("Proposed by (organisation)"), None)
    proposed_by: str = attribute(N_("Proposed by"), "")
    state: ThemeState = attribute(N_("State"), ThemeState.PROPOSED)
    rank: int | None = attribute(N_("Rank"), None, rule=COUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeVote(DatedFact):
    """Points given to a theme by an organisation or a person."""

    theme_id: UUID = refers("theme", N_("Theme"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    voter: str = attribute(N_("Voter"), "")
    points: int = attribute(N_("Points"), 1, rule=COUNT)
    on: date | None = attribute(N_("Date"), None, rule=DAY, calendar=Calendar.YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeEvent(DatedFact):
    """An event of the programme: what, when, where, at whose place."""

    title: str = attribute(N_("Title"), limit=1000)
    event_kind_id: UUID | None = refers("event_kind", N_("Kind of event"), None)
    theme_id: UUID | None = refers("theme", N_("Theme"), None)
    host_id: UUID | None = refers("organisation", N_("Host"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    on: date = attribute(N_("Date"), rule=DAY, calendar=Calendar.YEAR)
    to_on: date | None = attribute(N_("Until"), None, rule=DAY, calendar=Calendar.YEAR)
    starts_at: time | None = attribute(N_("From (time)"), None)
    ends_at: time | None = attribute(N_("Until (time)"), None)
    place: str = attribute(N_("Place"), "")
    capacity: int | None = attribute(N_("Number of places"), None, rule=COUNT)
    state: GatheringState = attribute(N_("State"), GatheringState.PLANNED)
    description: str = note(N_("Description"))
    minutes: str = note(N_("Minutes"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParticipation(DatedFact):
    """Somebody was invited to an event, registered, and came or not."""

    programme_event_id: UUID = refers("programme_event", N_("Event"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    name: str = attribute(N_("Name"), "")
    mail: str = attribute(N_("Mail"), "")
    invited_on: date | None = attribute(N_("Invited on"), None, rule=DAY, calendar=Calendar.YEAR)
    registered_on: date | None = attribute(N_("Registered on"), None, rule=DAY, calendar=Calendar.YEAR)
    cancelled_on: date | None = attribute(N_("Cancelled on"), None, rule=DAY, calendar=Calendar.YEAR)
    presence: Presence = attribute(N_("Attendance"), Presence.UNKNOWN)
    remark: str = attribute(N_("Remark"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction(DatedFact):
    """What one participant thought of an event: three questions, 1 (no) to 5 (very much)."""

    programme_event_id: UUID = refers("programme_event", N_("Event"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    useful: int | None = attribute(N_("Useful for my work"), None, rule=RATING)
    well_organised: int | None = attribute(N_("Well organised"), None, rule=RATING)
    recommended: int | None = attribute(N_("I would recommend it"), None, rule=RATING)
    remark: str = note(N_("Remark"))
    on: date | None = attribute(N_("Date"), None, rule=DAY, calendar=Calendar.YEAR)
