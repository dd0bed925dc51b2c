"""Confirming a proposed result in one dialog: what proves it, on which day it was reached, by whom; why, if need be."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.proof_fields import AskedProof, ProofFields
from clusterdesk.gui.pages.organisation.proof_lines import ProofLines
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.services.proposal_words import proposal_head, sentence_words

_LONGEST = 300
_HIGHEST = 160


class ProposalDialog(AskDialog):
    """Asks for the name, the effective day and, where it was reached before the coaching, why it counts.

    Signals:
        decided: the name, the day, the reason ("" where none is asked) and the ChosenProof (None where there is
            evidence already); answer by ``accept`` or ``tell``.
    """

    decided = Signal(str, object, str, object)

    def __init__(
        self,
        kit: Kit,
        proposal: ResultProposal,
        name: str,
        colleagues: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a proposal; ``name`` stands there, ``colleagues`` are offered while typing."""
        t = kit.t
        what = t(choice_label(proposal.kind))
        super().__init__(kit, t("Confirm: {what}", what=what), t("Confirm"), parent=parent)
        self._asks_reason = proposal.needs_reason
        self.name = InlineText(kit, t("Confirmed by"), longest=_LONGEST, required=True)
        self.name.set_value(name)
        self.day = InlineDate(kit, t("Effective date"), required=True)
        self.day.set_value(proposal.event.on if proposal.event is not None else proposal.on)
        self.reason = InlineText(kit, t("Why it counts all the same"), longest=_LONGEST, required=True)
        for field in (self.name, self.day, self.reason):
            field.edit.setProperty("role", "input")
        if colleagues:
            completer = QCompleter(list(colleagues), self.name.edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.name.edit.setCompleter(completer)
        proofs = ProofLines(kit)
        proofs.show_evidence(proposal.evidence)
        known = QWidget()
        column = QVBoxLayout(known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(proposal_head(proposal, t, kit.formats), "muted", wrap=True))
        column.addWidget(proofs)
        # What is known may be long: it scrolls, so that what is asked for is always whole.
        self.content.addWidget(LowScroll(known, _HIGHEST, what))
        if not self._asks_reason:
            self.reason.setParent(self)
            self.reason.hide()
        self.proof = None if proposal.is_proved else ProofFields(kit, asked_proof(proposal, kit))
        asked = (self.reason if self._asks_reason else None, self.proof, self.name, self.day)
        self.scroll_content(*(field for field in asked if field is not None))
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        fields = (self.name, self.reason) if self._asks_reason else (self.name,)
        for field in fields:
            # A value given beforehand was never typed: it may still be empty.
            if not field.value and not field.dirty:
                field.restore_draft("")
        proof = self.proof.given() if self.proof is not None else None
        whole = self.proof is None or proof is not None
        if all(field.commit() for field in fields) and self.day.commit() and self.day.value is not None and whole:
            day: date = self.day.value
            reason = (self.reason.value or "") if self._asks_reason else ""
            self.wait()
            self.decided.emit(self.name.value or "", day, reason, proof)


def asked_proof(proposal: ResultProposal, kit: Kit) -> AskedProof:
    """Return what is proposed as evidence of a proposal: where its figures come from."""
    wanted, found = [one for one in proposal.evidence if one.wanted], proposal.suggested
    if found is None:
        return AskedProof(wanted=wanted)
    return AskedProof(sentence_words(found.title, kit.t, kit.formats), found.level, wanted)
