"""The list of organisations: ids in order, rows by id, counts per filter. Free of SQLAlchemy until it is called.

Organisations in the bin and those merged into another are left out; what belongs to a merged one is shown with the
kept one, which is also found under the old name.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import MembershipStatus, OrganisationKind
from clusterdesk.domain.views.organisation_list import (
    FilterCounts,
    NamedCount,
    OrganisationFilter,
    OrganisationIds,
    OrganisationMatch,
    OrganisationOrder,
    OrganisationRow,
    OrganisationSort,
)
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.organisation_sql import Family, Run

if TYPE_CHECKING:
    import sqlalchemy as sa

_BY_NAME = OrganisationOrder()
_LISTED = "organisation o JOIN organisation_summary s ON s.organisation_id = o.id"
# Walks the index of names or days, so that the first rows cost no sorting.
_WALKED = "organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id"
_WALKABLE = (OrganisationSort.NAME, OrganisationSort.LAST_CONTACT)
_RANKED = (
    MembershipStatus.MEMBER,
    MembershipStatus.CANDIDATE,
    MembershipStatus.PARTNER,
    MembershipStatus.FORMER,
)
_MATCH = (
    "SELECT o.id, o.name, o.enterprise_number, o.merged_into FROM organisation o WHERE o.id = :id AND o.deleted = 0"
)
_MATCHES = (
    "SELECT o.id, o.name, o.enterprise_number, o.merged_into FROM search_name"
    " CROSS JOIN search_entry e ON e.n = search_name.rowid CROSS JOIN organisation o ON o.id = e.record_id"
    " WHERE search_name MATCH ? AND e.record_type = 'organisation' AND o.deleted = 0"
    " ORDER BY search_name.rowid DESC LIMIT ?"
)
_BEGINNING = (
    "SELECT o.id, o.name, o.enterprise_number, o.merged_into FROM organisation_summary s"
    " CROSS JOIN organisation o ON o.id = s.organisation_id WHERE s.sort_name >= ?1"
    f" AND s.sort_name < ?1 || char({0x10FFFF}) AND o.deleted = 0 ORDER BY s.sort_name LIMIT ?2"
)
_SEPARATOR = "\x1f"
_NUMBER = re.compile(r"(?:be)?[\d\s./-]*\d[\d\s./-]*", re.IGNORECASE)
type _Where = tuple[str, dict[str, Any]]


def organisation_ids(
    connection: "sa.Connection", wanted: OrganisationFilter, order: OrganisationOrder = _BY_NAME
) -> OrganisationIds:
    """Return the ids of all that fit, in order; cheap enough for 100,000."""
    return read_ids(sql.on(connection), wanted, order)


def organisation_page(
    connection: "sa.Connection",
    wanted: OrganisationFilter,
    order: OrganisationOrder = _BY_NAME,
    *,
    offset: int = 0,
    limit: int = 50,
    language: str = "fr",
) -> list[OrganisationRow]:
    """Return some of the rows that fit, in order; value chains are named in ``language``."""
    return read_page(sql.on(connection), wanted, order, offset=offset, limit=limit, language=language)


def organisation_rows(
    connection: "sa.Connection", ids: Iterable[UUID], day: date, *, language: str = "fr"
) -> dict[UUID, OrganisationRow]:
    """Return rows by id, as of the local day; unknown ids are left out."""
    run = sql.on(connection)
    found = _rows(run, sql.family(run), [one.bytes for one in ids], day, language)
    return {row.id: row for row in found}


def filter_counts(connection: "sa.Connection", wanted: OrganisationFilter, *, language: str = "fr") -> FilterCounts:
    """Count what each filter would show beside the other filters in force."""
    run = sql.on(connection)
    return _Counting(run, wanted, language).counts()


def organisation_matches(run: Run, text: str, limit: int = 50) -> list[OrganisationMatch]:
    """Return the organisations a text may mean while it is typed; nothing for an empty text.

    Those whose name begins with it come first, by name; then those that hold its words, the newest first.
    """
    words = _words(text)
    if not words:
        return []
    # Late, as for the words.
    from clusterdesk.store.summaries import sort_key

    key = sort_key(text.encode("utf-8", "replace").decode())
    rows = list(run(_BEGINNING, (key, limit))) if key else []
    if len(rows) < limit:
        first = {row[0] for row in rows}
        rows += [row for row in run(_MATCHES, (words, limit)) if row[0] not in first]
    rows = rows[:limit]
    if any(row[3] for row in rows):
        rows = _kept(run, rows)
    return [OrganisationMatch(row[0], row[1], row[2]) for row in rows]


def _kept(run: Run, rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """Put the organisation that one was merged into in its place, once."""
    found: dict[bytes, Sequence[Any]] = {}
    for row in rows:
        current: Sequence[Any] | None = row
        while current is not None and current[3] is not None:
            current = next(iter(run(_MATCH, {"id": current[3]})), None)
        if current is not None:
            found.setdefault(current[0], current)
    return list(found.values())


def read_ids(
    run: Run, wanted: OrganisationFilter, order: OrganisationOrder, offset: int = 0, limit: int = -1
) -> OrganisationIds:
    """Return ids by any runner of statements; see ``organisation_ids``."""
    return _ids(run, sql.family(run), wanted, order, offset, limit)


def read_page(
    run: Run, wanted: OrganisationFilter, order: OrganisationOrder, *, offset: int, limit: int, language: str
) -> list[OrganisationRow]:
    """Return rows by any runner of statements; see ``organisation_page``."""
    kin = sql.family(run)
    ids = _ids(run, kin, wanted, order, offset, limit)
    return _rows(run, kin, ids.stored, wanted.day, language)


def _ids(
    run: Run, kin: Family, wanted: OrganisationFilter, order: OrganisationOrder, offset: int, limit: int
) -> OrganisationIds:
    where, values = _conditions(kin, wanted)
    source = _WALKED if order.by in _WALKABLE and "words" not in values else _LISTED
    rows = run(
        f"{kin.prefix}SELECT o.id FROM {source} WHERE {where} ORDER BY {_order(kin, order)}"
        " LIMIT :limit OFFSET :offset",
        {**values, "limit": limit, "offset": offset},
    )
    return OrganisationIds([row[0] for row in rows])


def _order(kin: Family, order: OrganisationOrder) -> str:
    way = "DESC" if order.descending else "ASC"
    if order.by is OrganisationSort.NAME:
        return f"s.sort_name {way}, o.id"
    ranks = " ".join(f"WHEN '{status.value}' THEN {rank}" for rank, status in enumerate(_RANKED))
    column = {
        OrganisationSort.NUMBER: "o.enterprise_number",
        OrganisationSort.MEMBERSHIP: f"CASE {sql.membership(kin)} {ranks} END",
        OrganisationSort.CITY: sql.folded(sql.city(kin)),
        OrganisationSort.LAST_CONTACT: "s.last_contact_on",
        OrganisationSort.NEXT_VISIT: "s.next_visit_on",
        OrganisationSort.OPEN_PROMISES: "s.open_actions",
    }[order.by]
    return f"{column} {way} NULLS LAST, s.sort_name, o.id"


def _conditions(kin: Family, wanted: OrganisationFilter, without: str = "") -> _Where:
    """Return the conditions of a filter, and their values; ``without`` names a field of it to leave out."""
    parts = [sql.HERE]
    values: dict[str, Any] = {
        "day": wanted.day.isoformat(),
        "met_since": (wanted.day - timedelta(days=wanted.silent_after_days)).isoformat(),
        "profile": wanted.profile_id.bytes if wanted.profile_id else None,
    }
    words = _words(wanted.text)
    if words:
        parts.append(f"o.id IN ({_named(kin)})")
        values["words"] = words
    given: dict[str, tuple[list[Any], str]] = {
        "value_chain_ids": (
            [one.bytes for one in wanted.value_chain_ids],
            f"o.id IN (SELECT {kin.root('v.organisation_id')} FROM organisation_value_chain v"
            " WHERE v.deleted = 0 AND v.value_chain_id IN ({}))",
        ),
        "tag_ids": (
            [one.bytes for one in wanted.tag_ids],
            f"o.id IN (SELECT {kin.root('t.record_id')} FROM record_tag t"
            " WHERE t.deleted = 0 AND t.record_type = 'organisation' AND t.tag_id IN ({}))",
        ),
        "memberships": ([one.value for one in wanted.memberships], f"{sql.membership(kin)} IN ({{}})"),
        "kinds": ([one.value for one in wanted.kinds], "o.kind IN ({})"),
    }
    for name, (chosen, condition) in given.items():
        if chosen and name != without:
            parts.append(condition.format(", ".join(f":{name}{index}" for index in range(len(chosen)))))
            values.update({f"{name}{index}": one for index, one in enumerate(chosen)})
    switches = {
        "without_number": (wanted.without_number, sql.lacks_number()),
        "silent": (wanted.silent, sql.silent(kin)),
        "open_file": (wanted.open_file, f"o.id IN ({sql.with_open_file(kin)})"),
        "without_next_step": (wanted.without_next_step, _adrift(kin)),
        "late": (wanted.late, sql.LATE),
        "mine": (wanted.mine, f"o.id IN ({sql.of_colleague(kin)})"),
    }
    parts += [condition for name, (on, condition) in switches.items() if on and name != without]
    return " AND ".join(parts), values


def _adrift(kin: Family) -> str:
    return f"o.id IN ({sql.with_open_file(kin)}) AND {sql.lacks_next_step(kin)}"


def _words(text: str) -> str:
    """Return the full-text query for a text; a number is found however it is written."""
    if not text.strip():
        return ""
    # Late: it stands beside what needs SQLAlchemy, and the first rows look for no text.
    from clusterdesk.store.search import fts_query

    plain = text.encode("utf-8", "replace").decode()
    if _NUMBER.fullmatch(plain.strip()):
        plain = re.sub(r"\D", "", plain)
    return fts_query(plain)


def _named(kin: Family) -> str:
    found = (
        "SELECT e.record_id FROM search_name JOIN search_entry e ON e.n = search_name.rowid"
        " WHERE search_name MATCH :words AND e.record_type = 'organisation'"
    )
    return f"SELECT {kin.root('x.record_id')} FROM ({found}) x" if kin.merged else found


def _rows(run: Run, kin: Family, ids: Sequence[bytes], day: date, language: str) -> list[OrganisationRow]:
    if not ids:
        return []
    name = f"v.name_{language}" if language in {"nl", "en"} else "v.name_fr"
    statement = (
        f"{kin.prefix}SELECT o.id, o.name, o.enterprise_number, o.kind,"
        f" (SELECT group_concat(coalesce(nullif({name}, ''), v.name_fr), char(31) ORDER BY v.position, v.id)"
        " FROM organisation_value_chain c JOIN value_chain v ON v.id = c.value_chain_id"
        f" WHERE {kin.own('c.organisation_id')} AND c.deleted = 0 AND v.deleted = 0),"
        f" {sql.membership(kin)}, {sql.city(kin)}, s.last_contact_on, s.next_visit_on, n.next_step, n.next_step_on,"
        " s.next_due_on, s.open_actions, n.next_step_visibility"
        " FROM json_each(:ids) j CROSS JOIN organisation o ON o.id = unhex(j.value)"
        " JOIN organisation_summary s ON s.organisation_id = o.id"
        f" LEFT JOIN session n ON n.id = {sql.last_session(kin)}"
        " ORDER BY j.key"
    )
    values = {"ids": json.dumps([one.hex() for one in ids]), "day": day.isoformat()}
    return [_row(row) for row in run(statement, values)]


def _row(row: Sequence[Any]) -> OrganisationRow:
    one, name, number, kind, chains, membership, city, last, visit, step, step_on, due, open_promises, seen_by = row
    return OrganisationRow(
        id=UUID(bytes=one),
        name=name,
        enterprise_number=number,
        kind=OrganisationKind(kind),
        value_chains=tuple(dict.fromkeys(chains.split(_SEPARATOR))) if chains else (),
        membership=MembershipStatus(membership) if membership else None,
        city=city or "",
        last_contact_on=date.fromisoformat(last) if last else None,
        next_visit_on=date.fromisoformat(visit) if visit else None,
        next_step=step or "",
        next_step_on=date.fromisoformat(step_on) if step_on else None,
        next_due_on=date.fromisoformat(due) if due else None,
        open_promises=open_promises,
        next_step_visibility=Visibility(seen_by) if seen_by else Visibility.SHAREABLE,
    )


class _Counting:
    """Counts the filters in one pass; those in force need another pass each, in which they are left out."""

    def __init__(self, run: Run, wanted: OrganisationFilter, language: str) -> None:
        self._run, self._wanted = run, wanted
        self._kin = sql.family(run)
        self._name = f"name_{language}" if language in {"nl", "en"} else "name_fr"
        self._passes: dict[str, Sequence[Sequence[Any]]] = {}

    def counts(self) -> FilterCounts:
        statuses, kinds = self._by_value("memberships", 0), self._by_value("kinds", 1)
        return FilterCounts(
            total=sum(row[-1] for row in self._pass("")),
            value_chains=self._named("value_chain_ids", self._chains()),
            memberships={status: statuses[status.value] for status in MembershipStatus},
            kinds={kind: kinds[kind.value] for kind in OrganisationKind},
            tags=self._named("tag_ids", self._tags()),
            without_number=self._by_value("without_number", 2)[1],
            silent=self._by_value("silent", 3)[1],
            open_file=self._by_value("open_file", 4)[1],
            without_next_step=self._by_value("without_next_step", 5)[1],
            late=self._by_value("late", 6)[1],
            mine=self._by_value("mine", 7)[1],
        )

    def _by_value(self, facet: str, column: int) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for row in self._pass(facet):
            found[row[column]] += row[-1]
        return found

    def _pass(self, facet: str) -> Sequence[Sequence[Any]]:
        """Return how many organisations share each combination of values, without the filter ``facet`` itself."""
        chosen = facet if facet and getattr(self._wanted, facet) else ""
        if chosen not in self._passes:
            where, values = _conditions(self._kin, self._wanted, chosen)
            statement = (
                f"{self._kin.prefix}SELECT x.status, x.kind, x.number_missing,"
                " x.quiet AND coalesce(x.status IN ('member', 'candidate'), 0), x.open_file, x.adrift, x.late, x.mine,"
                " count(*)"
                f" FROM (SELECT {sql.membership(self._kin)} AS status, o.kind, {sql.lacks_number()} AS number_missing,"
                f" coalesce({sql.MET_LONG_AGO}, 1) AS quiet, o.id IN ({sql.with_open_file(self._kin)}) AS open_file,"
                f" {_adrift(self._kin)} AS adrift, coalesce({sql.LATE}, 0) AS late,"
                f" o.id IN ({sql.of_colleague(self._kin)}) AS mine"
                f" FROM {_LISTED} WHERE {where}) x GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
            )
            self._passes[chosen] = list(self._run(statement, values))
        return self._passes[chosen]

    def _chains(self) -> str:
        return (
            f"SELECT v.id, coalesce(nullif(v.{self._name}, ''), v.name_fr) AS name, v.position,"
            f" {self._kin.root('c.organisation_id')} AS owner FROM value_chain v"
            " LEFT JOIN organisation_value_chain c ON c.value_chain_id = v.id AND c.deleted = 0 WHERE v.deleted = 0"
        )

    def _tags(self) -> str:
        return (
            f"SELECT v.id, v.name, 0 AS position, {self._kin.root('c.record_id')} AS owner FROM tag v JOIN record_tag c"
            " ON c.tag_id = v.id AND c.deleted = 0 AND c.record_type = 'organisation' WHERE v.deleted = 0"
        )

    def _named(self, facet: str, members: str) -> tuple[NamedCount, ...]:
        where, values = _conditions(self._kin, self._wanted, facet)
        statement = (
            f"{self._kin.prefix}, fit(id) AS MATERIALIZED (SELECT o.id FROM {_LISTED} WHERE {where})"
            if self._kin.merged
            else f"WITH fit(id) AS MATERIALIZED (SELECT o.id FROM {_LISTED} WHERE {where})"
        )
        statement += (
            f" SELECT x.id, x.name, count(DISTINCT f.id) FROM ({members}) AS x LEFT JOIN fit f ON f.id = x.owner"
            " GROUP BY x.id ORDER BY x.position, x.name"
        )
        return tuple(NamedCount(UUID(bytes=row[0]), row[1], row[2]) for row in self._run(statement, values))
