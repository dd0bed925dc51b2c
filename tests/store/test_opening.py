"""Which binders open, and what is said of the others."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import KnownError
from clusterdesk.bootstrap import start_desk
from clusterdesk.config.settings import Settings
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import binders, records
from clusterdesk.services.drafts import recover_drafts, save_draft
from clusterdesk.store.binder import BinderFolder, WindowLock
from clusterdesk.store.desk_store import Store
from clusterdesk.store.engine import connect
from clusterdesk.store.location import check_location, mount_type
from clusterdesk.store.opening import create_store, open_store
from clusterdesk.store.pragmas import check_version


def code_of(caught: pytest.ExceptionInfo[KnownError]) -> str:
    return caught.value.code


def test_a_newer_binder_is_refused_and_left_as_it_is(binder: Path) -> None:
    connection = dbapi2.connect(str(binder / "binder.db"))
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = (binder / "binder.db").read_bytes()
    with pytest.raises(KnownError) as caught:
        open_store(binder, "x")
    assert code_of(caught) == "binder_newer"
    assert (binder / "binder.db").read_bytes() == before


def test_readers_without_a_key_keep_few_pages(binder: Path, tmp_path: Path) -> None:
    def kept(path: Path, key: bytes | None, *, query_only: bool) -> int:
        with closing(connect(path, key, query_only=query_only)) as connection:
            found: int = connection.execute("PRAGMA cache_size").fetchone()[0]
            return found

    plain, keyed = binder / "binder.db", tmp_path / "keyed.db"
    few = kept(plain, None, query_only=True)
    assert few == -16000
    for many in (kept(plain, None, query_only=False), kept(keyed, bytes(32), query_only=True)):
        assert many < few


def test_opening_makes_few_of_the_tables(binder: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from clusterdesk.store import tables\n"
        "from clusterdesk.store.opening import open_store\n"
        "open_store(Path(sys.argv[1]), 'x').close()\n"
        "made = len(tables.RECORD_TABLES._made)\n"
        "print(made < len(tables.RECORD_TABLES) / 3, len(tables.whole_schema().tables) > len(tables.RECORD_TABLES))\n"
    )
    command = [sys.executable, "-c", script, str(binder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == ["True", "True"]


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    connection = dbapi2.connect(str(tmp_path / "binder.db"))
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    with pytest.raises(KnownError) as caught:
        open_store(tmp_path, "x")
    assert code_of(caught) == "not_a_binder"


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"PK\x03\x04 not a database"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "binder.db").write_bytes(content)
    with pytest.raises(KnownError) as caught:
        open_store(tmp_path, "x")
    assert code_of(caught) in {"not_a_binder", "binder_damaged"}


def test_no_binder(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        open_store(tmp_path / "nowhere", "x")
    assert code_of(caught) == "no_binder"


def test_a_binder_is_not_made_over_another(binder: Path) -> None:
    with pytest.raises(KnownError) as caught:
        create_store(binder, "x")
    assert code_of(caught) == "binder_exists"


@pytest.mark.parametrize(
    "path",
    [
        r"\\server\share\binder",
        "//server/share/binder",
        "/home/claire/OneDrive/binder",
        "/home/claire/OneDrive - Agence/binder",
        "/home/claire/Dropbox/binder",
        "/Users/claire/Library/Mobile Documents/com~apple~CloudDocs/binder",
        "/home/claire/Google Drive/x",
    ],
)
def test_cloud_and_network_paths_are_refused(path: str) -> None:
    with pytest.raises(KnownError) as caught:
        check_location(Path(path))
    assert code_of(caught) == "binder_not_local"


def test_a_mount_is_recognised_by_its_longest_point() -> None:
    mounts = "\n".join(
        [
            "overlay / overlay rw 0 0",
            "//srv/team /mnt/team cifs rw 0 0",
            "srv:/x /mnt/team\\040two nfs4 rw 0 0",
            "/dev/sda1 /home ext4 rw 0 0",
        ]
    )
    assert mount_type(mounts, Path("/mnt/team/a/b")) == "cifs"
    assert mount_type(mounts, Path("/mnt/team two/a")) == "nfs4"
    assert mount_type(mounts, Path("/mnt/teamwork")) == "overlay"
    assert mount_type(mounts, Path("/home/claire")) == "ext4"


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 50, 6), (3, 7, 0)])
def test_sqlite_versions_with_the_log_defect_are_refused(version: tuple[int, int, int]) -> None:
    with pytest.raises(KnownError):
        check_version(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (3, 50, 7), (3, 44, 6), (4, 0, 0)])
def test_repaired_sqlite_versions_are_used(version: tuple[int, int, int]) -> None:
    check_version(version)


def test_a_copied_binder_writes_under_another_name(store: Store, binder: Path, tmp_path: Path) -> None:
    store.close()
    copy = tmp_path / "copy"
    shutil.copytree(binder, copy)
    other = open_store(copy, "another laptop")
    assert other.device != store.device
    other.close()


def test_one_window_per_binder(binder: Path) -> None:
    first, second = WindowLock(BinderFolder(binder)), WindowLock(BinderFolder(binder))
    first.take()
    with pytest.raises(KnownError) as caught:
        second.take()
    assert code_of(caught) == "binder_open"
    first.release()
    second.take()
    assert not second.unclean
    second.release()


def test_a_command_keeps_away_from_a_binder_in_a_window(binder: Path) -> None:
    desk, _ = start_desk(binder, Settings(backups=False))
    made = desk.store.back_up("manual")
    with pytest.raises(KnownError) as caught, binders.without_window(binder):
        pytest.fail("a window has it open")
    assert code_of(caught) == "binder_open"
    assert "Close that window" in caught.value.advice
    restored = binders.restore_backup(desk.store, made.path)  # the window itself may
    replace(desk, store=restored).close()
    with binders.without_window(binder):
        pass


def test_a_window_that_was_killed_leaves_a_binder_to_be_looked_through(binder: Path) -> None:
    desk, _ = start_desk(binder, Settings(backups=False))
    desk.close()
    (binder / "window.pid").write_text("1", encoding="ascii")
    with (binder / "binder.db").open("r+b") as file:
        file.seek(-3 * 4096, os.SEEK_END)
        file.write(b"\xff" * 8192)
    binders.open_binder(binder).close()
    for _ in range(2):
        with pytest.raises(KnownError) as caught:
            start_desk(binder, Settings(backups=False))
        assert code_of(caught) == "binder_damaged"
        (binder / "window.pid").write_text("1", encoding="ascii")


def test_an_encrypted_binder_opens_with_its_key_only(tmp_path: Path) -> None:
    key = bytes(range(32))
    made = create_store(tmp_path / "b", "x", key=key)
    records.add_record(made, AddRecord(record=Organisation(name="Secret de fabrique")))
    backup = made.back_up("manual")
    made.close()
    for path in (tmp_path / "b" / "binder.db", backup.path):
        assert b"Secret" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite")
    with pytest.raises(KnownError):
        open_store(tmp_path / "b", "x")
    again = open_store(tmp_path / "b", "x", key=key)
    assert again.find(Organisation)[0].name == "Secret de fabrique"
    again.close()


def test_what_was_typed_before_a_crash_comes_back_as_one_operation(store: Store) -> None:
    organisation = Organisation(name="Atelier")
    records.add_record(store, AddRecord(record=organisation))
    save_draft(store, "organisation", organisation.id, "notes", "Nouvelle sc")
    save_draft(store, "organisation", organisation.id, "notes", "Nouvelle scie à ruban")
    save_draft(store, "organisation", organisation.id, "name", "Atelier")
    result = recover_drafts(store)
    assert result.output == 1
    assert store.get(Organisation, organisation.id).notes == "Nouvelle scie à ruban"
    assert recover_drafts(store).output == 0


def test_a_binder_half_made_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledError(Exception):
        """Stands for the end of the process."""

    def die(*_given: object) -> None:
        raise KilledError

    for name in ("clusterdesk.store.migrate._mark", "clusterdesk.store.identity.put"):
        with monkeypatch.context() as patched:
            patched.setattr(name, die)
            with pytest.raises(KilledError):
                create_store(tmp_path / "b", "x")
    made = create_store(tmp_path / "b", "x")
    assert made.data_version() == 0
    made.close()
    assert [one.name for one in (tmp_path / "b").iterdir() if one.is_file()] == ["binder.db"]


def test_a_binder_without_its_shipped_lists_gets_them(tmp_path: Path) -> None:
    create_store(tmp_path / "b", binders.fingerprint()).close()
    opened = binders.open_binder(tmp_path / "b")
    assert opened.find(Track)
    assert opened.undo_state().undo is None
    opened.close()
