"""What the page asks the desk, in the desk's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.maintenance import BackupDifference


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """A backup: where, since when (UTC), why, how many bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def read_backups(desk: "Desk") -> Sequence[BackupFacts]:
    """Return the backups, newest first."""
    from clusterdesk.services.maintenance import backups

    return [BackupFacts(one.path, one.made_at, one.reason, one.size) for one in backups(desk.store)]


def back_up(step: str, desk: "Desk", progress: Progress) -> None:
    """Make a verified backup now; ``step`` names the work, translated.

    Raises:
        KnownError: the disk is full, or the copy is not sound.
    """
    from clusterdesk.services import maintenance

    maintenance.back_up(desk.store, progress=progress.named(step))


class Difference:
    """Asks what going back to a backup would change."""

    def __init__(self, path: Path, step: str) -> None:
        """Name the backup, and the work."""
        self._path, self._step = path, step

    def __call__(self, desk: "Desk", progress: Progress) -> "BackupDifference":
        """Compare; nothing is written.

        Raises:
            KnownError: the backup is not sound.
        """
        from clusterdesk.services.maintenance import difference

        return difference(desk.store, self._path, progress.named(self._step))


class RestoredDesk:
    """Goes back to a backup; what there is now is backed up first, and the replaced files are kept."""

    def __init__(self, path: Path, step: str) -> None:
        """Name the backup, and the work."""
        self._path, self._step = path, step

    def __call__(self, desk: "Desk", progress: Progress) -> "Desk":
        """Return the desk on the binder as it was then; the old one is closed. Stopped in time, it stays as it is.

        Raises:
            KnownError: the backup is not sound; the binder is then as before.
        """
        from clusterdesk.services.binders import restore_backup

        return replace(desk, store=restore_backup(desk.store, self._path, progress.named(self._step)))
