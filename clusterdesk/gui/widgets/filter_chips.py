"""Filter chips: a row of words with counts, one or several of them chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One chip: its stable key, its translated label, and how many rows it would show (None = not known yet)."""

    key: str
    label: str
    count: int | None = None


class FilterChip(Button):
    """One chip; it keeps the room of its bold text, so that its neighbours stay where they are when it is on."""

    def sizeHint(self) -> QSize:
        """Ask for the room of the bold text."""
        size = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(size.width() + max(more, 0), size.height())


class FilterChips(QWidget):
    """Chips that filter a list.

    Signals:
        chosen: the keys that are on now (a frozenset); with ``many=False`` always exactly one.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, name: str, *, many: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty row; ``name`` tells screen readers what is filtered."""
        super().__init__(parent)
        self._kit, self._many = kit, many
        self._chips: dict[str, Button] = {}
        self._flow = FlowLayout(self)
        self.setAccessibleName(name)

    @property
    def keys(self) -> frozenset[str]:
        """The keys that are on."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def set_choices(self, choices: Iterable[FilterChoice]) -> None:
        """Show these chips; those known already keep their state and only get the new count."""
        wanted = {choice.key: choice for choice in choices}
        if list(wanted) != list(self._chips):
            self._rebuild(wanted)
        for key, choice in wanted.items():
            self._chips[key].set_text(self._text(choice))

    def choose(self, *keys: str) -> None:
        """Turn exactly these chips on, without a signal."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def make_chip(self, key: str) -> FilterChip:
        """Return a new chip; a row of chips that take something has its own kind."""
        return FilterChip(self._kit, "", "filter")

    def _rebuild(self, wanted: dict[str, FilterChoice]) -> None:
        kept = self.keys & set(wanted)
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for key in wanted:
            chip = self.make_chip(key)
            chip.setCheckable(True)
            chip.clicked.connect(self._clicked)
            self._chips[key] = chip
            self._flow.addWidget(chip)
        first = () if self._many else tuple(wanted)[:1]
        self.choose(*(kept or first))

    def _text(self, choice: FilterChoice) -> str:
        if choice.count is None:
            return choice.label
        return self._kit.t("{label} · {count}", label=choice.label, count=self._kit.formats.number(choice.count))

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        if not self._many:
            for chip in self._chips.values():
                chip.setChecked(chip is pressed)
        self.chosen.emit(self.keys)
