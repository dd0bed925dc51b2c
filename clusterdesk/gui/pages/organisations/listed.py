"""The table of organisations, what stands where there is none, and the glance beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.models.rows import DeskRows, RowsModel
from clusterdesk.gui.pages.organisations.filters import DRAGGED
from clusterdesk.gui.pages.organisations.nothing import NothingListed
from clusterdesk.gui.pages.organisations.preview import Preview
from clusterdesk.gui.pages.organisations.rows import ReadRows, columns
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.dragging import mime_of
from clusterdesk.gui.widgets.rows_table import RowsTable

_NO_CELL = Qt.ItemFlag.NoItemFlags
# Joined once: a paint asks for the flags of each cell.
_DRAGGABLE = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)


class OrganisationRowsModel(RowsModel):
    """Rows that can be dragged: onto a tag."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let each row be dragged."""
        return _DRAGGABLE if index.isValid() else _NO_CELL

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the rows dragged."""
        found = (self.id_at(row) for row in dict.fromkeys(index.row() for index in indexes))
        return mime_of(DRAGGED, b"".join(one.bytes for one in found if isinstance(one, UUID)))


class ListArea(QWidget):
    """Table or sentence, and the preview at the right."""

    def __init__(self, context: Context) -> None:
        """Make an empty table."""
        super().__init__()
        kit, t = context.kit, context.kit.t
        self._source = DeskRows(context.desk, ReadRows(kit))
        self.model = OrganisationRowsModel(kit.theme, columns(kit), self._source, self)
        self.table = RowsTable(kit, self.model, t("Organisations"), many=True)
        self.table.setDragEnabled(True)
        self.nothing = NothingListed(kit)
        self.preview = Preview(context)
        host = Card(margin=1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        host.body.setContentsMargins(1, 6, 1, 6)
        host.body.addLayout(self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(host, 1)
        row.addWidget(self.preview)
        self.table.preview_asked.connect(self.preview.toggle)
        self.table.pointed.connect(self.preview.point_to)
        self.preview.closed.connect(self._back)
        leave = QAction(self)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.triggered.connect(self._leave_preview)
        self.addAction(leave)

    def show_which(self, *, empty: bool) -> None:
        """Show the table, or the sentence where there is nothing."""
        self._stack.setCurrentWidget(self.nothing if empty else self.table)
        if empty and not self.preview.isHidden():
            self.preview.hide()
        elif not empty:
            self.preview.renew()

    @Slot()
    def _leave_preview(self) -> None:
        if not self.preview.isHidden():
            self.preview.leave()

    @Slot()
    def _back(self) -> None:
        self.table.setFocus()
