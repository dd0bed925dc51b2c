"""The results of a search: by kind, the best beginning first, then names, then texts; Enter opens."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.search import SearchHit, SearchPage
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.pages.search.hits import CountFound, Find, WayTo, kind_words
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.rows_table import RowsTable
from clusterdesk.gui.widgets.search_field import SearchField
from clusterdesk.services.told_titles import told_title

MOST = 400
_HIGHEST = 100  # three lines of chips at 100 %
_ALL = "all"


class ResultsPage(Page):
    """The page; its argument is the text looked for."""

    shows = tuple(key for key, kind in RECORD_TYPES.items() if kind.searchable)

    def build(self) -> None:
        """Make field, chips and table."""
        kit, t = self.kit, self.kit.t
        self._page = SearchPage("", 0, ())
        self._hits: dict[Hashable, SearchHit] = {}
        self.header = PageHeader(kit, t("Search"))
        self.field = SearchField(kit, t("Words, names, numbers"))
        self.kinds = FilterChips(kit, t("Kinds"))
        self.model = RowsModel(
            kit.theme,
            (
                Column("title", t("What"), 270, sortable=False),
                Column("kind", t("Kind"), 150, chip=True, sortable=False),
                Column("organisation", t("Organisation"), 200, sortable=False),
                Column("snippet", t("Where"), 340, sortable=False),
            ),
            self,
            self,
        )
        self.table = RowsTable(kit, self.model, t("Results"))
        self.nothing = EmptyState(
            kit,
            "search",
            t("Nothing found."),
            t("Try fewer letters, or another word. What lies in the bin is not found."),
        )
        self.nothing.setProperty("role", "plain")  # the card around it has a frame already
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        card.body.addLayout(self._stack)
        for part in (self.header, self.field, LowScroll(self.kinds, _HIGHEST, t("Kinds"))):
            self.body.addWidget(part)
        self.body.addWidget(card, 1)
        self.field.searched.connect(self._search)
        self.field.left_down.connect(self.table.setFocus)
        self.field.entered.connect(self._entered)
        self.kinds.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)

    def argument_changed(self) -> None:
        """Look for another text."""
        text = self.argument if isinstance(self.argument, str) else ""
        if text != self.field.text():
            blocked = self.field.blockSignals(True)
            self.field.setText(text)
            self.field.blockSignals(blocked)
        self.kinds.choose(_ALL)

    def refresh(self, changes: object) -> None:
        """Look again."""
        self._search(self.field.text())

    def search_field(self) -> SearchField:
        """Return the field over the results."""
        return self.field

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Make the rows that are painted: the piece of text in each is cut only then."""
        deliver([self._row(self._hits[one]) for one in ids if one in self._hits])

    @Slot(str)
    def _search(self, text: str) -> None:
        self.context.desk.submit(Find(text, MOST), self._show, latest="search-page", owner=self)

    def _show(self, page: SearchPage) -> None:
        self._page = page
        self.kinds.setVisible(bool(page.hits))
        self._show_total(page.total if page.complete else None)
        self._stack.setCurrentWidget(self.table if page.hits else self.nothing)
        self._show_chosen(self.kinds.keys)
        if not page.complete:
            # Counting them all takes longer than finding the first: the rows do not wait for it.
            self.context.desk.submit(CountFound(page.query), self._show_total, latest="search-count", owner=self)

    def _show_total(self, total: int | None) -> None:
        t, hits = self.kit.t, self._page.hits
        counts = Counter(hit.kind for hit in hits)
        choices = [FilterChoice(_ALL, t("All"), total)]
        kinds = [key for key in RECORD_TYPES if key in counts]
        choices += [FilterChoice(key, t(RECORD_TYPES[key].plural), counts[key]) for key in kinds]
        self.kinds.set_choices(choices)
        missing = (total or 0) - len(hits)
        note = t.n(
            "The first {shown} are shown; {n} is not.",
            "The first {shown} are shown; {n} are not.",
            n=missing,
            shown=len(hits),
        )
        self.header.set_note(note if missing > 0 else "")

    @Slot(object)
    def _show_chosen(self, keys: frozenset[str]) -> None:
        wanted = [hit for hit in self._page.hits if keys & {hit.kind, _ALL}]
        # Sorting keeps the order within a kind: newest first.
        wanted.sort(key=_place)
        self._hits = {hit.stored_id: hit for hit in wanted}
        self.model.set_ids(list(self._hits), keep_rows=False)

    def _row(self, hit: SearchHit) -> TableRow:
        t = self.kit.t
        kind = kind_words(hit.kind, t)
        organisation = hit.organisation if hit.organisation != hit.title else ""
        title = told_title(hit.kind, hit.title, t, self.kit.formats)
        cells = (title or kind, kind, organisation, hit.snippet)
        return TableRow(hit.stored_id, cells, (None, Tone.NEUTRAL, None, None))

    @Slot(str)
    def _entered(self, _text: str) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    @Slot(object)
    def _open(self, hit_id: Hashable) -> None:
        hit = self._hits.get(hit_id)
        if hit is not None:
            self.context.desk.submit(WayTo(hit), self._go, owner=self)

    def _go(self, route: Route | None) -> None:
        if route is None:
            self.context.shell.toast(self.kit.t("This is on no page yet."))
        else:
            self.context.shell.go(route)


_PLACES = {key: place for place, key in enumerate(RECORD_TYPES)}


def _place(hit: SearchHit) -> int:
    return _PLACES[hit.kind]
