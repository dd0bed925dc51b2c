"""The keys of the wizard."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

_GROUP = N_("Import")
NEXT = Shortcut(
    "import-next", N_("Go on to the next step"), ("Ctrl+Return", "Alt+S"), _GROUP, Scope.PAGE, routes.IMPORT
)
PREVIOUS = Shortcut(
    "import-back", N_("Back to the step before"), ("Ctrl+Shift+Return", "Alt+P"), _GROUP, Scope.PAGE, routes.IMPORT
)
