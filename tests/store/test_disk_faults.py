"""What a full or read-only disk, and a reference that leads nowhere, are told as; work goes on afterwards."""

import errno
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import SetField
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import records
from clusterdesk.store.binder import BinderFolder, WindowLock
from clusterdesk.store.desk_store import Store
from clusterdesk.store.engine import translated
from clusterdesk.store.integrity import check_store


def _full_disk(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, "no room")

    monkeypatch.setattr("os.fsync", fail)


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EROFS, "disk_error")])
def test_a_document_that_does_not_fit_says_so_and_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    with monkeypatch.context() as patched:
        _full_disk(patched, number)
        with pytest.raises(KnownError) as caught:
            store.documents.add(b"quittance")
    assert caught.value.code == code
    assert [one for one in store.folder.documents.rglob("*") if one.is_file()] == []
    assert store.documents.read(store.documents.add(b"quittance")) == b"quittance"


def test_a_backup_that_does_not_fit_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        _full_disk(patched, errno.ENOSPC)
        with pytest.raises(KnownError) as caught:
            store.back_up("manual")
    assert caught.value.code == "disk_full"
    assert list(store.folder.backups.iterdir()) == []


def test_a_window_on_a_read_only_folder_says_so(binder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, _text: str, **_more: str) -> int:
        raise OSError(errno.EROFS, "read-only", str(self))

    lock = WindowLock(BinderFolder(binder))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", fail)
        with pytest.raises(KnownError) as caught:
            lock.take()
    assert caught.value.code == "disk_error"
    lock.take()
    lock.release()


def test_a_reference_that_leads_nowhere_is_told_and_work_goes_on(store: Store) -> None:
    organisation = Organisation(name="Avant")
    records.add_record(store, AddRecord(record=organisation))
    edit = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Après"})
    with pytest.raises(KnownError) as caught:
        store.apply(edit, [SetField("organisation", organisation.id, "merged_into", new_id())])
    assert caught.value.code == "reference_missing"
    records.edit_record(store, edit)
    assert store.get(Organisation, organisation.id).name == "Après"
    assert check_store(store).ok


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database disk image is malformed", "binder_damaged"),
        ("vtable constructor failed: search_name", "binder_damaged"),
        ("disk I/O error", "disk_error"),
        ("database or disk is full", "disk_full"),
    ],
)
def test_what_sqlite_says_of_a_failing_disk_is_told_as_known(said: str, code: str) -> None:
    known = translated(dbapi2.DatabaseError(said))
    assert isinstance(known, KnownError)
    assert known.code == code
