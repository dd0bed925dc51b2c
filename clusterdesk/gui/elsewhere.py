"""What was written beside the window – by the command line – is noticed, and shown at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clusterdesk.gui.desk_worker import DeskWorker

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpChanges
    from clusterdesk.services.elsewhere import Elsewhere as ElsewhereService

_EVERY_MS = 1_000


class Elsewhere(QObject):
    """Looks every second, when the worker has nothing better to do.

    Signals:
        written: somebody else has written into the binder (OpChanges).
    """

    written = Signal(object)

    def __init__(self, worker: "DeskWorker[Desk]") -> None:
        """Use the worker; nothing happens before ``start``."""
        super().__init__()
        self._worker = worker
        self._look_at = _Look()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Take what stands in the binder now as known, and look from then on."""
        self._worker.submit(self._look_at, self._tell, self._wait)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if not self._worker.busy:
            self._worker.submit(self._look_at, self._tell, self._wait, latest="elsewhere")

    def _tell(self, changes: "OpChanges") -> None:
        if changes:
            self.written.emit(changes)

    def _wait(self, _error: BaseException) -> None:
        """Say nothing: whoever works in the window meets the same trouble, and is told there."""


class _Look:
    """The job in the worker's thread: the service imports the store, which only that thread may pay for."""

    def __init__(self) -> None:
        self._elsewhere: ElsewhereService | None = None

    def __call__(self, desk: "Desk") -> "OpChanges":
        if self._elsewhere is None:
            from clusterdesk.services.elsewhere import Elsewhere as Service

            self._elsewhere = Service()
        return self._elsewhere.look(desk.store)
