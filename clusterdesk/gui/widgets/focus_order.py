"""Where Tab goes next: through a window as it is read, whatever was made first.

Qt goes in the order in which widgets were made; rows that come and go, and cards filled late, make that a jumble. Here
the layouts say what is read after what.
"""

from collections.abc import Iterator
from functools import cmp_to_key, partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QLayout, QScrollArea, QScrollBar, QWidget

_AROUND = 40
COVER = "cover"  # the name of what lies over its neighbours: only what is on it can be reached
INNER = ("qt_scrollarea_viewport", "qt_spinbox_lineedit", "qt_toolbar_ext_button")


class ReadDialog(QDialog):
    """A dialog through which Tab goes as one reads; it is never larger than the window it lies over."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the window, also where the text is large."""
        super().showEvent(event)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(self.size().boundedTo(room - QSize(_AROUND, _AROUND)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as one reads."""
        return focus_next(self, forward=forward)


def focus_order(root: QWidget) -> Iterator[QWidget]:
    """Give everything at and below a widget that Tab reaches, in the order of reading."""
    if not root.isVisible():
        return
    if _takes_tab(root):
        yield root
    for part in _parts(root):
        yield from focus_order(part)


def focus_next(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to what is read after (or before) what has it, round and round; False where nothing takes it.

    What has it without being reached by Tab itself – a page just opened, a row that goes away – counts by its place.
    """
    order = list(focus_order(root))
    if not order:
        return False
    following = order[_place_after(root, order, forward=forward) % len(order)]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(following)
    return True


def _place_after(root: QWidget, order: list[QWidget], *, forward: bool) -> int:
    present = QApplication.focusWidget()
    while present is not None and present is not root:
        if present in order:
            return order.index(present) + (1 if forward else -1)
        inside = [place for place, one in enumerate(order) if present.isAncestorOf(one)]
        if inside:
            return inside[0] if forward else inside[0] - 1
        present = present.parentWidget()
    return 0 if forward else -1


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    inner = widget.objectName() in INNER or isinstance(widget, QScrollBar)
    return takes and not inner and widget.focusProxy() is None


def _parts(widget: QWidget) -> list[QWidget]:
    """Return the parts of a widget: as its layout has them, then those without a layout, by their place."""
    children = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    covers = [child for child in children if child.objectName() == COVER and child.isVisible()]
    if covers:
        return covers
    layout = widget.layout()
    placed = list(_of_layout(layout)) if layout is not None else []
    loose = [child for child in children if child not in placed]
    return [*placed, *sorted(loose, key=cmp_to_key(_reading))]


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=partial(_of_grid, layout))  # type: ignore[assignment]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _of_grid(layout: QGridLayout, place: int) -> tuple[int, int]:
    """Return row and column; what reaches over several rows at the right is read with the last of them."""
    position: tuple[int, int, int, int] = layout.getItemPosition(place)  # type: ignore[assignment]
    return (position[0] + position[2] - 1 if position[1] else position[0]), position[1]


def _reading(one: QWidget, other: QWidget) -> int:
    """Compare two widgets: what stands above comes first, of two on one line the left one."""
    here, there = one.geometry(), other.geometry()
    if here.bottom() <= there.top() or there.bottom() <= here.top():
        return here.top() - there.top()
    return here.left() - there.left()


def _bring_into_sight(widget: QWidget) -> None:
    frame = widget.parentWidget()
    while frame is not None:
        if isinstance(frame, QScrollArea):
            frame.ensureWidgetVisible(widget)
        frame = frame.parentWidget()
