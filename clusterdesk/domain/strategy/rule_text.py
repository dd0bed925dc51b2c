"""The parameters of a rule set as TOML: read as tables, changed by others, written anew."""

from collections.abc import Mapping
from typing import Any

import tomli_w

from clusterdesk.domain.strategy.reading_rules import parse_rules

# What stands in a file of rules and is no parameter of counting.
_NO_PARAMETERS = frozenset(
    {"format", "version", "valid_from", "owner", "reason", "name_fr", "name_nl", "name_en", "plan_item"}
    | {"strategic_objective", "operational_objective"}
)


def merged_text(text: str, changes: Mapping[str, Mapping[str, Any]]) -> str:
    """Return parameters with some of them changed: by table, then by key; ``None`` or an empty text takes a key out."""
    tables: dict[str, Any] = {key: value for key, value in parse_rules(text).items() if key not in _NO_PARAMETERS}
    for name, table in changes.items():
        values = {**tables.get(name, {}), **table}
        tables[name] = {key: value for key, value in values.items() if value not in (None, "")}
    return tomli_w.dumps({name: table for name, table in tables.items() if table})


def changes_text(changes: Mapping[str, Mapping[str, Any]]) -> str:
    """Return changes as a text of rules of their own; an empty text takes a key out of the rules they change."""
    return tomli_w.dumps({name: dict(table) for name, table in changes.items() if table})


def tables_of(text: str) -> dict[str, Mapping[str, Any]]:
    """Return the tables of a text of rules, without what is no parameter of counting."""
    return {key: value for key, value in parse_rules(text).items() if key not in _NO_PARAMETERS}
