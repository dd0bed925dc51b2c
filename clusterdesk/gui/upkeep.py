"""Upkeep behind the window: backups at the start and while something changes, what waits is sent, the state line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.sending import Sending

if TYPE_CHECKING:
    from clusterdesk.gui.binder_state import BinderState
    from clusterdesk.gui.outgoing.sender import Sender

_MINUTE_MS = 60_000
_DAY_SECONDS = 86_400


class Upkeep(QObject):
    """Backs the binder up and sends what waits while the window is open; ``sending`` tells of the latter.

    Signals:
        told: how the binder stands (a BinderState), after each look.
        failed: a backup could not be made, or nothing be sent, and not because of the drive (the error).
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, preferences: Preferences) -> None:  # type: ignore[type-arg]
        """Use the worker; nothing happens before ``start``."""
        super().__init__()
        self._worker, self._preferences = worker, preferences
        self.sending = Sending()
        self._sender: Sender | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._interval)

    def start(self) -> None:
        """Look how the binder stands and back it up, after what was asked before."""
        self._look("start", back_up=False)
        self._look("start", back_up=self._preferences.current.backups)
        self._timer.start(self._preferences.current.backup_interval_minutes * _MINUTE_MS)
        # What sends comes in after the first paint, as what backs up does.
        from clusterdesk.gui.outgoing.sender import Sender

        self._sender = Sender(self._worker, self._preferences, self.sending)
        self._sender.failed.connect(self.failed)
        self._sender.start()

    def stop(self) -> None:
        """Make no more backups, and send no more."""
        self._timer.stop()
        if self._sender is not None:
            self._sender.stop()

    @Slot()
    def _interval(self) -> None:
        self._look("interval", back_up=self._preferences.current.backups)

    def _look(self, reason: str, *, back_up: bool) -> None:
        # Nothing is backed up before the first paint: what does it comes in afterwards.
        from clusterdesk.gui.binder_state import BackUp

        self._worker.submit(BackUp(reason, wanted=back_up), self._tell, self._fail)

    def _tell(self, state: "BinderState") -> None:
        self.told.emit(state)

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error)


def state_line(kit: Kit, state: "BinderState | None", *, shared: bool = False) -> str:
    """Return the line at the bottom of the rail; ``shared``: how the drive stands is told beside it."""
    t, formats = kit.t, kit.formats
    if state is None:  # not read yet
        return "" if shared else t("Offline")
    if state.last_backup is None:
        return t("No backup yet") if shared else t("Offline · no backup yet")
    age = (kit.clock.now() - state.last_backup).total_seconds()
    when = formats.time(state.last_backup) if age < _DAY_SECONDS else formats.date(state.last_backup)
    return t("Backup {time}", time=when) if shared else t("Offline · backup {time}", time=when)
