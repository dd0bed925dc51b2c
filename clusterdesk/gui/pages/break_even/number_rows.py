"""Rows of numbers that are added and taken out: the products of a mix, the steps of fixed costs."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from clusterdesk.domain.breakeven.questions import MOST_ROWS
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.number_edit import NumberEdit
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit

_LONGEST_NAME = 60

type Column = tuple[str, Callable[[Decimal], str]]


class NumberRows(QWidget):
    """A small table of fields under captions; where rows have names, each stands over its numbers.

    Signals:
        changed: a field was read, or a row is gone.
    """

    changed = Signal()

    def __init__(self, kit: Kit, columns: Sequence[Column], *, named: str = "") -> None:
        """Make an empty table; ``columns`` are captions and how a value is written, ``named`` is what a row is."""
        super().__init__()
        self.kit, self._columns, self._named = kit, columns, named
        self.rows: list[NumberRow] = []
        self._line = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(4)
        for place, (caption, _write) in enumerate(columns):
            self._grid.addWidget(Label(caption, "caption", wrap=True), 0, place, Qt.AlignmentFlag.AlignBottom)
            self._grid.setColumnStretch(place, 1)

    @property
    def full(self) -> bool:
        """Whether no row can be added."""
        return len(self.rows) >= MOST_ROWS

    def add_row(self, name: str = "", values: Sequence[Decimal | None] = ()) -> "NumberRow":
        """Put a row under the others."""
        row = NumberRow(self.kit, self._columns, self._named, len(self.rows) + 1, self)
        row.fill(name, values)
        last = len(self._columns)
        self._grid.addWidget(row.remove, self._line, last)
        if row.name is not None:
            self._grid.addWidget(row.name, self._line, 0, 1, last)
            self._line += 1
        for place, edit in enumerate(row.numbers):
            self._grid.addWidget(edit, self._line, place)
        self._line += 1
        for widget in row.widgets:
            widget.show()  # now, so that it can have the focus
        row.changed.connect(self.changed)
        row.left.connect(self._take_out)
        self.rows.append(row)
        self._offer()
        return row

    def clear(self) -> None:
        """Take all rows out."""
        for row in tuple(self.rows):
            self._drop(row)

    @Slot(object)
    def _take_out(self, row: "NumberRow") -> None:
        place = self.rows.index(row)
        self._drop(row)
        self._offer()
        self.rows[min(place, len(self.rows) - 1)].first.setFocus()
        self.changed.emit()

    def _drop(self, row: "NumberRow") -> None:
        self.rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()

    def _offer(self) -> None:
        """The only row stays."""
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)


class NumberRow(QObject):
    """The fields of a row, and the button that takes it out.

    Signals:
        changed: a field was read.
        left: the row shall go.
    """

    changed = Signal()
    left = Signal(object)

    def __init__(self, kit: Kit, columns: Sequence[Column], named: str, number: int, parent: QWidget) -> None:
        """Make empty fields."""
        super().__init__(parent)
        t = kit.t
        self.name: QLineEdit | None = None
        if named:
            self.name = LineEdit()
            self.name.setMaxLength(_LONGEST_NAME)
            self.name.setPlaceholderText(named)
            self.name.setAccessibleName(t("{column}, row {n}", column=named, n=number))
            self.name.editingFinished.connect(self.changed)
        self.numbers = [
            NumberEdit(kit, t("{column}, row {n}", column=caption, n=number), write) for caption, write in columns
        ]
        for edit in self.numbers:
            edit.read.connect(self.changed)
        self.remove = IconButton(kit, "x", t("Take row {n} out", n=number))
        self.remove.clicked.connect(self._leave)

    @property
    def first(self) -> QLineEdit:
        """The field that one begins with."""
        return self.name if self.name is not None else self.numbers[0]

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets from left to right."""
        names: tuple[QWidget, ...] = (self.name,) if self.name is not None else ()
        return (*names, *self.numbers, self.remove)

    def fill(self, name: str, values: Sequence[Decimal | None]) -> None:
        """Show a name and numbers."""
        if self.name is not None:
            self.name.setText(name)
        for edit, value in zip(self.numbers, values, strict=False):
            edit.set_value(value)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)
