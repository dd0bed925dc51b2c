"""Closing a coaching file: the result of each track and why, the next step; and taking the file up again."""

from collections.abc import Iterator
from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, OpResult, differences
from clusterdesk.domain.commands.coaching import CloseCoachingFile, ReopenCoachingFile, TrackResult
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, TrackOutcome, TrackStatus
from clusterdesk.domain.records.lists import Track
from clusterdesk.services.coaching import project_title
from clusterdesk.store.desk_store import Store


def close_coaching_file(store: Store, cmd: CloseCoachingFile) -> OpResult[CoachingFile]:
    """Close a file in one step; results count for it up to twelve months later.

    Raises:
        KnownError: it is closed already, would close before it was opened; a track has no result or no reason; the
            next step is neither said nor said to be none.
    """
    before = store.get(CoachingFile, cmd.coaching_file_id)
    _check_days(before, cmd)
    if not one_line(cmd.next_step) and not cmd.no_next_step:
        raise KnownError(
            "next_step_missing",
            N_("A file closes with its next step, so that nobody loses sight of the company."),
            advice=N_("Say what comes next and when, or that no next step is wanted."),
        )
    results = {one.track_id: one for one in cmd.results}
    tracks = store.find(CoachingFileTrack, coaching_file_id=before.id)
    if not tracks and not one_line(cmd.reason):
        raise KnownError(
            "close_reason_missing",
            N_("A file is closed with a reason."),
            advice=N_("Say in a few words why it is closed."),
        )
    after = replace(
        before,
        closed_on=cmd.on,
        close_reason=cmd.reason.strip(),
        next_step="" if cmd.no_next_step else one_line(cmd.next_step),
        next_step_on=None if cmd.no_next_step else cmd.next_step_on,
    )
    changes: list[Change] = differences(before, after)
    for one in tracks:
        changes += differences(one, _ended(store, one, results.get(one.track_id)))
    return OpResult(after, store.apply(replace(cmd, title=project_title(store, before)), changes))


def reopen_coaching_file(store: Store, cmd: ReopenCoachingFile) -> OpResult[CoachingFile]:
    """Open a closed file again, with its tracks that were not achieved; opening an open one changes nothing."""
    before = store.get(CoachingFile, cmd.coaching_file_id)
    after = replace(before, closed_on=None, close_reason="")
    changes = [*differences(before, after), *(_taken_up(store, before) if before.closed_on is not None else ())]
    return OpResult(after, store.apply(replace(cmd, title=project_title(store, before)), changes))


def _check_days(before: CoachingFile, cmd: CloseCoachingFile) -> None:
    if before.closed_on is not None:
        raise KnownError(
            "file_closed",
            N_("This coaching file was closed on {day}."),
            advice=N_("Reopen it first if the day is wrong."),
            day=before.closed_on,
        )
    if cmd.on < before.opened_on:
        raise KnownError(
            "file_days",
            N_("A coaching file opened on {opened} cannot close on {closed}."),
            advice=N_("Give a later day."),
            opened=before.opened_on,
            closed=cmd.on,
        )


def _ended(store: Store, track: CoachingFileTrack, result: TrackResult | None) -> CoachingFileTrack:
    outcome = result.outcome if result is not None else track.outcome
    reason = one_line(result.reason) if result is not None else track.outcome_reason
    if outcome is None or not reason:
        raise KnownError(
            "track_result_missing",
            N_("The track “{track}” has no result yet, or does not say why."),
            advice=N_("Say for each track what came of it, and why."),
            track=store.get(Track, track.track_id).name_fr,
        )
    return replace(track, status=TrackStatus.ENDED, outcome=outcome, outcome_reason=reason)


def _taken_up(store: Store, file: CoachingFile) -> Iterator[Change]:
    for one in store.find(CoachingFileTrack, coaching_file_id=file.id, status=TrackStatus.ENDED):
        if one.outcome is not TrackOutcome.ACHIEVED:
            yield from differences(one, replace(one, status=TrackStatus.ACTIVE, outcome=None, outcome_reason=""))
