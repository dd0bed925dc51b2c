"""Checking, backing up and restoring a binder."""

from pathlib import Path

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.store import backup
from clusterdesk.store.comparison import BackupDifference, compare
from clusterdesk.store.desk_store import Store, changed_since_backup
from clusterdesk.store.integrity import CheckReport, check_store

INTERVAL = "interval"


def check(store: Store, progress: Progress = unheard) -> CheckReport:
    """Check the file, the references, that the journal replays to the same tables, and the files of documents."""
    return check_store(store, progress)


def back_up(store: Store, reason: str = "manual", progress: Progress = unheard) -> backup.BackupFile:
    """Make a verified backup now."""
    return store.back_up(reason, progress=progress)


def back_up_if_changed(store: Store, reason: str = INTERVAL, progress: Progress = unheard) -> backup.BackupFile | None:
    """Make a backup where anything was written since the last one."""
    return store.back_up(reason, progress=progress) if changed_since_backup(store) else None


def backups(store: Store) -> list[backup.BackupFile]:
    """Return the backups, newest first."""
    return backup.list_backups(store.folder)


def difference(store: Store, path: Path, progress: Progress = unheard) -> BackupDifference:
    """Tell what would change if a backup were restored."""
    return compare(store, path, progress)


__all__ = ["BackupDifference", "CheckReport", "back_up", "back_up_if_changed", "backups", "check", "difference"]
