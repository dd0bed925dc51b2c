"""The keys of a meeting's page."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

_GROUP = N_("Meeting of a group")


def _key(name: str, label: str, *keys: str) -> Shortcut:
    return Shortcut(f"meeting-{name}", label, keys, _GROUP, Scope.PAGE, routes.MEETING)


FINISH = _key("finish", N_("Close the meeting"), "Ctrl+Return")
ARRIVE = _key("arrive", N_("Somebody is here: to the line of attendance"), "Ctrl+Shift+P")
DECIDE = _key("decide", N_("A decision or a promise: to their line"), "Ctrl+Shift+A")
ALL = (FINISH, ARRIVE, DECIDE)
