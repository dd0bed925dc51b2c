"""A main column and a column of cards beside it; under it where the window is narrow or the text large."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.page_scroll import page_scroll

_SIDE_UNITS, _FOLD_UNITS, _LOW_UNITS = 372, 860, 380
_NO_LIMIT = 16_777_215  # Qt's greatest width


class SideBySide(QWidget):
    """Two columns. Side by side each has the whole height and the cards scroll; else the whole page scrolls."""

    def __init__(
        self,
        kit: Kit,
        main: QWidget,
        side: QWidget,
        name: str,
        *,
        main_scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put ``main`` at the left and ``side`` at the right; ``name`` is what screen readers call the cards.

        ``main_scrolls``: the main column is as high as what is in it, and scrolls as the cards do.
        """
        super().__init__(parent)
        self._kit, self._main = kit, main
        self.cards = page_scroll(side, name)
        self._scrolling: dict[QWidget, QScrollArea] = {side: self.cards}
        first = main
        if main_scrolls:
            first = self._scrolling[main] = page_scroll(main, name)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(first, 1)
        self._box.addWidget(self.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._outer = page_scroll(inner, name)
        column.addWidget(self._outer)
        for widget in self._scrolling:
            widget.installEventFilter(self)
        kit.theme.changed.connect(self._fold)
        self._fold()

    @property
    def folded(self) -> bool:
        """Whether the cards stand under the main column."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def to_top(self) -> None:
        """Show the beginning of both columns: something else is about to be shown."""
        for area in (self._outer, *self._scrolling.values()):
            area.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to something in one of the columns."""
        for area in (*self._scrolling.values(), self._outer):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the heights of the columns when folded."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.folded:
            self._measure()
        return False

    def _fold(self) -> None:
        units = self._kit.theme.length
        wide = self.width() >= units(_FOLD_UNITS)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        if wide:
            # The cards take their share of a wide window, the column next to them the rest.
            self.cards.setFixedWidth(max(units(_SIDE_UNITS), self.width() * 36 // 100))
            for area in self._scrolling.values():
                area.setMinimumHeight(0)
        else:
            self.cards.setMinimumWidth(0)
            self.cards.setMaximumWidth(_NO_LIMIT)
            self._measure()
        if self._main not in self._scrolling:
            self._main.setMinimumHeight(0 if wide else units(_LOW_UNITS))

    def _measure(self) -> None:
        for widget, area in self._scrolling.items():
            layout = widget.layout()
            if layout is None:
                continue
            width = max(area.viewport().width(), 1)
            height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
            if area.minimumHeight() != height + 4:
                area.setMinimumHeight(height + 4)
