"""What the sample promises about coaching: baselines, milestones done and late, diagnostics a year apart, funding."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from clusterdesk.domain.coaching_plan.milestones import days_late
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, TrackOutcome
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticCriterion, DiagnosticScore
from clusterdesk.domain.records.plan import FundingApplication, FundingDecision, Milestone
from clusterdesk.domain.views.deadlines import DeadlineKind
from clusterdesk.exchange.sample import make_sample
from clusterdesk.services.binders import create_binder
from clusterdesk.services.coaching_views import read_deadlines
from clusterdesk.store.desk_store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = create_binder(Path(tmp_path_factory.mktemp("sample")) / "sample", sample=True)
    make_sample(store, store.clock.today())
    yield store
    store.close()


def test_files_have_frozen_baselines_and_milestones_done_late_and_to_come(store: Store) -> None:
    frozen = [one for one in store.find(CoachingFileTrack) if one.baseline_on is not None]
    assert len(frozen) >= 8
    assert any(one.baseline_reason for one in frozen), "one that was changed, with its reason"
    today = store.clock.today()
    milestones = store.find(Milestone)
    assert sum(one.done_on is not None for one in milestones) >= 10
    assert sum(days_late(one, today) > 0 for one in milestones) >= 3
    assert any(one.done_on is None and one.due_on is not None and one.due_on > today for one in milestones)
    assert any(one.parent_id for one in milestones)


def test_a_closed_file_says_what_came_of_each_track_and_why(store: Store) -> None:
    closed = {one.id for one in store.find(CoachingFile) if one.closed_on is not None}
    tracks = [one for one in store.find(CoachingFileTrack) if one.coaching_file_id in closed]
    assert all(one.outcome is not None and one.outcome_reason for one in tracks)
    assert {one.outcome for one in tracks} == set(TrackOutcome)


def test_two_companies_have_two_diagnostics_about_a_year_apart(store: Store) -> None:
    taken = store.find(Diagnostic)
    twice = [owner for owner, count in Counter(one.organisation_id for one in taken).items() if count == 2]
    assert len(twice) >= 2
    for owner in twice:
        first, second = sorted(one.on for one in taken if one.organisation_id == owner)
        assert timedelta(days=330) <= second - first <= timedelta(days=400)
    criteria = len(store.find(DiagnosticCriterion))
    whole = Counter(one.diagnostic_id for one in store.find(DiagnosticScore) if one.score is not None and one.sentence)
    assert set(whole.values()) == {criteria}


def test_requests_for_funding_show_each_case_and_one_is_due_soon(store: Store) -> None:
    decisions = {one.decision for one in store.find(FundingApplication)}
    assert decisions >= {
        FundingDecision.PREPARED, FundingDecision.SUBMITTED, FundingDecision.GRANTED, FundingDecision.REFUSED
    }  # fmt: skip
    due = [one for one in read_deadlines(store) if one.kind is DeadlineKind.FUNDING]
    assert any(0 <= one.days <= 14 for one in due)
