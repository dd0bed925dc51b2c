"""What can be read on a window: every text that is shown, with the widget that shows it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from clusterdesk.gui.models.rows import RowsModel
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.timeline import TimelineEntry

type Shown = tuple[QWidget, str]
MOST_ROWS = 200


def shown_texts(root: QWidget) -> Iterator[Shown]:
    """Give every text at and below a visible widget: labels, buttons, fields, lists, titles, placeholders."""
    if root.isWindow():
        yield root, root.windowTitle()
    covers = [cover for cover in root.findChildren(QWidget, "cover") if cover.isVisible()]
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not _is_covered(widget, covers):
            for text in _texts(widget):
                if text.strip():
                    yield widget, text.replace("&&", "&").strip()


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.text()
        yield widget.placeholderText()
    elif isinstance(widget, QPlainTextEdit):
        yield from _of_editor(widget)
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    # Qt's own lists have one column and hide the function that says so.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "") if isinstance(model, RowsModel) else ""
        for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
            index = model.index(row, column)
            yield str(index.data() or "")
            held = index.data(Qt.ItemDataRole.UserRole)
            if isinstance(held, TimelineEntry):
                yield from (held.when, held.title, held.body, held.mark)


def _of_editor(edit: QPlainTextEdit) -> Iterator[str]:
    """What can be read in an editor: bars hide words without taking them away."""
    yield edit.placeholderText()
    block = edit.document().begin()
    while block.isValid():
        text = list(block.text())
        for span in block.layout().formats() if VEIL.drawn else ():
            if span.format.foreground().color() == span.format.background().color():
                text[span.start : span.start + span.length] = "█" * span.length
        yield "".join(text)
        block = block.next()


def _is_covered(widget: QWidget, covers: list[QWidget]) -> bool:
    """Tell whether a cover lies over the page a widget is on."""
    return any(
        _lies_over(cover).isAncestorOf(widget) and cover is not widget and not cover.isAncestorOf(widget)
        for cover in covers
    )


def _lies_over(cover: QWidget) -> QWidget:
    below = cover.parentWidget()
    assert below is not None
    return below
