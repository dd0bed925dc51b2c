"""A layout that breaks its widgets into lines, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from clusterdesk.gui.widgets.label import Chip

_NARROWEST_CHIP = 80


class FlowLayout(QLayout):
    """Lays widgets out from left to right and wraps them; its height follows its width."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6, last_at_end: bool = False) -> None:
        """Make an empty layout; ``spacing`` is in pixels, both ways; ``last_at_end``: the last stands at the right."""
        super().__init__(parent)
        self._last_at_end = last_at_end
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hint = QSize()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item (Qt calls this from addWidget)."""
        self._items.append(item)
        self.invalidate()  # or the layouts around would keep the height they knew

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item or None."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Take only the room that is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines take in a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew when asked next: an item has come, gone, or changed."""
        super().invalidate()
        self._heights.clear()
        self._hint = QSize()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item into its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        if self._hint.isValid():
            return self._hint
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(len(shown) - 1, 0)
        self._hint = QSize(width, max((size.height() for size in shown), default=0))
        return self._hint

    def minimumSize(self) -> QSize:
        """Be at least as wide as the widest item; chips can be cut, with a sign."""
        size = QSize()
        for item in self._items:
            least = item.minimumSize()
            if isinstance(item.widget(), Chip):
                least.setWidth(min(least.width(), _NARROWEST_CHIP))
            size = size.expandedTo(least)
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            least = _NARROWEST_CHIP if isinstance(item.widget(), Chip) else item.minimumSize().width()
            size.setWidth(max(min(size.width(), rect.width()), min(least, size.width())))
            if x + size.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if self._last_at_end and item is self._items[-1]:
                x = max(x, rect.right() + 1 - size.width())
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()
