"""Country groups: which countries a name stands for, in any of its languages."""

from collections.abc import Mapping

from clusterdesk.domain.records.directory import CountryGroup
from clusterdesk.store.desk_store import Store

_LANGUAGES = ("fr", "nl", "en")


def groups_by_name(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of each group by its names in all languages; groups out of use count as well."""
    found: dict[str, tuple[str, ...]] = {}
    for group in sorted(store.find(CountryGroup), key=lambda one: one.position):
        for language in _LANGUAGES:
            found.setdefault(group.name_in(language), group.countries)
    return found


def groups_in_use(store: Store) -> tuple[CountryGroup, ...]:
    """Return the groups to choose from, in their order."""
    return tuple(sorted((one for one in store.find(CountryGroup) if one.active), key=lambda one: one.position))
