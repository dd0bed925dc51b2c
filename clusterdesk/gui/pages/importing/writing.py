"""Importing what was planned, in the desk's thread, and writing what was refused into a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.exchange.importing.verdicts import Decision
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.exchange.importing.plan import ImportPlan

STALE = "import_stale"


class WriteList:
    """Carries a plan out, as one operation; its output is the operation's id, None where nothing was to write."""

    def __init__(self, plan: "ImportPlan", decisions: Mapping[int, Decision], step: str) -> None:
        """Take the decisions about likely duplicates, by line; ``step`` names the work, translated."""
        self._plan, self._decisions, self._step = plan, dict(decisions), step

    def __call__(self, desk: "Desk", progress: Progress) -> OpResult[UUID | None]:
        """Write; stopped, nothing is written."""
        from clusterdesk.exchange.importing.plan import run_import

        if desk.store.data_version() != self._plan.data_version:
            raise KnownError(
                STALE,
                N_("The binder has changed since this preview."),
                advice=N_("The preview is made again: look at it, then import."),
            )
        done = run_import(desk.store, self._plan, self._decisions, progress.named(self._step))
        return OpResult(done.changes.operation_id if done.changes else None, done.changes)


class WriteArchive:
    """Takes an archive over, after a backup."""

    def __init__(self, path: Path, step: str) -> None:
        """Name the archive; ``step`` names the work, translated."""
        self._path, self._step = path, step

    def __call__(self, desk: "Desk", progress: Progress) -> OpResult[UUID | None]:
        """Write; stopped, nothing is written."""
        from clusterdesk.exchange.archive.load import import_archive
        from clusterdesk.services.maintenance import back_up_if_changed

        if desk.settings.backups:
            back_up_if_changed(desk.store, "import", progress.named(self._step))
        done = import_archive(desk.store, self._path, progress.named(self._step))
        return OpResult(done.changes.operation_id if done.changes else None, done.changes)


class WriteRefused:
    """Writes the rows of a plan into a file that are refused or not decided."""

    def __init__(self, plan: "ImportPlan", decisions: Mapping[int, Decision], path: Path, t: Translate) -> None:
        """Write the reasons in the language of ``t``; ``decisions`` are those about open rows."""
        self._plan, self._decisions, self._path, self._t = plan, decisions, path, t

    def __call__(self, _progress: Progress) -> Path:
        """Write."""
        from clusterdesk.exchange.importing.refused_rows import refused_csv

        content = refused_csv(self._plan, self._t, self._decisions)
        try:
            self._path.write_bytes(content)
        except OSError as error:
            raise KnownError(
                "cannot_write",
                N_("The file {name} could not be written."),
                advice=N_("Choose another folder, or close the file where it is open, and save it again."),
                name=self._path.name,
            ) from error
        return self._path


def fate(operation_id: UUID, desk: "Desk") -> tuple[bool, UUID]:
    """Tell whether an import was taken back, and by which id (its own, of its undo, its redo) to ask the next time."""
    from clusterdesk.services.lookup import undoable

    standing, taken_back = undoable(desk.store)
    for undone, stack in ((False, standing), (True, taken_back)):
        for one in stack:
            if operation_id in (one.id, one.undoes):
                return undone, one.id
    return False, operation_id
