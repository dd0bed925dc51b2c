"""One number of a what-if: its name, the exact field, and a slider under it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.gui.entry.reading import read_amount
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import Label, restyle
from clusterdesk.gui.widgets.line_edit import LineEdit

_FIELD_UNITS = 118
_LONGEST = 24
_PAGE = 10
_FARTHEST = 1_000_000  # notches; Qt counts no further than two thousand millions


class WhatIfField(QWidget):
    """A number that is typed exactly or moved by notches; both tell the same.

    Signals:
        changed: which number, and its new value.
    """

    changed = Signal(object, object)

    def __init__(self, kit: Kit, what: Input, write: Callable[[Decimal], str], parent: QWidget | None = None) -> None:
        """Make a field of zero; ``write`` shows a value with its unit."""
        super().__init__(parent)
        self.kit, self.what, self._write = kit, what, write
        self._value = self._base = Decimal(0)
        self._step = Decimal(1)
        self._caption = Label("", wrap=True)
        self.edit = LineEdit()
        self.edit.setMaxLength(_LONGEST)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._caption.setBuddy(self.edit)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(_PAGE)
        self._problem = Label("", "problem", wrap=True)
        self._problem.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._caption, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        grid.addWidget(self._problem, 2, 0, 1, 2)
        self.slider.valueChanged.connect(self._moved)
        self.edit.editingFinished.connect(self._typed)
        kit.theme.changed.connect(self._grow)
        self._grow()

    @property
    def value(self) -> Decimal:
        """The number as it is now."""
        return self._value

    def name(self, caption: str) -> None:
        """Call the number so."""
        self._caption.setText(caption)
        self.edit.setAccessibleName(caption)
        self.slider.setAccessibleName(self.kit.t("{caption}, slider", caption=caption))

    def begin(self, value: Decimal, step: Decimal, notches: tuple[int, int]) -> None:
        """Stand on a number; the slider goes so many notches below and above it."""
        self._base = self._value = value
        self._step = step
        with QSignalBlocker(self.slider):
            self.slider.setRange(-notches[0], notches[1])
            self.slider.setValue(0)
        self._show()

    def set_value(self, value: Decimal) -> None:
        """Show another number; the slider goes to the nearest notch."""
        self._value = value
        notch = max(min(int((value - self._base) / self._step), _FARTHEST), -_FARTHEST)
        with QSignalBlocker(self.slider):
            if notch > self.slider.maximum():
                self.slider.setMaximum(notch)
            elif notch < self.slider.minimum():
                self.slider.setMinimum(notch)
            self.slider.setValue(notch)
        self._show()

    @Slot(int)
    def _moved(self, notch: int) -> None:
        value = self._base + notch * self._step
        self._value = value if self.what is Input.GROWTH else max(value, Decimal(0))
        self._show()
        self.changed.emit(self.what, self._value)

    @Slot()
    def _typed(self) -> None:
        if self.edit.text() == self._write(self._value):
            return
        reading = read_amount(self.edit.text().replace("%", ""))
        value, t = reading.value, self.kit.t
        if reading.problem is not None:
            self._tell(t(reading.problem.message, **reading.problem.params))
        elif value is None:
            self._show()
        elif self.what is not Input.GROWTH and value < 0:
            self._tell(t("Zero or more."))
        elif self.what is Input.GROWTH and abs(value) > 100:
            self._tell(t("Between −100 and 100 %."))
        elif abs(value) >= Decimal(10) ** 12:
            self._tell(t("This is too large."))
        else:
            self.set_value(value)
            self.changed.emit(self.what, value)

    def _show(self) -> None:
        self._tell("")
        text = self._write(self._value)
        self.edit.setText(text)
        self.slider.setAccessibleDescription(text)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if bool(self.edit.property("problem")) != bool(problem):
            self.edit.setProperty("problem", bool(problem))
            self.edit.setAccessibleDescription(problem)
            restyle(self.edit)

    @Slot()
    def _grow(self) -> None:
        self.edit.setFixedWidth(self.kit.theme.length(_FIELD_UNITS))
