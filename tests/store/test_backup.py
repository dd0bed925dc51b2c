"""Backups are verified, thinned out and put back with the old files kept."""

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import binders, maintenance, records
from clusterdesk.store.backup import BackupFile, kept_backups, make_backup, put_back
from clusterdesk.store.desk_store import Store, changed_since_backup


def test_restore_brings_back_what_was_and_starts_a_new_epoch(store: Store) -> None:
    organisation = Organisation(name="Avant")
    records.add_record(store, AddRecord(record=organisation))
    made = maintenance.back_up(store)
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Après"}))
    records.add_record(store, AddRecord(record=Organisation(name="Nouvelle")))
    told = maintenance.difference(store, made.path)
    assert told.lost_count == 2
    assert (told.now["organisation"], told.then["organisation"]) == (2, 1)
    device = store.device
    restored = binders.restore_backup(store, made.path)
    assert [one.name for one in restored.find(Organisation)] == ["Avant"]
    assert restored.device != device
    assert maintenance.check(restored).ok
    aside = list((restored.folder.root / "aside").iterdir())
    assert len(aside) == 1
    assert (aside[0] / "binder.db").exists()
    assert any(one.reason == "restore" for one in maintenance.backups(restored))
    restored.close()


def test_a_damaged_backup_is_refused_and_nothing_is_touched(store: Store) -> None:
    records.add_record(store, AddRecord(record=Organisation(name="Avant")))
    made = maintenance.back_up(store)
    content = bytearray(made.path.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    made.path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        binders.restore_backup(store, made.path)
    assert caught.value.code == "backup_unsound"
    assert store.find(Organisation)[0].name == "Avant"


def test_a_backup_is_made_only_where_something_changed(store: Store) -> None:
    assert maintenance.back_up_if_changed(store) is not None
    assert maintenance.back_up_if_changed(store) is None
    records.add_record(store, AddRecord(record=Organisation(name="Neuf")))
    assert changed_since_backup(store)
    assert maintenance.back_up_if_changed(store) is not None


def test_thinning_keeps_hours_days_and_months() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    backups = [BackupFile(Path(f"{n}.db"), now - timedelta(minutes=30 * n), "interval", 1) for n in range(48 * 500)]
    kept = sorted((one.made_at for one in kept_backups(backups, now)), reverse=True)
    assert now in kept
    hours = {moment.strftime("%Y%m%d%H") for moment in kept}
    assert all((now - timedelta(hours=n)).strftime("%Y%m%d%H") in hours for n in range(12))
    days = {moment.strftime("%Y%m%d") for moment in kept}
    assert all((now - timedelta(days=n)).strftime("%Y%m%d") in days for n in range(14))
    assert len({moment.strftime("%Y%m") for moment in kept}) == 12
    assert len(kept) <= 12 + 14 + 12 + 2


def test_two_backups_in_one_second_keep_both(store: Store) -> None:
    moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    first = make_backup(store.folder, None, "manual", moment)
    second = make_backup(store.folder, None, "manual", moment)
    assert first.path != second.path


def test_the_oldest_backup_is_not_thinned_out_while_it_is_put_back(store: Store) -> None:
    organisation = Organisation(name="Avant")
    records.add_record(store, AddRecord(record=organisation))
    now = store.clock.now()
    for months in range(12, 0, -1):
        make_backup(store.folder, None, "interval", now - timedelta(days=31 * months))
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Après"}))
    restored = binders.restore_backup(store, maintenance.backups(store)[-1].path)
    assert [one.name for one in restored.find(Organisation)] == ["Avant"]
    restored.close()


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_only_a_binder_is_put_back(store: Store, tmp_path: Path, content: bytes | None) -> None:
    records.add_record(store, AddRecord(record=Organisation(name="Avant")))
    chosen = tmp_path / "chosen.db"
    if content is not None:
        chosen.write_bytes(content)
    with pytest.raises(KnownError):
        binders.restore_backup(store, chosen)
    assert chosen.exists() is (content is not None)
    assert store.find(Organisation)[0].name == "Avant"


def test_a_foreign_database_or_a_newer_binder_is_not_put_back(store: Store, tmp_path: Path) -> None:
    newer = maintenance.back_up(store).path
    foreign = tmp_path / "foreign.db"
    for path, statement in ((newer, "PRAGMA user_version = 9999"), (foreign, "CREATE TABLE x (y)")):
        connection = dbapi2.connect(str(path))
        connection.execute(statement)
        connection.close()
    codes = []
    for path in (newer, foreign):
        with pytest.raises(KnownError) as caught:
            binders.restore_backup(store, path)
        codes.append(caught.value.code)
    assert codes == ["binder_newer", "not_a_binder"]
    assert maintenance.check(store).ok


def test_a_backup_put_back_halfway_leaves_the_database_in_its_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    records.add_record(store, AddRecord(record=Organisation(name="Avant")))
    made = maintenance.back_up(store)
    store.close()

    def fail(self: Path, target: Path) -> Path:
        raise OSError(errno.EIO, "pulled out", str(self), str(target))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(KnownError) as caught:
        put_back(store.folder, made.path, None, store.clock.now())
    assert caught.value.code == "disk_error"
    assert store.find(Organisation)[0].name == "Avant"
