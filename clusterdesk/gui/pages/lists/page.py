"""The editable lists: chips choose one, its rows are edited in place, added, ordered, put into the bin."""

from functools import partial

from PySide6.QtCore import Slot

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui.listings import Records
from clusterdesk.gui.pages.lists import words
from clusterdesk.gui.pages.lists.card import ListCard
from clusterdesk.gui.pages.lists.reading import LISTS, ListData, read_lists
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST = 760
_MOST = 220  # pixels of chips; more of them scroll


class ListsPage(Page):
    """The page; its argument is the key of the list shown first."""

    shows = LISTS

    def build(self) -> None:
        """Make chips and one card for each list; only one of them is shown."""
        t = self.kit.t
        self._key = LISTS[0]
        self.header = PageHeader(
            self.kit, t("Lists of the cluster"), note=t("What fields choose from. Every change is in force at once.")
        )
        self.header.add(self.export_button())
        self.chips = FilterChips(self.kit, t("Which list"))
        self.chips.set_choices([FilterChoice(key, t(RECORD_TYPES[key].plural)) for key in LISTS])
        self.chips.chosen.connect(self._choose)
        self.purpose = Label("", "muted", wrap=True)
        self.cards = {key: ListCard(self.context, key) for key in LISTS}
        inner, column = narrow_column(self.kit, _WIDEST)
        column.addWidget(self.purpose)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(self.header)
        self.body.addWidget(LowScroll(self.chips, _MOST, t("Which list")))
        self.body.addWidget(page_scroll(inner, t("Lists of the cluster")), 1)
        self._turn()

    def argument_changed(self) -> None:
        """Turn to the list asked for."""
        if self.argument in LISTS:
            self._key = str(self.argument)
        self._turn()

    def refresh(self, changes: object) -> None:
        """Read the list that is shown, and how long the others are."""
        self.context.desk.submit(partial(read_lists, self._key), self._show, latest="lists", owner=self)

    def listing(self) -> Records:
        """Return the list that is shown."""
        return Records(self._key, self.kit.t)

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.cards[self._key].commit()

    def _show(self, data: ListData) -> None:
        t = self.kit.t
        self.chips.set_choices([FilterChoice(key, t(RECORD_TYPES[key].plural), data.counts[key]) for key in LISTS])
        self.chips.updateGeometry()
        self.cards[data.type_key].show_list(data.rows, data.keyed)

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self._key = next(iter(keys), LISTS[0])
        self._turn()
        self.refresh(None)

    def _turn(self) -> None:
        self.chips.choose(self._key)
        self.purpose.setText(self.kit.t(words.PURPOSES[self._key]))
        for key, card in self.cards.items():
            card.setVisible(key == self._key)
