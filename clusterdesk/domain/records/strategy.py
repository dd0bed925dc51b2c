"""The strategy of a cluster as data: objectives, action plan, indicators, the rules that count, what was reported."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import COUNT, DAY, PERIOD, QUANTITY, VERSION, YEAR
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record
from clusterdesk.domain.records.lists import Named


class PlanState(StrEnum):
    """How far a point of the yearly action plan has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class BoardRemarkKind(StrEnum):
    """What a sentence on the first page of the board report is."""

    MESSAGE = "message"
    DECISION = "decision"
    STORY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicObjective(Named):
    """What the cluster wants to achieve over the plan."""

    code: str = attribute(N_("Code"), "", limit=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationalObjective(Named):
    """How a strategic objective is worked on."""

    strategic_objective_id: UUID | None = refers("strategic_objective", N_("Strategic objective"), None)
    code: str = attribute(N_("Code"), "", limit=40)
    how_fr: str = note(N_("How, in French"))
    how_nl: str = note(N_("How, in Dutch"))
    how_en: str = note(N_("How, in English"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Named):
    """What shows whether an objective is reached: ``measure`` is what is counted, ``target`` how much by the horizon.

    How it is counted – once per what, where, how well proven – is told by the rules in force.
    """

    operational_objective_id: UUID | None = refers("operational_objective", N_("Operational objective"), None)
    measure: str = attribute(N_("What is counted"), "")
    target: int | None = attribute(N_("Target"), None, rule=COUNT)
    start_on: date | None = attribute(N_("Plan from"), None, rule=DAY, calendar=Calendar.YEAR)
    end_on: date | None = attribute(N_("Plan until"), None, rule=DAY, calendar=Calendar.YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorYear(Record):
    """How much of an indicator is planned to be reached by the end of a year; the id derives from both."""

    indicator_id: UUID = refers("indicator", N_("Indicator"), owned=True)
    year: int = attribute(N_("Year"), rule=YEAR)
    expected: Decimal | None = attribute(N_("Expected by the end of the year"), None, rule=QUANTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(DatedFact):
    """The rules by which results are counted, from a day on: ``parameters`` is TOML with a table per indicator.

    A version is never changed once a report stands on it; the next one replaces it from ``valid_from``.
    """

    version: int = attribute(N_("Version"), 1, rule=VERSION)
    valid_from: date = attribute(N_("Valid from"), rule=DAY)
    owner: str = attribute(N_("Owner"), "")
    reason: str = note(N_("Why the rules were changed"))
    parameters: str = note(N_("Parameters"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(DatedFact):
    """A point of the action plan of a year: what is done for an objective, by whom, until when."""

    operational_objective_id: UUID | None = refers("operational_objective", N_("Operational objective"), None)
    year: int = attribute(N_("Year"), rule=YEAR, calendar=Calendar.YEAR)
    text: str = attribute(N_("What is done"), limit=1000)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    owner_name: str = attribute(N_("Name of the other"), "")
    due_on: date | None = attribute(N_("Due on"), None, rule=DAY, calendar=Calendar.YEAR)
    done_on: date | None = attribute(N_("Done on"), None, rule=DAY, calendar=Calendar.YEAR)
    state: PlanState = attribute(N_("State"), PlanState.PLANNED)
    position: int = attribute(N_("Order"), 0)
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFreeze(DatedFact):
    """The numbers of a quarter as they stood: ``content`` is the JSON of the board, ``sha256`` its checksum."""

    period: str = attribute(N_("Quarter"), limit=20, rule=PERIOD, calendar=Calendar.MONTH)
    as_of: date = attribute(N_("State as of"), rule=DAY, calendar=Calendar.MONTH)
    rule_set_id: UUID | None = refers("rule_set", N_("Rule set"), None)
    frozen_on: date | None = attribute(N_("Frozen on"), None, rule=DAY)
    frozen_by: str = attribute(N_("Frozen by"), "")
    content: str = note(N_("Numbers"))
    sha256: str = attribute(N_("Checksum (SHA-256)"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRemark(Record):
    """A key message, a decision asked for, or the story of a consenting organisation, in the report of a quarter."""

    period: str = attribute(N_("Quarter"), limit=20, rule=PERIOD, calendar=Calendar.MONTH)
    kind: BoardRemarkKind = attribute(N_("Kind"), BoardRemarkKind.MESSAGE)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    position: int = attribute(N_("Order"), 0)
    text: str = note(N_("Text"))
    language: str | None = attribute(N_("Language"), None, limit=2)
