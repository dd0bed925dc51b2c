"""Communication: what was published, who was featured, and who never was."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from clusterdesk.domain.dated import in_force
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.communication import CommunicationChannel, CommunicationItem, Feature
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.views.communication import CommunicationPage, CommunicationRow, Featured, MemberFeatured
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import citable
from clusterdesk.store.queries.merged import kept_ids


def read_communication(store: Store) -> CommunicationPage:
    """Return all that was published, newest first, and the members of today by how long they were not featured."""
    items = store.find(CommunicationItem, revoked_on=None)
    channels = {one.id: one for one in store.find(CommunicationChannel, deleted=None)}
    with store.read() as connection:
        kept, allowed = kept_ids(connection), citable(connection, store.clock.today())
    featured: dict[UUID, list[UUID]] = defaultdict(list)
    known = {one.id for one in items}
    for one in store.find(Feature):
        organisation_id = kept.get(one.organisation_id, one.organisation_id)
        if one.communication_item_id in known and organisation_id not in featured[one.communication_item_id]:
            featured[one.communication_item_id].append(organisation_id)
    names = {one.id: one.name for one in store.find(Organisation)}
    rows = tuple(
        CommunicationRow(
            item,
            channels.get(item.channel_id) if item.channel_id is not None else None,
            tuple(
                sorted(
                    (Featured(one, names[one]) for one in featured[item.id] if one in names),
                    key=lambda one: one.name.casefold(),
                )
            ),
        )
        for item in sorted(items, key=day_order, reverse=True)
    )
    documents = {item.document_id for item in items if item.document_id is not None}
    return CommunicationPage(
        rows,
        tuple(
            sorted((one for one in channels.values() if not one.deleted), key=lambda one: (one.position, one.name_fr))
        ),
        tuple(store.find(Profile)),
        tuple(store.find(Document, id=documents)) if documents else (),
        _members(store, rows, names, kept, allowed.organisations),
    )


def _rank(channel: CommunicationChannel) -> tuple[int, str]:
    return channel.position, channel.name_fr


def _members(
    store: Store,
    rows: tuple[CommunicationRow, ...],
    names: dict[UUID, str],
    kept: dict[UUID, UUID],
    citable_ids: frozenset[UUID],
) -> tuple[MemberFeatured, ...]:
    today = store.clock.today()
    statuses: dict[UUID, list[Membership]] = defaultdict(list)
    for fact in store.find(Membership, revoked_on=None):
        statuses[kept.get(fact.organisation_id, fact.organisation_id)].append(fact)
    days: dict[UUID, list[date]] = defaultdict(list)
    for row in rows:
        for one in row.featured:
            days[one.organisation_id].append(row.record.on)
    found = []
    for organisation_id, facts in statuses.items():
        now = in_force(facts, today)
        if now is None or now.status is not MembershipStatus.MEMBER or organisation_id not in names:
            continue
        mine = days.get(organisation_id, [])
        since = str(now.from_on) if now.from_on is not None else ""
        last = max(mine, default=None)
        cited = organisation_id in citable_ids
        found.append(MemberFeatured(organisation_id, names[organisation_id], len(mine), last, since, cited))
    return tuple(sorted(found, key=lambda one: (one.last_on or date.min, one.name.casefold(), one.organisation_id)))
