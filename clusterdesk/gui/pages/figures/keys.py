"""The keys of the grids of figures."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen

_DUE, _GRID = N_("Figures to enter"), N_("Figures of an organisation")
CLOSE_DUE = Shortcut(
    "due-close", N_("Close the period, or open it again"), ("Ctrl+L",), _DUE, Scope.PAGE, routes.FIGURES_DUE
)
OPEN_DUE = Shortcut(
    "due-open", N_("All figures of the organisation"), ("Ctrl+Return",), _DUE, Scope.PAGE, routes.FIGURES_DUE
)


def _grid(key: str, label: str, keys: str) -> Shortcut:
    return Shortcut(f"figures-{key}", label, (keys,), _GRID, Scope.PAGE, routes.FIGURES)


CLOSE = _grid("close", N_("Close the period, or open it again"), "Ctrl+L")
FILL = _grid("fill", N_("Fill to the right"), "Ctrl+R")
ABOUT = _grid("about", N_("About right, or exact"), "F6")
SOURCE = _grid("source", N_("The next source: company, accountant, filed accounts, said"), "F7")
NOTE = _grid("note", N_("Note on the figure"), "Shift+F2")
GRID_KEYS = (CLOSE, FILL, ABOUT, SOURCE, NOTE)


def connect(page: QWidget, t: Translate, shortcut: Shortcut, slot: Callable[[], None]) -> QAction:
    """Let a key of a page do something."""
    return listen(page, shortcut, t(shortcut.label), slot)
