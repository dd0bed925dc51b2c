"""The keys of the grids of figures."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import CONTEXT, Scope, Shortcut, key_sequences

_DUE, _GRID = N_("Figures to enter"), N_("Figures of an organisation")
CLOSE_DUE = Shortcut(
    "due-close", N_("Close the period, or open it again"), ("Ctrl+L",), _DUE, Scope.PAGE, routes.FIGURES_DUE
)
OPEN_DUE = Shortcut(
    "due-open", N_("All figures of the organisation"), ("Ctrl+Return",), _DUE, Scope.PAGE, routes.FIGURES_DUE
)


def connect(page: QWidget, t: Translate, shortcut: Shortcut, slot: Callable[[], None]) -> QAction:
    """Let a key of a page do something."""
    action = QAction(t(shortcut.label), page)
    action.setShortcuts(key_sequences(shortcut))
    action.setShortcutContext(CONTEXT[shortcut.scope])
    action.triggered.connect(slot)
    page.addAction(action)
    return action
