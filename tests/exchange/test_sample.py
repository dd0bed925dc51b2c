"""The sample loads whole, moves with the calendar, and keeps to a user's binder of its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState
from clusterdesk.exchange.archive.load import import_archive, plan_archive
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.exchange.sample import make_sample, reference_monday, sample_folder, weeks_to
from clusterdesk.services.binders import create_binder
from clusterdesk.services.records import edit_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

LATER = date(2027, 3, 17)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_binder(tmp_path / "sample", sample=True)
    yield store
    store.close()


def sessions(store: Store) -> dict[str | None, Session]:
    return {session.external_id: session for session in store.find(Session)}


def test_every_line_is_accepted(store: Store) -> None:
    plan = plan_archive(store, sample_folder())
    assert [(row.file, row.line, str(problem)) for row in plan.refused for problem in row.problems] == []
    assert plan.documents


def test_it_is_one_operation_that_the_first_undo_leaves_alone(store: Store) -> None:
    assert make_sample(store, reference_monday()).output.counts["organisation"] >= 24
    with pytest.raises(KnownError) as caught:
        undo(store)
    assert caught.value.code == "nothing_to_undo"
    assert store.find(Organisation)


def test_dates_move_by_whole_weeks(store: Store, tmp_path: Path) -> None:
    other = create_binder(tmp_path / "later", sample=True)
    make_sample(store, reference_monday())
    made = make_sample(other, LATER)
    shift = timedelta(weeks=made.output.weeks)
    assert made.output.weeks == weeks_to(LATER) == 16
    now, then = sessions(store), sessions(other)
    assert {key: session.on + shift for key, session in now.items()} == {key: one.on for key, one in then.items()}
    assert all(session.on.weekday() < 5 for session in then.values())
    founded = [{one.external_id: one.founded_on for one in desk.find(Organisation)} for desk in (store, other)]
    assert founded[0] == founded[1], "months and years stay"
    other.close()


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 27), date(2026, 11, 23)),
        (date(2026, 11, 28), date(2026, 11, 30)),  # on Saturday people prepare the week to come
        (date(2026, 11, 29), date(2026, 11, 30)),
    ],
)
def test_the_working_week_has_three_visits_or_more_to_come(tmp_path: Path, today: date, monday: date) -> None:
    store = create_binder(tmp_path / "binder", sample=True)
    make_sample(store, today)
    week = store.find(Session, kind=SessionKind.VISIT, state=SessionState.PLANNED)
    assert sum(monday <= one.on < monday + timedelta(days=7) for one in week) >= 3
    assert sum(monday + timedelta(days=7) <= one.on < monday + timedelta(days=14) for one in week) >= 3
    held = store.find(Session, state=SessionState.HELD)
    assert all(one.on < monday and one.on <= today for one in held)
    store.close()


def test_edits_stay_when_it_is_asked_for_again(store: Store) -> None:
    make_sample(store, reference_monday())
    organisation = store.find(Organisation)[0]
    edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Renommée"}))
    assert not make_sample(store, LATER).changes
    assert store.get(Organisation, organisation.id).name == "Renommée"


def test_a_binder_of_ones_own_is_never_filled(tmp_path: Path) -> None:
    own = create_binder(tmp_path / "own")
    with pytest.raises(BugError):
        make_sample(own, reference_monday())
    own.close()


def test_it_leaves_and_comes_back_byte_for_byte(store: Store, tmp_path: Path) -> None:
    make_sample(store, reference_monday())
    export_archive(store, tmp_path / "first.zip")
    other = create_binder(tmp_path / "other")
    assert import_archive(other, tmp_path / "first.zip").output.refused == ()
    export_archive(other, tmp_path / "second.zip")
    assert (tmp_path / "second.zip").read_bytes() == (tmp_path / "first.zip").read_bytes()
    other.close()


def test_every_reference_leads_somewhere(store: Store) -> None:
    make_sample(store, reference_monday())
    known: dict[str, set[object]] = {}
    records: list[tuple[str, Record]] = []
    for key, kind in RECORD_TYPES.items():
        found = store.find(kind.cls)
        known[key] = {one.id for one in found}
        records.extend((key, one) for one in found)
    loose = [
        (key, spec.name)
        for key, record in records
        for spec in RECORD_TYPES[key].references
        if (target := getattr(record, spec.name)) is not None and target not in known[spec.refers_to or ""]
    ]
    assert loose == []


def test_documents_can_be_read(store: Store) -> None:
    make_sample(store, reference_monday())
    for document in store.find(RECORD_TYPES["document"].cls):
        assert store.documents.read(document.sha256)  # type: ignore[attr-defined]
