"""Production projects: how far each has come, how it is rated, which links of the chain it needs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, RATING
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record


class ProductionStage(StrEnum):
    """How far a production project has come."""

    IDEA = "idea"
    RANKED = "ranked"
    SET_UP = "set_up"
    FINANCED = "financed"
    IN_PRODUCTION = "in_production"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectChainLink(Record):
    """A production project needs a link of the chain; without an organisation the link is missing."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    chain_link_id: UUID = refers("chain_link", N_("Link of the chain"))
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    remark: str = attribute(N_("Remark"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionStep(DatedFact):
    """A production project reached a stage on a day; the last one is where it stands."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    stage: ProductionStage = attribute(N_("Stage"))
    on: date = attribute(N_("Date"), rule=DAY)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRating(DatedFact):
    """How feasible a production project is (timing, skills, budget, funding) and what it would change: 1 to 5 each."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    on: date = attribute(N_("Date"), rule=DAY)
    timing: int | None = attribute(N_("Timing"), None, rule=RATING)
    skills: int | None = attribute(N_("Skills"), None, rule=RATING)
    budget: int | None = attribute(N_("Budget"), None, rule=RATING)
    funding: int | None = attribute(N_("Funding"), None, rule=RATING)
    impact: int | None = attribute(N_("Impact"), None, rule=RATING)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))
