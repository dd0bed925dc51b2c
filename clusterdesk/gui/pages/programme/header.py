"""The header of the programme: which year, the ways to others, what can be printed, a new event."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.field_rules import EARLIEST_YEAR, LATEST_YEAR
from clusterdesk.domain.views.programme import ProgrammeYear
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.programme import keys, words
from clusterdesk.gui.shortcuts import with_keys
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.page_header import PageHeader


class ProgrammeHeader(PageHeader):
    """Title and buttons.

    Signals:
        year_asked: another year.
        board_asked: the Advisory Board, whose meetings and mandates have a page of their own.
    """

    year_asked = Signal(int)
    board_asked = Signal()

    def __init__(self, kit: Kit, *more: QWidget) -> None:
        """Make the buttons; ``more`` stand after the years."""
        super().__init__(kit, kit.t("Programme"), note=" ")
        self.kit = kit
        t = kit.t
        self._year = kit.clock.today().year
        self.before = IconButton(kit, "chevron-left", with_keys(t, t("The year before"), keys.BEFORE))
        self.this = Button(kit, t("This year"))
        self.after = IconButton(kit, "chevron-right", with_keys(t, t("The year after"), keys.AFTER))
        self.before.clicked.connect(self.go_before)
        self.this.clicked.connect(self._go_this)
        self.after.clicked.connect(self.go_after)
        self.board = IconButton(kit, "users", t("Advisory Board: meetings and mandates"))
        self.board.clicked.connect(self.board_asked)
        self.add(Row(self.before, self.this, self.after, spacing=2, stretch=False), self.board, *more)

    def show_number(self, year: int) -> None:
        """Say which year is asked for."""
        self._year = year
        self.set_title(self.kit.t("Programme {year}", year=year))
        self.this.setEnabled(year != self.kit.clock.today().year)
        self.before.setEnabled(year > EARLIEST_YEAR)
        self.after.setEnabled(year < LATEST_YEAR)

    def show_year(self, year: ProgrammeYear) -> None:
        """Say how the year stands, and what comes next."""
        t, kit = self.kit.t, self.kit
        told = [words.year_words(kit, year.kinds)]
        if year.next_event is not None:
            record = year.next_event.record
            day = kit.formats.day_month(record.on)
            registered = t.n("{n} registered", "{n} registered", n=year.next_event.registered)
            told.append(t("next: {title}, {day} ({registered})", title=record.title, day=day, registered=registered))
        self.set_note(" · ".join(one for one in told if one))

    @Slot()
    def go_before(self) -> None:
        """Go to the year before."""
        if self._year > EARLIEST_YEAR:
            self.year_asked.emit(self._year - 1)

    @Slot()
    def go_after(self) -> None:
        """Go to the year after."""
        if self._year < LATEST_YEAR:
            self.year_asked.emit(self._year + 1)

    @Slot()
    def _go_this(self) -> None:
        self.year_asked.emit(self.kit.clock.today().year)
