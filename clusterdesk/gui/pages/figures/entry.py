"""From typed text to figures: read, asked about where it reads two ways, written in one step; nothing typed is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from clusterdesk.domain.field_rules import FTE
from clusterdesk.domain.figures.cells import NEVER_NEGATIVE, CellPlace, FigureCell, GridCell, StaffCell
from clusterdesk.domain.figures.pasting import block_mark, read_block
from clusterdesk.domain.figures.typed_amounts import TypedAmount, read_typed_amount
from clusterdesk.domain.figures.warnings import cell_warnings
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.figures.asking import AskOver, AskReading, Over
from clusterdesk.gui.pages.figures.grid_model import Entered, GridModel, plain_text
from clusterdesk.gui.pages.figures.jobs import Enter, KeepTyped
from clusterdesk.services.figure_words import warning_words

_SOON = 500  # milliseconds of silence after which what is being typed is kept

_WITH_VAT = frozenset(
    {
        FigureLine.REVENUE,
        FigureLine.TOTAL_COSTS,
        FigureLine.VARIABLE,
        FigureLine.SEMI_VARIABLE,
        FigureLine.FIXED,
    }
)

type Item = tuple[GridCell, str]
type Change = tuple[GridCell, Entered]


class FigureEntry(QObject):
    """Enters what is typed into the cells of a model.

    Signals:
        said: something to say about what was entered (a sentence, and whether it is a problem).
        entered: cells are being written (GridCells).
        answered: a question was answered: the keys belong to the table again.
    """

    said = Signal(str, bool)
    entered = Signal(object)
    answered = Signal()

    def __init__(self, context: Context, model: GridModel, parent: QWidget) -> None:
        """Work for a model; questions are asked over ``parent``."""
        super().__init__(parent)
        self._context, self._model, self._over = context, model, parent
        self._t = context.kit.t
        self.vat: Decimal | None = None
        self._being_typed: tuple[GridCell, str] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.keep_now)
        model.committed.connect(self.take)

    # typing

    @Slot(object, str)
    def typing(self, cell: GridCell, text: str) -> None:
        """Keep what is being typed, soon."""
        if self._being_typed is not None and self._being_typed[0] != cell:
            self.keep_now()
        self._being_typed = (cell, text)
        self._soon.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep what is being typed, now."""
        self._soon.stop()
        if self._being_typed is not None:
            self._context.desk.submit(KeepTyped(*self._being_typed), owner=self)
            self._being_typed = None

    @Slot(object, str)
    def take(self, cell: GridCell, text: str) -> None:
        """Read a text that was typed into a cell, and enter it."""
        self._soon.stop()
        self._being_typed = None
        self._take(cell, text, None)

    def _take(self, cell: GridCell, text: str, mark: str | None) -> None:
        read = self._read(cell, text, mark)
        if isinstance(read, Problem):
            self._keep(cell, text, self._t(read.message, **read.params))
        elif read.readings:
            self._model.keep_typed(cell, text)
            self._ask(AskReading(self._context.kit, text, read.readings, partial(self._chosen, cell, text), self._over))
        else:
            self.write([(cell, self._filled(cell, read))])

    def _chosen(self, cell: GridCell, text: str, mark: str | None) -> None:
        if mark is None:
            self._keep(cell, text, self._t("“{text}” can be read in two ways: type it anew.", text=text))
        else:
            self._take(cell, text, mark)

    def _keep(self, cell: GridCell, text: str, problem: str) -> None:
        """Leave a text where it was typed, to be corrected; it is safe there."""
        self._model.keep_typed(cell, text, problem)
        self._context.desk.submit(KeepTyped(cell, text), owner=self)
        self.said.emit(problem, True)

    def drop(self, cells: Iterable[GridCell]) -> None:
        """Give up what was typed into cells and is no figure."""
        for cell in cells:
            if cell in self._model.typed:
                self._model.keep_typed(cell, "")
                self._context.desk.submit(KeepTyped(cell, ""), owner=self)

    def odd(self, cell: GridCell, text: str, cells: Mapping[CellPlace, FigureCell]) -> str:
        """Return what is odd about an amount while it is typed; nothing while it cannot be read."""
        read = self._read(cell, text, None)
        if isinstance(read, Problem) or read.amount is None or cell.line is None:
            return ""
        filled, kit = self._filled(cell, read), self._context.kit
        if not isinstance(filled, FigureCell):
            return ""
        currency = self._model.terms(cell).currency
        return "  ".join(warning_words(one, kit.t, kit.formats, currency) for one in cell_warnings(cells, filled))

    # blocks

    def paste(self, text: str, place: Callable[[int, int], GridCell | None]) -> None:
        """Enter a block; ``place`` says which cell a row and column of it goes to."""
        rows = read_block(text)
        t = self._t
        if rows is None:
            self.said.emit(t("This is far more than a ledger holds: nothing was pasted."), True)
            return
        items, aside, locked = [], 0, 0
        for row, cells in enumerate(rows):
            for column, typed in enumerate(cells):
                cell = place(row, column) if typed else None
                if cell is not None and self._model.is_locked(cell):
                    locked += 1
                elif cell is not None:
                    items.append((cell, typed))
                else:
                    aside += bool(typed)
        if aside:
            self.said.emit(t.n("{n} value had no place.", "{n} values had no place.", n=aside), True)
        elif locked:
            words = t.n(
                "{n} value of a closed period was left as it is.", "{n} values of closed periods were left.", n=locked
            )
            self.said.emit(words, True)
        if items:
            self._take_block(items, block_mark(rows))

    def _take_block(self, items: Sequence[Item], mark: str | None) -> None:
        read = [(cell, text, self._read(cell, text, mark)) for cell, text in items]
        for _, text, one in read:
            if isinstance(one, TypedAmount) and one.readings:
                # What one of them means, the others of the block mean too.
                chosen = partial(self._block_chosen, items)
                self._ask(AskReading(self._context.kit, text, one.readings, chosen, self._over))
                return
        good = [(cell, self._filled(cell, one)) for cell, _, one in read if isinstance(one, TypedAmount)]
        for cell, text, one in read:
            if isinstance(one, Problem):
                self._keep(cell, text, self._t(one.message, **one.params))
        self.enter(good)

    def _block_chosen(self, items: Sequence[Item], mark: str | None) -> None:
        if mark is None:
            self.said.emit(self._t("Nothing was pasted."), True)
        else:
            self._take_block(items, mark)

    def enter(self, changes: Sequence[Change]) -> None:
        """Enter cells in one step; where other amounts are there already, it is asked which ones to keep."""
        over = [Over(cell, old, new) for cell, new in changes if _differ(old := self._model.entered(cell), new)]
        if not over:
            self.write(changes)
            return
        self._ask(AskOver(self._context.kit, over, partial(self._settled, changes), self._over))

    def _ask(self, dialog: QDialog) -> None:
        dialog.finished.connect(self.answered)
        dialog.open()

    def _settled(self, changes: Sequence[Change], kept: frozenset[GridCell]) -> None:
        self.write([(cell, new) for cell, new in changes if cell not in kept])

    # writing

    def write(self, changes: Sequence[Change]) -> None:
        """Write cells in one step."""
        changes = [(cell, new) for cell, new in changes if new != self._model.stored(cell) or cell in self._model.typed]
        if not changes:
            return
        cells = [cell for cell, _ in changes]
        self._model.begin(changes)
        self.entered.emit(cells)
        self._context.write(Enter(changes), partial(self._written, cells), partial(self._refused, cells), owner=self)

    def _written(self, cells: Sequence[GridCell], _output: object) -> None:
        self._model.finish(cells, written=True)

    def _refused(self, cells: Sequence[GridCell], error: BaseException) -> None:
        """Bring back what was typed, with the reason: it was not written, and is not lost."""
        entered = {cell: plain_text(self._model.entered(cell)) for cell in cells}
        self._model.finish(cells, written=False)
        problem = self._context.error_text(error)
        for cell, text in entered.items():
            self._keep(cell, text, problem)

    def _read(self, cell: GridCell, text: str, mark: str | None) -> TypedAmount | Problem:
        terms = self._model.terms(cell)
        parsed = read_typed_amount(text, mark=mark, currency=terms.currency, rate=terms.vat_rate)
        if parsed.value is None:
            assert parsed.error is not None
            return parsed.error
        amount = parsed.value.amount
        if amount is None:
            return parsed.value
        if cell.line is None and not FTE.holds(amount):
            return Problem("fte", FTE.message)
        if cell.line in NEVER_NEGATIVE and amount < 0:
            return Problem("negative_variable_cost", self._context.kit.t("Negative variable cost: to be corrected."))
        return parsed.value

    def _filled(self, cell: GridCell, typed: TypedAmount) -> Entered:
        present = self._model.entered(cell)
        if isinstance(present, StaffCell):
            return typed.staff(cell.period)
        rate = self.vat if cell.line in _WITH_VAT else None
        return typed.fill(present, rate)


def _differ(old: Entered, new: Entered) -> bool:
    """Tell whether another amount stands where one is to be entered."""
    before, after = _amount(old), _amount(new)
    return before is not None and after is not None and before != after


def _amount(entered: Entered) -> Decimal | None:
    return entered.fte if isinstance(entered, StaffCell) else entered.amount


def emptied(entered: Entered) -> Entered:
    """Return a cell without its amount."""
    if isinstance(entered, FigureCell):
        return replace(entered, amount=None, entered=None, vat_rate=None)
    return replace(entered, fte=None)
