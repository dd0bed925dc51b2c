"""Mappings kept in the binder under a name."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import OpResult
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, from_plain
from clusterdesk.exchange.mapping.target import ImportKind

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class KeepMapping:
    """Keeps a mapping in the binder under a name."""

    def __init__(self, name: str, mapping: ColumnMapping) -> None:
        """Take the mapping as corrected."""
        self._name, self._mapping = name, mapping

    def __call__(self, desk: "Desk") -> OpResult[str]:
        """Keep."""
        from clusterdesk.exchange.importing.named import keep_mapping

        done = keep_mapping(desk.store, self._name, self._mapping)
        return OpResult(done.output.name, done.changes)


def kept_mappings(kind: ImportKind, desk: "Desk") -> Mapping[str, ColumnMapping]:
    """Return the mappings kept for a kind of list, by name; one that cannot be read any more is left out."""
    from clusterdesk.exchange.importing.named import named_mappings

    found: dict[str, ColumnMapping] = {}
    for one in named_mappings(desk.store, kind.value):
        try:
            found[one.name] = from_plain(json.loads(one.mapping))
        except (KnownError, ValueError):
            continue
    return found
