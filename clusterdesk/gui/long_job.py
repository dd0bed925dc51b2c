"""What a page does that takes its time: one at a time, told by its busy bar, stopped by Cancel, errors shown."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.tasks import Ticket
from clusterdesk.gui.widgets.busy_bar import BusyBar


class Submit(Protocol):
    """How a long job is handed over: ``desk.submit_long``, ``context.write_long``, ``desk.exchange``."""

    def __call__(
        self,
        job: Any,  # noqa: ANN401 - each takes another kind of job
        on_done: Any = None,  # noqa: ANN401
        on_error: Any = None,  # noqa: ANN401
        *,
        on_progress: Callable[[str, int, int], None],
        on_cancelled: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Hand it over."""
        ...


class LongJob(QObject):
    """Runs one job after the other for a page.

    Signals:
        rested: the job has ended, in whatever way; a result is given afterwards.
    """

    rested = Signal()

    def __init__(self, context: Context, busy: BusyBar, parent: QWidget) -> None:
        """Tell by ``busy``; nothing comes back once ``parent`` is gone."""
        super().__init__(parent)
        self._context, self._busy = context, busy
        self._ticket: Ticket | None = None
        self._on_done: Callable[[Any], None] | None = None
        busy.cancel_asked.connect(self.cancel)

    def run(
        self, step: str, job: Callable[..., Any], on_done: Callable[[Any], None], submit: Submit | None = None
    ) -> None:
        """Begin a job; one that still runs is forgotten. ``step`` is its name; by default it only reads."""
        if self._ticket is not None:
            self._ticket.forget()
        self._busy.start(step)
        self._on_done = on_done
        hand_over = submit or self._context.desk.submit_long
        self._ticket = hand_over(
            job, self._done, self._failed, on_progress=self._busy.progress, on_cancelled=self._rest, owner=self
        )

    @Slot()
    def cancel(self) -> None:
        """Stop it; the bar stays until it has really stopped."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _done(self, result: object) -> None:
        on_done = self._on_done
        self._rest()
        if on_done is not None:
            on_done(result)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self._context.shell.show_error(error)

    def _rest(self) -> None:
        self._ticket = self._on_done = None
        self._busy.finish()
        self.rested.emit()
