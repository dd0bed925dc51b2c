"""Which working groups a dossier of the common vision has: those whose members contribute to it. Pure."""

from collections.abc import Mapping, Set
from uuid import UUID


def groups_by_dossier(
    dossiers: Mapping[UUID, Set[UUID]], groups: Mapping[UUID, Set[UUID]]
) -> dict[UUID, frozenset[UUID]]:
    """Return the groups of each dossier, from who contributes to it and who sits in each group (organisations, people).

    A group is that of the dossier with which it has the most in common, of several where it is as much; one that has
    nothing in common with any is told where there is but one dossier.
    """
    found: dict[UUID, set[UUID]] = {one: set() for one in dossiers}
    for group, members in groups.items():
        common = {one: len(members & contributors) for one, contributors in dossiers.items()}
        most = max(common.values(), default=0)
        for one, shared in common.items():
            if (most and shared == most) or (not most and len(dossiers) == 1):
                found[one].add(group)
    return {one: frozenset(each) for one, each in found.items()}
