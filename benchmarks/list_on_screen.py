"""The list of organisations on the screen: typing in its field until it is painted, one screen of it painted, scrolled.

The yardstick is the same table on a model of Qt's own, in C++: after a query of the bare driver while typing.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.on_screen import PaintWatch, dressed, wait, window_on
from benchmarks.raw_reading import bare
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.pages.organisations.page import OrganisationsPage
from clusterdesk.gui.pages.organisations.rows import columns
from clusterdesk.gui.shell.places import Place, Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.rows_table import ROW_UNITS, RowsTable

NAME = "The list on the screen"
TYPED, PAINTED, SCROLLED = "keystroke → painted", "paint one screen of 100k rows", "scroll one screen of 100k rows"
TARGETS = {TYPED: 1.8, PAINTED: 1.6, SCROLLED: 1.3}

_SIZE = QSize(1100, 33 * ROW_UNITS)
_MANY, _FILLED, _SCREEN = 100_000, 4_000, 37
_TEXTS = ("me", "men", "menu", "men", "at", "ate", "bra", "bras")
_MATCHES = (
    "SELECT o.name, '', '', '', '', '', '', o.enterprise_number FROM search_name"
    " CROSS JOIN search_entry e ON e.n = search_name.rowid CROSS JOIN organisation o ON o.id = e.record_id"
    " WHERE search_name MATCH ? AND e.record_type = 'organisation' ORDER BY o.name"
)


def run() -> list[BenchRow]:
    """Show the list of a binder, and a list of 100,000 rows, beside a table with a model in C++."""
    kit = dressed()
    return [_typing(kit), *_many_rows(kit)]


def _typing(kit: Kit) -> BenchRow:
    root = dataset.binder()
    place = Place("organisations", "Organisations", "building-2", OrganisationsPage)
    with window_on(root, kit, [place], Route("organisations"), _SIZE) as window:
        page = window.page
        assert isinstance(page, OrganisationsPage)
        return _typed(page, root, kit)


def _typed(page: OrganisationsPage, root: Path, kit: Kit) -> BenchRow:
    table = _view(QStandardItemModel(), kit)
    with bare(root) as connection:

        def ours() -> None:
            for text in _TEXTS:
                _type(page, text)

        def yardstick() -> None:
            for text in _TEXTS:
                rows = connection.execute(_MATCHES, (f'"{text}"*',)).fetchall()
                # As ours, it knows how many there are, and writes out what is seen.
                model = _standard_model(rows[:_SCREEN], len(rows))
                old = table.model()
                table.setModel(model)
                old.deleteLater()
                table.viewport().repaint()

        return compared(TYPED, ours, yardstick, TARGETS[TYPED], rounds=9)


def _type(page: OrganisationsPage, text: str) -> None:
    """Change the text of the field, without the pause for further letters, and wait for the rows on the screen."""
    page.field.blockSignals(True)
    page.field.setText(text)
    page.field.blockSignals(False)
    painted = _Painted(page)
    page.field.searched.emit(text)
    page._counting.stop()  # noqa: SLF001 - the numbers on the chips follow when somebody stops typing
    while not painted.seen:
        wait()
    painted.leave()


class _Painted(PaintWatch):
    """Hears the paint of a list whose rows have changed, and are there."""

    def __init__(self, page: OrganisationsPage) -> None:
        self._changed = False
        self._model = page.model
        super().__init__(page.table.viewport())
        self._model.modelReset.connect(self._reset)

    def counts(self) -> bool:
        return self._changed and self._model.row_at(0) is not None

    @Slot()
    def _reset(self) -> None:
        self._changed = True

    def leave(self) -> None:
        self._model.modelReset.disconnect(self._reset)
        super().leave()


def _many_rows(kit: Kit) -> list[BenchRow]:
    shown = columns(kit)
    rows = [_row(number, shown) for number in range(_FILLED)]
    model = RowsModel(kit.theme, shown, _Known(rows))
    ours = RowsTable(kit, model, "rows")
    model.set_ids(range(_MANY))
    yardstick = _view(_standard_model([row.cells for row in rows], _MANY), kit)
    for number in range(len(shown)):
        yardstick.setColumnWidth(number, ours.columnWidth(number))
    for view in (ours, yardstick):
        view.resize(_SIZE)
        view.show()
    QApplication.processEvents()
    return [
        compared(PAINTED, ours.viewport().repaint, yardstick.viewport().repaint, TARGETS[PAINTED], rounds=25),
        compared(SCROLLED, _scrolling(ours), _scrolling(yardstick), TARGETS[SCROLLED], rounds=25),
    ]


def _scrolling(view: QTableView) -> Callable[[], None]:
    """Return what scrolls one screen down, in the rows that are filled, and paints."""
    at = [0]

    def scroll() -> None:
        at[0] = (at[0] + _SCREEN) % (_FILLED - 2 * _SCREEN)
        view.verticalScrollBar().setValue(at[0])
        view.viewport().repaint()

    return scroll


class _Known:
    """A source whose rows are at hand."""

    def __init__(self, rows: Sequence[TableRow]) -> None:
        self._rows = rows

    def fetch(self, ids: Sequence[Any], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        deliver([self._rows[one] for one in ids if one < _FILLED])


def _row(number: int, shown: Sequence[Column]) -> TableRow:
    tones = tuple(Tone.OK if column.chip else None for column in shown)
    return TableRow(number, tuple(f"{column.key} {number}" for column in shown), tones)


def _standard_model(rows: Sequence[Sequence[Any]], count: int) -> QStandardItemModel:
    model = QStandardItemModel(count, len(rows[0]) if rows else 8)
    for number, cells in enumerate(rows):
        for place, text in enumerate(cells):
            model.setItem(number, place, QStandardItem(str(text or "")))
    return model


def _view(model: QStandardItemModel, kit: Kit) -> QTableView:
    """Return a table that looks like ours."""
    view = QTableView()
    view.setProperty("role", "rows")
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setModel(model)
    model.setParent(view)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(kit.theme.length(ROW_UNITS))
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.resize(_SIZE)
    view.show()
    return view
