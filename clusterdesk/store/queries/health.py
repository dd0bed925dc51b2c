"""Data health: how many rows each check has, and some of them in order, by SQL over any number of organisations."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from clusterdesk.domain.employment.quarters import last_ended
from clusterdesk.domain.employment.rules import TRACK_KEY
from clusterdesk.domain.health import WANTED_FOR_DAYS, HealthKey
from clusterdesk.domain.session_kinds import SessionKind
from clusterdesk.domain.views.health import HealthRow, SessionChoice
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.organisation_sql import Family, Run

_REACHED = "SELECT 1 FROM contact_point w WHERE w.contact_id = c.id AND w.deleted = 0 AND w.kind IN ('phone', 'mail')"
_TRACE = (
    "(EXISTS (SELECT 1 FROM session_note n WHERE n.session_id = v.id AND n.deleted = 0 AND n.revoked_on IS NULL"
    " AND trim(n.text) <> '')"
    " OR EXISTS (SELECT 1 FROM document d WHERE d.session_id = v.id AND d.deleted = 0 AND d.revoked_on IS NULL))"
)
_HELD = "v.state = 'held' AND v.deleted = 0 AND v.revoked_on IS NULL"
_COACHING = f"{_HELD} AND v.kind IN ('visit', 'meeting', 'call') AND {_TRACE}"
# Whose a project is; that of a person or of a consortium is shown with its first partner, or with the person's place.
_HOLDER = (
    "coalesce(p.organisation_id,"
    " (SELECT q.organisation_id FROM project_partner q WHERE q.project_id = p.id AND q.deleted = 0"
    " ORDER BY q.id LIMIT 1),"
    " (SELECT r.organisation_id FROM contact_role r WHERE r.contact_id = p.contact_id AND r.deleted = 0"
    " ORDER BY r.main DESC, r.id LIMIT 1))"
)
_MOST_SESSIONS = 12


class HealthQueries:
    """Asks about one snapshot, as of a local day."""

    def __init__(self, run: Run, day: date) -> None:
        """``run`` is the runner of the snapshot."""
        self._run, self._day = run, day
        self._kin = sql.family(run)

    def count(self, key: HealthKey) -> int:
        """Return how many rows a check has."""
        statement = f"{self._kin.prefix}SELECT count(*) FROM ({_SOURCES[key](self._kin)}) x"
        return int(next(iter(self._run(statement, self._values())))[0])

    def rows(
        self, key: HealthKey, *, limit: int, offset: int = 0, only: Collection[UUID] | None = None
    ) -> list[HealthRow]:
        """Return rows by the names of their organisations; ``only``: those of these ids that still need mending."""
        source = _SOURCES[key](self._kin)
        found = self._read(source, limit, offset, only)
        return self._with_sessions(found) if key is HealthKey.FILE_ACTION else found

    def documents(self) -> list[tuple[UUID, str, int]]:
        """Return id, checksum and size of every document."""
        statement = "SELECT id, sha256, size FROM document WHERE deleted = 0 AND revoked_on IS NULL"
        return [(UUID(bytes=row[0]), row[1], row[2]) for row in self._run(statement, {})]

    def document_rows(self, ids: Collection[UUID], *, limit: int, offset: int) -> list[HealthRow]:
        """Return the rows of documents by their ids, in the order of the other checks."""
        return self._read(_documents(self._kin), limit, offset, ids)

    def _values(self) -> dict[str, Any]:
        since = (self._day - timedelta(days=WANTED_FOR_DAYS)).isoformat()
        quarter = last_ended(self._day)
        return {
            "day": self._day.isoformat(),
            "wanted_since": since,
            "quarter_first": quarter.first_day.isoformat(),
            "quarter_last": quarter.last_day.isoformat(),
        }

    def _read(self, source: str, limit: int, offset: int, only: Collection[UUID] | None) -> list[HealthRow]:
        values = {**self._values(), "limit": limit, "offset": offset}
        chosen = ""
        if only is not None:
            values["ids"] = json.dumps([one.hex for one in only])
            chosen = " WHERE x.id IN (SELECT unhex(j.value) FROM json_each(:ids) j)"
        statement = (
            f"{self._kin.prefix}SELECT x.record_type, x.id, o.id, o.name, x.title, x.on_day, x.detail FROM ({source}) x"
            f" LEFT JOIN organisation o ON o.id = {self._kin.root('x.owner')}"
            f" LEFT JOIN organisation_summary s ON s.organisation_id = o.id{chosen}"
            " ORDER BY s.sort_name IS NULL, s.sort_name, x.on_day, x.id LIMIT :limit OFFSET :offset"
        )
        return [_row(row) for row in self._run(statement, values)]

    def _with_sessions(self, found: Sequence[HealthRow]) -> list[HealthRow]:
        """Add what may become the first coaching action of each file."""
        from dataclasses import replace

        owners = {one.organisation_id for one in found if one.organisation_id is not None}
        statement = (
            f"{self._kin.prefix}SELECT * FROM (SELECT {self._kin.root('v.organisation_id')} AS owner, v.id,"
            f' v."on" AS on_day, v.kind, v.subject FROM session v WHERE {_COACHING} AND v.coaching_file_id IS NULL)'
            " WHERE owner IN (SELECT unhex(j.value) FROM json_each(:ids) j) ORDER BY on_day DESC, id DESC"
        )
        sessions: dict[UUID, list[SessionChoice]] = defaultdict(list)
        for row in self._run(statement, {"ids": json.dumps([one.hex for one in owners])}):
            choice = SessionChoice(UUID(bytes=row[1]), date.fromisoformat(row[2]), SessionKind(row[3]), row[4])
            sessions[UUID(bytes=row[0])].append(choice)
        return [
            replace(one, sessions=tuple(sessions[one.organisation_id][:_MOST_SESSIONS])) if one.organisation_id else one
            for one in found
        ]


def _select(record_type: str, id_column: str, owner: str, title: str, on_day: str, detail: str, rest: str) -> str:
    return (
        f"SELECT '{record_type}' AS record_type, {id_column} AS id, {owner} AS owner, {title} AS title,"
        f" {on_day} AS on_day, {detail} AS detail {rest}"
    )


def _numbers(_kin: Family) -> str:
    rest = f"FROM organisation o WHERE {sql.HERE} AND {sql.lacks_number()}"
    return _select("organisation", "o.id", "o.id", "''", "NULL", "o.kind", rest)


def _organisation_languages(kin: Family) -> str:
    rest = (
        f"FROM organisation o WHERE {sql.HERE} AND o.languages IN ('', '[]')"
        f" AND {sql.membership(kin)} IN ('member', 'candidate', 'partner')"
    )
    return _select("organisation", "o.id", "o.id", "''", "NULL", "o.kind", rest)


def _people(kin: Family, condition: str) -> str:
    """Return the contact persons that have a role today; a person is shown with the organisation that comes first."""
    here = (
        "SELECT r.organisation_id FROM contact_role r WHERE r.contact_id = c.id AND r.deleted = 0"
        " AND (r.to_on IS NULL OR r.to_on || '~' >= :day)"
    )
    role = f"{here.replace('r.organisation_id', 'r.role', 1)} ORDER BY r.main DESC, r.id LIMIT 1"
    rest = f"FROM contact c WHERE c.deleted = 0 AND {condition} AND EXISTS ({here})"
    name = "trim(c.first_name || ' ' || c.last_name)"
    return _select("contact", "c.id", f"({here} ORDER BY r.main DESC, r.id LIMIT 1)", name, "NULL", f"({role})", rest)


def _contact_languages(kin: Family) -> str:
    return _people(kin, "coalesce(c.language, '') = ''")


def _contact_reach(kin: Family) -> str:
    return _people(kin, f"NOT EXISTS ({_REACHED})")


def _postcodes(_kin: Family) -> str:
    missing = "{row}.postcode = '' AND {row}.country = 'BE' AND ({row}.street <> '' OR {row}.city <> '')"
    parts = []
    for table in ("address", "establishment"):
        place = "trim(p.street || CASE WHEN p.street <> '' AND p.city <> '' THEN ', ' ELSE '' END || p.city)"
        detail = "p.kind" if table == "address" else "p.name"
        rest = f'FROM "{table}" p WHERE {sql.holds("p")} AND {missing.format(row="p")}'
        parts.append(_select(table, "p.id", "p.organisation_id", place, "NULL", detail, rest))
    return " UNION ALL ".join(parts)


def _session_notes(_kin: Family) -> str:
    rest = f"FROM session v WHERE {_HELD} AND NOT {_TRACE}"
    return _select("session", "v.id", "v.organisation_id", "v.subject", 'v."on"', "v.kind", rest)


def _file_actions(_kin: Family) -> str:
    rest = (
        f"FROM coaching_file c JOIN project p ON p.id = c.project_id WHERE {sql.OPEN_FILE}"
        f" AND NOT EXISTS (SELECT 1 FROM session v WHERE v.coaching_file_id = c.id AND {_COACHING})"
    )
    return _select("coaching_file", "c.id", _HOLDER, "p.title", "c.opened_on", "''", rest)


def _promise_owners(_kin: Family) -> str:
    rest = (
        "FROM action a WHERE a.deleted = 0 AND a.revoked_on IS NULL AND a.done_on IS NULL"
        " AND (a.owner = 'us' AND a.profile_id IS NULL"
        " OR a.owner = 'other' AND trim(a.owner_name) = '' AND a.contact_id IS NULL)"
    )
    return _select("action", "a.id", "a.organisation_id", "a.text", "a.due_on", "a.owner", rest)


def _headcounts(kin: Family) -> str:
    """Return the open files that follow employment and whose holder's staff at the end of the last quarter is unknown.

    As ``domain/employment`` judges it: by the head counts of the project where it has any; only exact ones, with FTE of
    the whole or of a part; a bankrupt holder counts 0, and that is known.
    """
    number = (
        "(h.fte IS NOT NULL OR EXISTS (SELECT 1 FROM headcount_part t"
        " WHERE t.headcount_id = h.id AND t.deleted = 0 AND t.fte IS NOT NULL))"
    )
    there = "h.deleted = 0 AND h.revoked_on IS NULL"
    own = f"EXISTS (SELECT 1 FROM headcount h WHERE h.project_id = p.id AND {there})"
    holder = f"{kin.root('h.organisation_id')} = {kin.root('p.organisation_id')}"
    known = (
        f"EXISTS (SELECT 1 FROM headcount h WHERE {there} AND h.precision = 'exact' AND {number}"
        f' AND h."on" BETWEEN :quarter_first AND :quarter_last'
        f" AND (h.project_id = p.id OR (h.project_id IS NULL AND {holder} AND NOT {own})))"
    )
    situation = (
        "(SELECT u.situation FROM organisation_status u WHERE u.deleted = 0 AND u.revoked_on IS NULL"
        f" AND {kin.root('u.organisation_id')} = {kin.root('p.organisation_id')}"
        " AND coalesce(u.from_on, '') <= :quarter_last ORDER BY coalesce(u.from_on, '') DESC LIMIT 1)"
    )
    rest = (
        "FROM coaching_file_track m JOIN track k ON k.id = m.track_id"
        " JOIN coaching_file c ON c.id = m.coaching_file_id JOIN project p ON p.id = c.project_id"
        f" WHERE k.key = '{TRACK_KEY}' AND m.deleted = 0 AND m.status <> 'ended' AND {sql.OPEN_FILE}"
        f" AND p.organisation_id IS NOT NULL AND c.opened_on <= :quarter_last AND NOT {known}"
        f" AND coalesce({situation}, '') <> 'bankrupt'"
    )
    return _select("coaching_file", "c.id", "p.organisation_id", "p.title", ":quarter_last", "''", rest)


def _evidence(_kin: Family) -> str:
    """Return what was noted long ago: on the day it is said to be recorded, else when it entered the journal."""
    since = (
        "coalesce(e.recorded_on, (SELECT substr(w.at_wall, 1, 10) FROM change h JOIN operation w ON w.n = h.operation_n"
        " WHERE h.row_id = e.id AND h.column_name IS NULL ORDER BY h.n LIMIT 1))"
    )
    rest = (
        "FROM evidence e LEFT JOIN project p ON p.id = e.project_id WHERE e.wanted = 1 AND e.deleted = 0"
        f" AND e.revoked_on IS NULL AND {since} < :wanted_since"
    )
    owner = f"coalesce(e.organisation_id, {_HOLDER})"
    return _select("evidence", "e.id", owner, "e.title", since, "''", rest)


def _documents(_kin: Family) -> str:
    rest = "FROM document d WHERE d.deleted = 0 AND d.revoked_on IS NULL"
    return _select("document", "d.id", "d.organisation_id", "d.name", 'd."on"', "d.sha256", rest)


_SOURCES: Mapping[HealthKey, Callable[[Family], str]] = {
    HealthKey.NUMBER: _numbers,
    HealthKey.ORGANISATION_LANGUAGE: _organisation_languages,
    HealthKey.CONTACT_LANGUAGE: _contact_languages,
    HealthKey.CONTACT_REACH: _contact_reach,
    HealthKey.POSTCODE: _postcodes,
    HealthKey.SESSION_NOTES: _session_notes,
    HealthKey.FILE_ACTION: _file_actions,
    HealthKey.PROMISE_OWNER: _promise_owners,
    HealthKey.HEADCOUNT: _headcounts,
    HealthKey.EVIDENCE: _evidence,
}


def _row(row: Sequence[Any]) -> HealthRow:
    record_type, one, owner, organisation, title, on_day, detail = row
    return HealthRow(
        record_type,
        UUID(bytes=one),
        UUID(bytes=owner) if owner else None,
        organisation or "",
        title or "",
        date.fromisoformat(on_day) if on_day else None,
        detail or "",
    )
