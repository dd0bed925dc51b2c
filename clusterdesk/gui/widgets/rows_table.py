"""The table of rows: fixed heights and widths, keys for everything, the current row kept when the ids change."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import TONE_ROLE, RowsModel
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.ink import paint_chip

ROW_UNITS = 36
_MARGINS = 16
_ARROW_ROOM = "\u2003\u2002"


class _Header(QHeaderView):
    """A header whose arrow does not lie over a title that stands at the right, where there is room for both."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Move the title of the sorted column away from the arrow."""
        super().initStyleOptionForIndex(option, section)
        sorted_here = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
        if sorted_here and option.textAlignment & Qt.AlignmentFlag.AlignRight:
            text = option.text + _ARROW_ROOM
            if option.fontMetrics.horizontalAdvance(text) < self.sectionSize(section) - _MARGINS:
                option.text = text


class RowsTable(QTableView):
    """Shows a RowsModel.

    Signals:
        opened: the id of the row opened (Enter, double click).
        pointed: the id of the current row, None when there is none.
        preview_asked: Space was pressed on the row of this id.
        sort_asked: the key of a column and whether descending: ask the store for the ids in that order.
        typed: a letter was typed: put the focus into the search field with it.
    """

    opened = Signal(object)
    pointed = Signal(object)
    preview_asked = Signal(object)
    sort_asked = Signal(str, bool)
    typed = Signal(str)

    def __init__(
        self, kit: Kit, model: RowsModel, name: str, *, many: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show a model; ``name`` is what screen readers call the table; ``many`` allows selecting several rows."""
        super().__init__(parent)
        self._kit, self._rows = kit, model
        self._current: Hashable | None = None
        self.setProperty("role", "rows")
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Header(self))
        self._set_behaviour(many=many)
        self.setModel(model)
        header = self.horizontalHeader()
        for number, column in enumerate(model.columns):
            if column.chip:
                self.setItemDelegateForColumn(number, ChipDelegate(kit, self))
        header.sortIndicatorChanged.connect(self._sort)
        self._measure()
        kit.theme.changed.connect(self._measure)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._find_again)
        self.selectionModel().currentRowChanged.connect(self._point)

    @property
    def current_id(self) -> Hashable | None:
        """The id of the current row."""
        return self._rows.id_at(self.currentIndex().row())

    @property
    def selected_ids(self) -> tuple[Hashable, ...]:
        """The ids of all selected rows, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(each for each in map(self._rows.id_at, rows) if each is not None)

    def point_to(self, wanted: Hashable) -> bool:
        """Make the row of an id the current one and scroll to it; False when it is not in the list."""
        row = self._rows.row_of(wanted)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row, 0))
            self.scrollTo(self._rows.index(row, 0))
        return row >= 0

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Draw the arrow of the present order, without a signal."""
        header = self.horizontalHeader()
        keys = [column.key for column in self._rows.columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        blocked = header.blockSignals(True)
        header.setSortIndicator(keys.index(key) if key in keys else -1, order)
        header.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, preview on Space, leave with Tab."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid() and not event.modifiers():
            self.preview_asked.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Hand letters to the search field: looking through all rows here would fetch them all."""
        self.typed.emit(search)

    def _set_behaviour(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _measure(self) -> None:
        theme, header = self._kit.theme, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(theme.length(ROW_UNITS))
        # Titles are longer in some languages than in others: none is cut. The arrow is left out, it would widen all.
        header.setSortIndicatorShown(False)
        titles = [header.sectionSizeHint(number) for number in range(len(self._rows.columns))]
        header.setSortIndicatorShown(True)
        for number, column in enumerate(self._rows.columns):
            self.setColumnWidth(number, max(theme.length(column.width), titles[number]))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.id_at(index.row()))

    @Slot(int, Qt.SortOrder)
    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        columns = self._rows.columns
        if 0 <= section < len(columns) and columns[section].sortable:
            self.sort_asked.emit(columns[section].key, order == Qt.SortOrder.DescendingOrder)

    @Slot()
    def _remember(self) -> None:
        self._current = self.current_id

    @Slot()
    def _find_again(self) -> None:
        if self._current is not None:
            self.point_to(self._current)
        # Otherwise Qt lays out by a timer, after the paint, and paints everything once more.
        for view in (self.horizontalHeader(), self.verticalHeader(), self):
            view.executeDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _point(self, index: QModelIndex, _old: QModelIndex) -> None:
        self.pointed.emit(self._rows.id_at(index.row()))


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell's text as a chip in the cell's tone; a cell without tone is drawn as text."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        """Draw with the theme of the kit."""
        super().__init__(parent)
        self._kit = kit

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the row, then the chip."""
        tone, text = index.data(TONE_ROLE), index.data()
        if not tone or not text:
            super().paint(painter, option, index)
            return
        # The view has told what the ground needs; text and colours, which the chip draws, are not asked again.
        view = option.widget
        view.style().drawControl(view.style().ControlElement.CE_ItemViewItem, option, painter, view)
        paint_chip(painter, QRectF(option.rect), text, Tone(tone), self._kit)
