"""The keys of Week: each does what a button, a menu or dragging does."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen

_GROUP = N_("Week")
PRINT = Shortcut("week-print", N_("Print"), ("Ctrl+P",), _GROUP, Scope.PAGE, routes.WEEK)
BEFORE = Shortcut("week-before", N_("The week before"), ("Ctrl+PgUp",), _GROUP, Scope.PAGE, routes.WEEK)
AFTER = Shortcut("week-after", N_("The week after"), ("Ctrl+PgDown",), _GROUP, Scope.PAGE, routes.WEEK)
THIS = Shortcut("week-this", N_("This week"), ("Ctrl+Home",), _GROUP, Scope.PAGE, routes.WEEK)
EARLIER = Shortcut(
    "visit-earlier", N_("Move the visit a day earlier"), ("Shift+Left",), _GROUP, Scope.PAGE, routes.WEEK
)
LATER = Shortcut("visit-later", N_("Move the visit a day later"), ("Shift+Right",), _GROUP, Scope.PAGE, routes.WEEK)


def connect(kit: Kit, page: QWidget, keys: dict[Shortcut, Callable[[], None]]) -> None:
    """Let keys work on a page."""
    for shortcut, slot in keys.items():
        listen(page, shortcut, kit.t(shortcut.label), slot)
