"""The pages of the report that tell of the field: value chains, coaching, vision, difficulties, the programme."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from statistics import median
from uuid import UUID

from clusterdesk.domain.difficulties.counting import Round, rounds
from clusterdesk.domain.production.stages import stage_of
from clusterdesk.domain.programme.counting import counted
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.groups import GatheringState, Meeting, WorkingGroup
from clusterdesk.domain.records.lists import Track, ValueChain
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.records.programme import ProgrammeEvent, ThemeState
from clusterdesk.domain.views.board_report_parts import (
    ChainState,
    CommitmentState,
    DifficultyTheme,
    RankedTheme,
    TrackShare,
)
from clusterdesk.domain.views.chains import ChainView
from clusterdesk.domain.views.difficulties import DifficultyRow
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.domain.views.programme import KindYear, ThemeLine


def track_shares(
    files: Iterable[CoachingFile], working: Iterable[CoachingFileTrack], tracks: Iterable[Track], day: date
) -> tuple[TrackShare, ...]:
    """Return how many of the files open on a day work on each track; tracks that none works on are left out."""
    open_files = {one.id for one in files if one.opened_on <= day and (one.closed_on is None or one.closed_on > day)}
    found = Counter(one.track_id for one in working if one.coaching_file_id in open_files)
    ordered = sorted(tracks, key=lambda one: (one.position, one.key))
    return tuple(TrackShare(one, found[one.id]) for one in ordered if found[one.id])


def chain_states(
    views: Iterable[ChainView],
    projects: Iterable[ProductionRow],
    groups: Iterable[WorkingGroup],
    meetings: Iterable[Meeting],
    day: date,
) -> tuple[ChainState, ...]:
    """Return the value chains as of a day; projects that are in none stand in a row of their own, if there are any."""
    rows = tuple(projects)
    held = _held(groups, meetings, day)
    states = [
        ChainState(
            view.chain,
            sum(one.on.year == day.year for one in held.get(view.chain.id, ())),
            len(held.get(view.chain.id, ())),
            len({stand.organisation_id for link in view.links for stand in link.now(day)}),
            _stages((row for row in rows if view.chain.id in _chain_ids(row.chains)), day),
            len(view.links),
            view.holes(day),
        )
        for view in views
    ]
    known = {one.chain.id for one in states if one.chain is not None}
    loose = [row for row in rows if not known & _chain_ids(row.chains)]
    return (*states, ChainState(None, stages=_stages(loose, day))) if loose else tuple(states)


def _held(groups: Iterable[WorkingGroup], meetings: Iterable[Meeting], day: date) -> Mapping[UUID, list[Meeting]]:
    chains = {one.id: one.value_chain_id for one in groups}
    held: dict[UUID, list[Meeting]] = {}
    for one in meetings:
        chain = chains.get(one.working_group_id)
        if chain is not None and one.state is GatheringState.HELD and one.on <= day:
            held.setdefault(chain, []).append(one)
    return held


def _chain_ids(chains: Iterable[ValueChain]) -> set[UUID]:
    return {one.id for one in chains}


def _stages(rows: Iterable[ProductionRow], day: date) -> Counter[ProductionStage]:
    return Counter(stage_of(step for step in row.steps if step.on <= day) for row in rows)


def difficulty_themes(rows: Iterable[DifficultyRow], day: date) -> tuple[DifficultyTheme, ...]:
    """Return the difficulties noted by a day, theme by theme."""
    groups: dict[UUID | None, list[DifficultyRow]] = {}
    for row in rows:
        if row.record.on <= day:
            groups.setdefault(row.theme.id if row.theme is not None else None, []).append(row)
    return tuple(_theme(group, day) for group in groups.values())


def _theme(rows: list[DifficultyRow], day: date) -> DifficultyTheme:
    up = [[_until(one, day) for one in rounds(row.record, row.steps) if one.sent_on <= day] for row in rows]
    days = [one.days for each in up for one in each if one.days is not None]
    return DifficultyTheme(
        rows[0].theme,
        len(rows),
        sum(bool(each) for each in up),
        sum(any(one.answered_on is not None for one in each) for each in up),
        float(median(days)) if days else None,
    )


def _until(one: Round, day: date) -> Round:
    """Return a round as it was known on a day."""
    return one if one.answered_on is None or one.answered_on <= day else Round(one.sent_on)


def commitment_states(kinds: Iterable[KindYear], day: date) -> tuple[CommitmentState, ...]:
    """Return what the year owes of each kind as of a day, with who registered and came to what was held."""
    return tuple(_commitment(one, day) for one in kinds)


def _commitment(kind: KindYear, day: date) -> CommitmentState:
    events = [_as_of(one.record, day) for one in kind.events]
    held = [one for one in kind.events if one.record.state is GatheringState.HELD and one.record.on <= day]
    return CommitmentState(
        kind.kind,
        counted(kind.commitment, events, day),
        sum(one.registered for one in held),
        sum(one.present for one in held),
    )


def _as_of(event: ProgrammeEvent, day: date) -> ProgrammeEvent:
    """Return an event as it stood on a day: what was held later was to come."""
    later = event.state is GatheringState.HELD and event.on > day
    return replace(event, state=GatheringState.PLANNED) if later else event


def ranked_themes(lines: Iterable[ThemeLine], cleared: Mapping[UUID, str]) -> tuple[RankedTheme, ...]:
    """Return the themes proposed for a year, by place; their words as they may be printed."""
    return tuple(
        RankedTheme(cleared[one.record.id], one.place, one.points, len(one.votes))
        for one in lines
        if one.record.state is not ThemeState.DROPPED
    )
