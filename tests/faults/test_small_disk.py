"""A binder on a disk that is full, or becomes read-only: told as such, nothing acknowledged is lost, work goes on."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.opening import create_store, open_store

_NOTES = "Nouvelle scie livrée le 12 ; goulot au ponçage. " * 2_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk in memory, taken off at the end."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or not _mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _mount(*options: str) -> bool:
    return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0


def fill(store: Store, most: int = 200) -> tuple[set[str], str]:
    """Add organisations until the disk refuses one; return the names of those that are there, and the refusal."""
    done: set[str] = set()
    for number in range(most):
        name = f"Atelier {number}"
        try:
            add_record(store, AddRecord(record=Organisation(name=name, notes=_NOTES)))
        except KnownError as error:
            return done, error.code
        done.add(name)
    return done, ""


def names(store: Store) -> set[str]:
    """Return the names of all organisations."""
    return {one.name for one in store.find(Organisation)}


def test_a_full_disk_keeps_what_was_done_and_takes_more_once_there_is_room(disk: Path) -> None:
    store = create_store(disk / "binder", "here")
    done, code = fill(store)
    assert (bool(done), code) == (True, "disk_full")
    assert names(store) == done
    with pytest.raises(KnownError) as caught:
        store.back_up("manual")
    assert caught.value.code == "disk_full"
    assert list(store.folder.backups.iterdir()) == []
    assert fill(store)[1] == "disk_full"
    store.close()
    assert _mount("-o", "remount,size=64m", str(disk))
    store = open_store(disk / "binder", "here")
    assert names(store) >= done
    more, code = fill(store, 5)
    assert (len(more), code) == (5, "")
    store.back_up("manual")
    assert check_store(store).ok
    store.close()


def test_a_binder_on_a_read_only_disk_is_told_and_opens_once_it_may_be_written(disk: Path) -> None:
    store = create_store(disk / "binder", "here")
    done, _ = fill(store, 5)
    store.close()
    assert _mount("-o", "remount,ro", str(disk))
    with pytest.raises(KnownError) as caught:
        open_store(disk / "binder", "here")
    assert caught.value.code == "disk_error"
    with pytest.raises(KnownError) as caught:
        create_store(disk / "another", "here")
    assert caught.value.code == "folder_refused"
    assert _mount("-o", "remount,rw", str(disk))
    store = open_store(disk / "binder", "here")
    assert names(store) == done
    assert fill(store, 1) == ({"Atelier 0"}, "")
    assert check_store(store).ok
    store.close()
