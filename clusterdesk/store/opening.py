"""Making a binder and opening one."""

from pathlib import Path

import sqlalchemy as sa

from clusterdesk.base.atomic_write import sync_folder
from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.base.marks import N_
from clusterdesk.store import backup, identity, migrate
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.desk_store import Store
from clusterdesk.store.disk_faults import known_disk_faults
from clusterdesk.store.engine import Engines
from clusterdesk.store.journal.write import Writer
from clusterdesk.store.location import check_location
from clusterdesk.store.tables import meta


def create_store(
    root: Path,
    fingerprint: str,
    *,
    author: str = "",
    clock: Clock | None = None,
    key: bytes | None = None,
    sample: bool = False,
) -> Store:
    """Make an empty binder in a folder and open it.

    Raises:
        KnownError: the folder is not local, cannot be written, or holds a binder already.
    """
    folder = BinderFolder(root)
    if folder.exists:
        raise KnownError(
            "binder_exists",
            N_("There is a binder in {folder} already."),
            advice=N_("Open it, or choose another folder."),
            folder=str(root),
        )
    folder.prepare()
    _make(folder, key, sample=sample)
    engines = Engines(folder.database, key)
    return _opened(folder, engines, fingerprint, author, clock, key)


def _make(folder: BinderFolder, key: bytes | None, *, sample: bool) -> None:
    """Make the database under another name, whole, before it takes its place: half a binder would never open."""
    path = folder.database.with_suffix(".new")
    with known_disk_faults():
        for left in folder.root.glob(f"{path.name}*"):
            left.unlink()
        engines = Engines(path, key)
        try:
            migrate.create_schema(engines)
            with engines.write() as connection:
                identity.put(connection, "binder_id", str(new_id()))
                identity.put(connection, "sample", "1" if sample else "0")
        finally:
            engines.close()
        path.replace(folder.database)
        sync_folder(folder.root)


def open_store(
    root: Path,
    fingerprint: str,
    *,
    author: str = "",
    clock: Clock | None = None,
    key: bytes | None = None,
    new_epoch: bool = False,
) -> Store:
    """Open a binder, an older one after a backup and its migrations; ``new_epoch`` after a backup was put back.

    Raises:
        KnownError: there is none, it is newer than this program, not local, or damaged.
    """
    folder = BinderFolder(root)
    if not folder.exists:
        check_location(root)
        raise KnownError(
            "no_binder",
            N_("There is no binder in {folder}."),
            advice=N_("Choose the folder of a binder, or make the sample: clusterdesk demo."),
            folder=str(root),
        )
    folder.prepare()
    engines = Engines(folder.database, key)
    now = (clock or SystemClock()).now
    migrate.ensure_schema(engines, lambda: backup.make_backup(folder, key, "migration", now()))
    return _opened(folder, engines, fingerprint, author, clock, key, new_epoch=new_epoch)


def _opened(
    folder: BinderFolder,
    engines: Engines,
    fingerprint: str,
    author: str,
    clock: Clock | None,
    key: bytes | None,
    *,
    new_epoch: bool = False,
) -> Store:
    with engines.write() as connection:
        device = identity.claim(connection, fingerprint, new_epoch=new_epoch)
        facts = dict(connection.execute(sa.select(meta.c.key, meta.c.value)).all())
    writer = Writer(device.name, device.epoch, author, clock or SystemClock())
    return Store(folder, engines, writer, facts, key)
