"""Upkeep behind the window: the backup of the start, one every half hour if something changed, the state line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences

if TYPE_CHECKING:
    from clusterdesk.gui.binder_state import BinderState

_MINUTE_MS = 60_000
_DAY_SECONDS = 86_400


class Upkeep(QObject):
    """Backs the binder up while the window is open.

    Signals:
        told: how the binder stands (a BinderState), after each look.
        failed: a backup could not be made (the error).
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, preferences: Preferences) -> None:  # type: ignore[type-arg]
        """Use the worker; nothing happens before ``start``."""
        super().__init__()
        self._worker, self._preferences = worker, preferences
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._interval)

    def start(self) -> None:
        """Look how the binder stands and back it up, after what was asked before."""
        self._look("start", back_up=False)
        self._look("start", back_up=self._preferences.current.backups)
        self._timer.start(self._preferences.current.backup_interval_minutes * _MINUTE_MS)

    def stop(self) -> None:
        """Make no more backups."""
        self._timer.stop()

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


def state_line(kit: Kit, state: "BinderState | None") -> str:
    """Return the line at the bottom of the rail."""
    t, formats = kit.t, kit.formats
    if state is None:  # not read yet
        return t("Offline")
    if state.last_backup is None:
        return t("Offline · no backup yet")
    age = (kit.clock.now() - state.last_backup).total_seconds()
    when = formats.time(state.last_backup) if age < _DAY_SECONDS else formats.date(state.last_backup)
    return t("Offline · backup {time}", time=when)
