"""Coaching files and one-off advice: the accompaniment, and what is counted apart from it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import AMOUNT
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility


class ManagerRole(StrEnum):
    """What an account manager does for a file."""

    LEAD = "lead"
    SUPPORT = "support"
    REPLACEMENT = "replacement"


class AdviceKind(StrEnum):
    """A single answer, or an introduction to somebody."""

    ANSWER = "answer"
    INTRODUCTION = "introduction"


class TrackStatus(StrEnum):
    """Where the work on a track stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class TrackOutcome(StrEnum):
    """What came of a track when its work ended."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingFile(DatedFact):
    """The accompaniment of exactly one project: a plan and a written trace."""

    project_id: UUID = refers("project", N_("Project"))
    opened_on: date = attribute(N_("Opened on"))
    closed_on: date | None = attribute(N_("Closed on"), None)
    close_reason: str = attribute(N_("Why it was closed"), "")
    plan: str = note(N_("Coaching plan"))
    blocking: str = note(N_("What blocks"))
    next_step: str = attribute(N_("Next step"), "")
    next_step_on: date | None = attribute(N_("Next step on"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingFileTrack(Record):
    """A file works on a track, from a baseline that is frozen on a day towards a target.

    ``baseline`` and ``target`` are in ``unit``; another baseline than the first needs ``baseline_reason``.
    """

    coaching_file_id: UUID = refers("coaching_file", N_("Coaching file"), owned=True)
    track_id: UUID = refers("track", N_("Track"))
    status: TrackStatus = attribute(N_("State"), TrackStatus.ACTIVE)
    unit: str = attribute(N_("Unit"), "")
    baseline: Decimal | None = attribute(N_("Baseline"), None, rule=AMOUNT)
    baseline_on: date | None = attribute(N_("Baseline of"), None, calendar=Calendar.YEAR)
    baseline_remark: str = attribute(N_("Baseline in words"), "")
    baseline_reason: str = attribute(N_("Why the baseline was changed"), "")
    target: Decimal | None = attribute(N_("Target"), None, rule=AMOUNT)
    target_on: date | None = attribute(N_("Target by"), None)
    target_remark: str = attribute(N_("Target in words"), "")
    outcome: TrackOutcome | None = attribute(N_("Outcome"), None)
    outcome_reason: str = attribute(N_("Why this outcome"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingFileManager(DatedFact):
    """An account manager has a role in a file between two days."""

    coaching_file_id: UUID = refers("coaching_file", N_("Coaching file"), owned=True)
    profile_id: UUID = refers("profile", N_("Account manager"))
    role: ManagerRole = attribute(N_("Role"), ManagerRole.LEAD)
    from_on: date | None = attribute(N_("From"), None)
    to_on: date | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOffAdvice(DatedFact):
    """A single answer or introduction; counted apart, never as coaching."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    on: date = attribute(N_("Date"))
    kind: AdviceKind = attribute(N_("Kind"), AdviceKind.ANSWER)
    subject: str = attribute(N_("Subject"))
    answer: str = note(N_("Answer given"))
    minutes: int | None = attribute(N_("Minutes spent"), None)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
