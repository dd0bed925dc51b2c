"""The key of the place: from tab to tab."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

NEXT_TAB = Shortcut(
    "chains-tab-next",
    N_("The next tab: chains, projects …"),
    ("Ctrl+Tab",),
    N_("Value chains and projects"),
    Scope.PAGE,
    routes.CHAINS,
)
