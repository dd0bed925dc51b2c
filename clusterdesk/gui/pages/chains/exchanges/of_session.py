"""The offers and needs a session brought, each opened into its fields."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.chains.exchanges import words
from clusterdesk.gui.tokens import Tone

_ROWS = (("side", "kind"), ("text",), ("quantity", "unit"), ("to_on", "visibility"))


class CaughtExchanges(PartsCard):
    """The card; it takes no room while there is nothing."""

    def __init__(self, context: Context) -> None:
        """Make an empty one."""
        super().__init__(context, context.kit.t("Offers and needs"), "")
        self.hide()

    def make_row(self, part: Exchange) -> PartRow:
        """Return the row of an offer or a need."""
        return CaughtExchange(self.context, part)

    def show_page(self, page: SessionPage) -> None:
        """Show what this session brought."""
        self.show_parts(page.exchanges)
        self.setVisible(bool(page.exchanges))


class CaughtExchange(PartRow):
    """One offer or need, to be put right or taken out."""

    type_key = "exchange"
    part: Exchange

    def words(self) -> None:
        """Say what, which kind, and on which side."""
        t, part = self.kit.t, self.part
        tone = Tone.INFO if part.side is ExchangeSide.NEED else Tone.OK
        self.say(words.what(self.kit, part), t(choice_label(part.kind)), (t(choice_label(part.side)), tone))

    def build(self) -> QWidget:
        """Return its fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, required=("text",))
        return self.form

    def fill(self) -> None:
        """Show it."""
        self.form.show_record(self.part)


def exchange_words(kit: Kit, one: Exchange) -> str:
    """Return "Looks for: 200 m² of storage"."""
    if one.side is ExchangeSide.NEED:
        return kit.t("Looks for: {text}", text=words.what(kit, one))
    return kit.t("Offers: {text}", text=words.what(kit, one))
