"""The offers and needs that fit, each opened into its fields and what meets it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.exchange import ExchangeList, ExchangeRow, MatchLine
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.choosing_row import ChoosingRow, Renewed
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.exchanges import words
from clusterdesk.gui.pages.chains.exchanges.match_line import MatchBlock
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, clear_layout
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label

_ROWS = (
    ("side", "kind"),
    ("text",),
    ("quantity", "unit"),
    ("from_on", "to_on"),
    ("value_chain_id", "visibility"),
    ("closed_on", "outcome"),
    ("remark",),
)
_NONE = Option(None, "–")


class ExchangeCard(PartsCard):
    """The card."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t(
            "Nothing here. Note what a member looks for or could give: it is compared with the others."
            " #seeks or #offers in a note does the same."
        )
        super().__init__(context, t("Offers and needs"), empty)
        self.choices = Renewed(ExchangeList())

    def make_row(self, part: ExchangeRow) -> PartRow:
        """Return the row of an offer or a need."""
        return ExchangeLine(self.context, part, self.choices)


class ExchangeLine(ChoosingRow[Renewed[ExchangeList]]):
    """One offer or need."""

    type_key = "exchange"
    part: ExchangeRow

    def __init__(self, context: Context, part: ExchangeRow, choices: Renewed[ExchangeList]) -> None:
        """Show it, closed."""
        super().__init__(context, part, choices)
        self._shown: tuple[MatchLine, ...] | None = None
        self.matches: list[MatchBlock] = []

    def words(self) -> None:
        """Say what, whose, and how many meet it."""
        kit, part = self.kit, self.part
        found = len(self.choices.data.of(part.record.id))
        self.say(words.title(kit, part), words.note(kit, part), *words.chips(kit, part, found))

    def build(self) -> QWidget:
        """Return what meets it, and the fields."""
        t = self.kit.t
        self.heading = Label(t("What meets it"), "heading")
        self.heading.setContentsMargins(8, 0, 8, 0)
        self.blocks = QVBoxLayout()
        self.form = RecordForm(self.context, self.type_key, _ROWS, {"value_chain_id": [_NONE]}, required=("text",))
        self.visit = Button(self.kit, t("Go to {name}", name=self.part.organisation), "link", icon="arrow-right")
        self.visit.clicked.connect(self._visit)
        inner = Column(self.heading, self.form, self.visit)
        inner.line.insertLayout(1, self.blocks)
        return inner

    def fill(self) -> None:
        """Show it."""
        language = self.kit.t.language
        chains = [Option(one.id, one.name_in(language)) for one in self.choices.data.chains]
        self.form.offer("value_chain_id", [_NONE, *chains])
        self.form.show_record(self.part.record)
        self._show_matches(self.choices.data.of(self.part.record.id))

    def _show_matches(self, lines: Sequence[MatchLine]) -> None:
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        clear_layout(self.blocks)
        self.matches = [MatchBlock(self.context, self.part, line) for line in lines]
        for block in self.matches:
            self.blocks.addWidget(block)
        self.heading.setVisible(bool(lines))

    @Slot()
    def _visit(self) -> None:
        self.context.shell.go(routes.organisation(self.part.organisation_id))
