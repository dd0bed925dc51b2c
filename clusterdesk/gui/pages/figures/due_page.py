"""Everything that is due in one grid: turnover, total costs and FTE of each ledger whose last period is missing."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.figures import keys
from clusterdesk.gui.pages.figures.due_model import FIRST, NAME, PERIOD, STATE, DueModel
from clusterdesk.gui.pages.figures.entry import FigureEntry, emptied
from clusterdesk.gui.pages.figures.jobs import ClosePeriods, DueFacts, ReadDue
from clusterdesk.gui.pages.figures.table import FigureTable
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut, shown_key, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import PageHeader

_ROW_UNITS = 46
_WIDTHS = {NAME: 140, PERIOD: 84, FIRST: 150, FIRST + 1: 150, FIRST + 2: 110, STATE: 190}


class FiguresDuePage(Page):
    """The page."""

    shows = ("ledger", "monthly_figures", "figure", "headcount", "organisation", "organisation_status", "project")

    def build(self) -> None:
        """Make header, table, and the line that says what is odd."""
        kit, t = self.kit, self.kit.t
        self._seen: set[UUID] = set()
        self.header = PageHeader(kit, t("Figures to enter"))
        self.close_button = Button(kit, t("Close the period"), icon="lock")
        self.close_button.say_keys(keys.CLOSE_DUE)
        self.open_button = Button(kit, t("All figures"), icon="table")
        self.open_button.say_keys(keys.OPEN_DUE)
        self.header.add(self.open_button, self.close_button)
        self.model = DueModel(kit, self)
        self.table = FigureTable(kit, self.model, t("Figures to enter"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.entry = FigureEntry(self.context, self.model, self)
        self.said = Label("", "muted", wrap=True)
        self._hint = Label(self._keys(), "small", wrap=True)
        self._frame = Card(margin=10, spacing=6)
        self._frame.add(self.table)
        self._frame.body.setStretch(0, 1)
        self.empty = self._made_empty()
        self.body.addWidget(self.header)
        self.body.addWidget(self._frame, 1)
        self.body.addWidget(self._foot())
        self.body.addWidget(self.empty, 1)
        self._connect()
        self._measure()

    def refresh(self, changes: object) -> None:
        """Read what is due; what was completed while one is here stays in sight."""
        self.context.desk.submit(ReadDue(self._seen), self._show_facts, latest="figures-due", owner=self)

    def listing(self) -> Shown:
        """Return whose figures are due."""
        t, formats = self.kit.t, self.kit.formats
        rows = [(one.organisation, one.project or one.name, formats.partial(one.period)) for one in self.model.ledgers]
        headings = (t("Organisation"), t("Ledger of figures"), t("Period"))
        return Shown("figures-due", t("Figures due"), headings, rows)

    def take_focus(self) -> None:
        """Begin in the first figure that is missing."""
        self.table.setFocus()
        self._point_first()

    def leave(self) -> None:
        """Read what is being typed; what is complete is not shown again."""
        super().leave()
        self.entry.keep_now()
        self._seen.clear()
        self.reload()

    def shortcuts(self) -> Iterable[Shortcut]:
        """Close with Ctrl+L, all figures with Ctrl+Enter."""
        return (keys.CLOSE_DUE, keys.OPEN_DUE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what room there is."""
        super().resizeEvent(event)
        self._measure()

    def _keys(self) -> str:
        return self.kit.t(
            "{tab}: next figure. {enter}: next line, and a complete period is closed. {paste}: paste a block.",
            tab=shown_key("Tab"),
            enter=shown_key("Return"),
            paste=shown_key("Ctrl+V"),
        )

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.said)
        column.addWidget(self._hint)
        return foot

    def _made_empty(self) -> EmptyState:
        t = self.kit.t
        empty = EmptyState(
            self.kit,
            "square-check-big",
            t("No figures are due"),
            t("Figures are followed from the tab Figures of an organisation: what is due then stands here."),
        )
        empty.hide()
        return empty

    def _connect(self) -> None:
        t = self.kit.t
        self.table.typing.connect(self.entry.typing)
        self.table.pasted.connect(self._paste)
        self.table.emptied.connect(self._empty)
        self.table.row_finished.connect(self._finish)
        self.table.pointed.connect(self._point)
        self.table.locked_touched.connect(self._say_locked)
        self.entry.said.connect(self._say)
        self.entry.entered.connect(self._hush)
        self.entry.answered.connect(self.table.setFocus)
        self.close_button.clicked.connect(self._toggle)
        self.open_button.clicked.connect(self._open)
        self.kit.theme.changed.connect(self._measure)
        keys.connect(self, t, keys.CLOSE_DUE, self._toggle)
        keys.connect(self, t, keys.OPEN_DUE, self._open)

    def _show_facts(self, facts: DueFacts) -> None:
        first = not self.model.rowCount()
        self._seen |= {one.ledger_id for one in facts.ledgers}
        self.model.show_ledgers(facts.ledgers, facts.typed)
        left = sum(not one.state.complete for one in facts.ledgers)
        self.header.set_note(self.kit.t.n("{n} ledger without figures", "{n} ledgers without figures", n=left))
        self._frame.setVisible(bool(facts.ledgers))
        self.open_button.setEnabled(bool(facts.ledgers))
        self.close_button.setEnabled(bool(facts.ledgers))
        self._hint.setVisible(bool(facts.ledgers))
        self.empty.setVisible(not facts.ledgers)
        if first or not self.table.currentIndex().isValid():
            self._point_first()
        self._point()

    def _point_first(self) -> None:
        for row in range(self.model.rowCount()):
            if self.model.state(row).closed_on is None:
                self.table.point_to(row, FIRST)
                return

    @Slot()
    def _measure(self) -> None:
        length, table = self.kit.theme.length, self.table
        table.verticalHeader().setDefaultSectionSize(length(_ROW_UNITS))
        titles = [table.horizontalHeader().sectionSizeHint(number) for number in _WIDTHS]
        wanted = {number: max(length(units), titles[number]) for number, units in _WIDTHS.items()}
        spare = self.width() - 2 * 40 - sum(wanted.values())
        wanted[NAME] += max(spare, 0)
        for number, width in wanted.items():
            table.setColumnWidth(number, width)

    @Slot(str)
    def _paste(self, text: str) -> None:
        here = self.table.currentIndex()

        def place(row: int, column: int) -> GridCell | None:
            return self.model.cell_at(here.row() + row, here.column() + column)

        self.entry.paste(text, place)

    @Slot()
    def _empty(self) -> None:
        cells = [cell for one in self.table.selected() if (cell := self.model.cell_at(*one)) is not None]
        open_ones = [cell for cell in cells if not self.model.is_locked(cell)]
        self.entry.drop(open_ones)
        self.entry.write([(cell, emptied(self.model.entered(cell))) for cell in open_ones])

    @Slot(int)
    def _finish(self, row: int) -> None:
        """End a row: a period that is complete is closed, and the next line begins."""
        if not 0 <= row < self.model.rowCount():
            return
        if self.model.state(row).can_be_closed and self.model.state(row).closed_on is None:
            self._close(row, closed=True)
        if row + 1 < self.model.rowCount():
            self.table.point_to(row + 1, FIRST)

    @Slot()
    def _toggle(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < self.model.rowCount():
            self._close(row, closed=self.model.state(row).closed_on is None)

    def _close(self, row: int, *, closed: bool) -> None:
        one, t = self.model.ledgers[row], self.kit.t
        self.context.write(ClosePeriods(one.ledger_id, one.period, closed=closed), None, self._not_closed, owner=self)
        period = self.kit.formats.partial(one.period)
        words = t("{period} is closed: {name}.", period=period, name=one.title)
        self._say(words if closed else t("{period} is open again: {name}.", period=period, name=one.title), False)

    def _not_closed(self, error: BaseException) -> None:
        self._say(self.context.error_text(error), True)

    @Slot()
    def _open(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < self.model.rowCount() and self.context.shell.knows(routes.FIGURES):
            self.context.shell.go(routes.figures(self.model.ledgers[row].organisation_id))

    @Slot()
    def _point(self) -> None:
        """Say what is odd about the figure one stands on, and what the key for closing does."""
        index, t = self.table.currentIndex(), self.kit.t
        if not index.isValid() or index.row() >= self.model.rowCount():
            return
        closed = self.model.state(index.row()).closed_on is not None
        self.close_button.set_text(t("Open again") if closed else t("Close the period"))
        cell = self.model.cell_at(index.row(), index.column())
        typed = self.model.typed.get(cell) if cell is not None else None
        if cell is not None and (typed is not None or self.model.warnings(cell)):
            self._say(self.model.story(index.row(), index.column()).partition("\n")[0], typed is not None)

    @Slot()
    def _say_locked(self) -> None:
        words = self.kit.t("This period is closed: {keys} opens it again.", keys=shown_keys(keys.CLOSE_DUE))
        self._say(words, True)

    @Slot()
    def _hush(self) -> None:
        """Say no more of what was wrong: something else was entered."""
        if self.said.property("role") == "problem":
            self._say("", False)

    @Slot(str, bool)
    def _say(self, words: str, problem: bool) -> None:
        self.said.set_role("problem" if problem else "muted")
        self.said.setText(words)
