"""Links that lead to a page: a name, a verb."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import CutButton
from clusterdesk.gui.widgets.label import plain_tooltip

type Way = Route | Callable[[], Route]


class RouteLink(CutButton):
    """A link to a route.

    Signals:
        went: the Route to go to.
    """

    went = Signal(object)

    def __init__(
        self,
        kit: Kit,
        text: str,
        route: Way,
        *,
        name: str = "",
        role: str = "link",
        icon: str = "",
        cut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Lead to a route, or to the one a function gives when followed.

        ``name`` is what screen readers say where the text alone would not do.

        ``role``: "link", "name" (strong, in the colour of text) or "quiet" (small and muted).
        """
        super().__init__(kit, text, role, icon=icon, cut=cut, parent=parent)
        self._route = route
        if name:
            self.setAccessibleName(name)
            self.setToolTip(plain_tooltip(name))
        self.clicked.connect(self._go)

    @Slot()
    def _go(self) -> None:
        self.went.emit(self._route if isinstance(self._route, Route) else self._route())
