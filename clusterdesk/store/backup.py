"""Backups: made by SQLite's own copy, verified, thinned out, and put back with the old files kept aside."""

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from clusterdesk.base.atomic_write import sync_folder
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.disk_faults import known_disk_faults
from clusterdesk.store.engine import connect, known_faults, stoppable
from clusterdesk.store.migrate import check_schema

_NAME = re.compile(r"^binder-(\d{8}T\d{6})Z-([a-z_]+)\.db$")
_HOURS, _DAYS, _MONTHS = 12, 14, 12
_PAGES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup: when it was made (UTC) and why (start, interval, import, migration, restore, manual)."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def list_backups(folder: BinderFolder) -> list[BackupFile]:
    """Return the backups of a binder, newest first."""
    found = []
    for path in folder.backups.glob("binder-*.db"):
        match = _NAME.match(path.name)
        if match:
            made = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(BackupFile(path, made, match[2], path.stat().st_size))
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def make_backup(
    folder: BinderFolder, key: bytes | None, reason: str, now: datetime, progress: Progress = unheard
) -> BackupFile:
    """Copy the database, verify the copy, and keep it under its date.

    Raises:
        KnownError: the disk is full, or the copy is not sound.
    """
    target = _free_name(folder, reason, now)
    temporary = target.with_suffix(".tmp")
    with known_disk_faults():
        folder.backups.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        try:
            with known_faults():
                _copy(folder.database, temporary, key, progress)
            progress(0, 0)
            verify(temporary, key, progress)
            _flush(temporary)
            temporary.replace(target)
            sync_folder(target.parent)
        finally:
            for left in (temporary, *_companions(temporary)):
                left.unlink(missing_ok=True)
    match = _NAME.match(target.name)
    assert match is not None
    made = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return BackupFile(target, made, reason, target.stat().st_size)


def _free_name(folder: BinderFolder, reason: str, now: datetime) -> Path:
    moment = now.astimezone(UTC).replace(microsecond=0)
    while True:
        target = folder.backups / f"binder-{moment:%Y%m%dT%H%M%S}Z-{reason}.db"
        if not target.exists():
            return target
        moment += timedelta(seconds=1)


def _copy(source: Path, target: Path, key: bytes | None, progress: Progress) -> None:
    def tell(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    origin = connect(source, key, query_only=True)
    try:
        copy = dbapi2.connect(str(target), isolation_level=None)
        try:
            if key is not None:
                copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            # Waiting for the disk is left to the end: the whole copy is flushed before it gets its name.
            copy.execute("PRAGMA synchronous = OFF")
            origin.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        origin.close()


def verify(path: Path, key: bytes | None, progress: Progress = unheard) -> None:
    """Open a copy and check it.

    Raises:
        KnownError: it does not exist or is not sound, is no binder, or that of a newer program.
    """
    facts = _facts(path, key, progress) if path.is_file() else None
    if facts is None:
        raise KnownError(
            "backup_unsound",
            N_("The backup {name} is not sound."),
            safe=N_("The binder itself was not touched."),
            advice=N_("Check the disk, and take an older backup if you wanted to restore this one."),
            name=path.name,
        )
    check_schema(*facts)


def _facts(path: Path, key: bytes | None, progress: Progress) -> tuple[int, int] | None:
    """Return the application and the schema version of a sound database, ``None`` of any other."""
    try:
        with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
            if key is not None:
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            with stoppable(connection, progress):
                sound = connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
            if not sound:
                return None
            application, version = (
                int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
            )
    except dbapi2.DatabaseError:
        return None
    return application, version


def thin(folder: BinderFolder, now: datetime, spared: Path | None = None) -> list[Path]:
    """Remove backups that are not needed: one is kept per hour (12), day (14) and month (12).

    ``spared`` stays whatever its age: it is about to be put back.
    """
    backups = list_backups(folder)
    kept = {one.path for one in kept_backups(backups, now)}
    kept |= {one.path for one in backups if spared is not None and one.path.name == spared.name}
    removed = [one.path for one in backups if one.path not in kept]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def kept_backups(backups: Sequence[BackupFile], now: datetime) -> list[BackupFile]:
    """Choose what to keep: the last backup of each of the last 12 hours, 14 days and 12 months that have one."""
    chosen: dict[Path, BackupFile] = {}
    for form, most in (("%Y%m%d%H", _HOURS), ("%Y%m%d", _DAYS), ("%Y%m", _MONTHS)):
        seen: dict[str, BackupFile] = {}
        for one in sorted(backups, key=lambda item: item.made_at, reverse=True):
            slot = one.made_at.strftime(form)
            if slot not in seen and len(seen) < most:
                seen[slot] = one
        chosen.update({one.path: one for one in seen.values()})
    fresh = [one for one in backups if now - one.made_at < timedelta(hours=1)]
    chosen.update({one.path: one for one in fresh})
    return list(chosen.values())


def put_back(folder: BinderFolder, backup: Path, key: bytes | None, now: datetime) -> Path:
    """Put a backup in place of the database; database, log and index move aside together and are kept.

    Returns the folder where the replaced files lie. The database must be closed.

    Raises:
        KnownError: the backup is not one to put back, or the disk is full; the binder is then as before.
    """
    verify(backup, key)
    aside = folder.root / "aside" / f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}"
    temporary = folder.root / "restore.tmp"
    with known_disk_faults():
        aside.mkdir(parents=True)
        try:
            shutil.copyfile(backup, temporary)
            _flush(temporary)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        # At every moment a database stands in its place: whoever pulls the plug finds the old one or the new one.
        if folder.database.exists():
            _keep(folder.database, aside / folder.database.name)
        for path in _companions(folder.database):
            if path.exists():
                path.replace(aside / path.name)
        sync_folder(aside)
        temporary.replace(folder.database)
        sync_folder(folder.root)
    return aside


def _keep(path: Path, target: Path) -> None:
    """Give a file a second name, or where the disk knows no such thing copy it."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)
        _flush(target)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _companions(path: Path) -> Iterable[Path]:
    return (path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))
