"""The engine room of the wizard: one job at a time, which can be stopped."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from clusterdesk.exchange.importing.verdicts import Decision
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.reading.source import TableSource
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.importing.planning import PlanArchive, PlanList
from clusterdesk.gui.pages.importing.reading import Reading, ReadList
from clusterdesk.gui.pages.importing.writing import WriteArchive, WriteList
from clusterdesk.gui.tasks import Ticket

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan


class ImportRun(QObject):
    """Runs the jobs of the wizard.

    Signals:
        began: work has begun: its name (translated).
        progressed: step, done, total.
        ended: no work is going on any more (before any of the following).
        opened: an OpenedList was read.
        planned: an ImportPlan was made; archive_planned: an ArchivePlan.
        written: the id of the operation, None where there was nothing to write.
        stopped: the user's wish to stop was fulfilled.
        failed: the error.
    """

    began = Signal(str)
    progressed = Signal(str, int, int)
    ended = Signal()
    opened = Signal(object)
    planned = Signal(object)
    archive_planned = Signal(object)
    written = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._context = context
        self._ticket: Ticket | None = None
        self.writing = False

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._ticket is not None

    def read(self, reading: Reading, known: TableSource | None = None) -> None:
        """Read a file, or lay out a known table anew."""
        step = self._context.kit.t("Reading {name}", name=reading.path.name)
        self._begin(step)
        self._ticket = self._context.files.submit(
            ReadList(reading, step, known),
            self._opened,
            self._failed,
            on_cancelled=self._stopped,
            on_progress=self._progress,
            owner=self,
        )

    def plan(self, opened: OpenedList) -> None:
        """Decide about every row of a list."""
        step = self._context.kit.t("Looking at every row")
        self._begin(step)
        self._ticket = self._context.desk.submit_long(
            PlanList(opened, step),
            self._planned,
            self._failed,
            on_progress=self._progress,
            on_cancelled=self._stopped,
            owner=self,
        )

    def plan_archive(self, path: Path) -> None:
        """Look at every line of an archive."""
        step = self._context.kit.t("Looking at every line of {name}", name=path.name)
        self._begin(step)
        self._ticket = self._context.desk.submit_long(
            PlanArchive(path, step),
            self._archive_planned,
            self._failed,
            on_progress=self._progress,
            on_cancelled=self._stopped,
            owner=self,
        )

    def write(self, plan: "ImportPlan", decisions: Mapping[int, Decision], toast: str) -> None:
        """Import a list, as one operation: stopped, nothing of it is written."""
        self._write(WriteList(plan, decisions, self._importing), toast)

    def write_archive(self, path: Path, toast: str) -> None:
        """Import an archive."""
        self._write(WriteArchive(path, self._importing), toast)

    @Slot()
    def stop(self) -> None:
        """Ask the job to stop; ``stopped`` tells when it has."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _drop(self) -> None:
        """Stop, and hear nothing of it any more; what is being written is never left."""
        if self._ticket is not None and not self.writing:
            self._ticket.forget()
            self._end()

    def _write(self, job: WriteList | WriteArchive, toast: str) -> None:
        self._begin(self._importing)
        self.writing = True
        self._ticket = self._context.write_long(
            job,
            self._written,
            self._failed,
            on_progress=self._progress,
            on_cancelled=self._stopped,
            toast=toast,
            owner=self,
        )

    @property
    def _importing(self) -> str:
        return self._context.kit.t("Importing")

    def _begin(self, step: str) -> None:
        self._drop()
        self.began.emit(step)

    def _end(self) -> None:
        self._ticket, self.writing = None, False
        self.ended.emit()

    def _progress(self, step: str, done: int, total: int) -> None:
        self.progressed.emit(step, done, total)

    def _opened(self, opened: OpenedList) -> None:
        self._end()
        self.opened.emit(opened)

    def _planned(self, plan: "ImportPlan") -> None:
        self._end()
        self.planned.emit(plan)

    def _archive_planned(self, plan: "ArchivePlan") -> None:
        self._end()
        self.archive_planned.emit(plan)

    def _written(self, operation_id: UUID | None) -> None:
        self._end()
        self.written.emit(operation_id)

    def _stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _failed(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)
