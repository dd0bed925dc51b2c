"""What can be done for a binder that does not open any more."""

from collections.abc import Sequence
from pathlib import Path

from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.services.binders import fingerprint
from clusterdesk.store import backup
from clusterdesk.store.backup import BackupFile
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.opening import open_store

__all__ = ["BackupFile", "backups_in", "put_back"]


def backups_in(root: Path) -> Sequence[BackupFile]:
    """Return the backups in a binder's folder, newest first; the database is not opened."""
    return backup.list_backups(BinderFolder(root))


def put_back(root: Path, path: Path, *, author: str = "", clock: Clock | None = None, key: bytes | None = None) -> Path:
    """Put a sound backup in place of a database that cannot be opened, and open it in a new epoch.

    Returns the folder where the replaced files are kept.

    Raises:
        KnownError: the backup is not sound, or the folder cannot be written; the binder is then as before.
    """
    folder = BinderFolder(root)
    backup.verify(path, key)
    aside = backup.put_back(folder, path, key, (clock or SystemClock()).now())
    restored = open_store(root, fingerprint(), author=author, clock=clock, key=key, new_epoch=True)
    restored.remember("restored_from", path.name)
    restored.close()
    return aside
