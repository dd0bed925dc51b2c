"""Mappings kept in the binder under a name, to be used again for the next list of the same kind."""

import json
from collections.abc import Mapping
from typing import Any

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.imports import KeepMapping
from clusterdesk.domain.records.lists import NamedMapping
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, from_plain
from clusterdesk.store.desk_store import Store


def named_mappings(store: Store, kind: str) -> list[NamedMapping]:
    """Return the mappings kept for a kind of list, by name."""
    return sorted(store.find(NamedMapping, target=kind), key=lambda one: one.name.casefold())


def named_mapping(store: Store, name: str, kind: str) -> ColumnMapping | None:
    """Return the mapping kept under a name for a kind of list."""
    for one in named_mappings(store, kind):
        if one.name.casefold() == name.casefold():
            return from_plain(json.loads(one.mapping))
    return None


def keep_mapping(store: Store, name: str, mapping: ColumnMapping) -> OpResult[NamedMapping]:
    """Keep a mapping under a name; one of that name is replaced."""
    return keep_plain(store, name, mapping.kind.value, mapping.to_plain())


def keep_plain(store: Store, name: str, target: str, plain: Mapping[str, Any]) -> OpResult[NamedMapping]:
    """Keep how something is read under a name, for an import of ``target``; one of that name is replaced."""
    text = json.dumps(plain, ensure_ascii=False)
    record_id = derived_id("named_mapping", target, name.casefold())
    made = NamedMapping(id=record_id, name=name, target=target, mapping=text)
    known = store.find(NamedMapping, deleted=None, id=record_id)
    changes = differences(known[0], made) if known else [Insert(made)]
    return OpResult(made, store.apply(KeepMapping(name=name), changes))
