"""What was promised in coaching files, who leads them, and which of their sessions left a trace."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.organisation_page import PromiseLine
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


def leads_of(connection: sa.Connection, ids: Sequence[bytes]) -> dict[bytes, str]:
    """Return who leads each file now, by the file's stored id."""
    return dict(rows(connection, _leads_text(len(ids)), ids)) if ids else {}


def promises_of(connection: sa.Connection, ids: Sequence[bytes], today: date) -> dict[UUID, list[PromiseLine]]:
    """Return the open promises of files: their own, and those made in their sessions; late ones first."""
    by: dict[UUID, list[PromiseLine]] = defaultdict(list)
    if not ids:
        return by
    build = builder("action")
    for row in rows(connection, _promises_text(len(ids)), [*ids, *ids]):
        action: Any = build(row[1:])
        by[UUID(bytes=row[0])].append(_line(action, today))
    return by


def _line(action: Action, today: date) -> PromiseLine:
    age = (today - action.recorded_on).days if action.recorded_on else 0
    late = (today - action.due_on).days if action.due_on else 0
    return PromiseLine(action, max(age, 0), max(late, 0))


@cache
def _promises_text(count: int) -> str:
    action, session = RECORD_TABLES["action"], RECORD_TABLES["session"]
    own = sa.func.coalesce(action.c.coaching_file_id, session.c.coaching_file_id)
    of_sessions = sa.select(session.c.id).where(session.c.coaching_file_id.in_(places(count)))
    return compiled(
        sa.select(own, *action.c)
        .outerjoin_from(action, session, session.c.id == action.c.session_id)
        .where(
            sa.or_(action.c.coaching_file_id.in_(places(count)), action.c.session_id.in_(of_sessions)),
            action.c.done_on.is_(None),
            action.c.deleted == _NO,
            action.c.revoked_on.is_(None),
        )
        .order_by(action.c.due_on.is_(None), action.c.due_on, action.c.id)
    )


def traced_sessions(connection: sa.Connection, ids: Sequence[bytes]) -> set[UUID]:
    """Return the sessions of files that left a written trace: a note, or a document."""
    if not ids:
        return set()
    return {UUID(bytes=row[0]) for row in rows(connection, _traced_text(len(ids)), [*ids, *ids])}


@cache
def _traced_text(count: int) -> str:
    note, document, session = RECORD_TABLES["session_note"], RECORD_TABLES["document"], RECORD_TABLES["session"]
    empty: sa.ColumnElement[Any] = sa.literal_column("''")
    selects = []
    for table in (note, document):
        query = (
            sa.select(table.c.session_id)
            .join(session, session.c.id == table.c.session_id)
            .where(session.c.coaching_file_id.in_(places(count)), table.c.deleted == _NO)
        )
        selects.append(query.where(sa.func.trim(table.c.text) != empty) if table is note else query)
    return compiled(sa.union(*selects))


@cache
def _leads_text(count: int) -> str:
    member, profile = RECORD_TABLES["coaching_file_manager"], RECORD_TABLES["profile"]
    return compiled(
        sa.select(member.c.coaching_file_id, profile.c.name)
        .join(profile, profile.c.id == member.c.profile_id)
        .where(
            member.c.coaching_file_id.in_(places(count)),
            member.c.role == sa.text("'lead'"),
            member.c.to_on.is_(None),
            member.c.deleted == _NO,
            member.c.revoked_on.is_(None),
        )
        .order_by(member.c.from_on)
    )
