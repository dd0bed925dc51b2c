"""The keys of the page Today."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen

__all__ = ["NOTES", "PREPARE", "Shortcut", "connect"]

_GROUP = N_("Today")
PREPARE = Shortcut("prepare", N_("Prepare the next visits"), ("Ctrl+P",), _GROUP, Scope.PAGE, routes.TODAY)
NOTES = Shortcut(
    "session-notes", N_("Notes of a visit, a call, a mail"), ("Ctrl+Shift+N",), _GROUP, Scope.PAGE, routes.TODAY
)


def connect(page: QWidget, kit: Kit, prepare: Callable[[], None], notes: Callable[[], None]) -> None:
    """Let the page hear its keys."""
    for shortcut, slot in ((PREPARE, prepare), (NOTES, notes)):
        listen(page, shortcut, kit.t(shortcut.label), slot)
