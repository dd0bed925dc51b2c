"""What search shows of a record, by one statement for each type: its title, its text, its organisation.

The statements are written once as text: while somebody types, building them anew would cost more than running them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES

# The field that leads to the organisation, by way of another record.
_THROUGH = ("session_id", "project_id", "coaching_file_id", "result_event_id", "contact_id")
_DEEPEST = 3
# Known by another record as well as by their own words.
_NAMED_AFTER: Mapping[str, str] = {"coaching_file": "project_id", "result_event": "project_id"}
_MOST = 900


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A record as search shows it; ``kept_id`` is set for an organisation that was merged into another."""

    id: bytes
    title: str
    body: str
    organisation_id: UUID | None
    organisation: str
    kept_id: UUID | None


def found_rows(connection: sa.Connection, key: str, ids: Sequence[bytes]) -> Iterator[FoundRow]:
    """Return the rows of one type, in no order."""
    titles = len(RECORD_TYPES[key].title_fields) + (key in _NAMED_AFTER)
    for start in range(0, len(ids), _MOST):
        part = ids[start : start + _MOST]
        statement = _statement(key).replace("?*", ",".join("?" * len(part)))
        for row in connection.exec_driver_sql(statement, tuple(part)):
            yield FoundRow(
                row[0],
                _joined(" · " if key in _NAMED_AFTER else " ", row[4 : 4 + titles]),
                _joined("\n", row[4 + titles :]),
                UUID(bytes=row[1]) if row[1] is not None else None,
                row[2] or "",
                UUID(bytes=row[3]) if row[3] is not None else None,
            )


def _joined(glue: str, values: Sequence[Any]) -> str:
    return glue.join(str(value) for value in values if value)


@cache
def _statement(key: str) -> str:
    kind = RECORD_TYPES[key]
    owner, joins = _owner(key, "r", 0)
    titles = [f'r."{name}"' for name in kind.title_fields]
    if key in _NAMED_AFTER:
        joins.append(f'LEFT JOIN project named ON named.id = r."{_NAMED_AFTER[key]}"')
        titles.insert(0, "named.title")
    bodies = [name for name in kind.search_body if name not in kind.title_fields] or list(kind.search_body)
    columns = ["r.id", "coalesce(k.id, o.id)", "coalesce(k.name, o.name)", "k.id" if key == "organisation" else "NULL"]
    columns += [*titles, *(f'r."{name}"' for name in bodies)]
    return (
        f'SELECT {", ".join(columns)} FROM "{key}" r {" ".join(joins)}'
        f" LEFT JOIN organisation o ON o.id = {owner} LEFT JOIN organisation k ON k.id = o.merged_into"
        " WHERE r.id IN (?*)"
    )


def _owner(key: str, alias: str, depth: int) -> tuple[str, list[str]]:
    """Return what gives the organisation of a record, and the joins it needs; a person's is that of the main role."""
    if key == "organisation":
        return f"{alias}.id", []
    if key == "contact":
        role = "SELECT c.organisation_id FROM contact_role c WHERE c.deleted = 0 AND c.contact_id"
        return f"({role} = {alias}.id ORDER BY c.main DESC, c.id LIMIT 1)", []
    fields = RECORD_TYPES[key].fields
    found, joins = [], []
    if "organisation_id" in fields:
        found.append(f"{alias}.organisation_id")
    for number, name in enumerate(_THROUGH if depth < _DEEPEST else ()):
        if name not in fields:
            continue
        inner, target = f"{alias}{number}", str(fields[name].refers_to)
        expression, more = _owner(target, inner, depth + 1)
        joins += [f'LEFT JOIN "{target}" {inner} ON {inner}.id = {alias}."{name}"', *more]
        found.append(expression)
    return (f"coalesce({', '.join(found)})" if len(found) > 1 else (found or ["NULL"])[0]), joins
