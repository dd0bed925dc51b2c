"""Projects: what the strategy counts."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record


class ProjectKind(StrEnum):
    """A project of one holder, or a new production project of a value chain."""

    COMPANY = "company"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """What a holder (an organisation or a person) wants to achieve; it may have several coaching files over time."""

    title: str = attribute(N_("Title"), limit=1000)
    kind: ProjectKind = attribute(N_("Kind"), ProjectKind.COMPANY)
    organisation_id: UUID | None = refers("organisation", N_("Holder (organisation)"), None)
    contact_id: UUID | None = refers("contact", N_("Holder (person)"), None)
    stage: str = attribute(N_("Stage"), "")
    started_on: PartialDate | None = attribute(N_("Started on"), None)
    description: str = note(N_("Description"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPartner(Record):
    """An organisation that takes part in a project with a role."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    organisation_id: UUID = refers("organisation", N_("Organisation"))
    role: str = attribute(N_("Role"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectValueChain(Record):
    """A project belongs to a value chain."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    value_chain_id: UUID = refers("value_chain", N_("Value chain"))
