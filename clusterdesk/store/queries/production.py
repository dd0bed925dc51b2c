"""Reading production projects with steps, ratings, links, partners and their result."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated_steps import day_order, in_order
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.production import ProductionStep, ProjectChainLink, ProjectRating
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.domain.views.production import NeededLink, Partner, ProductionList, ProductionRow, in_rank_order
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


def production_projects(connection: sa.Connection, *, project_id: UUID | None = None) -> ProductionList:
    """Return all production projects by rank, or one of them."""
    only: dict[str, Any] = {} if project_id is None else {"id": project_id}
    projects = find(connection, Project, kind=ProjectKind.PRODUCTION, **only)
    reader = _Reader(connection, projects)
    rows, ranks = in_rank_order(tuple(reader.row(one) for one in projects))
    return ProductionList(rows, reader.chains, reader.links, tuple(find(connection, Profile)), ranks)


class _Reader:
    """What belongs to the projects, read once."""

    def __init__(self, connection: sa.Connection, projects: Iterable[Project]) -> None:
        mine: dict[str, Any] = {"project_id": [one.id for one in projects]}
        self.chains = tuple(sorted(find(connection, ValueChain), key=lambda one: (one.position, one.key)))
        self.links = tuple(sorted(find(connection, ChainLink), key=lambda one: (one.position, one.key)))
        self._link = {one.id: one for one in find(connection, ChainLink, deleted=None)}
        self._kept = kept_ids(connection)
        self._of_chain = _grouped(find(connection, ProjectValueChain, **mine))
        self._steps = _grouped(find(connection, ProductionStep, revoked_on=None, **mine))
        self._ratings = _grouped(find(connection, ProjectRating, revoked_on=None, **mine))
        self._needs = _grouped(find(connection, ProjectChainLink, **mine))
        self._partners = _grouped(find(connection, ProjectPartner, **mine))
        started = ResultKind.PRODUCTION_STARTED
        self._results = _grouped(find(connection, ResultEvent, kind=started, revoked_on=None, **mine))
        holders = {one.organisation_id for one in projects}
        fillers = {each.organisation_id for group in self._needs.values() for each in group}
        partners = {each.organisation_id for group in self._partners.values() for each in group}
        ids = {self._kept_of(one) for one in holders | fillers | partners if one is not None}
        self._names = titles_of(connection, "organisation", [one for one in ids if one is not None])

    def row(self, project: Project) -> ProductionRow:
        """Return a project with all that belongs to it."""
        of_chain = {one.value_chain_id for one in self._of_chain[project.id]}
        results = self._results[project.id]
        return ProductionRow(
            project,
            self._name(project.organisation_id),
            tuple(one for one in self.chains if one.id in of_chain),
            tuple(in_order(self._steps[project.id])),
            tuple(sorted(self._ratings[project.id], key=day_order, reverse=True)),
            tuple(self._needed(self._needs[project.id])),
            tuple(self._partner(one) for one in self._partners[project.id]),
            min(results, key=day_order, default=None),
        )

    def _needed(self, records: Iterable[ProjectChainLink]) -> list[NeededLink]:
        known = [(one, self._link[one.chain_link_id]) for one in records if one.chain_link_id in self._link]
        known.sort(key=lambda pair: (pair[1].position, pair[1].key, pair[0].id))
        return [
            NeededLink(one, link, self._kept_of(one.organisation_id), self._name(one.organisation_id))
            for one, link in known
        ]

    def _partner(self, record: ProjectPartner) -> Partner:
        kept = self._kept.get(record.organisation_id, record.organisation_id)
        return Partner(record, kept, self._names.get(kept, ""))

    def _kept_of(self, organisation_id: UUID | None) -> UUID | None:
        return None if organisation_id is None else self._kept.get(organisation_id, organisation_id)

    def _name(self, organisation_id: UUID | None) -> str:
        kept = self._kept_of(organisation_id)
        return "" if kept is None else self._names.get(kept, "")


def _grouped[R: Record](found: Iterable[R]) -> dict[UUID, list[R]]:
    groups: dict[UUID, list[R]] = defaultdict(list)
    for one in found:
        groups[getattr(one, "project_id")].append(one)  # noqa: B009 - each of these types has it
    return groups
