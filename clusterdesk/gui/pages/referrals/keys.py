"""The keys of the board: each does what dragging, a button or a tab does."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

_GROUP = N_("Orientations")
_HERE = (_GROUP, Scope.PAGE, routes.REFERRALS)
BACK = Shortcut("referral-back", N_("Move the orientation a column back"), ("Shift+Left",), *_HERE)
ON = Shortcut("referral-on", N_("Move the orientation a column on"), ("Shift+Right",), *_HERE)
NEXT_TAB = Shortcut("referrals-tab-next", N_("Board, list, teams"), ("Ctrl+Tab",), *_HERE)
