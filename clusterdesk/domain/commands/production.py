"""Production projects: moved from stage to stage, rated, given the links of the chain they need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.commands.results import GivenProof
from clusterdesk.domain.records.production import ProductionStage


@dataclass(frozen=True, kw_only=True)
class MoveProduction(Command):
    """Let a production project reach a stage on a day.

    Reaching production notes the result ``production_started`` in the same step, confirmed ``by`` where ``proof`` (or
    evidence that is there already) shows it, else to be confirmed.
    """

    LABEL: ClassVar[str] = N_("{stage_label} · {title}")
    project_id: UUID
    stage: ProductionStage
    on: date | None = None
    by: str = ""
    remark: str = ""
    proof: GivenProof | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name stage and project; the service fills the title in."""
        return {"stage_label": choice_label(self.stage), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class RateProduction(Command):
    """Rate a production project from 1 to 5; an idea that is rated as a whole is ranked in the same step."""

    LABEL: ClassVar[str] = N_("Rating · {title}")
    project_id: UUID
    timing: int | None = None
    skills: int | None = None
    budget: int | None = None
    funding: int | None = None
    impact: int | None = None
    on: date | None = None
    by: str = ""
    remark: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project; the service fills it in."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class AddIdea(Command):
    """Note an idea of a production project, of a value chain, with who carries it where that is known."""

    LABEL: ClassVar[str] = N_("New idea · {title}")
    title: str
    value_chain_id: UUID | None = None
    organisation_id: UUID | None = None

    def label_values(self) -> Mapping[str, str]:
        """Name the project."""
        return {"title": self.title}
