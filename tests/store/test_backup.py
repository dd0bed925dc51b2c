"""Backups are verified, thinned out and put back with the old files kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import binders, maintenance, records
from clusterdesk.store.backup import BackupFile, kept_backups, make_backup
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
