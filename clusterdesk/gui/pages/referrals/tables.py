"""The list of orientations and the table of teams."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import Signal, Slot

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.rows_table import RowsTable


class TableCard(Card):
    """A table in a card.

    Signals:
        opened: the id of the row opened.
        sort_asked: the key of a column, and whether descending.
        typed: a letter was typed into the table.
    """

    opened = Signal(object)
    sort_asked = Signal(str, bool)
    typed = Signal(str)

    def __init__(self, kit: Kit, columns: Sequence[Column], name: str) -> None:
        """Make an empty table."""
        super().__init__(margin=1)
        self._source = HeldRows()
        self.model = RowsModel(kit.theme, columns, self._source, self)
        self.table = RowsTable(kit, self.model, name)
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self.sort_asked)
        self.table.typed.connect(self.typed)
        self.body.setContentsMargins(1, 6, 1, 6)
        self.body.addWidget(self.table)

    def show_rows(self, rows: Iterable[TableRow]) -> None:
        """Show these rows."""
        self.model.set_ids(self._source.hold(rows), keep_rows=False)

    @Slot()
    def enter(self) -> None:
        """Go into the table, at its current row."""
        self.table.setFocus()
        if self.model.ids and not self.table.selected_ids:
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    @Slot(object)
    def _open(self, row_id: Hashable) -> None:
        self.opened.emit(row_id)
