"""The table of both grids of figures: typed into without a click, left by Tab, Enter and arrows, copied and pasted."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from clusterdesk.domain.figures.pasting import written_block
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.delegate import FigureDelegate
from clusterdesk.gui.pages.figures.grid_model import GridModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FigureTable(QTableView):
    """Shows a GridModel.

    Signals:
        pointed: another cell is the current one, or the current one has changed.
        typing: what is in an editor now (GridCell, text).
        row_finished: Enter was pressed in a row (its number); the table has not moved yet.
        pasted: a text from the clipboard is to be entered from the current cell on.
        emptied: Delete was pressed on the selected cells.
        locked_touched: somebody typed into a cell that is locked.
    """

    pointed = Signal()
    typing = Signal(object, str)
    row_finished = Signal(int)
    pasted = Signal(str)
    emptied = Signal()
    locked_touched = Signal()

    def __init__(self, kit: Kit, model: GridModel, name: str, parent: QWidget | None = None) -> None:
        """Show a model; ``name`` is what screen readers call the table."""
        super().__init__(parent)
        self._kit, self._grid = kit, model
        self.setProperty("role", "rows")
        self.setAccessibleName(name)
        self._delegate = FigureDelegate(kit, self)
        self.setItemDelegate(self._delegate)
        self._set_behaviour()
        self.setModel(model)
        self._connect()

    def _set_behaviour(self) -> None:
        edit = QAbstractItemView.EditTrigger
        self.setEditTriggers(edit.AnyKeyPressed | edit.DoubleClicked | edit.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _connect(self) -> None:
        self._delegate.typing.connect(self._tell_typing)
        self._delegate.left.connect(self._leave_editor)
        self.selectionModel().currentChanged.connect(self._point)
        self._grid.dataChanged.connect(self._point)

    # public

    def point_to(self, row: int, column: int) -> None:
        """Make a cell the current one, and let it be seen."""
        index = self._grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def selected(self) -> list[tuple[int, int]]:
        """Return the selected cells, row by row; the current one where none is."""
        found = sorted((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        current = self.currentIndex()
        return found or ([(current.row(), current.column())] if current.isValid() else [])

    def copy(self) -> None:
        """Put the selected cells into the clipboard, as a spreadsheet takes them."""
        cells = self.selected()
        if not cells:
            return
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        chosen = set(cells)
        block = [[self._copied(row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(written_block(block))

    def step(self, by: int) -> bool:
        """Go to the next cell that can be typed into; ``False`` at the end."""
        count = self._grid.columnCount()
        here = self.currentIndex().row() * count + self.currentIndex().column() if self.currentIndex().isValid() else -1
        for place in range(here + by, self._grid.rowCount() * count if by > 0 else -1, by):
            row, column = divmod(place, count)
            if self._grid.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable:
                self.point_to(row, column)
                return True
        return False

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab to the next figure, Enter ends the row, Delete empties, and the keys of every spreadsheet."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if not self.step(1 if key == Qt.Key.Key_Tab else -1):
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.row_finished.emit(self.currentIndex().row())
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._begin(event)
        else:
            super().keyPressEvent(event)

    # slots

    @Slot(int)
    def _leave_editor(self, key: int) -> None:
        self.setFocus()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if not self.step(1 if key == Qt.Key.Key_Tab else -1):
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in _ENTER:
            self.row_finished.emit(self.currentIndex().row())
        else:
            by = -1 if key == Qt.Key.Key_Up else 1
            row = self.currentIndex().row() + by
            if 0 <= row < self._grid.rowCount():
                self.point_to(row, self.currentIndex().column())

    @Slot(object, str)
    def _tell_typing(self, index: QModelIndex, text: str) -> None:
        cell = self._grid.cell_at(index.row(), index.column())
        if cell is not None:
            self.typing.emit(cell, text)

    @Slot()
    def _point(self) -> None:
        self.pointed.emit()

    # helpers

    def _begin(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        cell = self._grid.cell_at(index.row(), index.column()) if index.isValid() else None
        if cell is not None and self._grid.is_locked(cell):
            self.locked_touched.emit()
        elif cell is not None:
            super().keyPressEvent(event)

    def _copied(self, row: int, column: int) -> str:
        cell = self._grid.cell_at(row, column)
        if cell is None:
            return self._grid.face(row, column).text.replace("\u202f", "").replace("\u00a0", " ")
        return self._grid.edit_text(cell)
