"""Offers and needs: what is live, what meets, what is over; found as one types."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.views.exchange import ExchangeList, ExchangeRow
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.chains.exchanges.card import ExchangeCard
from clusterdesk.gui.pages.chains.exchanges.noting import NoteExchangeDialog
from clusterdesk.gui.pages.chains.exchanges.reading import read
from clusterdesk.gui.pages.chains.listed_exchanges import exchange_cells, exchange_headings
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.pages.organisation.partners_card import OrganisationDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll
from clusterdesk.gui.widgets.search_field import SearchField

_WIDEST = 860
_ALL, _MATCHED, _OVER = "all", "matched", "over"


class ExchangeTab(ChainsTab):
    """The tab of offers and needs."""

    shows = (
        "exchange",
        "organisation",
        "one_off_advice",
        "value_chain",
        "organisation_value_chain",
        "address",
        "establishment",
    )

    def build(self) -> None:
        """Make field, chips and rows."""
        kit, t = self.kit, self.kit.t
        self._data = ExchangeList()
        self._wanted: UUID | None = None
        self.new_button = Button(kit, t("Note…"), "primary", icon="plus", hint=t("What a member looks for or offers"))
        self.field = SearchField(kit, t("What, organisation, place…"))
        self.chips = FilterChips(kit, t("Which offers and needs"))
        self.card = ExchangeCard(self.context)
        inner, column = narrow_column(kit, _WIDEST)
        for widget in (self.field, self.chips, self.card):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(page_scroll(inner, t("Offers and needs")), 1)
        self.chips.chosen.connect(self._fill)
        self.field.searched.connect(self._fill)
        self.new_button.clicked.connect(self._ask_whose)

    def head_actions(self) -> tuple[Button, ...]:
        """Return the button that notes one."""
        return (self.new_button,)

    def refresh(self) -> None:
        """Read all of them."""
        self.context.desk.submit(read, self._show, latest="exchanges", owner=self)

    def search_field(self) -> SearchField:
        """Return the field over the rows."""
        return self.field

    @Slot(object)
    def open_record(self, record_id: UUID) -> None:
        """Open one."""
        self._wanted = record_id
        self._open_wanted()

    def listing(self) -> Shown:
        """Return all of them; what is restricted never leaves."""
        name = self.kit.t("Offers and needs")
        return Shown("exchanges", name, exchange_headings(self.kit), exchange_cells(self.kit, self._data))

    def _show(self, data: ExchangeList) -> None:
        t, today = self.kit.t, self.kit.clock.today()
        self._data = self.card.choices.data = data
        live = [row for row in data.rows if row.is_live(today)]
        needs = sum(row.record.side is ExchangeSide.NEED for row in live)
        matched = sum(bool(data.of(row.record.id)) for row in live)
        self.chips.set_choices(
            [
                FilterChoice(_ALL, t("All that is live"), len(live)),
                FilterChoice(ExchangeSide.NEED.value, t("Looked for"), needs),
                FilterChoice(ExchangeSide.OFFER.value, t("Offered"), len(live) - needs),
                FilterChoice(_MATCHED, t("With a match"), matched),
                FilterChoice(_OVER, t("Closed"), len(data.rows) - len(live)),
            ]
        )
        self.chips.updateGeometry()
        if not self.chips.keys:
            self.chips.choose(_ALL)
        self._fill()
        self._open_wanted()

    @Slot()
    def _fill(self) -> None:
        self.card.show_parts([row for row in self._data.rows if self._fits(row)])

    def _fits(self, row: ExchangeRow) -> bool:
        typed = even(self.field.text()).split()
        said = even(" ".join((row.record.text, row.organisation, row.city, row.record.outcome)))
        if not all(word in said for word in typed):
            return False
        key = next(iter(self.chips.keys), _ALL)
        live = row.is_live(self.kit.clock.today())
        if key == _MATCHED:
            return live and bool(self._data.of(row.record.id))
        if key == _OVER:
            return not live
        return live and key in {_ALL, row.record.side.value}

    def _open_wanted(self) -> None:
        row = next((one for one in self._data.rows if one.record.id == self._wanted), None)
        if row is not None:
            self.field.clear()
            self.chips.choose(_ALL if row.is_live(self.kit.clock.today()) else _OVER)
            self._fill()
            self.card.open_when_shown(row.record.id)
            self._wanted = None

    @Slot()
    def _ask_whose(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who looks for something or offers it?"), t("Go on"), self.window())
        dialog.chosen.connect(self.ask_what)
        dialog.open()

    @Slot(object)
    def ask_what(self, organisation_id: UUID) -> None:
        """Ask what an organisation looks for or offers."""
        dialog = NoteExchangeDialog(self.context, organisation_id, "", self.window())
        dialog.noted.connect(self.open_record)
        dialog.open()
