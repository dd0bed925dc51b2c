"""Rounds of sending behind the window: the store in its worker, the drive in a thread of its own and a helper process.

A drive that does not answer holds up this one thread, never a page and never what is being saved.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clusterdesk.domain.outgoing.open_export import Rhythm
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.outgoing.folder import TeamFolder
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.sending import Sending
from clusterdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from clusterdesk.gui.outgoing.turns import Step
    from clusterdesk.sync.pace import Pace
    from clusterdesk.sync.watched_process import DriveHelper
    from clusterdesk.sync.wire import Outcome


_AFTER_A_BUG_MS = 600_000


class Sender(QObject):
    """Sends what is due: at the start, when something was put into the outbox, and again after a while.

    Signals:
        failed: a round broke off for a reason that is not the drive's.
    """

    failed = Signal(object)

    def __init__(self, worker: DeskWorker[Any], preferences: Preferences, sending: Sending) -> None:
        """Use the worker; nothing happens before ``start``."""
        super().__init__()
        self._worker, self._preferences, self._sending = worker, preferences, sending
        self._lane = Lane(threads=1)
        self._helper: DriveHelper | None = None
        self._pace: Pace | None = None
        self._folder = ""
        self._step: Step | None = None
        self._working = self._stopped = False
        self._wanted: list[tuple[frozenset[Any] | None, bool]] = []
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)
        sending.asked.connect(self._asked)
        preferences.changed.connect(self._preference_changed)
        self._lane.failed.connect(self._broken)
        self._begun = False
        self._choosing = TeamFolder(worker, self._lane, self._helper_process, preferences, sending)

    def start(self) -> None:
        """Send for the first time; the binder is open."""
        self._begun = True
        self._asked(None, False)

    def stop(self) -> None:
        """Send no more; what is under way is taken up again at the next start."""
        self._stopped = True
        self._timer.stop()
        if self._helper is not None:
            self._helper.close()  # ends an answer that is still waited for
        self._lane.stop()
        if self._helper is not None:
            self._helper.close()
        if self._step is not None:
            self._step.turn.close()

    @Slot()
    def _due(self) -> None:
        self._asked(None, False)

    @Slot(object, bool)
    def _asked(self, ids: frozenset[Any] | None, now: bool) -> None:
        if not self._begun or self._stopped:
            return
        if self._working:
            self._wanted.append((ids, now))
            return
        # What sends comes in after the first paint, as the store does.
        from clusterdesk.gui.outgoing.turns import Begin

        self._working = True
        self._timer.stop()
        self._folder = self._preferences.current.shared_folder
        if now and self._pace is not None:
            self._pace.reset()
        self._worker.submit(Begin(self._preferences.current, ids, now=now), self._go_on, self._broken, owner=self)

    def _go_on(self, step: "Step") -> None:
        self._step = step
        if step.refused is not None and step.refused.code not in self._told:  # once is enough
            self._told.add(step.refused.code)
            self.failed.emit(step.refused)
        if step.turn.report.elsewhere:  # a command sends at this moment: it knows how the drive stands, not we
            known = self._sending.state or step.state
            self._sending.tell(replace(step.state, drive=known.drive, trouble=known.trouble, asked=known.asked))
        elif step.state.asked or step.task is None:
            self._sending.tell(step.state)
        if self._stopped:
            step.turn.close()
        elif step.task is None:
            self._ended(step)
        else:
            self._lane.submit(_Ask(self._helper_process(), step), self._answered, owner=self)

    def _answered(self, outcome: "Outcome") -> None:
        from clusterdesk.gui.outgoing.turns import Settle

        if self._step is not None and not self._stopped:
            job = Settle(self._step, outcome, self._folder)
            self._worker.submit(job, self._go_on, self._broken, owner=self)

    def _ended(self, step: "Step") -> None:
        from clusterdesk.sync.pace import Pace

        self._working, self._step = False, None
        self._pace = self._pace or Pace()
        if self._wanted:
            self._asked(*self._wanted.pop(0))
        elif self._folder.strip() or self._preferences.current.open_export != Rhythm.OFF:
            self._timer.start(round(self._pace.after(step.turn.report).total_seconds() * 1000))

    @Slot(object)
    def _broken(self, error: BaseException) -> None:
        if self._step is not None:
            self._step.turn.close()
        self._working, self._step = False, None
        self._timer.start(_AFTER_A_BUG_MS)
        self.failed.emit(error)

    def _helper_process(self) -> "DriveHelper":
        from clusterdesk.sync.watched_process import DriveHelper

        if self._helper is None:
            self._helper = DriveHelper(self._preferences.current.drive_silence_seconds)
        return self._helper

    @Slot(str)
    def _preference_changed(self, key: str) -> None:
        if key in ("shared_folder", "open_export"):
            self._asked(None, key == "shared_folder")


class _Ask:
    """One question to the drive."""

    def __init__(self, helper: "DriveHelper", step: "Step") -> None:
        self._helper, self._step = helper, step

    def __call__(self, _progress: object) -> "Outcome":
        assert self._step.task is not None
        return self._step.task.run(self._helper)
