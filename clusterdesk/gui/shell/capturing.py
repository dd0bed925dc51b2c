"""Quick capture over a window: opened from anywhere, it proposes the organisation of the page in front."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from clusterdesk.gui import routes
from clusterdesk.gui.beginnings import Beginnings
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.trail import Route

if TYPE_CHECKING:
    from clusterdesk.domain.capture.understood import Around
    from clusterdesk.gui.capture.layer import CaptureLayer

_OF_ORGANISATION = frozenset(
    {
        routes.ORGANISATION,
        routes.COACHING,
        routes.DIAGNOSTIC,
        routes.FIGURES,
        routes.ACCOUNTS,
        routes.BREAK_EVEN,
        routes.INDUSTRY,
        routes.EMPLOYMENT,
        routes.ORGANISATION_REFERRALS,
    }
)


class Capturing(QObject):
    """Opens the layer of quick capture, one at a time; it is imported when first asked for."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        """Know the window; nothing is shown yet."""
        super().__init__(window)
        self._context, self._window = context, window
        self._begin = Beginnings(context, window)
        self._route: Route | None = None
        self._layer: CaptureLayer | None = None

    def capture(self, note_id: UUID | None = None) -> None:
        """Jot something down, or sort a note that waits."""
        from clusterdesk.gui.capture.layer import CaptureLayer

        if self._layer is not None:
            self._layer.panel.line.setFocus()
            return
        self._layer = CaptureLayer(self._context, self._window, self.around(), note_id)
        self._layer.panel.session_asked.connect(self._open_notes)
        self._layer.gone.connect(self._forget)

    def page_shown(self, route: Route) -> None:
        """Another page is in front: what lies over the old one goes."""
        self._route = route
        if self._layer is not None:
            self._layer.leave()

    def around(self) -> "Around":
        """Return the organisation or the session that the page in front is about."""
        from clusterdesk.domain.capture.understood import Around

        route = self._route
        if route is None or not isinstance(route.argument, UUID):
            return Around()
        if route.place in _OF_ORGANISATION:
            return Around(organisation=route.argument)
        sessions = (routes.SESSION, routes.VISIT)
        return Around(session=route.argument) if route.place in sessions else Around()

    @Slot()
    def _open_notes(self) -> None:
        if self._layer is not None:
            self._layer.leave()
        self._begin.ask_note()

    @Slot()
    def _forget(self) -> None:
        self._layer = None
