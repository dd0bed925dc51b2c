"""A table model that holds ids and fetches rows in windows, when they are painted.

Filtering and sorting are the store's work: the page asks for ids in the right order and gives them to ``set_ids``.
Rows arrive as finished texts (made in the worker), so that ``data`` has nothing to compute.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QColor

from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.gui.desk_worker import Closing, DeskWorker
from clusterdesk.gui.theme import Theme
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL

Index = QModelIndex | QPersistentModelIndex
WINDOW = 120  # rows fetched at once: about three screens
KEPT = 4_000  # rows held before old windows are dropped
ID_ROLE = int(Qt.ItemDataRole.UserRole)
TONE_ROLE = ID_ROLE + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_FRONT = int(Qt.ItemDataRole.ForegroundRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable key, translated label, width in units, and how it is shown.

    ``number`` aligns right; ``chip`` draws the cell's text as a chip in its tone; ``sortable`` lets a click sort.
    """

    key: str
    label: str
    width: int = 140
    number: bool = False
    chip: bool = False
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, ready to show: a text per column, and a tone per column where colours speak (may be empty)."""

    id: Hashable
    cells: tuple[str, ...]
    tones: tuple[Tone | None, ...] = ()


class RowSource(Protocol):
    """Who knows the rows of ids."""

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Read rows and call ``deliver`` in the GUI thread, now or later; order is free, missing rows stay empty."""
        ...


class DeskRows[D: Closing](QObject):
    """Rows read by the database worker."""

    def __init__(self, worker: DeskWorker[D], read: Callable[[D, Sequence[Hashable]], Sequence[TableRow]]) -> None:
        """Use ``read(desk, ids)``, called in the worker, to make rows."""
        super().__init__()
        self._worker, self._read = worker, read

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Ask the worker."""
        self._worker.submit(_Read(self._read, tuple(ids)), deliver)


class _Read[D]:
    """A question to the desk: the rows of some ids."""

    def __init__(self, read: Callable[[D, Sequence[Hashable]], Sequence[TableRow]], ids: tuple[Hashable, ...]) -> None:
        self._read, self._ids = read, ids

    def __call__(self, desk: D) -> Sequence[TableRow]:
        return self._read(desk, self._ids)


class RowsModel(QAbstractTableModel):
    """Shows as many rows as there are ids; asks for those that are painted."""

    def __init__(
        self, theme: Theme, columns: Sequence[Column], source: RowSource, parent: QObject | None = None
    ) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._theme, self._source = theme, source
        self._ids: Sequence[Hashable] = ()
        self._count = 0
        # By number, with what is written in it: a paint asks for each row fifty times, and ids are made when asked for.
        self._seen: dict[int, tuple[tuple[str, ...], TableRow]] = {}
        self._rows: dict[Hashable, TableRow] = {}
        self._wanted: set[int] = set()
        self._asked: set[Hashable] = set()
        self._alignments = [_RIGHT if column.number else _LEFT for column in self.columns]
        self._colours: dict[Tone, QColor] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        theme.changed.connect(self._take_colours)
        self._take_colours()

    @property
    def ids(self) -> Sequence[Hashable]:
        """The ids shown, in order."""
        return self._ids

    def set_ids(self, ids: Sequence[Hashable], *, keep_rows: bool = True) -> None:
        """Show these ids in this order; rows already known are kept unless told otherwise (data has changed)."""
        self.beginResetModel()
        self._ids, self._count = ids, len(ids)
        self._seen.clear()
        self._wanted.clear()
        if not keep_rows or len(self._rows) > KEPT:
            self._rows.clear()
            self._asked.clear()
        self.endResetModel()

    def forget(self, ids: Iterable[Hashable]) -> None:
        """Fetch these rows again: they have changed."""
        changed = [each for each in ids if self._rows.pop(each, None) is not None]
        self._asked.difference_update(changed)
        self._seen.clear()
        if changed and self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> Hashable | None:
        """Return the id of a row, None outside."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, wanted: Hashable) -> int:
        """Return where an id is shown, -1 when it is not."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def row_at(self, row: int) -> TableRow | None:
        """Return a row that has arrived, None while it is under way."""
        return self._rows.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many ids there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer the few roles we use, the text first: Qt asks seven per cell and paint."""
        if role == _DISPLAY:
            number = index.row()
            seen = self._seen.get(number) or self._look(number)
            if seen is not None:
                return VEIL.words(seen[0][index.column()]) if seen[0] else ""
            self._want(number)
            return ""
        if role == _ALIGN:
            return self._alignments[index.column()]
        if role in (_FRONT, TONE_ROLE):
            return self._tone(index, role)
        if role == ID_ROLE:
            return self.id_at(index.row())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401
        """Return the labels of the columns."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == _DISPLAY:
                return self.columns[section].label
            if role == _ALIGN:
                return self._alignments[section]
        return None

    def _tone(self, index: Index, role: int) -> QColor | str | None:
        seen = self._seen.get(index.row()) or self._look(index.row())
        if seen is None or not seen[1].tones:
            return None
        tone = seen[1].tones[index.column()]
        if tone is None:
            return None
        return tone.value if role == TONE_ROLE else self._colours[tone]

    def _look(self, number: int) -> tuple[tuple[str, ...], TableRow] | None:
        row = self.row_at(number)
        if row is None:
            return None
        seen = self._seen[number] = (tuple(map(plain_line, row.cells)), row)
        return seen

    def _want(self, number: int) -> None:
        self._wanted.add(number)
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        """Fetch what was painted empty, with a margin, in one question."""
        if not self._wanted or not self._ids:
            return
        first, last = min(self._wanted), max(self._wanted)
        self._wanted.clear()
        margin = max(0, (WINDOW - (last - first + 1)) // 2)
        ids = self._ids[max(0, first - margin) : last + margin + 1]
        missing = [each for each in ids if each not in self._rows and each not in self._asked]
        if missing:
            self._asked.update(missing)
            self._source.fetch(missing, self._take)

    def _take(self, rows: Sequence[TableRow]) -> None:
        if len(self._rows) > KEPT:
            self._rows.clear()
        self._seen.clear()
        for row in rows:
            self._rows[row.id] = row
        # An id without an answer stays asked: asking again at every paint would never end.
        self._asked.difference_update(row.id for row in rows)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    @Slot()
    def _take_colours(self) -> None:
        self._colours = {tone: QColor(self._theme.colours.front(tone)) for tone in Tone}
