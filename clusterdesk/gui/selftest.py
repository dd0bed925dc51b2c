"""The window opened where nobody sees it, to prove that a packaged program has all its parts."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.gui.app import read_ahead
from clusterdesk.gui.application import Application

_LOOK_EVERY_MS = 50
_PATIENCE_MS = 60_000


class _Visitor(QObject):
    """Looks at the window until its binder is open, then closes it."""

    def __init__(self, binder: Path) -> None:
        """Start looking as soon as the loop of events runs."""
        super().__init__()
        self.seen = False
        self._binder = str(binder)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)

    @Slot()
    def _look(self) -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible()]
        # The application writes this once the database is open behind the window.
        opened = SettingsStore().load().last_binder == self._binder
        told = QApplication.activeModalWidget() is not None
        self.seen = bool(windows) and opened and not told
        if self.seen or told or self._clock.hasExpired(_PATIENCE_MS):
            self._timer.stop()
            QApplication.closeAllWindows()
            QApplication.quit()


def open_and_close(binder: Path, language: str) -> bool:
    """Open the window on a binder, wait until the binder is open, close it; tell whether all went well."""
    settings = SettingsStore().load()
    application = Application(binder, settings, language, read_ahead(binder, settings, language))
    visitor = _Visitor(binder)
    code = application.run()
    return code == 0 and visitor.seen
