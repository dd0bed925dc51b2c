"""The keys of an organisation's page."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import VISIT, Scope, Shortcut
from clusterdesk.gui.shortcuts import listen as action

__all__ = ["FIL", "NEXT", "NOTE", "PREVIOUS", "PROMISE", "SHEET", "VISIT", "Shortcut", "action"]

_GROUP = N_("Organisation")
SHEET = Shortcut("organisation-sheet", N_("Visit sheet"), ("Ctrl+P",), _GROUP, Scope.PAGE, routes.ORGANISATION)
NOTE = Shortcut("organisation-note", N_("Write a note"), ("Ctrl+Shift+N",), _GROUP, Scope.PAGE, routes.ORGANISATION)
PROMISE = Shortcut(
    "organisation-promise", N_("Add a promise"), ("Ctrl+Shift+A",), _GROUP, Scope.PAGE, routes.ORGANISATION
)
FIL = Shortcut(
    "organisation-fil",
    N_("Read an entry of the timeline here, and select words in it"),
    ("Space",),
    _GROUP,
    Scope.FIELD,
    routes.ORGANISATION,
)
PREVIOUS = Shortcut(
    "organisation-previous",
    N_("Previous organisation of the list"),
    ("Ctrl+Up",),
    _GROUP,
    Scope.PAGE,
    routes.ORGANISATION,
)
NEXT = Shortcut(
    "organisation-next", N_("Next organisation of the list"), ("Ctrl+Down",), _GROUP, Scope.PAGE, routes.ORGANISATION
)
