"""A proposed result: what a rule sees, why, what is missing, what proves it; and the decision that is due."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal, ResultStanding, Sentence
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisation import result_jobs as jobs
from clusterdesk.gui.pages.organisation.decisions import Decisions
from clusterdesk.gui.pages.organisation.evidence_line import EvidenceLine
from clusterdesk.gui.pages.organisation.proof_fields import ChosenProof
from clusterdesk.gui.pages.organisation.proof_lines import ProofLines
from clusterdesk.gui.pages.organisation.proposal_dialog import ProposalDialog
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.services.proposal_words import STANDING_LABELS, proposal_head, sentence_words

_TONES = {
    ResultStanding.NOT_YET: Tone.NEUTRAL,
    ResultStanding.ON_THE_WAY: Tone.INFO,
    ResultStanding.PROPOSED: Tone.WARN,
    ResultStanding.ALREADY_BEFORE: Tone.NEUTRAL,
    ResultStanding.DOUBTFUL: Tone.NEUTRAL,
    ResultStanding.TO_CONFIRM: Tone.WARN,
    ResultStanding.CONFIRMED: Tone.OK,
    ResultStanding.VALIDATED: Tone.OK,
    ResultStanding.TO_REVOKE: Tone.BAD,
}


class ProposalCard(Card):
    """Shows one proposal; confirming, validating and revoking it need nothing else from the page.

    The page reads the proposal again when "result_event" or "evidence" was touched.
    """

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.context, self.kit = context, context.kit
        self.proposal: ResultProposal | None = None
        self._colleagues: Sequence[str] = ()
        self._dialog: ProposalDialog | None = None
        self.header = SectionHeader("", wrap=True)
        self.chip = Chip("")
        self.header.add(self.chip)
        self.head = Label("", wrap=True)
        self._points = QGridLayout()
        self._points.setHorizontalSpacing(8)
        self._points.setVerticalSpacing(5)
        self._points.setColumnStretch(1, 1)
        self.proofs = ProofLines(self.kit)
        self.kept = Label("", "small", wrap=True)
        self.more = EvidenceLine(context)
        self.confirm_button = Button(self.kit, "", "primary")
        self.confirm_button.clicked.connect(self.confirm)
        self.revoke_button = Button(self.kit, self.kit.t("Revoke…"), "danger")
        self.decisions = Decisions(context, self._names)
        self.revoke_button.clicked.connect(self.decisions.revoke)
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm_button)
        buttons.addWidget(self.revoke_button)
        buttons.addStretch(1)
        self.add(self.header, self.head)
        self.body.addLayout(self._points)
        self.add(self.proofs, self.more, self.kept)
        self.body.addLayout(buttons)
        self.add(self.decisions)

    def show_proposal(self, proposal: ResultProposal | None, colleagues: Sequence[str] = ()) -> None:
        """Show a proposal, None for nothing; ``colleagues`` are the names offered to confirm and validate."""
        self.proposal, self._colleagues = proposal, colleagues
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        t, formats, standing, event = self.kit.t, self.kit.formats, proposal.standing, proposal.event
        self.header.set_text(t(choice_label(proposal.kind)))
        self.chip.setText(t(STANDING_LABELS[standing]))
        self.chip.set_tone(_TONES[standing])
        self.head.setText(proposal_head(proposal, t, formats))
        self._show_points(proposal)
        self.proofs.show_evidence(proposal.evidence)
        self.more.show_proposal(proposal)
        override = event.override_reason if event is not None else ""
        self.kept.setText(t("Why it counts all the same: {reason}", reason=override) if override else "")
        self.kept.setVisible(bool(override))
        self.confirm_button.setVisible(proposal.action is ProposedAction.CONFIRM)
        self.confirm_button.set_text(t("Confirm all the same…") if proposal.needs_reason else t("Confirm…"))
        self.revoke_button.setVisible(proposal.action is ProposedAction.REVOKE)
        decided = event is not None and event.confirmed_on is not None
        self.decisions.setVisible(decided)
        if decided and event is not None:
            self.decisions.doubt = self._doubt(proposal)
            self.decisions.show_result(event)

    @Slot()
    def confirm(self) -> None:
        """Ask by whom, for which day and, if need be, why."""
        if self.proposal is None:
            return
        name = self.context.settings.profile_name
        self._dialog = ProposalDialog(self.kit, self.proposal, name, self._colleagues, self.window())
        self._dialog.decided.connect(self._decide)
        self._dialog.open()

    @Slot(str, object, str, object)
    def _decide(self, by: str, on: date, reason: str, proof: ChosenProof | None) -> None:
        if self.proposal is not None:
            job = partial(jobs.confirm_proposed, self.proposal, by, on, reason, proof)
            what = self.kit.t(choice_label(self.proposal.kind))
            self.context.write(job, self._done, self._refused, toast=self.kit.t("Confirmed: {what}", what=what))

    def _done(self, _event: ResultEvent) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _refused(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.tell(self.context.error_text(error))

    def _names(self) -> Sequence[str]:
        return self._colleagues

    def _show_points(self, proposal: ResultProposal) -> None:
        clear_layout(self._points)
        marked = [(one, "check", "ok") for one in proposal.reasons]
        marked += [(one, "circle-alert", "warn") for one in proposal.missing]
        for line, (sentence, icon, colour) in enumerate(marked):
            self._points.addWidget(self._mark(icon, colour), line, 0)
            self._points.addWidget(Label(self._words(sentence), wrap=True), line, 1)

    def _mark(self, icon: str, colour: str) -> QWidget:
        mark = Label()
        mark.setPixmap(self.kit.icons.pixmap(icon, colour, size=16))
        return mark

    def _words(self, sentence: Sentence) -> str:
        return sentence_words(sentence, self.kit.t, self.kit.formats)

    def _doubt(self, proposal: ResultProposal) -> str:
        if proposal.action is not ProposedAction.REVOKE:
            return ""
        return " ".join(self._words(one) for one in proposal.missing)
