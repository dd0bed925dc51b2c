"""Reading prospects with their steps, and counting them by chain and state."""

from collections import Counter, defaultdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.prospects.states import IN_ORDER, state_of
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectValueChain
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.domain.views.prospects import ChainProspects, ProspectList, ProspectRow
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


def read_prospects(connection: sa.Connection) -> ProspectList:
    """Return all prospects: by state, then what is due first, then by name."""
    chains = tuple(sorted(find(connection, ValueChain), key=lambda one: (one.position, one.key)))
    links = tuple(sorted(find(connection, ChainLink), key=lambda one: (one.position, one.key)))
    profiles = tuple(sorted(find(connection, Profile), key=lambda one: one.name.casefold()))
    prospects = find(connection, Prospect, revoked_on=None)
    steps = _steps(connection)
    kept = kept_ids(connection)
    joined = {kept.get(one.organisation_id, one.organisation_id) for one in prospects if one.organisation_id}
    names = titles_of(connection, "organisation", joined)
    titles = titles_of(connection, "project", {one.project_id for one in prospects if one.project_id})
    making = find(connection, Project, kind=ProjectKind.PRODUCTION)
    projects = tuple(sorted(making, key=lambda one: one.title.casefold()))
    by_link, by_chain = {one.id: one for one in links}, {one.id: one for one in chains}
    of_profile = {one.id: one.name for one in profiles}
    rows = []
    for one in prospects:
        link = by_link.get(one.chain_link_id) if one.chain_link_id else None
        chain = by_chain.get(link.value_chain_id) if link is not None and link.value_chain_id else None
        became = kept.get(one.organisation_id, one.organisation_id) if one.organisation_id else None
        rows.append(
            ProspectRow(
                one,
                tuple(in_order(steps[one.id])),
                link,
                chain,
                titles.get(one.project_id, "") if one.project_id else "",
                of_profile.get(one.profile_id, "") if one.profile_id else "",
                became,
                names.get(became, "") if became else "",
            )
        )
    return ProspectList(tuple(sorted(rows, key=_place)), chains, links, projects, profiles)


def prospect_counts(connection: sa.Connection, day: date | None = None) -> tuple[ChainProspects, ...]:
    """Return how many prospects are at each state (on a day), by chain in their rank, those of no chain last.

    A prospect is of the chain of its link, else of the first chain of its project.
    """
    chains = sorted(find(connection, ValueChain), key=lambda one: (one.position, one.key))
    rank = {one.id: place for place, one in enumerate(chains)}
    of_link = {one.id: one.value_chain_id for one in find(connection, ChainLink, deleted=None)}
    of_project: dict[UUID, UUID] = {}
    for each in find(connection, ProjectValueChain):
        known = of_project.get(each.project_id)
        if each.value_chain_id in rank and (known is None or rank[each.value_chain_id] < rank[known]):
            of_project[each.project_id] = each.value_chain_id
    steps = _steps(connection)
    counts: dict[UUID | None, Counter[ProspectState]] = defaultdict(Counter)
    for one in find(connection, Prospect, revoked_on=None):
        if not _was_there(one.recorded_on, day):
            continue
        chain = of_link.get(one.chain_link_id) if one.chain_link_id else None
        chain = chain or (of_project.get(one.project_id) if one.project_id else None)
        counts[chain if chain in rank else None][_state_on(steps[one.id], day)] += 1
    found = [ChainProspects(chain, dict(counts[chain.id])) for chain in chains if chain.id in counts]
    return (*found, *((ChainProspects(None, dict(counts[None])),) if None in counts else ()))


def _was_there(on: date | None, day: date | None) -> bool:
    """Tell whether what has a date was there on a day; without a day everything is."""
    return day is None or on is None or on <= day


def _state_on(steps: list[ProspectStep], day: date | None) -> ProspectState:
    return state_of(one for one in steps if _was_there(max(one.on, one.recorded_on or one.on), day))


def _steps(connection: sa.Connection) -> dict[UUID, list[ProspectStep]]:
    found: dict[UUID, list[ProspectStep]] = defaultdict(list)
    for one in find(connection, ProspectStep, revoked_on=None):
        found[one.prospect_id].append(one)
    return found


def _place(row: ProspectRow) -> tuple[int, date, str, UUID]:
    return IN_ORDER.index(row.state), row.record.next_step_on or date.max, row.record.name.casefold(), row.record.id
