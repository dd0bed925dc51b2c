"""The work of the page of a file of figures: one job at a time, told by a bar, which can be stopped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.tasks import Ticket
from clusterdesk.gui.widgets.busy_bar import BusyBar


class FileJob(QObject):
    """The work of the page, one after the other, told by a bar.

    Signals:
        failed: the error.
    """

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._context = context
        self.busy = BusyBar(context.kit)
        self._ticket: Ticket | None = None
        self.busy.cancel_asked.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether something is under way."""
        return self._ticket is not None

    def files(self, step: str, job: Callable[..., Any], on_done: Callable[[Any], None]) -> None:
        """Run a job without the binder."""
        self._begin(step)
        self._ticket = self._context.files.submit(
            job,
            _After(self, on_done),
            self._failed,
            on_cancelled=self._rest,
            on_progress=self.busy.progress,
            owner=self,
        )

    def desk(self, step: str, job: Callable[..., Any], on_done: Callable[[Any], None]) -> None:
        """Run a job that reads the binder."""
        self._begin(step)
        self._ticket = self._context.desk.submit(job, _After(self, on_done), self._failed, owner=self)

    def write(self, step: str, job: Callable[..., Any], on_done: Callable[[Any], None], toast: str) -> None:
        """Run a job that writes."""
        self._begin(step)
        self._ticket = self._context.write_long(
            job,
            _After(self, on_done),
            self._failed,
            on_progress=self.busy.progress,
            on_cancelled=self._rest,
            toast=toast,
            owner=self,
        )

    @Slot()
    def cancel(self) -> None:
        """Stop it."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _begin(self, step: str) -> None:
        if self._ticket is not None:
            self._ticket.forget()
        self.busy.start(step)

    def _rest(self) -> None:
        self._ticket = None
        self.busy.finish()

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self.failed.emit(error)

    def rest(self) -> None:
        """Say that the job has ended."""
        self._rest()


class _After:
    """Ends the job, then hands its result on."""

    def __init__(self, job: FileJob, on_done: Callable[[Any], None]) -> None:
        self._job, self._on_done = job, on_done

    def __call__(self, result: Any) -> None:  # noqa: ANN401
        self._job.rest()
        self._on_done(result)
