"""The projects of an organisation with their coaching files."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.lists import Track, ValueChain
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.organisation_page import FileCard, FileManager, PartnerLine, ProjectCard
from clusterdesk.store.queries.children import compiled, linked, named, parts, places, rows
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES


def project_cards(connection: sa.Connection, family: Sequence[bytes]) -> tuple[ProjectCard, ...]:
    """Return the projects an organisation holds, then those it takes part in; the newest first."""
    held: list[Project] = parts(connection, "project", "organisation_id", family, "-id")
    joined = rows(connection, _partner_text(len(family)), family)
    build = builder("project")
    partner: list[tuple[Any, str, str]] = [(build(row[2:]), row[0], row[1] or "") for row in joined]
    ids = [one.id.bytes for one in (*held, *(one for one, _, _ in partner))]
    files, partners = _file_cards(connection, ids), _partners(connection, ids)
    chains: dict[UUID, list[ValueChain]] = defaultdict(list)
    for owner, chain in linked(connection, "project_value_chain", "project_id", "value_chain", ids):
        chains[UUID(bytes=owner)].append(chain)
    return tuple(
        ProjectCard(one, tuple(files[one.id]), role, holder, tuple(chains[one.id]), tuple(partners[one.id]))
        for one, role, holder in (*((one, "", "") for one in held), *partner)
    )


@cache
def _partner_text(count: int) -> str:
    member, project, holder = (RECORD_TABLES[key] for key in ("project_partner", "project", "organisation"))
    return compiled(
        sa.select(member.c.role, holder.c.name, *project.c)
        .join(project, project.c.id == member.c.project_id)
        .outerjoin(holder, holder.c.id == project.c.organisation_id)
        .where(
            member.c.organisation_id.in_(places(count)),
            member.c.deleted == sa.text("0"),
            project.c.deleted == sa.text("0"),
        )
        .order_by(project.c.id.desc())
    )


def _partners(connection: sa.Connection, projects: Sequence[bytes]) -> dict[UUID, list[PartnerLine]]:
    found: dict[UUID, list[PartnerLine]] = defaultdict(list)
    for name, record in named(connection, "project_partner", "project_id", "organisation", projects):
        found[record.project_id].append(PartnerLine(record, name))
    return found


def _file_cards(connection: sa.Connection, projects: Sequence[bytes]) -> dict[UUID, list[FileCard]]:
    files: list[CoachingFile] = parts(connection, "coaching_file", "project_id", projects, "-opened_on")
    ids = [one.id.bytes for one in files]
    tracks: dict[bytes, list[Track]] = defaultdict(list)
    for owner, track in linked(connection, "coaching_file_track", "coaching_file_id", "track", ids):
        tracks[owner].append(track)
    managers = _managers(connection, ids)
    counts = _session_counts(connection, ids)
    cards: dict[UUID, list[FileCard]] = defaultdict(list)
    for one in files:
        visits, sessions, last = counts.get(one.id.bytes, (0, 0, None))
        card = FileCard(one, tuple(tracks[one.id.bytes]), tuple(managers[one.id]), visits, sessions, last)
        cards[one.project_id].append(card)
    return cards


def _managers(connection: sa.Connection, ids: Sequence[bytes]) -> dict[UUID, list[FileManager]]:
    found: dict[UUID, list[FileManager]] = defaultdict(list)
    order = ("role", "from_on")
    for name, record in named(connection, "coaching_file_manager", "coaching_file_id", "profile", ids, order):
        found[record.coaching_file_id].append(FileManager(record, name))
    return found


def _session_counts(connection: sa.Connection, ids: Sequence[bytes]) -> dict[bytes, tuple[int, int, date | None]]:
    if not ids:
        return {}
    return {row[0]: (row[1], row[2], _day(row[3])) for row in rows(connection, _counts_text(len(ids)), ids)}


@cache
def _counts_text(count: int) -> str:
    session = RECORD_TABLES["session"]
    return compiled(
        sa.select(
            session.c.coaching_file_id,
            sa.func.sum(session.c.kind == sa.text("'visit'")),
            sa.func.count(),
            sa.func.max(session.c.on),
        )
        .where(
            session.c.coaching_file_id.in_(places(count)),
            session.c.deleted == sa.text("0"),
            session.c.state == sa.text("'held'"),
            session.c.revoked_on.is_(None),
        )
        .group_by(session.c.coaching_file_id)
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
