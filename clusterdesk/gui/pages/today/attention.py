"""The cards under visits and promises: organisations that want attention, by name, and what came in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from clusterdesk.domain.views.today import TIGHT, Today
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.page_header import FoldingRow

if TYPE_CHECKING:
    from clusterdesk.domain.views.arrivals import Arrivals
    from clusterdesk.gui.pages.today.arrived import ArrivedCard
    from clusterdesk.gui.pages.today.names_card import NamesCard
    from clusterdesk.gui.widgets.card import Card


class AttentionRow(FoldingRow):
    """The cards side by side.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    silent: "NamesCard"
    adrift: "NamesCard"
    numberless: "NamesCard"
    arrived: "ArrivedCard"

    def __init__(self, kit: Kit, units: int, silent_after_days: int) -> None:
        """Keep the room for the cards; they stand under each other where less than ``units`` are there."""
        super().__init__(kit, units)
        self._kit, self._silent_after_days = kit, silent_after_days
        self.room = TIGHT
        self.cards: tuple[Card, ...] = ()

    def show_today(self, today: Today) -> None:
        """Show whom a day asks attention for."""
        self._make()
        for card in (self.silent, self.adrift, self.numberless):
            card.room = self.room
        self.silent.show_names(today.silent, today.counts.silent)
        self.adrift.show_names(today.without_next_step, today.counts.without_next_step)
        self.numberless.show_names(today.without_number, today.counts.without_number)

    def show_arrivals(self, arrivals: "Arrivals") -> None:
        """Show what came in."""
        self._make()
        self.arrived.show_arrivals(arrivals)

    def _make(self) -> None:
        """Make the cards with the first that is shown in them: they mostly lie below what a start shows."""
        if self.cards:
            return
        from clusterdesk.gui.pages.today.arrived import ArrivedCard
        from clusterdesk.gui.pages.today.names_card import NamesCard

        kit, t = self._kit, self._kit.t
        self.silent = NamesCard(
            kit,
            t.n("Silent for {n} day", "Silent for {n} days", n=self._silent_after_days),
            t("Every member has been met."),
            routes.organisations("silent"),
        )
        self.adrift = NamesCard(
            kit, t("No next step"), t("Every open file has a next step."), routes.organisations("next-step")
        )
        self.numberless = NamesCard(
            kit, t("Number missing"), t("Every organisation has its number."), routes.organisations("number")
        )
        self.arrived = ArrivedCard(kit)
        cards = (self.silent, self.adrift, self.numberless, self.arrived)
        for card in cards:
            card.went.connect(self.went)
            self.add(card)
        self.cards = cards
