"""The outbox: what may leave is kept whole on this computer first; what may not is refused before a byte is written."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import JobState, Purpose, Trouble
from clusterdesk.domain.records.base import Visibility
from clusterdesk.services import outbox
from clusterdesk.services.documents import attach_document
from clusterdesk.services.records import delete_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import open_store
from tests.services.conftest import SteppingClock

SECRET = b"Le compagnon de Zoe est malade."


def export(visibility: Visibility = Visibility.INTERNAL, purpose: Purpose = Purpose.BRIEF) -> NewExport:
    """Return an export to be queued."""
    return NewExport(
        title="Fiche Élan",
        purpose=purpose,
        filename="Fiche: Élan?.pdf",
        template="briefs/{year}/{organisation}/",
        visibility=visibility,
        values={"organisation": "Élan / Vélo"},
    )


def local_files(store: Store) -> list[Path]:
    """Return every file of the outbox."""
    return [path for path in store.folder.outbox.rglob("*") if path.is_file()]


def test_an_export_is_kept_whole_here_and_survives_a_restart(store: Store, binder: Path) -> None:
    made = outbox.queue_bytes(store, export(), b"%PDF-1.7 x")
    assert made.destination == "briefs/2026/Élan - Vélo/Fiche- Élan-.pdf"
    assert (made.sha256, made.size, made.state) == (hashlib.sha256(b"%PDF-1.7 x").hexdigest(), 10, JobState.QUEUED)
    store.close()
    again = open_store(binder, "this laptop")
    assert outbox.jobs(again) == (made,)
    path = outbox.local_path(again, made)
    assert path is not None
    assert (path.name, path.read_bytes()) == ("Fiche- Élan-.pdf", b"%PDF-1.7 x")
    again.close()


def test_it_is_no_operation_that_undo_would_take_back(store: Store) -> None:
    before = store.undo_state()
    outbox.queue_bytes(store, export(), b"x")
    assert store.undo_state() == before


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("visibility", list(Visibility))
def test_restricted_never_leaves_and_internal_goes_to_the_team_only(
    store: Store, purpose: Purpose, visibility: Visibility
) -> None:
    for_others = purpose in (Purpose.OPEN_EXPORT, Purpose.PARCEL)
    refused = visibility is Visibility.RESTRICTED or (visibility is Visibility.INTERNAL and for_others)
    if not refused:
        outbox.queue_bytes(store, export(visibility, purpose), b"x")
        assert len(outbox.jobs(store)) == 1
        return
    with pytest.raises(KnownError) as caught:
        outbox.queue_bytes(store, export(visibility, purpose), SECRET)
    assert caught.value.code in ("restricted_never_leaves", "internal_stays_inside")
    assert (outbox.jobs(store), local_files(store)) == ((), [])


@pytest.mark.parametrize("binned", [False, True])
def test_a_restricted_document_of_the_binder_does_not_leave_as_a_file_either(
    store: Store, tmp_path: Path, *, binned: bool
) -> None:
    path = tmp_path / "Certificat.txt"
    path.write_bytes(SECRET)
    kept = attach_document(store, AttachDocument(source=path, visibility=Visibility.RESTRICTED), limit_mb=5).output
    if binned:
        delete_record(store, DeleteRecord(type_key="document", record_id=kept.id))
    with pytest.raises(KnownError) as caught:
        outbox.queue_file(store, export(Visibility.SHAREABLE), path, limit_mb=5)
    assert caught.value.code == "restricted_never_leaves"
    assert local_files(store) == []


def test_an_internal_document_goes_to_the_team_but_into_no_parcel(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "Note.txt"
    path.write_bytes(b"interne")
    attach_document(store, AttachDocument(source=path), limit_mb=5)
    outbox.queue_file(store, export(), path, limit_mb=5)
    with pytest.raises(KnownError) as caught:
        outbox.queue_file(store, export(Visibility.SHAREABLE, Purpose.PARCEL), path, limit_mb=5)
    assert caught.value.code == "internal_stays_inside"


def test_what_cannot_be_noted_leaves_no_file_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("disk_full", "The disk is full.", advice="Make room.")

    monkeypatch.setattr("clusterdesk.store.repositories.export_jobs.insert", refuse)
    with pytest.raises(KnownError):
        outbox.queue_bytes(store, export(), b"x")
    assert local_files(store) == []


def test_what_still_waits_is_given_up_with_its_copy_what_arrived_is_not(store: Store) -> None:
    waiting, arrived = (outbox.queue_bytes(store, export(), content) for content in (b"a", b"b"))
    outbox.write_down(store, replace(arrived, state=JobState.COPIED, arrived_as="briefs/x.pdf"))
    outbox.forget(store, waiting.id)
    with pytest.raises(KnownError) as caught:
        outbox.forget(store, arrived.id)
    assert caught.value.code == "export_arrived"
    assert [job.id for job in outbox.jobs(store)] == [arrived.id]
    assert [path.read_bytes() for path in local_files(store)] == [b"b"]
    with pytest.raises(KnownError) as caught:
        outbox.forget(store, waiting.id)
    assert caught.value.code == "no_such_export"


def test_a_local_copy_stays_thirty_days_after_it_was_verified(store: Store, clock: SteppingClock) -> None:
    done, waiting = (outbox.queue_bytes(store, export(), content) for content in (b"a", b"b"))
    outbox.write_down(store, replace(done, state=JobState.VERIFIED, verified_at=clock.now(), arrived_as="x.pdf"))
    clock.moment += timedelta(days=29)
    assert outbox.clean_up(store) == 0
    clock.moment += timedelta(days=2)
    assert outbox.clean_up(store) == 1
    assert [path.read_bytes() for path in local_files(store)] == [b"b"]
    kept = outbox.job(store, done.id)
    assert (kept.local_name, kept.arrived_as, outbox.local_path(store, kept)) == ("", "x.pdf", None)
    assert outbox.clean_up(store) == 0
    assert outbox.job(store, waiting.id) == waiting


def test_send_again_takes_up_what_had_failed_and_leaves_alone_what_is_done(store: Store, clock: SteppingClock) -> None:
    failed, done = (outbox.queue_bytes(store, export(), content) for content in (b"a", b"b"))
    outbox.write_down(store, replace(failed, state=JobState.FAILED, trouble=Trouble.LOCAL_MISSING))
    outbox.write_down(store, replace(done, state=JobState.VERIFIED, verified_at=clock.now()))
    assert outbox.unfinished(store) == ()
    (again,) = outbox.send_again(store, [failed.id, done.id])
    assert (again.id, again.state) == (failed.id, JobState.QUEUED)
    assert outbox.unfinished(store) == (again,)
