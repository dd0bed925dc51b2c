"""The place a prospect takes when it joins: at the link of the chain, and in the project that lacked it."""

from datetime import date
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.commands.prospects import JoinProspect
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.production import ProjectChainLink
from clusterdesk.domain.records.projects import Project, ProjectPartner
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.services.chains import joins_chain
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids


def places_taken(store: Store, cmd: JoinProspect, prospect: Prospect, organisation_id: UUID, on: date) -> list[Change]:
    """Return what lets an organisation take the places a prospect was sought for, from a day on."""
    with store.read() as connection:
        family = [UUID(bytes=one) for one in family_ids(connection, organisation_id)]
    at_link = _at_link(store, prospect, organisation_id, family, PartialDate.of(on))
    return [*at_link, *_in_project(store, cmd, prospect, organisation_id, family)]


def _at_link(
    store: Store, prospect: Prospect, organisation_id: UUID, family: list[UUID], from_on: PartialDate
) -> list[Change]:
    """Return what lets the organisation stand at the link, unless it stands there already."""
    if prospect.chain_link_id is None:
        return []
    link, today = store.get(ChainLink, prospect.chain_link_id), store.clock.today()
    known = store.find(ChainActor, chain_link_id=link.id, organisation_id=family, revoked_on=None)
    if link.deleted or any(holds_on(one, today) for one in known):
        return []
    actor = ChainActor(chain_link_id=link.id, organisation_id=organisation_id, from_on=from_on)
    return [Insert(actor), *joins_chain(store, link, organisation_id, family)]


def _in_project(
    store: Store, cmd: JoinProspect, prospect: Prospect, organisation_id: UUID, family: list[UUID]
) -> list[Change]:
    """Return what lets the organisation fill the link that the project lacks, and be a partner of it."""
    if prospect.project_id is None:
        return []
    project = store.get(Project, prospect.project_id)
    if project.deleted:
        return []
    changes: list[Change] = []
    lacks = [one for one in store.find(ProjectChainLink, project_id=project.id) if one.organisation_id is None]
    for need in (one for one in lacks if one.chain_link_id == prospect.chain_link_id):
        changes.append(SetField("project_chain_link", need.id, "organisation_id", organisation_id))
    partners = store.find(ProjectPartner, project_id=project.id, organisation_id=family)
    if not partners and project.organisation_id not in family:
        role = one_line(cmd.role) or _link_name(store, prospect)
        changes.append(Insert(ProjectPartner(project_id=project.id, organisation_id=organisation_id, role=role)))
    return changes


def _link_name(store: Store, prospect: Prospect) -> str:
    return store.get(ChainLink, prospect.chain_link_id).name_fr if prospect.chain_link_id is not None else ""
