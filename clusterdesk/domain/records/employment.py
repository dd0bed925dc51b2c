"""Head counts: how many people work, in full-time equivalents, and under which contracts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, FTE, PERSONS
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.records.lists import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractType(Named):
    """A kind of contract; ``counts`` says whether it counts for employment growth."""

    counts: bool = attribute(N_("Counts for employment growth"), default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount(DatedFact):
    """The staff of an organisation (or of one of its projects) on a day; filled posts only.

    ``fte`` is in steps of 0.05. ``created`` and ``retained`` are full-time equivalents that came or stayed because of
    the project, kept apart. Where parts by contract type are given, those that count make the number that is judged.
    """

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    project_id: UUID | None = refers("project", N_("Project"), None)
    session_id: UUID | None = refers("session", N_("Session"), None)
    on: date = attribute(N_("Date"), rule=DAY, calendar=Calendar.YEAR)
    fte: Decimal | None = attribute(N_("FTE"), None, rule=FTE)
    persons: int | None = attribute(N_("Persons"), None, rule=PERSONS)
    created: Decimal | None = attribute(N_("FTE created"), None, rule=FTE)
    retained: Decimal | None = attribute(N_("FTE retained"), None, rule=FTE)
    source: FigureSource = attribute(N_("Source"), FigureSource.COMPANY)
    precision: Precision = attribute(N_("Precision"), Precision.EXACT)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadcountPart(Record):
    """How many of a head count work under a kind of contract; the id derives from both."""

    headcount_id: UUID = refers("headcount", N_("Head count"), owned=True)
    contract_type_id: UUID = refers("contract_type", N_("Kind of contract"))
    fte: Decimal | None = attribute(N_("FTE"), None, rule=FTE)
    persons: int | None = attribute(N_("Persons"), None, rule=PERSONS)
