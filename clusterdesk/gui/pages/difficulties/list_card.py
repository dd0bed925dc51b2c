"""The table of difficulties, or what stands in its place while it is empty."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout

from clusterdesk.domain.views.difficulties import DifficultyRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import RowsModel
from clusterdesk.gui.pages.difficulties import listed
from clusterdesk.gui.shortcuts import DIFFICULTY
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.rows_table import RowsTable

_LEAST = 160


class NotingButton(Button):
    """The button that notes another one, with its key."""

    def __init__(self, kit: Kit) -> None:
        """Make it."""
        super().__init__(kit, kit.t("Note a difficulty"), "primary", icon="plus")
        self.say_keys(DIFFICULTY)


class ListCard(Card):
    """The table.

    Signals:
        opened: a difficulty is to be opened (its id).
        sort_asked: the key of a column, and whether descending.
        typed: a letter was typed into the table.
        new_asked, all_asked: the buttons of what stands in its place.
    """

    opened = Signal(object)
    sort_asked = Signal(str, bool)
    typed = Signal(str)
    new_asked = Signal()
    all_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__(margin=1)
        self.kit = kit
        self._source = HeldRows()
        self.model = RowsModel(kit.theme, listed.columns(kit), self._source, self)
        self.table = RowsTable(kit, self.model, kit.t("Difficulties of the field"))
        self.table.show_sort(listed.By.THEME, descending=False)
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self.sort_asked)
        self.table.typed.connect(self.typed)
        self._make_empty()
        self.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedLayout()
        for part in (self.table, self.nothing, self.empty):
            self._stack.addWidget(part)
        self.body.addLayout(self._stack)

    def _make_empty(self) -> None:
        kit, t = self.kit, self.kit.t
        hint = t("Choose another state or theme, or clear the words.")
        self.nothing = EmptyState(kit, "flag", t("Nothing fits these filters"), hint, t("Show all"))
        taught = t(
            "What stands in the way of companies – a permit, a rule, a place that is missing – is noted here, "
            "approved by the director, sent up, and told back. Select a sentence in a note, or write @difficulty "
            "in a quick note."
        )
        self.empty = EmptyState(kit, "flag", t("No difficulty noted yet"), taught, t("Note a difficulty"))
        for part in (self.nothing, self.empty):
            part.setProperty("role", "plain")
            part.setMinimumHeight(_LEAST)  # it is not seen with the table, and must not make the window higher
        self.nothing.acted.connect(self.all_asked)
        self.empty.acted.connect(self.new_asked)

    def show_rows(self, rows: Sequence[DifficultyRow], *, by_theme: bool, some: bool) -> None:
        """Show these rows; ``some``: there are difficulties, also where none of them fits."""
        made = listed.table_rows(self.kit, rows, self.kit.clock.today(), by_theme=by_theme)
        self.model.set_ids(self._source.hold(made), keep_rows=False)
        self._stack.setCurrentWidget(self.table if rows else self.nothing if some else self.empty)

    @Slot()
    def enter(self) -> None:
        """Go into the table, at its current row."""
        self.table.setFocus()
        if self.model.ids and not self.table.selected_ids:
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    @Slot(object)
    def _open(self, difficulty_id: Hashable) -> None:
        self.opened.emit(difficulty_id)
