"""What is planned in a coaching file: milestones and the templates they come from; requests for funding."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import AMOUNT, CURRENCY, DAY, MONTHS, QUANTITY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Visibility
from clusterdesk.domain.records.lists import Named


class FundingDecision(StrEnum):
    """How far a request for funding has come."""

    PREPARED = "prepared"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(DatedFact):
    """A step on a track of a file; with a ``parent_id`` it is a part of another one.

    ``target_value`` and ``reached_value`` are in ``unit``.
    """

    coaching_file_id: UUID = refers("coaching_file", N_("Coaching file"), owned=True)
    track_id: UUID | None = refers("track", N_("Track"), None)
    parent_id: UUID | None = refers("milestone", N_("Part of"), None, owned=True)
    title: str = attribute(N_("Milestone"), limit=1000)
    unit: str = attribute(N_("Unit"), "")
    target_value: Decimal | None = attribute(N_("Target value"), None, rule=AMOUNT)
    reached_value: Decimal | None = attribute(N_("Value reached"), None, rule=AMOUNT)
    due_on: date | None = attribute(N_("Due on"), None, rule=DAY)
    done_on: date | None = attribute(N_("Done on"), None, rule=DAY)
    remark: str = note(N_("Remark"))
    position: int = attribute(N_("Order"), 0)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneTemplate(Named):
    """A milestone offered for a track: ``track_key`` is the track's key, ``months`` how long after the start it is due.

    ``parent_key`` makes it a part of another template; ``criterion_key`` names the criterion of the diagnostic that
    asks for it when its score is low.
    """

    track_key: str = attribute(N_("Track"), "")
    parent_key: str = attribute(N_("Part of"), "")
    criterion_key: str = attribute(N_("Criterion"), "")
    unit: str = attribute(N_("Unit"), "")
    target_value: Decimal | None = attribute(N_("Target value"), None, rule=AMOUNT)
    months: int | None = attribute(N_("Months until it is due"), None, rule=MONTHS)
    version: int = attribute(N_("Version"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingApplication(DatedFact):
    """A request for funding: who is asked, what for, how much, and what was decided. Amounts are in ``currency``."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    project_id: UUID | None = refers("project", N_("Project"), None)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    funder: str = attribute(N_("Funder"))
    scheme: str = attribute(N_("Scheme"), "")
    asked: Decimal | None = attribute(N_("Amount asked"), None, rule=QUANTITY)
    granted: Decimal | None = attribute(N_("Amount granted"), None, rule=QUANTITY)
    currency: str = attribute(N_("Currency"), "EUR", limit=3, rule=CURRENCY)
    deadline: date | None = attribute(N_("Deadline"), None, rule=DAY)
    submitted_on: date | None = attribute(N_("Submitted on"), None, rule=DAY)
    decision: FundingDecision = attribute(N_("Decision"), FundingDecision.PREPARED)
    decided_on: date | None = attribute(N_("Decided on"), None, rule=DAY)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
