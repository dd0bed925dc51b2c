"""Lists of people, projects, sessions and promises, filtered, sorted and cut in SQL."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.projects import ProjectKind
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind, SessionState
from clusterdesk.domain.views.lists import (
    ListPage,
    PeopleFilter,
    PersonRow,
    ProjectFilter,
    ProjectRow,
    PromiseFilter,
    PromiseRow,
    SessionFilter,
    SessionRow,
    Slice,
)
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.queries.merged import family_ids, kept_ids
from clusterdesk.store.queries.organisation_sql import folded
from clusterdesk.store.search import fts_query
from clusterdesk.store.tables import RECORD_TABLES

type _Condition = sa.ColumnElement[bool]
_ALL = Slice()
_ORGANISATION, _CONTACT, _ROLE, _POINT, _PROJECT, _FILE, _SESSION, _NOTE, _ACTION = (
    RECORD_TABLES[key]
    for key in (
        "organisation",
        "contact",
        "contact_role",
        "contact_point",
        "project",
        "coaching_file",
        "session",
        "session_note",
        "action",
    )
)


def people(connection: sa.Connection, wanted: PeopleFilter, part: Slice = _ALL) -> ListPage[PersonRow]:
    """Return people by last name, then first name, accents and case ignored."""
    where: list[_Condition] = [_CONTACT.c.deleted == 0, *_holding(_CONTACT.c.id, "contact", wanted.text)]
    if wanted.organisation_id is not None:
        roles = sa.select(_ROLE.c.contact_id).where(
            _ROLE.c.deleted == 0, _ROLE.c.organisation_id.in_(family_ids(connection, wanted.organisation_id))
        )
        where.append(_CONTACT.c.id.in_(roles))
    query = sa.select(_CONTACT.c.id, _CONTACT.c.first_name, _CONTACT.c.last_name, _CONTACT.c.language).where(*where)
    order = [sa.text(folded(f"contact.{name}")) for name in ("last_name", "first_name")]
    total, rows = _read(connection, query, [*order, _CONTACT.c.id], part)
    ids = [row.id for row in rows]
    roles_of, reach = _roles(connection, ids), _points(connection, ids)
    return ListPage(total, tuple(_person(row, roles_of.get(row.id, []), reach) for row in rows))


def projects(connection: sa.Connection, wanted: ProjectFilter, part: Slice = _ALL) -> ListPage[ProjectRow]:
    """Return projects by title, accents and case ignored."""
    where: list[_Condition] = [_PROJECT.c.deleted == 0, *_holding(_PROJECT.c.id, "project", wanted.text)]
    where += _belonging(connection, _PROJECT, wanted.organisation_id)
    if wanted.kinds:
        where.append(_PROJECT.c.kind.in_([kind.value for kind in wanted.kinds]))
    mine = (_FILE.c.project_id == _PROJECT.c.id, _FILE.c.deleted == 0, _FILE.c.revoked_on.is_(None))
    still_open = (*mine, _FILE.c.closed_on.is_(None))
    if wanted.open_file:
        where.append(sa.exists().where(*still_open))
    query = sa.select(
        *(_PROJECT.c[name] for name in ("id", "title", "kind", "stage", "organisation_id")),
        sa.select(sa.func.count()).select_from(_FILE).where(*mine).scalar_subquery().label("files"),
        sa.select(sa.func.count()).select_from(_FILE).where(*still_open).scalar_subquery().label("open_files"),
        sa.select(sa.func.min(_FILE.c.opened_on)).where(*still_open).scalar_subquery().label("opened_on"),
    ).where(*where)
    total, rows = _read(connection, query, [sa.text(folded("project.title")), _PROJECT.c.id], part)
    return ListPage(total, tuple(map(_project, rows, _owners(connection, rows))))


def sessions(connection: sa.Connection, wanted: SessionFilter, part: Slice = _ALL) -> ListPage[SessionRow]:
    """Return sessions, the newest first."""
    where: list[_Condition] = [_SESSION.c.deleted == 0, _SESSION.c.revoked_on.is_(None)]
    where += _holding(_SESSION.c.id, "session", wanted.text, _SESSION.c.organisation_id)
    where += _belonging(connection, _SESSION, wanted.organisation_id)
    for name, value in (("coaching_file_id", wanted.coaching_file_id), ("profile_id", wanted.profile_id)):
        if value is not None:
            where.append(_SESSION.c[name] == value.bytes)
    if wanted.kinds:
        where.append(_SESSION.c.kind.in_([kind.value for kind in wanted.kinds]))
    if wanted.states:
        where.append(_SESSION.c.state.in_([state.value for state in wanted.states]))
    if wanted.from_on is not None:
        where.append(_SESSION.c.on >= wanted.from_on.isoformat())
    if wanted.to_on is not None:
        where.append(_SESSION.c.on <= wanted.to_on.isoformat())
    written = sa.exists().where(
        _NOTE.c.session_id == _SESSION.c.id, _NOTE.c.deleted == 0, sa.func.trim(_NOTE.c.text) != ""
    )
    names = ("id", "on", "starts_at", "minutes", "kind", "state", "organisation_id", "subject", "coaching_file_id")
    query = sa.select(*(_SESSION.c[name] for name in names), written.label("written")).where(*where)
    order = [_SESSION.c.on.desc(), _SESSION.c.starts_at.desc(), _SESSION.c.id.desc()]
    total, rows = _read(connection, query, order, part)
    return ListPage(total, tuple(map(_session, rows, _owners(connection, rows))))


def promises(connection: sa.Connection, wanted: PromiseFilter, part: Slice = _ALL) -> ListPage[PromiseRow]:
    """Return promises by due date, those without one last."""
    where: list[_Condition] = [_ACTION.c.deleted == 0, _ACTION.c.revoked_on.is_(None)]
    where += _holding(_ACTION.c.id, "action", wanted.text, _ACTION.c.organisation_id)
    where += _belonging(connection, _ACTION, wanted.organisation_id)
    if wanted.profile_id is not None:
        where.append(_ACTION.c.profile_id == wanted.profile_id.bytes)
    if wanted.owners:
        where.append(_ACTION.c.owner.in_([owner.value for owner in wanted.owners]))
    if wanted.open_only or wanted.late_on is not None:
        where.append(_ACTION.c.done_on.is_(None))
    if wanted.late_on is not None:
        where.append(_ACTION.c.due_on < wanted.late_on.isoformat())
    names = ("id", "text", "owner", "owner_name", "organisation_id", "due_on", "done_on")
    query = sa.select(*(_ACTION.c[name] for name in names)).where(*where)
    order = [_ACTION.c.due_on.asc().nulls_last(), _ACTION.c.id]
    total, rows = _read(connection, query, order, part)
    return ListPage(total, tuple(map(_promise, rows, _owners(connection, rows))))


def _holding(
    column: sa.ColumnElement[Any], key: str, text: str, organisation: sa.ColumnElement[Any] | None = None
) -> list[_Condition]:
    """Return the condition that records hold every word of a text, or that their organisation's name does."""
    words = fts_query(text.encode("utf-8", "replace").decode())
    if not words:
        return []
    found = column.in_(_found(key, ("search_name", "search_text"), words))
    if organisation is None:
        return [found]
    named = _found("organisation", ("search_name",), words)
    merged = sa.select(_ORGANISATION.c.id).where(_ORGANISATION.c.merged_into.in_(named))
    return [found | organisation.in_(named) | organisation.in_(merged)]


def _found(key: str, indexes: Sequence[str], words: str) -> sa.Select[Any]:
    parts = " UNION ALL ".join(
        f"SELECT e.record_id FROM {name} JOIN search_entry e ON e.n = {name}.rowid"
        f" WHERE {name} MATCH :{key}_words AND e.record_type = '{key}'"
        for name in indexes
    )
    text = sa.text(parts).bindparams(**{f"{key}_words": words}).columns(sa.column("record_id"))
    return sa.select(text.subquery().c.record_id)


def _belonging(connection: sa.Connection, table: sa.Table, organisation_id: UUID | None) -> list[_Condition]:
    if organisation_id is None:
        return []
    return [table.c.organisation_id.in_(family_ids(connection, organisation_id))]


def _read(
    connection: sa.Connection, query: sa.Select[Any], order: Sequence[Any], part: Slice
) -> tuple[int, Sequence[sa.Row[Any]]]:
    rows = connection.execute(query.order_by(*order).limit(part.limit).offset(part.offset)).all()
    if part.offset == 0 and (part.limit is None or len(rows) < part.limit):
        return len(rows), rows
    counted = query.with_only_columns(sa.func.count(), maintain_column_froms=True).order_by(None)
    return int(connection.execute(counted).scalar_one()), rows


def _owners(connection: sa.Connection, rows: Sequence[Any]) -> list[tuple[UUID | None, str]]:
    """Return id and name of the organisation each row belongs to; a merged one is read as the kept one."""
    kept = kept_ids(connection)
    ids = [UUID(bytes=row.organisation_id) if row.organisation_id else None for row in rows]
    read_as = [kept.get(one, one) if one else None for one in ids]
    names: dict[bytes, str] = {}
    for part in chunks({one.bytes for one in read_as if one}):
        query = sa.select(_ORGANISATION.c.id, _ORGANISATION.c.name).where(_ORGANISATION.c.id.in_(part))
        names.update({row[0]: row[1] for row in connection.execute(query)})
    return [(one, names.get(one.bytes, "") if one else "") for one in read_as]


def _roles(connection: sa.Connection, ids: Sequence[bytes]) -> dict[bytes, list[tuple[UUID, str, str]]]:
    """Return for each person the organisations with their names and the role there, the main one first."""
    found: dict[bytes, list[tuple[UUID, str, str]]] = {}
    for part in chunks(ids):
        query = (
            sa.select(_ROLE.c.contact_id, _ROLE.c.organisation_id, _ROLE.c.role)
            .where(_ROLE.c.contact_id.in_(part), _ROLE.c.deleted == 0)
            .order_by(_ROLE.c.main.desc(), _ROLE.c.id)
        )
        rows = connection.execute(query).all()
        for row, (one, name) in zip(rows, _owners(connection, rows), strict=True):
            known = found.setdefault(row.contact_id, [])
            if one is not None and one not in [organisation for organisation, _, _ in known]:
                known.append((one, name, row.role))
    return found


def _points(connection: sa.Connection, ids: Sequence[bytes]) -> dict[tuple[bytes, str], str]:
    """Return the first phone and the first mail address of each person."""
    found: dict[tuple[bytes, str], str] = {}
    for part in chunks(ids):
        query = (
            sa.select(_POINT.c.contact_id, _POINT.c.kind, _POINT.c.value)
            .where(_POINT.c.contact_id.in_(part), _POINT.c.deleted == 0)
            .order_by(_POINT.c.position, _POINT.c.id)
        )
        for owner, kind, value in connection.execute(query):
            found.setdefault((owner, kind), value)
    return found


def _person(row: sa.Row[Any], roles: Sequence[tuple[UUID, str, str]], reach: dict[tuple[bytes, str], str]) -> PersonRow:
    return PersonRow(
        id=UUID(bytes=row.id),
        first_name=row.first_name,
        last_name=row.last_name,
        language=row.language or "",
        role=roles[0][2] if roles else "",
        organisations=tuple((one, name) for one, name, _ in roles),
        phone=reach.get((row.id, "phone"), ""),
        mail=reach.get((row.id, "mail"), ""),
    )


def _project(row: sa.Row[Any], owner: tuple[UUID | None, str]) -> ProjectRow:
    return ProjectRow(
        id=UUID(bytes=row.id),
        title=row.title,
        kind=ProjectKind(row.kind),
        stage=row.stage,
        organisation_id=owner[0],
        organisation=owner[1],
        files=row.files,
        open_files=row.open_files,
        opened_on=_made(date.fromisoformat, row.opened_on),
    )


def _session(row: sa.Row[Any], owner: tuple[UUID | None, str]) -> SessionRow:
    assert owner[0] is not None
    return SessionRow(
        id=UUID(bytes=row.id),
        on=date.fromisoformat(row.on),
        starts_at=_made(time.fromisoformat, row.starts_at),
        minutes=row.minutes,
        kind=SessionKind(row.kind),
        state=SessionState(row.state),
        organisation_id=owner[0],
        organisation=owner[1],
        subject=row.subject,
        coaching_file_id=UUID(bytes=row.coaching_file_id) if row.coaching_file_id else None,
        written=bool(row.written),
    )


def _promise(row: sa.Row[Any], owner: tuple[UUID | None, str]) -> PromiseRow:
    return PromiseRow(
        id=UUID(bytes=row.id),
        text=row.text,
        owner=OwnerKind(row.owner),
        owner_name=row.owner_name,
        organisation_id=owner[0],
        organisation=owner[1],
        due_on=_made(date.fromisoformat, row.due_on),
        done_on=_made(date.fromisoformat, row.done_on),
    )


def _made[Value](read: Callable[[str], Value], stored: str | None) -> Value | None:
    return read(stored) if stored else None
