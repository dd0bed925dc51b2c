"""What lists need to know of an organisation, kept up to date by every operation."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import filterfalse
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.base import Record
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.tables import RECORD_TABLES, change, organisation_summary

_CHUNK = 900
# What the dates and numbers of a summary are made from; nothing else that is edited changes them.
_WATCHED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "session": frozenset({"organisation_id", "state", "on", "revoked_on", "deleted"}),
        "action": frozenset({"organisation_id", "due_on", "done_on", "revoked_on", "deleted"}),
    }
)


def sort_key(name: str) -> str:
    """Fold a name for sorting: no accents, no case, letters and digits first."""
    kept = name.casefold()
    if not kept.isascii():
        folded = unicodedata.normalize("NFKD", kept)
        kept = "".join(filterfalse(unicodedata.combining, folded))
    return kept.strip(" '\"«»()-.") or kept


def refresh(
    connection: sa.Connection,
    touched: Mapping[str, Mapping[bytes, int]],
    fields: Mapping[str, set[str]],
    new: Mapping[str, Mapping[bytes, Record]],
) -> None:
    """Bring the summaries of the organisations touched by an operation up to date."""
    born = new.get("organisation", {})
    _write_names(connection, [(one, sort_key(getattr(record, "name", ""))) for one, record in born.items()])
    if "name" in fields.get("organisation", ()):
        _refresh_names(connection, [one for one in touched.get("organisation", {}) if one not in born])
    owners: set[bytes] = set()
    for key, watched in _WATCHED.items():
        ids, changed = touched.get(key), fields.get(key, set()) & watched
        if ids and (changed or key in new):
            owners |= _owners(connection, key, list(ids))
            if "organisation_id" in fields.get(key, ()):
                owners |= {row[0] for row in connection.execute(sa.select(organisation_summary.c.organisation_id))}
    owners |= _regrouped(connection, touched, fields, born)
    if owners:
        _refresh_dates(connection, owners)


def rebuild(connection: sa.Connection) -> None:
    """Make all summaries anew from the tables."""
    organisation = RECORD_TABLES["organisation"]
    connection.execute(sa.delete(organisation_summary))
    ids = [row[0] for row in connection.execute(sa.select(organisation.c.id))]
    _refresh_names(connection, ids)
    _refresh_dates(connection, ids)


def _owners(connection: sa.Connection, key: str, ids: list[bytes]) -> set[bytes]:
    table = RECORD_TABLES[key]
    found: set[bytes] = set()
    for start in range(0, len(ids), _CHUNK):
        rows = connection.execute(
            sa.select(table.c.organisation_id).distinct().where(table.c.id.in_(ids[start : start + _CHUNK]))
        )
        found |= {row[0] for row in rows if row[0] is not None}
    return found


def _refresh_names(connection: sa.Connection, ids: list[bytes]) -> None:
    organisation = RECORD_TABLES["organisation"]
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        rows = connection.execute(sa.select(organisation.c.id, organisation.c.name).where(organisation.c.id.in_(part)))
        _write_names(connection, [(row[0], sort_key(row[1])) for row in rows])


def _write_names(connection: sa.Connection, rows: list[tuple[bytes, str]]) -> None:
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO organisation_summary (organisation_id, sort_name, open_actions) VALUES (?, ?, 0)"
            " ON CONFLICT (organisation_id) DO UPDATE SET sort_name = excluded.sort_name",
            rows,
        )


def _regrouped(
    connection: sa.Connection,
    touched: Mapping[str, Mapping[bytes, int]],
    fields: Mapping[str, set[str]],
    born: Mapping[bytes, Record],
) -> set[bytes]:
    """Return the organisations whose merging was changed, with those they are, or ever were, merged into."""
    into = [getattr(record, "merged_into", None) for record in born.values()]
    found = {one.bytes for one in into if one is not None}
    if "merged_into" in fields.get("organisation", ()):
        ids = list(touched["organisation"])
        found.update(ids)
        for start in range(0, len(ids), _CHUNK):
            rows = connection.execute(_PAST_MERGES, {"ids": ids[start : start + _CHUNK]})
            found |= {UUID(json.loads(row[0])).bytes for row in rows}
    return found


def _refresh_dates(connection: sa.Connection, owners: Iterable[bytes]) -> None:
    """Read the dates of organisations anew; a kept one has those of the organisations merged into it as well."""
    families: dict[bytes, list[bytes]] = defaultdict(list)
    roots: dict[bytes, bytes] = {}
    for merged, kept in kept_ids(connection).items():
        families[kept.bytes].append(merged.bytes)
        roots[merged.bytes] = kept.bytes
    wanted = sorted({*owners, *(roots[one] for one in owners if one in roots)})
    for start in range(0, len(wanted), _CHUNK):
        connection.execute(_UPDATE_DATES, {"ids": wanted[start : start + _CHUNK]})
    for one in wanted:
        if one in families:
            connection.execute(_UPDATE_FAMILY, {"ids": [one], "family": [one, *families[one]]})


def _dates(belongs: Callable[[sa.Column[Any]], sa.ColumnElement[bool]]) -> sa.Update:
    """Return the statement that reads the dates of some organisations anew."""
    session, action = RECORD_TABLES["session"], RECORD_TABLES["action"]
    met = (belongs(session.c.organisation_id), session.c.deleted == 0, session.c.revoked_on.is_(None))
    held = sa.select(sa.func.max(session.c.on)).where(*met, session.c.state == "held")
    planned = sa.select(sa.func.min(session.c.on)).where(*met, session.c.state == "planned")
    still_open = (
        belongs(action.c.organisation_id),
        action.c.deleted == 0,
        action.c.done_on.is_(None),
        action.c.revoked_on.is_(None),
    )
    return (
        sa.update(organisation_summary)
        .where(organisation_summary.c.organisation_id.in_(sa.bindparam("ids", expanding=True)))
        .values(
            last_contact_on=held.scalar_subquery(),
            next_visit_on=planned.scalar_subquery(),
            next_due_on=sa.select(sa.func.min(action.c.due_on)).where(*still_open).scalar_subquery(),
            open_actions=sa.select(sa.func.count()).where(*still_open).scalar_subquery(),
        )
    )


def _is_its_own(column: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return column == organisation_summary.c.organisation_id


def _is_of_the_family(column: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return column.in_(sa.bindparam("family", expanding=True))


# Built once: making a statement anew costs more than running it.
_UPDATE_DATES = _dates(_is_its_own)
_UPDATE_FAMILY = _dates(_is_of_the_family)
_PAST_MERGES = sa.select(change.c.value).where(
    change.c.row_id.in_(sa.bindparam("ids", expanding=True)),
    change.c.column_name == "merged_into",
    change.c.value.is_not(None),
    change.c.value != "null",
)
