"""The menu of a figure in a grid: copy, empty, its history, and what has a key."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.domain.set_members import figure_id
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.shortcuts import shown_key


class CellMenu(QMenu):
    """The menu; whoever opens it connects ``copying`` and ``emptying``, and adds what has a key."""

    def __init__(self, context: Context, parent: QWidget, cell: GridCell | None, line: str) -> None:
        """Offer what can be done with a figure; ``line`` is what its row is called."""
        super().__init__(parent)
        self._context, self._parent, self._cell, self._line = context, parent, cell, line
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        t = context.kit.t
        self.copying = self.addAction(t("Copy"))
        self.copying.setShortcut(shown_key("Ctrl+C"))
        self.emptying = self.addAction(t("Empty"))
        past = self.addAction(t("History"))
        past.setEnabled(cell is not None and cell.line is not None)
        past.triggered.connect(self._show_history)
        self.addSeparator()

    @Slot()
    def _show_history(self) -> None:
        if self._cell is not None:
            title = f"{self._line} · {self._context.kit.formats.partial(self._cell.period)}"
            open_history(self._context, self._parent, "figure", figure_id(self._cell), title)
