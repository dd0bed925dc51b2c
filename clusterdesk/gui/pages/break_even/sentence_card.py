"""The sentence that says it first, what closes the gap, and what is to be looked at."""

from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Card, Row, clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.break_even_words import BreakEvenWords

_MOST = 4


class SentenceCard(Card):
    """Where the ledger stands, in words."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=5)
        self.kit = kit
        self.sentence = Label("", "heading", wrap=True)
        self.gap = Label("", wrap=True)
        self.levers = Label("", "muted", wrap=True)
        self._messages = QVBoxLayout()
        self._messages.setSpacing(3)
        self.add(self.sentence, self.gap, self.levers)
        self.body.addLayout(self._messages)

    def show_view(self, view: BreakEven) -> None:
        """Say how a ledger stands."""
        words = BreakEvenWords(self.kit.t, self.kit.formats)
        self.sentence.setText(words.sentence(view))
        for label, text in ((self.gap, words.gap(view)), (self.levers, words.levers(view))):
            label.setText(text)
            label.setVisible(bool(text))
        clear_layout(self._messages)
        said = [one for one in words.messages(view) if one != words.sentence(view)]
        for text in said[-_MOST:]:
            mark = Label()
            mark.setPixmap(self.kit.icons.pixmap("info", "muted", size=15))
            line = Row(mark, stretch=False)
            line.line.addWidget(Label(text, "small", wrap=True), 1)
            self._messages.addWidget(line)
