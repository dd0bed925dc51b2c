"""Links that lead to a page: a name, a verb."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import plain_tooltip

type Way = Route | Callable[[], Route]


class RouteLink(Button):
    """A link to a route. A ``cut`` one gives way where there is little room; its whole text is then its tooltip.

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
        super().__init__(kit, text, role, icon=icon, parent=parent)
        self._route, self._whole, self._cut = route, text, cut
        if cut:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(plain_tooltip(name))
        self.clicked.connect(self._go)

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text, whatever is shown now."""
        size = super().sizeHint()
        if self._cut:
            self.ensurePolished()
            size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 16)
        return size

    def minimumSizeHint(self) -> QSize:
        """Insist on a few letters only."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), 40), size.height()) if self._cut else size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text where it does not fit."""
        super().resizeEvent(event)
        if self._cut:
            shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 10)
            self.setText(shown.replace("&", "&&"))
            self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")

    @Slot()
    def _go(self) -> None:
        self.went.emit(self._route if isinstance(self._route, Route) else self._route())
