"""Confirming, validating or revoking a result: by whom or why, and on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.proof_fields import AskedProof, ProofFields
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Decision:
    """What is asked: heading, verb, explanation, caption of the words, what stands there, the day.

    ``take_back`` names the button that withdraws a decision taken before; ``danger``: it takes something away;
    ``proof``: evidence is asked for, too.
    """

    heading: str
    verb: str
    note: str
    caption: str
    words: str
    on: date
    take_back: str = ""
    danger: bool = False
    proof: AskedProof | None = None


class DecisionDialog(AskDialog):
    """Asks for words and a day.

    Signals:
        decided: the words, the day and the ChosenProof (None where none is asked); answer by ``accept`` or ``tell``.
        taken_back: the decision taken before does not hold.
    """

    decided = Signal(str, object, object)
    taken_back = Signal()

    def __init__(self, kit: Kit, asked: Decision, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """Ask; ``names`` are offered while typing."""
        super().__init__(kit, asked.heading, asked.verb, danger=asked.danger, parent=parent)
        self.words = InlineText(kit, asked.caption, longest=_LONGEST, required=True)
        self.words.set_value(asked.words)
        self.day = InlineDate(kit, kit.t("On"), required=True)
        self.day.set_value(asked.on)
        for field in (self.words, self.day):
            field.edit.setProperty("role", "input")
        if names:
            completer = QCompleter(list(names), self.words.edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.words.edit.setCompleter(completer)
        self.content.addWidget(Label(asked.note, "muted", wrap=True))
        self.proof = ProofFields(kit, asked.proof) if asked.proof is not None else None
        self.scroll_content(*(field for field in (self.proof, self.words, self.day) if field is not None))
        if asked.take_back:
            back = Button(kit, asked.take_back, "link", icon="undo-2")
            back.setAutoDefault(False)
            back.clicked.connect(self.taken_back)
            self.content.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.agreed.connect(self._agree)
        first = self.words if self.proof is None or self.proof.title.value else self.proof.title
        first.setFocus()

    @Slot()
    def _agree(self) -> None:
        # A value given beforehand was never typed: it may still be empty.
        if not self.words.value and not self.words.dirty:
            self.words.restore_draft("")
        proof = self.proof.given() if self.proof is not None else None
        whole = self.proof is None or proof is not None
        if self.words.commit() and self.day.commit() and self.day.value is not None and whole:
            self.wait()
            self.decided.emit(self.words.value or "", self.day.value, proof)
