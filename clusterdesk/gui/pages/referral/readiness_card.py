"""How ready the organisation is for abroad: questions answered by a click, what is missing made actions."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referrals import AnswerReadiness, LiftReadiness, ReadinessGiven
from clusterdesk.domain.records.referrals import ReadinessAnswer, ReadinessQuestion, ReadinessReply
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.referrals.readiness import readiness_action
from clusterdesk.domain.views.referrals import ReferralPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.lifting import Lifting
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.referral.reading import answer, lift
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Label, restyle

_OFFERED = (ReadinessReply.YES, ReadinessReply.NO, ReadinessReply.NOT_APPLICABLE)


class ReadinessCard(PartsCard):
    """The questions of readiness of one orientation."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No question. The questions on readiness stand in the settings, among the lists.")
        super().__init__(context, t("Readiness for abroad"), empty)
        self._page: ReferralPage | None = None
        self.lift = Button(self.kit, t("Make actions of what is missing"), "link", icon="list-checks")
        self.lift.clicked.connect(self._lift)
        self.problem = Label("", "problem", wrap=True)
        self.problem.setContentsMargins(8, 0, 8, 4)
        self.problem.hide()
        self.add(self.problem, Row(self.lift))

    def make_row(self, part: ReadinessQuestion) -> PartRow:
        """Return the row of a question."""
        row = ReadinessRow(self.context, part)
        row.replied.connect(self._answer)
        return row

    def show_page(self, page: ReferralPage) -> None:
        """Show the questions with their answers."""
        self._page = page
        t, found = self.kit.t, page.readiness
        self.setVisible(page.row.international or bool(page.answers))
        note = t("{ready} of {asked} ready", ready=found.ready, asked=found.asked)
        self.show_parts(page.questions, note if page.questions else "")
        for row in self.rows.values():
            if isinstance(row, ReadinessRow):
                row.show_answer(page.answers.get(row.part.id))
        self.lift.setVisible(bool(found.missing))

    @Slot(object, object)
    def _answer(self, question_id: UUID, reply: ReadinessReply) -> None:
        if self._page is None:
            return
        self.problem.hide()
        given = ReadinessGiven(question_id=question_id, reply=reply)
        command = AnswerReadiness(referral_id=self._page.row.record.id, answers=(given,))
        self.context.write(partial(answer, command), None, self._refused, owner=self)

    @Slot()
    def _lift(self) -> None:
        if self._page is not None:
            self.problem.hide()
            command = LiftReadiness(referral_id=self._page.row.record.id)
            self.context.write(partial(lift, command), self._lifted, self._refused)

    def _lifted(self, made: tuple[Action, ...]) -> None:
        t = self.kit.t
        made_words = t.n("{n} action for the organisation", "{n} actions for the organisation", n=len(made))
        none = t("The organisation owes all of that already.")
        if made:
            self.context.shell.toast_undo(made_words)
        else:
            self.context.shell.toast(none)

    def _refused(self, error: BaseException) -> None:
        self.problem.setText(self.context.error_text(error))
        self.problem.show()
        if self._page is not None:
            self.show_page(self._page)


class ReadinessRow(PartRow):
    """One question, with yes, no and does not apply beside it; it opens for a remark.

    Signals:
        replied: the id of the question, and its answer (a ReadinessReply).
    """

    replied = Signal(object, object)
    type_key = "readiness_answer"
    wraps = True
    part: ReadinessQuestion

    def __init__(self, context: Context, part: ReadinessQuestion) -> None:
        """Show a question without an answer."""
        super().__init__(context, part)
        self.answer: ReadinessAnswer | None = None
        self.buttons: dict[ReadinessReply, Button] = {}
        self._answers = QWidget()
        line = QHBoxLayout(self._answers)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for reply in _OFFERED:
            button = Button(self.kit, self.kit.t(choice_label(reply)), "filter")
            button.setCheckable(True)
            button.setObjectName(reply.value)
            button.clicked.connect(self._pressed)
            self.buttons[reply] = button
            line.addWidget(button)
        self.line.insertWidget(self.line.count() - 1, self._answers)

    def record_id(self) -> UUID:
        """Return the id of the answer."""
        return self.answer.id if self.answer is not None else self.part.id

    def words(self) -> None:
        """Say the question, and the remark on its answer."""
        question = self.part.name_in(self.kit.t.language)
        self.say(question, self.answer.remark if self.answer is not None else "")
        for reply, button in self.buttons.items():
            label = self.kit.t(choice_label(reply))
            button.setAccessibleName(self.kit.t("{question} {answer}", question=question, answer=label))

    def build(self) -> QWidget:
        """Return what lifts a « no », and the remark of the answer once there is one."""
        self.lifting = Lifting(self.context, self.type_key)
        self.form = self.lifting.form
        return self.lifting

    def fill(self) -> None:
        """Show them."""
        self.lifting.show_answer(readiness_action(self.part, self.kit.t.language), self.answer)

    def show_answer(self, answer: ReadinessAnswer | None) -> None:
        """Show what was answered."""
        self.answer = answer
        self.show_part(self.part)
        reply = answer.reply if answer is not None else ReadinessReply.UNKNOWN
        for each, button in self.buttons.items():
            button.setChecked(each is reply)
            tone = "warn" if each is reply and each is ReadinessReply.NO else ""
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                restyle(button)

    def _footer(self) -> QWidget:
        # An answer is not thrown away by itself: the same button takes it back.
        past = Button(self.kit, self.kit.t("History"), "link", icon="history")
        past.clicked.connect(self._show_history)
        return past

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            reply = ReadinessReply(button.objectName())
            taken_back = self.answer is not None and self.answer.reply is reply
            self.replied.emit(self.part.id, ReadinessReply.UNKNOWN if taken_back else reply)
