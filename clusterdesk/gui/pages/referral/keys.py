"""What the page of an orientation does by a key."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

ANSWER = Shortcut(
    "referral-answer",
    N_("An answer of the team has come"),
    ("Ctrl+Shift+R",),
    N_("Orientation"),
    Scope.PAGE,
    routes.REFERRAL,
)
