"""Somebody who starts the program for the first time, opens the sample, sees Today and leaves: a process of its own."""

import sys

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from clusterdesk.config.settings import Settings
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.gui import app
from clusterdesk.gui.pages.binders.page import BindersPage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow


class Guest(QObject):
    """Acts on what is shown, and says what it saw."""

    def __init__(self) -> None:
        """Begin to look once the loop of events runs."""
        super().__init__()
        self._welcomed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    @Slot()
    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            page = window.page if isinstance(window, MainWindow) and window.isVisible() else None
            if isinstance(page, BindersPage) and not self._welcomed:
                self._welcomed = True
                print("welcome")
                page.sample.button.click()
            elif isinstance(page, TodayPage) and SettingsStore().load().last_binder:
                print("today")
                self._timer.stop()
                window.close()


if __name__ == "__main__":
    application = QApplication(["clusterdesk"])
    guest = Guest()
    folder = app.binder_to_open(None, Settings())
    sys.exit(app.run(folder, Settings(), "fr", app.read_ahead(folder, Settings(), "fr")))
