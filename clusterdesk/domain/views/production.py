"""Read models of production projects: where each stands, its rating, its links and holes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.production import stages
from clusterdesk.domain.production.rating import Score, latest, ranked, score_of
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.production import ProductionStage, ProductionStep, ProjectChainLink, ProjectRating
from clusterdesk.domain.records.projects import Project, ProjectPartner
from clusterdesk.domain.records.results import ResultEvent


@dataclass(frozen=True, slots=True)
class NeededLink:
    """A link a project needs, and who fills it (as the kept organisation); nobody: it is missing."""

    record: ProjectChainLink
    link: ChainLink
    organisation_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of a project with its role, as the kept organisation."""

    record: ProjectPartner
    organisation_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ProductionRow:
    """One production project with all that belongs to it; ``result`` is the standing result of having started."""

    project: Project
    holder: str = ""
    chains: tuple[ValueChain, ...] = ()
    steps: tuple[ProductionStep, ...] = ()
    ratings: tuple[ProjectRating, ...] = ()
    needs: tuple[NeededLink, ...] = ()
    partners: tuple[Partner, ...] = ()
    result: ResultEvent | None = None

    @property
    def stage(self) -> ProductionStage:
        """Return where it stands."""
        return stages.stage_of(self.steps)

    @property
    def since(self) -> date | None:
        """Return since when, None for an idea to which nothing happened."""
        return self.steps[-1].on if self.steps else None

    @property
    def rating(self) -> ProjectRating | None:
        """Return the rating that counts."""
        return latest(self.ratings)

    @property
    def score(self) -> Score | None:
        """Return its score."""
        return score_of(self.rating)

    @property
    def missing(self) -> tuple[NeededLink, ...]:
        """Return the links nobody fills."""
        return tuple(one for one in self.needs if one.organisation_id is None)


@dataclass(frozen=True, slots=True)
class ProductionList:
    """All production projects, the best ranked first, with the lists their fields choose from."""

    rows: tuple[ProductionRow, ...] = ()
    chains: tuple[ValueChain, ...] = ()
    links: tuple[ChainLink, ...] = ()
    profiles: tuple[Profile, ...] = ()
    ranks: Mapping[UUID, int] = field(default_factory=dict)

    def row(self, project_id: UUID) -> ProductionRow | None:
        """Return one project, None where there is none."""
        return next((row for row in self.rows if row.project.id == project_id), None)


def in_rank_order(rows: tuple[ProductionRow, ...]) -> tuple[tuple[ProductionRow, ...], dict[UUID, int]]:
    """Return projects by rank, those without a rating last, and the ranks."""
    ranks = ranked((row.project.id, row.score) for row in rows)
    last = len(rows) + 1
    return tuple(sorted(rows, key=lambda row: (ranks.get(row.project.id, last), row.project.title.casefold()))), ranks
