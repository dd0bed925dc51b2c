"""When the coaching of projects began: their files with the first coaching action, and what they work towards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching import COACHING_KINDS
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


@dataclass(frozen=True, slots=True)
class FileStart:
    """A coaching file: when it began to count, when it was closed, and the track asked about (``on_track``).

    ``target_on`` is the day by which that track wants its target.
    """

    id: UUID
    project_id: UUID
    project: str
    closed_on: date | None
    first_action: date | None
    on_track: bool = False
    target_on: date | None = None


def file_starts(
    connection: sa.Connection, family: Sequence[bytes], project_id: UUID | None, track_key: str
) -> list[FileStart]:
    """Return the coaching files of a project – or of all an organisation's projects –, those on the track first.

    Then the one whose first coaching action is earliest; files without one come last.
    """
    owners = [project_id.bytes] if project_id is not None else list(family)
    found = rows(connection, _files_text(len(owners), by_project=project_id is not None), owners)
    if not found:
        return []
    ids = [row[0] for row in found]
    first = dict(rows(connection, _first_text(len(ids)), ids))
    targets = {row[0]: row[1] for row in rows(connection, _track_text(len(ids)), [*ids, track_key])}
    made = [
        FileStart(
            id=UUID(bytes=row[0]),
            project_id=UUID(bytes=row[1]),
            project=row[2] or "",
            closed_on=_day(row[3]),
            first_action=_day(first.get(row[0])),
            on_track=row[0] in targets,
            target_on=_day(targets.get(row[0])),
        )
        for row in found
    ]
    return sorted(made, key=_order)


def _order(start: FileStart) -> tuple[bool, date, bytes]:
    return not start.on_track, start.first_action or date.max, start.id.bytes


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _files_text(count: int, *, by_project: bool) -> str:
    file, project = RECORD_TABLES["coaching_file"], RECORD_TABLES["project"]
    owner = project.c.id if by_project else project.c.organisation_id
    return compiled(
        sa.select(file.c.id, project.c.id, project.c.title, file.c.closed_on)
        .join(project, project.c.id == file.c.project_id)
        .where(owner.in_(places(count)), file.c.deleted == _NO, file.c.revoked_on.is_(None), project.c.deleted == _NO)
    )


@cache
def _first_text(count: int) -> str:
    """A held visit, meeting or call with something written in it, or a document."""
    session, note, document = (RECORD_TABLES[key] for key in ("session", "session_note", "document"))
    written = sa.exists().where(
        note.c.session_id == session.c.id,
        note.c.deleted == _NO,
        note.c.revoked_on.is_(None),
        note.c.text != sa.literal_column("''"),
    )
    attached = sa.exists().where(
        document.c.session_id == session.c.id, document.c.deleted == _NO, document.c.revoked_on.is_(None)
    )
    kinds = ", ".join(f"'{kind.value}'" for kind in sorted(COACHING_KINDS))
    held: Any = sa.text(f"session.kind IN ({kinds}) AND session.state = 'held'")
    return compiled(
        sa.select(session.c.coaching_file_id, sa.func.min(session.c.on))
        .where(
            session.c.coaching_file_id.in_(places(count)),
            held,
            session.c.deleted == _NO,
            session.c.revoked_on.is_(None),
            sa.or_(written, attached),
        )
        .group_by(session.c.coaching_file_id)
    )


@cache
def _track_text(count: int) -> str:
    member, track = RECORD_TABLES["coaching_file_track"], RECORD_TABLES["track"]
    key = sa.bindparam(None, type_=sa.Text(), unique=True, required=True)
    return compiled(
        sa.select(member.c.coaching_file_id, member.c.target_on)
        .join(track, track.c.id == member.c.track_id)
        .where(member.c.coaching_file_id.in_(places(count)), member.c.deleted == _NO, track.c.key == key)
    )
