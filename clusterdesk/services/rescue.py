"""What can be done for a binder that does not open any more."""

from collections.abc import Sequence
from pathlib import Path

from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal
from clusterdesk.services.binders import fingerprint, without_window
from clusterdesk.store import backup
from clusterdesk.store.backup import BackupFile
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.opening import open_store

__all__ = ["BackupFile", "backups_in", "put_back", "set_aside"]


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


def set_aside(root: Path, clock: Clock | None = None) -> Path:
    """Move the sample out of the way, whole; return where it is kept.

    Raises:
        KnownError: a window has it open, the folder cannot be moved, or it is no sample but somebody's work.
    """
    try:
        store = open_store(root, fingerprint(), clock=clock)
    except KnownError:
        # What does not open any more may be moved: nothing of it is lost.
        sample = True
    else:
        sample = store.is_sample
        store.close()
    if not sample:
        raise KnownError(
            "not_the_sample",
            N_("The binder in {folder} is not the sample."),
            advice=N_("Choose another folder: the sample never mixes with your own work."),
            folder=str(root),
        )
    with without_window(root):
        pass  # an open folder cannot be moved on Windows
    moment = (clock or SystemClock()).now()
    target = root.with_name(f"{root.name} ({moment:%Y%m%dT%H%M%S%f})")
    try:
        root.rename(target)
    except OSError as error:
        raise KnownError(
            "folder_refused",
            N_("The folder of the binder cannot be moved: {folder} ({reason_label})."),
            advice=N_("Close the programs that use it, then try again."),
            folder=str(root),
            reason_label=refusal(error),
        ) from error
    return target
