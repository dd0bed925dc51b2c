"""Coaching files with their plans: tracks, milestones, evidence, time spent and promises."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching import first_coaching_action, is_coaching_action
from clusterdesk.domain.coaching_plan.milestones import milestone_lines
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.records.sessions import OwnerKind, Session, SessionState
from clusterdesk.domain.views.coaching import FilePlan, TrackPlan
from clusterdesk.store.queries.children import parts
from clusterdesk.store.queries.file_parts import leads_of, promises_of, traced_sessions
from clusterdesk.store.queries.organisation_results import evidence_of_family
from clusterdesk.store.queries.track_values import values_now


def file_plans(
    connection: sa.Connection, family: Sequence[bytes], projects: Sequence[Project], today: date
) -> list[FilePlan]:
    """Return the files of projects with their plans, open ones first, the newest before."""
    ids = [one.id.bytes for one in projects]
    files: list[CoachingFile] = parts(connection, "coaching_file", "project_id", ids, "-opened_on")
    plans = plans_of(connection, family, {one.id: one for one in projects}, files, today)
    return sorted(plans, key=lambda one: not one.is_open)


def plans_of(
    connection: sa.Connection,
    family: Sequence[bytes],
    projects: Mapping[UUID, Project],
    files: Sequence[CoachingFile],
    today: date,
) -> list[FilePlan]:
    """Return files of projects with their plans, in the order given."""
    ids = [one.id.bytes for one in files]
    milestones = _by_file(parts(connection, "milestone", "coaching_file_id", ids, "position"))
    sessions = _by_file(parts(connection, "session", "coaching_file_id", ids, "on"))
    promises = promises_of(connection, ids, today)
    traced = traced_sessions(connection, ids)
    leads = leads_of(connection, ids)
    tracks = _tracks(connection, ids)
    evidence = evidence_of_family(connection, family) if family else []
    made = []
    for file in files:
        project = projects[file.project_id]
        own = milestones[file.id]
        plans = _track_plans(connection, (family, file), tracks[file.id], own, evidence, today)
        on_tracks = {one.record.track_id for one in plans}
        held = [one for one in sessions[file.id] if one.state is SessionState.HELD]
        open_promises = promises[file.id]
        made.append(
            FilePlan(
                file,
                project,
                lead=leads.get(file.id.bytes, ""),
                tracks=plans,
                milestones=milestone_lines((one for one in own if one.track_id not in on_tracks), today),
                minutes=sum(one.minutes or 0 for one in held),
                sessions=len(held),
                actions=sum(is_coaching_action(one, has_trace=one.id in traced) for one in held),
                first_action=first_coaching_action(held, traced),
                ours=tuple(one for one in open_promises if one.action.owner is OwnerKind.US),
                theirs=tuple(one for one in open_promises if one.action.owner is not OwnerKind.US),
            )
        )
    return made


def _track_plans(
    connection: sa.Connection,
    whose: tuple[Sequence[bytes], CoachingFile],
    tracks: Sequence[tuple[CoachingFileTrack, Track]],
    milestones: Sequence[Milestone],
    evidence: Sequence[Evidence],
    today: date,
) -> tuple[TrackPlan, ...]:
    family, file = whose
    now = values_now(connection, family, file, tracks, milestones)
    return tuple(
        TrackPlan(
            record,
            track,
            now.get(record.id),
            milestone_lines((one for one in milestones if one.track_id == track.id), today),
            tuple(one for one in evidence if _proves(one, file, track)),
        )
        for record, track in tracks
    )


def _proves(evidence: Evidence, file: CoachingFile, track: Track) -> bool:
    """Tell whether evidence is about a track of a file: its indicator, and its project or none in particular."""
    names = {track.key, track.indicator} if track.indicator else {track.key}
    return evidence.indicator in names and evidence.project_id in {file.project_id, None}


def _by_file[R: (Milestone, Session)](found: Sequence[R]) -> dict[UUID, list[R]]:
    by: dict[UUID, list[R]] = defaultdict(list)
    for one in found:
        if one.coaching_file_id is not None:
            by[one.coaching_file_id].append(one)
    return by


def _tracks(connection: sa.Connection, ids: Sequence[bytes]) -> dict[UUID, list[tuple[CoachingFileTrack, Track]]]:
    by: dict[UUID, list[tuple[CoachingFileTrack, Track]]] = defaultdict(list)
    members: list[CoachingFileTrack] = parts(connection, "coaching_file_track", "coaching_file_id", ids)
    wanted = list(dict.fromkeys(one.track_id.bytes for one in members))
    of = {one.id: one for one in parts(connection, "track", "id", wanted)}
    for one in members:
        if one.track_id in of:
            by[one.coaching_file_id].append((one, of[one.track_id]))
    for pairs in by.values():
        pairs.sort(key=lambda pair: (pair[1].position, pair[1].id))
    return by
