"""The keys of the programme and of an event: each does what a button, a menu or dragging does."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut

_GROUP = N_("Programme")
_HERE = (_GROUP, Scope.PAGE, routes.PROGRAMME)
BEFORE = Shortcut("programme-before", N_("The year before"), ("Ctrl+PgUp",), *_HERE)
AFTER = Shortcut("programme-after", N_("The year after"), ("Ctrl+PgDown",), *_HERE)
PRINT = Shortcut("programme-print", N_("Print the year plan"), ("Ctrl+P",), *_HERE)
EARLIER = Shortcut("event-earlier", N_("Move the event a month earlier"), ("Shift+Left",), *_HERE)
LATER = Shortcut("event-later", N_("Move the event a month later"), ("Shift+Right",), *_HERE)

_EVENT = (N_("Event"), Scope.PAGE, routes.EVENT)
PRINT_EVENT = Shortcut("event-print", N_("Print the papers of the event"), ("Ctrl+P",), *_EVENT)
INVITE = Shortcut("event-invite", N_("Invite to the event"), ("Ctrl+Shift+I",), *_EVENT)
PRESENT = Shortcut("presence-present", N_("Present; goes on to the next one"), ("P",), _EVENT[0], Scope.FIELD)
EXCUSED = Shortcut("presence-excused", N_("Excused; goes on to the next one"), ("E",), _EVENT[0], Scope.FIELD)
ABSENT = Shortcut("presence-absent", N_("Absent; goes on to the next one"), ("A",), _EVENT[0], Scope.FIELD)
