"""One match within the row of an offer or a need: who, what, why, and the button that introduces them."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.exchange import Introduce
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.views.exchange import ExchangeRow, MatchLine
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.exchanges import words
from clusterdesk.gui.pages.chains.exchanges.reading import introduce
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Label


class MatchBlock(QWidget):
    """One match, told from the side of an offer or a need."""

    def __init__(self, context: Context, mine: ExchangeRow, line: MatchLine) -> None:
        """Show who is on the other side, and why."""
        super().__init__()
        self._context, self._line = context, line
        kit, t = context.kit, context.kit.t
        self.other = line.offer if mine.record.side is ExchangeSide.NEED else line.need
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 4)
        column.setSpacing(2)
        column.addWidget(Label(words.title(kit, self.other), "strong", wrap=True))
        column.addWidget(Label(words.note(kit, self.other), "small", wrap=True))
        column.addWidget(Label(words.why(kit, line), "small", wrap=True))
        self.visit = Button(kit, t("Go to {name}", name=self.other.organisation), "link", icon="arrow-right")
        self.visit.clicked.connect(self._visit)
        self.meet: Button | None = None
        if line.introduced is None:
            self.meet = Button(kit, t("Introduce them"), "link", icon="handshake")
            self.meet.setAccessibleName(t("Introduce them: {name}", name=self.other.organisation))
            self.meet.clicked.connect(self._introduce)
            column.addWidget(Row(self.meet, self.visit))
        else:
            day = kit.formats.date(line.introduced)
            column.addWidget(Row(Label(t("Introduced on {day}", day=day), "small"), self.visit))

    @Slot()
    def _introduce(self) -> None:
        line = self._line
        command = Introduce(need_id=line.need.record.id, offer_id=line.offer.record.id)
        toast = self._context.kit.t(
            "{need} and {offer} are introduced: one-off advice noted.",
            need=line.need.organisation,
            offer=line.offer.organisation,
        )
        self._context.write(partial(introduce, command), toast=toast)

    @Slot()
    def _visit(self) -> None:
        self._context.shell.go(routes.organisation(self.other.organisation_id))
