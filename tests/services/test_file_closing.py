"""A file closes with the result of each track and why, and with its next step; and is taken up again."""

from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.coaching import CloseCoachingFile, ReopenCoachingFile, TrackResult
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, TrackOutcome, TrackStatus
from clusterdesk.domain.records.lists import Track
from clusterdesk.services.file_closing import close_coaching_file, reopen_coaching_file
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_file, make_organisation

OPENED, CLOSED = date(2026, 2, 2), date(2026, 6, 30)


def _track(store: Store, key: str) -> UUID:
    return store.find(Track, key=key)[0].id


def _close(file: CoachingFile, *results: TrackResult) -> CloseCoachingFile:
    return CloseCoachingFile(
        coaching_file_id=file.id,
        on=CLOSED,
        results=results,
        next_step="Revoir après l’été",
        next_step_on=date(2026, 9, 15),
    )


def test_a_file_closes_once_and_not_before_it_was_opened(store: Store) -> None:
    file = make_file(store, make_organisation(store), opened_on=OPENED)
    early = CloseCoachingFile(coaching_file_id=file.id, on=date(2026, 1, 1), reason="autonome", no_next_step=True)
    with pytest.raises(KnownError, match="cannot close"):
        close_coaching_file(store, early)
    close = CloseCoachingFile(coaching_file_id=file.id, on=CLOSED, reason="autonome", no_next_step=True)
    assert close_coaching_file(store, close).output.close_reason == "autonome"
    with pytest.raises(KnownError, match="was closed on"):
        close_coaching_file(store, close)
    reopen_coaching_file(store, ReopenCoachingFile(coaching_file_id=file.id))
    assert store.get(CoachingFile, file.id).closed_on is None


def test_the_next_step_is_never_lost(store: Store) -> None:
    file = make_file(store, make_organisation(store), opened_on=OPENED)
    silent = CloseCoachingFile(coaching_file_id=file.id, on=CLOSED, reason="autonome", next_step="  ")
    with pytest.raises(KnownError, match="next step"):
        close_coaching_file(store, silent)
    assert store.get(CoachingFile, file.id).closed_on is None
    closed = close_coaching_file(store, CloseCoachingFile(
        coaching_file_id=file.id, on=CLOSED, reason="autonome", next_step="Revoir", next_step_on=date(2026, 9, 15)
    )).output  # fmt: skip
    assert (closed.next_step, closed.next_step_on) == ("Revoir", date(2026, 9, 15))
    reopen_coaching_file(store, ReopenCoachingFile(coaching_file_id=file.id))
    assert store.get(CoachingFile, file.id).next_step == "Revoir"


def test_each_track_says_what_came_of_it_and_why_in_one_step(store: Store) -> None:
    file = make_file(store, make_organisation(store), opened_on=OPENED, tracks=("break_even", "employment"))
    even, jobs = _track(store, "break_even"), _track(store, "employment")
    one = TrackResult(even, TrackOutcome.ACHIEVED, "Trois mois positifs")
    with pytest.raises(KnownError, match="Emploi"):
        close_coaching_file(store, _close(file, one))
    with pytest.raises(KnownError, match="why"):
        close_coaching_file(store, _close(file, one, TrackResult(jobs, TrackOutcome.ABANDONED, " ")))
    close_coaching_file(store, _close(file, one, TrackResult(jobs, TrackOutcome.ABANDONED, "Pas de place")))

    def told() -> dict[UUID, tuple[TrackStatus, TrackOutcome | None, str]]:
        rows = store.find(CoachingFileTrack, coaching_file_id=file.id)
        return {row.track_id: (row.status, row.outcome, row.outcome_reason) for row in rows}

    ended = {
        even: (TrackStatus.ENDED, TrackOutcome.ACHIEVED, "Trois mois positifs"),
        jobs: (TrackStatus.ENDED, TrackOutcome.ABANDONED, "Pas de place"),
    }
    assert told() == ended
    undo(store)
    assert store.get(CoachingFile, file.id).closed_on is None
    assert {one[1] for one in told().values()} == {None}
    redo(store)
    assert told() == ended
    reopen_coaching_file(store, ReopenCoachingFile(coaching_file_id=file.id))
    assert told() == {even: ended[even], jobs: (TrackStatus.ACTIVE, None, "")}  # what was achieved stays achieved


def test_a_track_that_ended_before_keeps_its_result(store: Store) -> None:
    file = make_file(store, make_organisation(store), opened_on=OPENED, tracks=("break_even",))
    even = _track(store, "break_even")
    close_coaching_file(store, _close(file, TrackResult(even, TrackOutcome.ACHIEVED, "Tenu")))
    reopen_coaching_file(store, ReopenCoachingFile(coaching_file_id=file.id))
    close_coaching_file(store, _close(file))
    assert store.find(CoachingFileTrack, coaching_file_id=file.id)[0].outcome_reason == "Tenu"
