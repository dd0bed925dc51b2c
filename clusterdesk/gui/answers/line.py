"""One answer that came: what it says, what it would do, in which words; a box to take it, fields to correct it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referral_answers import TakenAnswer
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.reply_blocks import answer_line
from clusterdesk.domain.views.referral_answers import ProposedAnswer, Standing
from clusterdesk.gui.answers.fields import AnswerFields
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.i18n.countries import country_name

_TONES = {
    Standing.MOVES: Tone.OK,
    Standing.KEPT: Tone.INFO,
    Standing.KNOWN: Tone.NEUTRAL,
    Standing.UNCLEAR: Tone.WARN,
    Standing.IMPOSSIBLE: Tone.BAD,
}


class AnswerLine(QWidget):
    """A line of the dialog.

    Signals:
        chosen: it is to be taken, or not any more.
    """

    chosen = Signal()

    def __init__(self, kit: Kit, proposed: ProposedAnswer, received: Received) -> None:
        """Show an answer; one that was taken before, or is older than another, is not ticked."""
        super().__init__()
        self.kit, self.proposed, self._received = kit, proposed, received
        t, read = kit.t, proposed.read
        self.box = QCheckBox(self._title(read.reply))
        self.box.setProperty("look", "strong")
        self.box.setChecked(proposed.standing in (Standing.MOVES, Standing.KEPT))
        self.box.setEnabled(proposed.standing in (Standing.MOVES, Standing.KEPT))
        self.box.toggled.connect(self._toggled)
        self.chip = Chip(self._standing(), self._tone())
        self.correct = Button(kit, t("Correct"), "link")
        self.correct.setAutoDefault(False)
        self.correct.setAccessibleName(t("Correct: {what}", what=self.box.text()))
        self.correct.setVisible(proposed.standing is not Standing.KNOWN)
        self.correct.clicked.connect(self.open_fields)
        self.facts = Label(self._facts(), "muted", wrap=True)
        self.facts.setVisible(bool(self.facts.text()))
        self.words = Label(t("“{words}”", words=read.words), "", wrap=True)
        self.words.setVisible(_bare(read.words) != _bare(self.box.text()))
        self.problem = Label(self._problem(), "small", wrap=True)
        self.problem.setVisible(bool(self.problem.text()))
        self.fields: AnswerFields | None = None
        self._assemble()
        if proposed.standing is Standing.UNCLEAR or self._lacks_something():
            self.open_fields()

    def _assemble(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.box, 1)
        head.addWidget(self.chip, 0, middle)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(26, 0, 0, 0)
        self._below.setSpacing(4)
        for label in (self.facts, self.words, self.problem):
            self._below.addWidget(label)
        self._below.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._below)

    @property
    def wanted(self) -> bool:
        """Return whether it is to be taken."""
        return self.box.isChecked() and self.box.isEnabled()

    def taken(self) -> TakenAnswer | None:
        """Return the answer as it was agreed to; None while a field cannot be read."""
        reply = self.fields.reply() if self.fields is not None else self.proposed.read.reply
        if reply is None:
            return None
        return TakenAnswer(reply=reply, words=self.proposed.read.words, key=self.proposed.key)

    @Slot()
    def open_fields(self) -> None:
        """Let a person say what it means."""
        if self.fields is None:
            self.fields = AnswerFields(self.kit)
            self.fields.show_reply(self.proposed.read.reply, self._received)
            self.fields.changed.connect(self._correct)
            self._below.addWidget(self.fields)
        self.correct.hide()

    @Slot()
    def _correct(self) -> None:
        reply = self.fields.reply() if self.fields is not None else None
        self.box.setEnabled(reply is not None)
        if reply is None:
            return
        self.box.setText(self._title(reply))
        self.box.setChecked(True)
        self.chip.setText(self.kit.t("corrected"))
        self.chip.set_tone(Tone.INFO)
        self.problem.hide()
        self.chosen.emit()

    @Slot(bool)
    def _toggled(self, _on: bool) -> None:
        self.chosen.emit()

    def _lacks_something(self) -> bool:
        refusal = self.proposed.refusal
        return refusal is not None and refusal.code in {"answer_outcome", "referral_reason"}

    def _title(self, reply: Reply | None) -> str:
        if reply is None:
            return self.kit.t("Not clear what is meant")
        language = self.kit.t.language
        countries = {reply.country: country_name(reply.country, language)} if reply.country else {}
        text = answer_line(language, reply, countries)
        return text[:1].upper() + text[1:].rstrip(" :\u00a0")

    def _facts(self) -> str:
        reply = self.proposed.read.reply
        if reply is None:
            return ""
        day = self.kit.formats.date(reply.answered_on) if reply.answered_on is not None else ""
        return " · ".join(one for one in (day, reply.by) if one)

    def _standing(self) -> str:
        t, proposed = self.kit.t, self.proposed
        if proposed.standing is Standing.MOVES and proposed.end is not None:
            return t("becomes: {state}", state=t(choice_label(proposed.end)))
        if proposed.standing is Standing.KNOWN and proposed.taken_on is not None:
            return t("taken before, of {day}", day=self.kit.formats.date(proposed.taken_on))
        return {
            Standing.KEPT: t("kept, changes no state"),
            Standing.KNOWN: t("taken before"),
            Standing.UNCLEAR: t("to be made clear"),
            Standing.IMPOSSIBLE: t("cannot follow"),
        }.get(proposed.standing, "")

    def _tone(self) -> Tone:
        reply = self.proposed.read.reply
        declined = reply is not None and reply.kind is ReplyKind.DECLINED
        moves = self.proposed.standing is Standing.MOVES
        return Tone.BAD if moves and declined else _TONES[self.proposed.standing]

    def _problem(self) -> str:
        t, proposed = self.kit.t, self.proposed
        told = [doubt.text(t) for doubt in proposed.read.doubts]
        if proposed.refusal is not None:
            texts = proposed.refusal.texts(t)
            told.append(t("{message} {advice}", message=texts.message, advice=texts.advice))
        return "\n".join(told)


def _bare(text: str) -> str:
    """Return a text for comparing: which kind of space stands in it does not matter."""
    return " ".join(text.split()).casefold()
