"""The head counts of an organisation, and what is needed to judge them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.employment.counted import counted
from clusterdesk.domain.employment.rules import INDICATOR, TRACK_KEY
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.employment import ContractType, Headcount, HeadcountPart
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Organisation, OrganisationStatus
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind
from clusterdesk.domain.views.employment import HeadcountLine
from clusterdesk.store.queries.children import compiled, one_by_id, parts, rows
from clusterdesk.store.queries.first_actions import first_actions
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_results import results_and_evidence
from clusterdesk.store.repositories.records import find, missing
from clusterdesk.store.tables import RECORD_TABLES


@dataclass(frozen=True, slots=True)
class FileRows:
    """A coaching file with its project, its employment track and the day coaching began."""

    file: CoachingFile
    project: Project
    track: CoachingFileTrack | None
    first_action: date | None


@dataclass(frozen=True, slots=True)
class EmploymentRows:
    """What is stored about the staff of an organisation, of those merged into it too."""

    organisation: Organisation
    headcounts: tuple[Headcount, ...]
    parts: dict[UUID, list[HeadcountPart]]
    contract_types: tuple[ContractType, ...]
    statuses: tuple[OrganisationStatus, ...]
    files: tuple[FileRows, ...]
    results: tuple[ResultEvent, ...]
    evidence: tuple[Evidence, ...]


def employment_rows(connection: sa.Connection, organisation_id: UUID, today: date) -> EmploymentRows:
    """Return the head counts of an organisation, newest first, with all that judges them.

    Raises:
        KnownError: there is no such organisation.
    """
    family = family_ids(connection, organisation_id)
    organisation: Organisation | None = one_by_id(connection, "organisation", UUID(bytes=family[0]))
    if organisation is None:
        raise missing("organisation", organisation_id)
    headcounts: list[Headcount] = parts(connection, "headcount", "organisation_id", family, "-on")
    of: dict[UUID, list[HeadcountPart]] = defaultdict(list)
    kinds = sorted(find(connection, ContractType), key=_place)
    rank = {one.id: number for number, one in enumerate(kinds)}
    found: list[HeadcountPart] = parts(
        connection, "headcount_part", "headcount_id", [one.id.bytes for one in headcounts]
    )
    for part in sorted(found, key=lambda one: rank.get(one.contract_type_id, len(rank))):
        of[part.headcount_id].append(part)
    cards, loose = results_and_evidence(connection, family)
    results = tuple(card.result for card in cards if card.result.kind is ResultKind.JOB_GROWTH)
    proofs = [one for card in cards for one in card.evidence if card.result.kind is ResultKind.JOB_GROWTH]
    return EmploymentRows(
        organisation,
        tuple(headcounts),
        of,
        tuple(kinds),
        tuple(parts(connection, "organisation_status", "organisation_id", family)),
        _files(connection, family, today),
        results,
        (*proofs, *(one for one in loose if one.indicator == INDICATOR)),
    )


def session_headcounts(
    connection: sa.Connection, family: Sequence[bytes], session_id: UUID
) -> tuple[tuple[HeadcountLine, ...], tuple[ContractType, ...]]:
    """Return the head counts that a session of these organisations brought, and the kinds of contract."""
    found: list[Headcount] = parts(connection, "headcount", "organisation_id", family, "-on")
    mine = [one for one in found if one.session_id == session_id]
    if not mine:
        return (), ()
    kinds = tuple(sorted(find(connection, ContractType), key=_place))
    counting = {one.id for one in kinds if one.counts}
    known: list[HeadcountPart] = parts(connection, "headcount_part", "headcount_id", [one.id.bytes for one in mine])
    of = {one.id: tuple(part for part in known if part.headcount_id == one.id) for one in mine}
    return tuple(HeadcountLine(one, counted(one, of[one.id], counting), of[one.id]) for one in mine), kinds


def tracked_organisations(connection: sa.Connection) -> list[UUID]:
    """Return the holders of projects with an open coaching file on the employment track, each once."""
    return [UUID(bytes=row[0]) for row in rows(connection, _tracked(), [])]


def _files(connection: sa.Connection, family: Sequence[bytes], today: date) -> tuple[FileRows, ...]:
    projects: dict[UUID, Project] = {one.id: one for one in parts(connection, "project", "organisation_id", family)}
    files: list[CoachingFile] = parts(connection, "coaching_file", "project_id", [one.bytes for one in projects])
    began = first_actions(connection, [one.id for one in files], today)
    kinds = {one.id for one in find(connection, Track, deleted=None) if one.key == TRACK_KEY}
    members: list[CoachingFileTrack] = parts(
        connection, "coaching_file_track", "coaching_file_id", [one.id.bytes for one in files]
    )
    tracks = {one.coaching_file_id: one for one in members if one.track_id in kinds}
    made = [FileRows(one, projects[one.project_id], tracks.get(one.id), began.get(one.id)) for one in files]
    return tuple(sorted(made, key=_first_read))


def _first_read(one: FileRows) -> tuple[bool, date, UUID]:
    """Put files with an employment track first, then the one whose coaching began first."""
    return one.track is None, one.first_action or date.max, one.file.id


def _place(kind: ContractType) -> tuple[int, str]:
    return kind.position, kind.key


@cache
def _tracked() -> str:
    project, file, member, track = (
        RECORD_TABLES[key] for key in ("project", "coaching_file", "coaching_file_track", "track")
    )
    no = sa.text("0")
    return compiled(
        sa.select(project.c.organisation_id)
        .distinct()
        .join_from(member, track, track.c.id == member.c.track_id)
        .join(file, file.c.id == member.c.coaching_file_id)
        .join(project, project.c.id == file.c.project_id)
        .where(
            track.c.key == sa.literal_column(f"'{TRACK_KEY}'"),
            member.c.deleted == no,
            member.c.status != sa.literal_column("'ended'"),
            file.c.deleted == no,
            file.c.closed_on.is_(None),
            file.c.revoked_on.is_(None),
            project.c.deleted == no,
            project.c.organisation_id.is_not(None),
        )
    )
