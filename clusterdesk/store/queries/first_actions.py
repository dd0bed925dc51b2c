"""The day coaching began: the earliest coaching action of each file (``domain/coaching.py`` says what one is)."""

from collections.abc import Collection
from datetime import date
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching import COACHING_KINDS
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


def first_actions(connection: sa.Connection, file_ids: Collection[UUID], as_of: date) -> dict[UUID, date]:
    """Return the day of the first coaching action of files, of those that have one.

    ``as_of``: only sessions up to that day, recorded by then and not yet revoked on it.
    """
    if not file_ids:
        return {}
    day = as_of.isoformat()
    parameters = [*(one.bytes for one in file_ids), day, day, day]
    found = rows(connection, _text(len(file_ids)), parameters)
    return {UUID(bytes=row[0]): date.fromisoformat(row[1]) for row in found}


@cache
def _text(count: int) -> str:
    session, note, document = (RECORD_TABLES[key] for key in ("session", "session_note", "document"))
    written = sa.exists(
        sa.select(sa.text("1"))
        .select_from(note)
        .where(
            note.c.session_id == session.c.id,
            note.c.deleted == _NO,
            note.c.revoked_on.is_(None),
            sa.func.trim(note.c.text) != sa.literal_column("''"),
        )
    )
    kept = sa.exists(
        sa.select(sa.text("1"))
        .select_from(document)
        .where(document.c.session_id == session.c.id, document.c.deleted == _NO, document.c.revoked_on.is_(None))
    )
    return compiled(
        sa.select(session.c.coaching_file_id, sa.func.min(session.c.on))
        .where(
            session.c.coaching_file_id.in_(places(count)),
            session.c.deleted == _NO,
            session.c.state == sa.literal_column("'held'"),
            session.c.kind.in_([sa.literal_column(f"'{one.value}'") for one in sorted(COACHING_KINDS)]),
            session.c.on <= _day(),
            sa.or_(session.c.recorded_on.is_(None), session.c.recorded_on <= _day()),
            sa.or_(session.c.revoked_on.is_(None), session.c.revoked_on > _day()),
            sa.or_(written, kept),
        )
        .group_by(session.c.coaching_file_id)
    )


def _day() -> sa.BindParameter[str]:
    return sa.bindparam(None, type_=sa.Text(), unique=True, required=True)
