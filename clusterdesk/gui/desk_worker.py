"""The database worker: one thread that opens the desk and runs everything that touches the store.

Pages never see the store in the GUI thread. They hand a function over, and get its result back::

    worker.submit(read_list, self._show)                      # read_list(desk) -> rows;  self._show(rows)
    worker.submit(partial(save, command), self._saved, self._not_saved)
    worker.submit_long(run_import, self._imported, on_progress=bar.progress, on_cancelled=bar.finish)

The function must return plain data (frozen records, views, numbers), never anything bound to the connection.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from clusterdesk.gui.tasks import Lane, Progress, Ticket


class Closing(Protocol):
    """What the worker asks of a desk: that it can be closed, in the thread that opened it."""

    def close(self) -> None:
        """Release database and lock."""
        ...


class DeskWorker[D: Closing](QObject):
    """Runs jobs with the desk, one after the other, in one thread.

    Signals (all in the GUI thread):
        opened: the desk is open (right after the first job began).
        opening_failed: it could not be opened (locked, newer, damaged); every waiting job fails with the same error.
        failed: the error of a job that had no ``on_error``.
        busy_changed: there is work now, or none any more.
    """

    opened = Signal()
    opening_failed = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, open_desk: Callable[[], D]) -> None:
        """Take the factory; nothing is opened and no thread is started before the first job."""
        super().__init__()
        self._open_desk = open_desk
        self._lane = Lane(threads=1)
        self._lane.failed.connect(self.failed)
        self._lane.busy_changed.connect(self.busy_changed)
        self._desk: D | None = None
        self._failure: BaseException | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs, waits, or has a result under way."""
        return self._lane.busy

    @property
    def broken(self) -> bool:
        """Whether the desk could not be opened."""
        return self._failure is not None

    def open(self) -> None:
        """Open the desk now, after the first paint; the signals tell how it went."""
        self._lane.submit(self._open_in_thread, self._tell_opened, self._tell_failure)

    def before[T](self, job: Callable[[], T], on_done: Callable[[T], None] | None = None) -> Ticket:
        """Run a job that needs no desk, in order with the others: it never waits for the opening."""
        return self._lane.submit(_Deskless(job), on_done)

    def submit[T](
        self,
        job: Callable[[D], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        latest: str = "",
        owner: QObject | None = None,
    ) -> Ticket:
        """Run ``job(desk)`` in the worker; then ``on_done(result)`` or ``on_error(error)`` in the GUI thread.

        Without ``on_error`` the application shows the error. ``latest`` names a question of which only the newest
        answer matters; ``owner`` is the object whose deletion silences the callbacks (default: that of ``on_done``).
        """
        return self._lane.submit(_Short(self, job), on_done, on_error, latest=latest, owner=owner)

    def submit_long[T](
        self,
        job: Callable[[D, Progress], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        on_progress: Callable[[str, int, int], None],
        on_cancelled: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Run ``job(desk, progress)``; it calls ``progress(step, done, total)`` per unit of work, which also cancels.

        ``ticket.cancel()`` stops it at its next unit. Drafts wait meanwhile: whatever needs no store (reading a
        file, rendering pages) belongs into the lane for files.
        """
        return self._lane.submit(
            _Long(self, job), on_done, on_error, on_cancelled=on_cancelled, on_progress=on_progress, owner=owner
        )

    def exchange(
        self,
        job: Callable[[D, Progress], D],
        on_done: Callable[[bool], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        on_progress: Callable[[str, int, int], None],
        on_cancelled: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Run ``job(desk, progress)``, which closes the desk and returns another one to go on with (a backup restored).

        ``on_done`` gets True. A job that fails, or is stopped, must leave the desk open.
        """
        return self._lane.submit(
            _Exchange(self, job), on_done, on_error, on_cancelled=on_cancelled, on_progress=on_progress, owner=owner
        )

    def take(self, desk: D) -> None:
        """Go on with another desk; for the worker's thread only."""
        self._desk = desk

    def stop(self, milliseconds: int = 30_000) -> bool:
        """Save what is waiting, close the desk in its thread and end the thread; False when out of time."""
        return self._lane.stop(milliseconds, last=self._close)

    def desk(self) -> D:
        """Return the desk, opened when it is not yet; for the worker's thread only."""
        if self._failure is not None:
            raise self._failure
        if self._desk is None:
            try:
                self._desk = self._open_desk()
            except BaseException as error:
                self._failure = error
                raise
        return self._desk

    def _open_in_thread(self, _progress: Progress) -> bool:
        self.desk()
        return True

    def _tell_opened(self, _result: bool) -> None:
        self.opened.emit()

    def _tell_failure(self, error: BaseException) -> None:
        self.opening_failed.emit(error)

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None


class _Deskless[T]:
    """A job without a desk."""

    def __init__(self, job: Callable[[], T]) -> None:
        self._job = job

    def __call__(self, _progress: Progress) -> T:
        return self._job()


class _Short[D: Closing, T]:
    """A job without progress."""

    def __init__(self, worker: DeskWorker[D], job: Callable[[D], T]) -> None:
        self._worker, self._job = worker, job

    def __call__(self, _progress: Progress) -> T:
        return self._job(self._worker.desk())


class _Exchange[D: Closing]:
    """A job after which the worker goes on with another desk."""

    def __init__(self, worker: DeskWorker[D], job: Callable[[D, Progress], D]) -> None:
        self._worker, self._job = worker, job

    def __call__(self, progress: Progress) -> bool:
        self._worker.take(self._job(self._worker.desk(), progress))
        return True


class _Long[D: Closing, T]:
    """A job that reports its steps."""

    def __init__(self, worker: DeskWorker[D], job: Callable[[D, Progress], T]) -> None:
        self._worker, self._job = worker, job

    def __call__(self, progress: Progress) -> T:
        return self._job(self._worker.desk(), progress)
