"""What a window is made from, and its palette: the field, what it offers, and what was opened last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.sending import Sending
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.palette import Commands, Hit, Recents
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shell.search_box import SearchBox, SearchProvider
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import UndoProvider

__all__ = ["Finding", "SearchProvider", "WindowParts"]


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What a window is made from; the application (or a test) hands it in.

    ``places`` come in the order of the rail; ``search`` and ``undo`` may be None, then the window has none;
    ``welcome``: there is no binder yet, only the page that makes one.
    """

    kit: Kit
    preferences: Preferences
    places: Sequence[Place]
    files: Lane
    show_error: Callable[[BaseException], None]
    undo: UndoProvider | None = None
    search: SearchProvider | None = None
    welcome: bool = False
    sending: Sending = field(default_factory=Sending)


class Finding:
    """Holds the palette together."""

    def __init__(
        self, kit: Kit, provider: SearchProvider, window: QMainWindow, front: Callable[[], Page | None]
    ) -> None:
        """Search with ``provider``; ``front`` gives the page in front, whose actions can be done too."""
        self._kit, self._window, self._front = kit, window, front
        self._recents = Recents()
        self._route: Route | None = None
        self.box = SearchBox(kit, provider, self._recent, Commands(self._actions, kit.t("Command")).matching)

    def shown(self, route: Route) -> None:
        """This page is in front now."""
        self._route = route

    def titled(self, place: Place, title: str) -> None:
        """The page in front has told its title; the pages of one record are remembered."""
        if self._route is not None and place.spot is Spot.HIDDEN and title:
            self._recents.note(self._route, title, self._kit.t(place.label), place.icon)

    def _recent(self) -> list[Hit]:
        return self._recents.before(self._route)

    def _actions(self) -> Sequence[QAction]:
        page = self._front()
        return list(chain(page.actions() if page is not None else (), self._window.actions()))
