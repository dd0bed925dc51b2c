"""The working groups of each dossier of the common vision."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from clusterdesk.domain.records.groups import GroupKind, GroupMember, WorkingGroup
from clusterdesk.domain.records.vision import VisionContributor, VisionDossier
from clusterdesk.domain.vision.groups import groups_by_dossier
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import kept_ids


def vision_groups(store: Store, dossiers: Iterable[VisionDossier]) -> dict[UUID, frozenset[UUID]]:
    """Return the groups on the vision whose members contribute to each dossier."""
    with store.read() as connection:
        kept = kept_ids(connection)

    def ends(one: GroupMember | VisionContributor) -> set[UUID]:
        owner = kept.get(one.organisation_id, one.organisation_id) if one.organisation_id else None
        return {each for each in (owner, one.contact_id) if each is not None}

    groups: dict[UUID, set[UUID]] = {one.id: set() for one in store.find(WorkingGroup, kind=GroupKind.VISION)}
    for member in store.find(GroupMember, revoked_on=None):
        if member.working_group_id in groups:
            groups[member.working_group_id] |= ends(member)
    contributing: dict[UUID, set[UUID]] = defaultdict(set)
    for one in store.find(VisionContributor):
        contributing[one.vision_dossier_id] |= ends(one)
    return groups_by_dossier({one.id: contributing[one.id] for one in dossiers}, groups)
