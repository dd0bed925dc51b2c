"""Working groups: value chains, the vision, the Advisory Board; their members, meetings, decisions and attendance."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, PERSONS
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import DatedFact, Record, Visibility


class GroupKind(StrEnum):
    """What a group works for."""

    VALUE_CHAIN = "value_chain"
    VISION = "vision"
    ADVISORY_BOARD = "advisory_board"
    OTHER = "other"


class MemberCategory(StrEnum):
    """On whose behalf a member of a group sits in it."""

    COMPANY = "company"
    PARTNER = "partner"
    TEAM = "team"
    OTHER = "other"


class GatheringState(StrEnum):
    """Whether a meeting or an event is to come, took place or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    """Whether somebody came."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingGroup(Record):
    """People of several organisations who work on one thing; the Advisory Board is one, with mandates and seats."""

    name: str = attribute(N_("Name"), limit=1000)
    kind: GroupKind = attribute(N_("Kind"), GroupKind.VALUE_CHAIN)
    value_chain_id: UUID | None = refers("value_chain", N_("Value chain"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    purpose: str = note(N_("Purpose"))
    company_seats: int | None = attribute(N_("Seats for companies"), None, rule=PERSONS)
    partner_seats: int | None = attribute(N_("Seats for partners"), None, rule=PERSONS)
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMember(DatedFact):
    """An organisation or a person sits in a group between two days; on the Advisory Board that is a mandate."""

    working_group_id: UUID = refers("working_group", N_("Working group"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    name: str = attribute(N_("Name"), "")
    category: MemberCategory = attribute(N_("On behalf of"), MemberCategory.COMPANY)
    role: str = attribute(N_("Role"), "")
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(DatedFact):
    """A meeting of a group: agenda before, minutes after."""

    working_group_id: UUID = refers("working_group", N_("Working group"), owned=True)
    on: date = attribute(N_("Date"), rule=DAY)
    starts_at: time | None = attribute(N_("From (time)"), None)
    ends_at: time | None = attribute(N_("Until (time)"), None)
    title: str = attribute(N_("Title"), "", limit=1000)
    place: str = attribute(N_("Place"), "")
    state: GatheringState = attribute(N_("State"), GatheringState.PLANNED)
    agenda: str = note(N_("Agenda"))
    minutes: str = note(N_("Minutes"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAttendance(Record):
    """Somebody was asked to a meeting, and came or not."""

    meeting_id: UUID = refers("meeting", N_("Meeting of a group"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    name: str = attribute(N_("Name"), "")
    presence: Presence = attribute(N_("Attendance"), Presence.UNKNOWN)
    remark: str = attribute(N_("Remark"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDecision(DatedFact):
    """What a meeting decided; promises that follow from it are actions with the same meeting."""

    meeting_id: UUID = refers("meeting", N_("Meeting of a group"), owned=True)
    text: str = note(N_("Decision"))
    position: int = attribute(N_("Order"), 0)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)
