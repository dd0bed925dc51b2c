"""Checking the binder, writing it as an archive, taking an archive over: in the worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.archive.save import ArchiveSummary
    from clusterdesk.services.maintenance import CheckReport


def check(step: str, desk: "Desk", progress: Progress) -> "CheckReport":
    """Check file, links, journal and documents; nothing is written. ``step`` names the work, here and below."""
    from clusterdesk.services import maintenance

    return maintenance.check(desk.store, progress.named(step))


def export(path: Path, step: str, desk: "Desk", progress: Progress) -> "ArchiveSummary":
    """Write everything that is not in the bin as an archive.

    Raises:
        KnownError: the file cannot be written.
    """
    from clusterdesk.exchange.archive.save import export_archive

    return export_archive(desk.store, path, progress.named(step))


def plan(path: Path, step: str, desk: "Desk", progress: Progress) -> "ArchivePlan":
    """Say what taking an archive over would do; nothing is written.

    Raises:
        KnownError: the archive cannot be read, or is newer than this program.
    """
    from clusterdesk.exchange.archive.load import plan_archive

    return plan_archive(desk.store, path, progress=progress.named(step))


def take_over(path: Path, step: str, desk: "Desk", progress: Progress) -> "OpResult[ArchivePlan]":
    """Take an archive over in one step, after a backup; stopped, nothing of it is written.

    Raises:
        KnownError: the archive cannot be read any more, or the backup cannot be made.
    """
    from clusterdesk.exchange.archive.load import import_archive
    from clusterdesk.services import maintenance

    if desk.settings.backups:
        maintenance.back_up_if_changed(desk.store, "import", progress.named(step))
    return import_archive(desk.store, path, progress.named(step))
