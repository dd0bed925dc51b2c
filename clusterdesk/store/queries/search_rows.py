"""What search shows of a record, by one statement for each type: its title, its text, its organisation.

The statements are written once as text: while somebody types, building them anew would cost more than running them.
They come in a few lengths only, so that the driver knows nearly all of them already.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.search import SearchHit
from clusterdesk.store.queries.organisation_sql import Run

# The field that leads to the organisation, by way of another record.
_THROUGH = (
    "session_id",
    "project_id",
    "coaching_file_id",
    "result_event_id",
    "contact_id",
    "diagnostic_id",
    "assessment_id",
    "ledger_id",
)
_DEEPEST = 3
# Known by another record as well as by their own words.
_NAMED_AFTER: Mapping[str, str] = {"coaching_file": "project_id", "result_event": "project_id"}
_LENGTHS = (4, 16, 64, 900)
_FIRST = 4


def found_hits(run: Run, key: str, ids: Sequence[bytes], query: str) -> Iterator[tuple[bytes, SearchHit]]:
    """Yield the hits of one type with the id each was found by, in no order."""
    titles = _FIRST + len(RECORD_TYPES[key].title_fields) + (key in _NAMED_AFTER)
    glue = " · " if key in _NAMED_AFTER else " "
    start = 0
    while start < len(ids):
        length = next((one for one in _LENGTHS if one >= len(ids) - start), _LENGTHS[-1])
        part = ids[start : start + length]
        start += length
        values = [*part, *[None] * (length - len(part))]
        for row in run(_statement(key, length), values):
            title = row[_FIRST] if titles == _FIRST + 1 and row[_FIRST] else _joined(glue, row[_FIRST:titles])
            text = row[titles] if len(row) == titles + 1 and row[titles] else _joined("\n", row[titles:])
            owner, name, kept = row[1], row[2] or "", row[3]
            if kept is not None:
                # A merged organisation: the kept one, with the name it was found under as its text.
                yield row[0], SearchHit(key, kept, name, title, query, kept, name)
            else:
                yield row[0], SearchHit(key, row[0], title, text, query, owner, name)


def _joined(glue: str, values: Sequence[Any]) -> str:
    return glue.join(str(value) for value in values if value)


@cache
def _statement(key: str, length: int) -> str:
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
        f" WHERE r.id IN ({', '.join('?' * length)})"
    )


def _owner(key: str, alias: str, depth: int) -> tuple[str, list[str]]:
    """Return what gives the organisation of a record, and the joins it needs; a person's is that of the main role."""
    if key == "organisation":
        return f"{alias}.id", []
    if key == "contact":
        role = "SELECT c.organisation_id FROM contact_role c WHERE c.deleted = 0 AND c.contact_id"
        return f"({role} = {alias}.id ORDER BY c.main DESC, c.id LIMIT 1)", []
    fields = RECORD_TYPES[key].fields
    found: list[str] = []
    joins: list[str] = []
    if "organisation_id" in fields:
        found.append(f"{alias}.organisation_id")
        if not fields["organisation_id"].optional:
            return found[0], joins  # it is always there: no other way is looked for
    for number, name in enumerate(_THROUGH if depth < _DEEPEST else ()):
        if name not in fields:
            continue
        inner, target = f"{alias}{number}", str(fields[name].refers_to)
        expression, more = _owner(target, inner, depth + 1)
        joins += [f'LEFT JOIN "{target}" {inner} ON {inner}.id = {alias}."{name}"', *more]
        found.append(expression)
    return (f"coalesce({', '.join(found)})" if len(found) > 1 else (found or ["NULL"])[0]), joins
