"""A field of a question: a number that is typed exactly, or nothing."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot

from clusterdesk.gui.entry.reading import read_amount
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import restyle
from clusterdesk.gui.widgets.line_edit import LineEdit

_LONGEST = 24
_LARGEST = Decimal(10) ** 12


class NumberEdit(LineEdit):
    """A number as people write it; empty is ``None``, what cannot be read is told in ``problem``.

    Signals:
        read: what was typed has been read, or cannot be.
    """

    read = Signal()

    def __init__(self, kit: Kit, name: str, write: Callable[[Decimal], str], width: int = 0) -> None:
        """Make an empty field; ``write`` shows a value, ``width`` in units keeps it narrow."""
        super().__init__()
        self.kit, self._write, self._width = kit, write, width
        self.value: Decimal | None = None
        self.problem = ""
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._typed)
        if width:
            kit.theme.changed.connect(self._grow)
            self._grow()

    def set_value(self, value: Decimal | None) -> None:
        """Show a number; nothing is told."""
        self.value = value
        self._tell("")
        self.setText(self._write(value) if value is not None else "")
        self.setCursorPosition(0)

    @Slot()
    def _typed(self) -> None:
        shown = self._write(self.value) if self.value is not None else ""
        if self.text() == shown and not self.problem:
            return
        reading, t = read_amount(self.text().replace("%", "")), self.kit.t
        if reading.problem is not None:
            self._tell(t(reading.problem.message, **reading.problem.params))
        elif reading.value is not None and reading.value < 0:
            self._tell(t("Zero or more."))
        elif reading.value is not None and reading.value >= _LARGEST:
            self._tell(t("This is too large."))
        else:
            self.set_value(reading.value)
        self.read.emit()

    def _tell(self, problem: str) -> None:
        self.problem = problem
        if bool(self.property("problem")) != bool(problem):
            self.setProperty("problem", bool(problem))
            restyle(self)
        self.setAccessibleDescription(problem)

    @Slot()
    def _grow(self) -> None:
        self.setFixedWidth(self.kit.theme.length(self._width))
