"""Beside the text of a paper: words that may name somebody, and what was blocked, each with what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.difficulties.known import KIND_LABELS, IdentifierKind
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.views.difficulty_papers import PaperText
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label


class WordsPanel(QWidget):
    """The lists.

    Signals:
        block_asked, leave_asked: a word is to be blocked everywhere, or to stay as it is.
    """

    block_asked = Signal(str)
    leave_asked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        """Make empty lists."""
        super().__init__()
        self.setProperty("role", "page")
        self.kit = kit
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(4, 0, 8, 0)
        self._lines.setSpacing(4)

    def show_texts(self, texts: Iterable[PaperText], chosen: Chosen) -> None:
        """List the words of a paper, each once."""
        t = self.kit.t
        blocked: dict[str, IdentifierKind] = {}
        doubts: set[str] = set()
        for text in texts:
            blocked |= {one.said: one.kind for one in text.marks}
            doubts |= {text.text[start:end] for start, end in text.doubts}
        clear_layout(self._lines)
        if doubts:
            self._lines.addWidget(SectionHeader(t("Tells of somebody?")))
            for word in sorted(doubts):
                self._line(word, t("A name, or a place of few"), t("Block"), block=True)
        self._lines.addWidget(SectionHeader(t("Blocked")))
        for word, kind in sorted(blocked.items()):
            self._line(word, t(KIND_LABELS[kind]), t.c("word", "Leave it"), block=False)
        if not blocked:
            self._lines.addWidget(Label(t("Nothing had to be blocked."), "muted", wrap=True))
        if chosen.allowed:
            self._lines.addWidget(SectionHeader(t("Left as it is")))
            for word in chosen.allowed:
                self._line(word, t("By your choice"), t("Block"), block=True)
        self._lines.addStretch(1)

    def _line(self, word: str, why: str, action: str, *, block: bool) -> None:
        button = Button(self.kit, action, "link", hint=self.kit.t("{action}: {word}", action=action, word=word))
        button.setAccessibleName(self.kit.t("{action}: {word}", action=action, word=word))
        button.setAutoDefault(False)
        button.setProperty("word", word)
        button.setProperty("block", block)
        button.clicked.connect(self._asked)
        self._lines.addWidget(Label(word, "strong", wrap=True))
        row = QWidget()
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(0)
        line.addWidget(Label(why, "small", wrap=True))
        line.addWidget(button)
        self._lines.addWidget(row)

    @Slot()
    def _asked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            word = str(sender.property("word"))
            (self.block_asked if sender.property("block") else self.leave_asked).emit(word)
