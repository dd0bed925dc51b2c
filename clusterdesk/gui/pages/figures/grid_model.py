"""The base of both grids of figures: texts of cells, what is being written, and what was typed but not understood."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import FigureCell, GridCell, StaffCell
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL

type Index = QModelIndex | QPersistentModelIndex
type Entered = FigureCell | StaffCell

FACE_ROLE = int(Qt.ItemDataRole.UserRole)
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_TOOLTIP, _ALIGN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.TextAlignmentRole)
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_SMALL = 100  # below, decimals are shown as they are: full-time equivalents, units
_PROBE, _HIDDEN = "1 000 €", "···"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Face:
    """What is painted of a cell.

    ``below`` stands small and muted under the text; ``mark`` is a small word at its left (who said it, with VAT); the
    ``corner`` tells that there is a note; ``locked`` cells are on quiet ground; ``tone`` colours the text, on a chip
    where it is one; ``computed`` is muted: nobody typed it; ``number`` stands at the right.
    """

    text: str = ""
    below: str = ""
    mark: str = ""
    corner: bool = False
    tone: Tone | None = None
    chip: bool = False
    strong: bool = False
    locked: bool = False
    computed: bool = False
    number: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """The currency of a ledger, and its rate of VAT in percent where it has one."""

    currency: str
    vat_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that is no figure yet, and why."""

    text: str
    problem: str = ""


@dataclass(slots=True)
class _Pending:
    """What is being written; once ``written``, the next reading shows it by itself."""

    entered: Entered
    written: bool = False


class GridModel(QAbstractTableModel):
    """Cells of figures by row and column; subclasses say which cell stands where, and how it looks.

    Signals:
        committed: a text was typed into a cell (GridCell, text).
    """

    committed = Signal(object, str)

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        """Make an empty grid."""
        super().__init__(parent)
        self.kit = kit
        self.typed: dict[GridCell, Typed] = {}
        self._pending: dict[GridCell, _Pending] = {}
        self._faces: dict[tuple[int, int], Face] = {}
        self._flags: dict[tuple[int, int], Qt.ItemFlag] = {}

    # for subclasses to write

    def cell_at(self, row: int, column: int) -> GridCell | None:
        """Return which cell stands somewhere; ``None`` for what is no figure."""
        raise NotImplementedError

    def stored(self, cell: GridCell) -> Entered:
        """Return a cell as the store has it."""
        raise NotImplementedError

    def terms(self, cell: GridCell) -> Terms:
        """Return the terms of a cell's ledger."""
        raise NotImplementedError

    def is_locked(self, cell: GridCell) -> bool:
        """Tell whether the period of a cell is closed."""
        raise NotImplementedError

    def make_face(self, row: int, column: int) -> Face:
        """Return how a cell looks."""
        raise NotImplementedError

    def story(self, row: int, column: int) -> str:
        """Return what the tooltip of a cell says."""
        return ""

    # what is typed and written

    def entered(self, cell: GridCell) -> Entered:
        """Return a cell as it stands, what is being written included."""
        pending = self._pending.get(cell)
        return pending.entered if pending is not None else self.stored(cell)

    def being_written(self) -> list[Entered]:
        """Return the cells that are being written."""
        return [one.entered for one in self._pending.values()]

    def begin(self, changes: Iterable[tuple[GridCell, Entered]]) -> None:
        """Show cells as they are about to be written."""
        for cell, entered in changes:
            self.typed.pop(cell, None)
            self._pending[cell] = _Pending(entered)
        self.repaint()

    def finish(self, cells: Iterable[GridCell], *, written: bool) -> None:
        """Hear that cells were written, or that they were not."""
        for cell in cells:
            pending = self._pending.get(cell)
            if pending is not None and written:
                pending.written = True
            else:
                self._pending.pop(cell, None)
        self.repaint()

    def keep_typed(self, cell: GridCell, text: str, problem: str = "") -> None:
        """Show a text that is no figure yet; an empty one is forgotten."""
        if text:
            self.typed[cell] = Typed(text, problem)
        else:
            self.typed.pop(cell, None)
        self.repaint()

    def settle(self) -> None:
        """Forget what is written: the store was read anew."""
        self._pending = {cell: one for cell, one in self._pending.items() if not one.written}
        self._faces.clear()
        self._flags.clear()

    def repaint(self) -> None:
        """Show all cells anew."""
        self._faces.clear()
        self._flags.clear()
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def face(self, row: int, column: int) -> Face:
        """Return how a cell looks, made once."""
        found = self._faces.get((row, column))
        if found is None:
            found = self._faces[row, column] = self.make_face(row, column)
        return found

    # what Qt asks

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer the few roles we use."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            face = self.face(row, column)
            return seen(face.text, face)
        if role == _EDIT:
            cell = self.cell_at(row, column)
            return "" if cell is None else self.edit_text(cell)
        if role == _ALIGN:
            return _RIGHT if self.face(row, column).number else _LEFT
        if role == FACE_ROLE:
            return self.face(row, column)
        if role == _TOOLTIP:
            story = self.story(row, column)
            return story if VEIL.strictly(story) == story else ""
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: ANN401 - Qt's signature
        """Hear what was typed; it is read elsewhere, and may be asked about."""
        cell = self.cell_at(index.row(), index.column())
        if role != _EDIT or cell is None or self.is_locked(cell):
            return False
        if cell in self.typed or str(value) != self.edit_text(cell):
            self.committed.emit(cell, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let figures be edited while their period is open."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Qt asks twice for each cell it paints.
        place = index.row(), index.column()
        flags = self._flags.get(place)
        if flags is None:
            cell = self.cell_at(*place)
            flags = self._flags[place] = _FIXED if cell is None or self.is_locked(cell) else _EDITABLE
        return flags

    def edit_text(self, cell: GridCell) -> str:
        """Return what the editor of a cell begins with: what was typed, else the amount in its plain form."""
        typed = self.typed.get(cell)
        return typed.text if typed is not None else plain_text(self.entered(cell))

    # helpers of subclasses

    def figure_face(self, cell: GridCell, below: str = "") -> Face:
        """Return how a figure looks."""
        typed = self.typed.get(cell)
        if typed is not None:
            return Face(typed.text, below, tone=Tone.BAD if typed.problem else Tone.INFO)
        entered = self.entered(cell)
        amount = entered.fte if isinstance(entered, StaffCell) else entered.amount
        if amount is None:
            return Face("", below, locked=self.is_locked(cell))
        text = shown_number(self.kit, amount)
        about = entered.precision is Precision.ABOUT
        return Face(
            f"≈\u202f{text}" if about else text,
            below,
            mark=self._mark(entered),
            corner=isinstance(entered, FigureCell) and bool(entered.remark),
            tone=self.tone(cell, entered),
            locked=self.is_locked(cell),
        )

    def tone(self, cell: GridCell, entered: Entered) -> Tone | None:
        """Return the tone of a figure: what is odd is amber."""
        return None

    def _mark(self, entered: Entered) -> str:
        """Return who said it (nothing for the company itself), and that it was entered with VAT."""
        t, source = self.kit.t, _SOURCES.get(entered.source)
        words = [t(source)] if source is not None else []
        if isinstance(entered, FigureCell) and entered.entered is not None:
            words.append(t("VAT"))
        return " · ".join(words)


_SOURCES = {FigureSource.ORAL: N_("said"), FigureSource.ACCOUNTANT: N_("acct."), FigureSource.FILED: N_("filed")}


def plain_text(entered: Entered) -> str:
    """Return a cell as one would type it: with VAT where it was entered with VAT, ``≈`` where it is about right."""
    if isinstance(entered, StaffCell):
        amount = entered.fte
    else:
        amount = entered.entered if entered.entered is not None else entered.amount
    if amount is None:
        return ""
    text = f"{amount:f}".replace(".", ",")
    if isinstance(entered, FigureCell) and entered.entered is not None and entered.vat_rate is not None:
        text = f"{text} tvac {entered.vat_rate.normalize():f}".replace(".", ",")
    return f"≈ {text}" if entered.precision is Precision.ABOUT else text


def shown_number(kit: Kit, amount: Decimal) -> str:
    """Return an amount as cells show it: in whole, or to the cent, so that digits stand under digits."""
    whole = amount == amount.to_integral_value()
    return kit.formats.number(amount) if whole or abs(amount) < _SMALL else kit.formats.decimal(amount, 2)


def seen(text: str, face: Face) -> str:
    """Return what may be seen of a text: no figure of an organisation that is not in front, however small."""
    if face.number and text and VEIL.drawn and VEIL.words(_PROBE) != _PROBE:
        return _HIDDEN
    return VEIL.words(text)
