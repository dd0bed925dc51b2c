"""Work outside the GUI thread: lanes of jobs whose results come back, one by one, into the GUI thread.

How it keeps its promises: a job is a QRunnable with plain data; it puts its outcome into a mailbox that the
lane owns (never the job: signals of dying runnables get lost) and knocks; each knock, queued to the GUI
thread, delivers exactly one outcome. Of ``on_done``, ``on_error`` and ``on_cancelled`` exactly one is called,
unless the widget that asked is gone or asked anew (``latest``).
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from clusterdesk.base.errors import DeskError

_PROGRESS_EVERY = 0.1  # seconds between two reports that reach the screen


class CancelledError(DeskError):
    """The user asked to stop; raised inside the job at its next unit of work."""


class Progress:
    """What a long job gets to report its steps; calling it also stops a cancelled job."""

    def __init__(self) -> None:
        """Start not cancelled, with nothing to report to."""
        self._cancelled = threading.Event()
        self._report: Callable[[str, int, int], None] | None = None
        self._last = 0.0

    def __call__(self, step: str, done: int = 0, total: int = 0) -> None:
        """Report a named step (already translated) and how far it is; ``total`` 0 = unknown.

        Raises CancelledError when the user asked to stop: call it once per unit of work.
        """
        self.check()
        now = time.monotonic()
        if self._report is not None and (now - self._last >= _PROGRESS_EVERY or (total and done >= total)):
            self._last = now
            self._report(step, done, total)

    def named(self, step: str) -> Callable[[int, int], None]:
        """Return what services report to: ``(done, total)`` of a step named here (already translated)."""
        return _Named(self, step)

    def check(self) -> None:
        """Raise CancelledError when the user asked to stop."""
        if self._cancelled.is_set():
            raise CancelledError

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask to stop; any thread may."""
        self._cancelled.set()

    def listen(self, report: Callable[[str, int, int], None]) -> None:
        """Name who hears the reports (called in the job's thread)."""
        self._report = report


class _Named:
    """Reports the numbers of one step; where there are none it says the step once, and then only stops."""

    def __init__(self, progress: Progress, step: str) -> None:
        self._progress, self._step = progress, step
        self._said = False

    def __call__(self, done: int, total: int) -> None:
        if total or not self._said:
            self._said = True
            self._progress(self._step, done, total)
        else:
            self._progress.check()


class Ticket:
    """A handle on a submitted job, for the GUI thread."""

    def __init__(self, call: Callable[[Progress], Any], owner: QObject | None) -> None:
        """Remember the work and the widget that asked for it."""
        self.call = call
        self.owner = owner
        self.progress = Progress()
        self.on_done: Callable[[Any], None] | None = None
        self.on_error: Callable[[BaseException], None] | None = None
        self.on_cancelled: Callable[[], None] | None = None
        self.on_progress: Callable[[str, int, int], None] | None = None
        self.silent = False
        self.finished = False

    def cancel(self) -> None:
        """Stop the job at its next unit of work; ``on_cancelled`` tells when it has stopped."""
        self.progress.cancel()

    def forget(self) -> None:
        """Cancel, and call nothing back any more."""
        self.silent = True
        self.progress.cancel()

    def listens(self) -> bool:
        """Whether whoever asked still wants to hear."""
        return not self.silent and self.alive(self.owner)

    @staticmethod
    def alive(owner: QObject | None) -> bool:
        """Whether an object has not been deleted by Qt (None never is)."""
        return owner is None or shiboken6.isValid(owner)


class _Mailbox(QObject):
    """Carries outcomes from worker threads to the GUI thread; lives in the GUI thread and is owned by its lane."""

    knock = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letters: deque[Callable[[], None]] = deque()
        self.knock.connect(self.deliver_one, Qt.ConnectionType.QueuedConnection)

    def post(self, letter: Callable[[], None]) -> None:
        self._letters.append(letter)
        self.knock.emit()

    @Slot()
    def deliver_one(self) -> None:
        if self._letters:
            self._letters.popleft()()

    def drain(self) -> None:
        while self._letters:
            self.deliver_one()


class _Job(QRunnable):
    """Runs one ticket in the pool's thread and posts what came of it."""

    def __init__(self, ticket: Ticket, post: Callable[[Ticket, object, BaseException | None], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the lane holds us until the outcome has arrived
        self._ticket = ticket
        self._post = post

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            self._ticket.progress.check()
            result = self._ticket.call(self._ticket.progress)
        except BaseException as raised:  # noqa: BLE001 - the edge of the thread: every error travels to the GUI thread
            error = raised
        self._post(self._ticket, result, error)


class Lane(QObject):
    """A queue of jobs with its own threads (one, or a few for plain file work).

    Signals:
        failed: the error of a job that had no ``on_error``.
        busy_changed: there is work now, or none any more.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, threads: int = 1) -> None:
        """Make a lane; its threads start with the first job and live until ``stop``."""
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)  # a database connection belongs to its thread
        self._mailbox = _Mailbox()
        self._open: dict[Ticket, _Job] = {}
        self._latest: dict[str, Ticket] = {}
        self._stopping = False
        self._told_busy = False

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits, or a result has not been delivered yet."""
        return bool(self._open)

    def submit[T](
        self,
        call: Callable[[Progress], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        on_cancelled: Callable[[], None] | None = None,
        on_progress: Callable[[str, int, int], None] | None = None,
        latest: str = "",
        owner: QObject | None = None,
    ) -> Ticket:
        """Queue a job; call from the GUI thread only.

        ``latest`` names a question of which only the newest answer matters (a search while typing): an older
        job of that name is dropped. ``owner``: nothing is called back once it is deleted; by default the object
        whose method ``on_done`` is. After ``stop`` the job is cancelled at once.
        """
        ticket = Ticket(call, owner or owner_of(on_done))
        ticket.on_done, ticket.on_error = on_done, on_error
        ticket.on_cancelled, ticket.on_progress = on_cancelled, on_progress
        if self._stopping:
            ticket.forget()
            ticket.finished = True
            return ticket
        if latest:
            older = self._latest.get(latest)
            if older is not None:
                older.forget()
            self._latest[latest] = ticket
        ticket.progress.listen(_Reporter(ticket, self._mailbox))
        job = _Job(ticket, self._post)
        self._open[ticket] = job
        self._tell_busy()
        self._pool.start(job)
        return ticket

    def stop(self, milliseconds: int = 30_000, *, last: Callable[[], None] | None = None) -> bool:
        """Finish what was asked for, run ``last`` in a worker thread, end the threads; False when out of time.

        Long jobs are cancelled; short ones (a save, a draft) run to their end. Results still under way are
        delivered before this returns.
        """
        for ticket in self._open:
            if ticket.on_progress is not None or ticket in self._latest.values():
                ticket.cancel()
        if last is not None and not self._stopping:
            self.submit(_Last(last))
        self._stopping = True
        ended = self._pool.waitForDone(milliseconds)
        self._mailbox.drain()
        return ended

    def _post(self, ticket: Ticket, result: object, error: BaseException | None) -> None:
        self._mailbox.post(_Letter(self, ticket, result, error))

    def finish(self, ticket: Ticket, result: object, error: BaseException | None) -> None:
        """Deliver an outcome; the mailbox calls this in the GUI thread."""
        self._open.pop(ticket, None)
        ticket.finished = True
        for name in [name for name, newest in self._latest.items() if newest is ticket]:
            del self._latest[name]
        try:
            if ticket.listens():
                self._call_back(ticket, result, error)
        finally:
            self._tell_busy()

    def _tell_busy(self) -> None:
        """Tell only what is new: an answer that asks the next question leaves the lane as busy as it was."""
        if self._told_busy != self.busy:
            self._told_busy = self.busy
            self.busy_changed.emit(self._told_busy)

    def _call_back(self, ticket: Ticket, result: object, error: BaseException | None) -> None:
        if error is None:
            if ticket.on_done is not None:
                ticket.on_done(result)
        elif isinstance(error, CancelledError):
            if ticket.on_cancelled is not None:
                ticket.on_cancelled()
        elif ticket.on_error is not None:
            ticket.on_error(error)
        else:
            self.failed.emit(error)


class _Letter:
    """One outcome on its way; plain data."""

    def __init__(self, lane: Lane, ticket: Ticket, result: object, error: BaseException | None) -> None:
        self._outcome = (lane, ticket, result, error)

    def __call__(self) -> None:
        lane, ticket, result, error = self._outcome
        lane.finish(ticket, result, error)


class _Reporter:
    """Posts progress reports of a ticket."""

    def __init__(self, ticket: Ticket, mailbox: _Mailbox) -> None:
        self._ticket = ticket
        self._mailbox = mailbox

    def __call__(self, step: str, done: int, total: int) -> None:
        if self._ticket.on_progress is not None:
            self._mailbox.post(_Report(self._ticket, step, done, total))


class _Report:
    """One progress report on its way; plain data."""

    def __init__(self, ticket: Ticket, step: str, done: int, total: int) -> None:
        self._ticket, self._values = ticket, (step, done, total)

    def __call__(self) -> None:
        ticket = self._ticket
        if not ticket.finished and ticket.listens() and ticket.on_progress is not None:
            ticket.on_progress(*self._values)


class _Last:
    """The job that closes what the lane's thread has opened."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call

    def __call__(self, _progress: Progress) -> None:
        self._call()


def owner_of(callback: object) -> QObject | None:
    """Return the object whose method a callback is, None for a plain function."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
