"""The two tabs of the place Today: the day and the week."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen

_KEYS = ("Ctrl+Tab", "Ctrl+Shift+Tab")
TO_WEEK = Shortcut("tab-week", N_("To the week"), _KEYS, N_("Today"), Scope.PAGE, routes.TODAY)
TO_TODAY = Shortcut("tab-today", N_("To today"), _KEYS, N_("Week"), Scope.PAGE, routes.WEEK)
_PLACES = (routes.TODAY, routes.WEEK)


class DayTabs(QTabBar):
    """Today | Week; the key goes to the other one.

    Signals:
        went: the Route of the other tab.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, place: str, page: QWidget) -> None:
        """Stand on a place; its key works on ``page``."""
        super().__init__(page)
        self._own = _PLACES.index(place)
        self.setProperty("role", "tabs")
        self.setAccessibleName(kit.t("Today and week"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for words in (kit.t("Today"), kit.t("Week")):
            self.addTab(words)
        self.setCurrentIndex(self._own)
        self.currentChanged.connect(self._go)
        shortcut = TO_WEEK if place == routes.TODAY else TO_TODAY
        listen(page, shortcut, kit.t(shortcut.label), self._go)

    @Slot()
    def _go(self) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self._own)  # this page keeps showing where it is
        self.went.emit(Route(_PLACES[1 - self._own]))
