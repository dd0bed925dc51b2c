"""What the receiving team answered: each answer with its day, who says to have given it, and the way it came."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralAct, ReferralAnswer
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.documents_card import open_copy
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton

TONES = {
    ReferralAct.ACKNOWLEDGED: Tone.INFO,
    ReferralAct.ACCEPTED: Tone.OK,
    ReferralAct.DECLINED: Tone.BAD,
    ReferralAct.STARTED: Tone.INFO,
    ReferralAct.DONE: Tone.OK,
}


class AnswersCard(PartsCard):
    """The answers to one orientation, the newest first.

    Signals:
        asked: an answer has come.
    """

    asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("None yet. Mails, pasted text and the form land here.")
        super().__init__(context, t("Answers of the team"), empty, add=t("Answer received…"))

    def make_row(self, part: ReferralAnswer) -> PartRow:
        """Return the row of an answer."""
        return AnswerRow(self.context, part)

    @Slot()
    def begin_adding(self) -> None:
        """Take an answer that has come."""
        self.asked.emit()

    def show_answers(self, answers: tuple[ReferralAnswer, ...]) -> None:
        """Show the answers; they are given from the oldest on."""
        self.show_parts(tuple(reversed(answers)))


class AnswerRow(PartRow):
    """One answer."""

    type_key = "referral_answer"
    wraps = True
    part: ReferralAnswer

    def __init__(self, context: Context, part: ReferralAnswer) -> None:
        """Show an answer, closed."""
        super().__init__(context, part)
        self.show_it = IconButton(self.kit, "external-link", self.kit.t("Open what came"))
        self.show_it.clicked.connect(self._open_it)
        self.line.insertWidget(self.line.count() - 1, self.show_it, 0, Qt.AlignmentFlag.AlignTop)

    def words(self) -> None:
        """Say what it says, who gave it and how it came."""
        t, answer = self.kit.t, self.part
        day = self.kit.formats.date(answer.on)
        facts = (day, answer.by, t(choice_label(answer.channel)))
        chip = (t(choice_label(answer.act)), TONES.get(answer.act, Tone.NEUTRAL))
        self.say(answer.text or t(choice_label(answer.act)), " · ".join(one for one in facts if one), chip)
        self.show_it.setVisible(answer.document_id is not None)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("on", "by"), ("channel",), ("text",)))
        return self.form

    def fill(self) -> None:
        """Show the answer."""
        self.form.show_record(self.part)

    @Slot()
    def _open_it(self) -> None:
        if self.part.document_id is not None:
            open_copy(self.context, self.part.document_id)
