"""Prospects by state: who is nearest to joining first; by chain, link and project, and found as one types."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.prospects.states import IN_ORDER
from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui.forms.choosing_row import Renewed
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.card import StateCard
from clusterdesk.gui.pages.chains.prospects.filters import ProspectFilters
from clusterdesk.gui.pages.chains.prospects.reading import read
from clusterdesk.gui.pages.chains.prospects.seeking import Seeking
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll
from clusterdesk.gui.widgets.search_field import SearchField

_WIDEST = 860
_ALL, _DUE = "all", "due"


class ProspectsTab(ChainsTab):
    """The tab of prospects."""

    shows = (
        "prospect",
        "prospect_step",
        "organisation",
        "value_chain",
        "chain_link",
        "project",
        "profile",
    )

    def build(self) -> None:
        """Make field, filters and a card for each state."""
        kit, t = self.kit, self.kit.t
        self._choices = Renewed(ProspectList())
        self._wanted: UUID | None = None
        self.new_button = Button(kit, t("Note a prospect…"), "primary", icon="plus")
        self.find_button = Button(kit, t("Find in KBO…"), icon="search", hint=t("By activity and postcode"))
        self.filters = ProspectFilters(kit)
        self.chips = FilterChips(kit, t("Prospects of which value chain"))
        self.cards = {state: StateCard(self.context, state, self._choices) for state in IN_ORDER}
        self.empty = EmptyState(
            kit,
            "search",
            t("No prospect here yet"),
            t("Note who could fill a link that nobody stands at, or start from the link itself under Value chains."),
            t("Note a prospect…"),
        )
        hint = t("Choose another chain, link or project, or clear the words.")
        self.nothing = EmptyState(kit, "search", t("Nothing fits these filters"), hint, t("Show all"))
        inner, column = narrow_column(kit, _WIDEST)
        for widget in (self.filters, self.chips, *self.cards.values()):
            column.addWidget(widget)
        for state in (self.empty, self.nothing):
            column.addWidget(state)
            state.hide()
        column.addStretch(1)
        self.body.addWidget(page_scroll(inner, t("Prospects")), 1)
        self.chips.chosen.connect(self._fill)
        self.filters.changed.connect(self._fill)
        self.seeking = Seeking(self.context, self)
        self.seeking.noted.connect(self.open_record)
        self.find_button.clicked.connect(self._ask_finding)
        self.nothing.acted.connect(self._show_all)
        for asked in (self.new_button.clicked, self.empty.acted):
            asked.connect(self._ask_new)

    def head_actions(self) -> tuple[Button, ...]:
        """Return the button that notes one."""
        return (self.find_button, self.new_button)

    def refresh(self) -> None:
        """Read all of them."""
        self.context.desk.submit(read, self._show, latest="prospects", owner=self)

    def search_field(self) -> SearchField:
        """Return the field over the rows."""
        return self.filters.field

    @Slot(object)
    def open_record(self, record_id: UUID) -> None:
        """Open a prospect, or the one a state is of."""
        self._wanted = record_id
        self._open_wanted()

    def listing(self) -> Shown:
        """Return those that are shown."""
        rows = [row for row in self._data.rows if self._fits(row)]
        return Shown("prospects", self.kit.t("Prospects"), words.headings(self.kit), words.cells(self.kit, rows))

    @property
    def _data(self) -> ProspectList:
        return self._choices.data

    def _show(self, data: ProspectList) -> None:
        t, today = self.kit.t, self.kit.clock.today()
        self._choices.data = data
        due = sum(row.is_due(today) for row in data.rows)
        choices = [FilterChoice(_ALL, t("All"), len(data.rows)), FilterChoice(_DUE, t("Due"), due)]
        for chain in data.chains:
            if count := sum(row.chain is not None and row.chain.id == chain.id for row in data.rows):
                choices.append(FilterChoice(chain.key, chain.name_in(t.language), count))
        self.chips.set_choices(choices)
        self.chips.updateGeometry()
        if not self.chips.keys:
            self.chips.choose(_ALL)
        self.filters.offer(data)
        self._fill()
        self._open_wanted()

    @Slot()
    def _fill(self) -> None:
        shown = [row for row in self._data.rows if self._fits(row)]
        opened = {key for card in self.cards.values() for key, row in card.rows.items() if row.is_open}
        for state, card in self.cards.items():
            rows = [row for row in shown if row.state is state]
            arrived = opened & {row.record.id for row in rows} - card.rows.keys()
            card.show_parts(rows)
            card.setVisible(bool(rows))
            for key in arrived:  # who was moved stays open and in sight, with what comes next
                card.open_when_shown(key)
        self.empty.setVisible(not self._data.rows)
        self.nothing.setVisible(bool(self._data.rows) and not shown)

    @Slot()
    def _show_all(self) -> None:
        self.filters.clear()
        self.chips.choose(_ALL)
        self._fill()

    def _fits(self, row: ProspectRow) -> bool:
        if not self.filters.let_pass(row):
            return False
        key = next(iter(self.chips.keys), _ALL)
        if key == _DUE:
            return row.is_due(self.kit.clock.today())
        return key == _ALL or (row.chain is not None and row.chain.key == key)

    def _open_wanted(self) -> None:
        row = self._data.row(self._wanted) if self._wanted is not None else None
        if row is not None:
            self._show_all()
            self.cards[row.state].open_when_shown(row.record.id)
            self._wanted = None

    @Slot()
    def _ask_finding(self) -> None:
        self.seeking.find(self.filters.lacking)

    @Slot()
    def _ask_new(self) -> None:
        self.seeking.note(self.filters.lacking)
