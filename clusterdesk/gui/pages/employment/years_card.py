"""Each year as it is judged, newest first, with the sum line by line."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.employment.years import Year, YearState
from clusterdesk.domain.views.employment import EmploymentFile
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.services.employment_words import year_lines, year_note, year_state

_SHOWN_OPEN = 2


class YearsCard(Card):
    """The card of years."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=10)
        self.kit = kit
        self.header = SectionHeader(kit.t("Year by year"))
        self.hint = Label(
            kit.t(
                "A year qualifies when the mean of its quarter ends is at least 1 FTE over the baseline."
                " The last head count within a quarter stands for its end; three of the four must be known."
            ),
            "small",
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._opened: dict[tuple[UUID, int], bool] = {}
        self.blocks: list[YearBlock] = []
        self.add(self.header)
        self.body.addLayout(self._list)
        self.add(self.hint)

    def show_file(self, file: EmploymentFile | None) -> None:
        """Show the years of a file; none without one."""
        self._remember()
        clear_layout(self._list)
        years: Sequence[Year] = tuple(reversed(file.judgement.years)) if file is not None else ()
        self.blocks = []
        for place, year in enumerate(years):
            assert file is not None
            key = (file.file.id, year.year)
            block = YearBlock(self.kit, key, year, shown=self._opened.get(key, place < _SHOWN_OPEN))
            self.blocks.append(block)
            self._list.addWidget(block)
        self.setVisible(bool(years))

    def _remember(self) -> None:
        for block in self.blocks:
            self._opened[block.key] = block.is_open


class YearBlock(QWidget):
    """One year: its state, and the sum where it is open."""

    def __init__(self, kit: Kit, key: tuple[UUID, int], year: Year, *, shown: bool) -> None:
        """Show a year."""
        super().__init__()
        self.kit, self.key, self.year = kit, key, year
        t = kit.t
        self.state = Chip(year_state(year, t), _tone(year))
        self.toggle = IconButton(kit, "chevron-down", "")
        self.toggle.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(str(year.year), "strong"))
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.toggle)
        self.sum = QWidget()
        grid = QGridLayout(self.sum)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(year_lines(year, t, kit.formats)):
            label = Label(line.label, "strong" if line.strong else "muted", wrap=True)
            value = Label(line.value, "strong" if line.strong else "", wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setBuddy(value)
            grid.addWidget(label, row, 0)
            grid.addWidget(value, row, 1)
        note = year_note(year, t)
        if note:
            grid.addWidget(Label(note, "small", wrap=True), grid.rowCount(), 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.sum)
        self._show_open(shown=shown)

    @property
    def is_open(self) -> bool:
        """Whether the sum is shown."""
        return not self.sum.isHidden()

    @Slot()
    def _turn(self) -> None:
        self._show_open(shown=not self.is_open)

    def _show_open(self, *, shown: bool) -> None:
        self.sum.setVisible(shown)
        t, year = self.kit.t, str(self.year.year)
        self.toggle.set_icon("chevron-up" if shown else "chevron-down")
        self.toggle.set_name(t("Close: {what}", what=year) if shown else t("Open: {what}", what=year))


def _tone(year: Year) -> Tone:
    if year.state is YearState.QUALIFIES:
        return Tone.INFO if year.running else Tone.OK if year.attributed else Tone.NEUTRAL
    return Tone.NEUTRAL if year.running or year.state is YearState.BELOW else Tone.WARN
