"""One question: its words, the answers as buttons, and keys that give them; it opens for a remark."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.industrialisation.maturity import lifting_action
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlQuestion, MrlReply
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.lifting import Lifting
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.pages.industry.keys import REPLY_KEYS
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import restyle

_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
_BESIDE_UNITS = 520


class QuestionRow(PartRow):
    """One question.

    Signals:
        replied: an answer was given, by key or button (an MrlReply).
        stepped: the question below (1) or above (-1) is wanted.
    """

    replied = Signal(object)
    stepped = Signal(int)
    type_key = "mrl_answer"
    wraps = True
    part: MrlQuestion

    def __init__(self, context: Context, part: MrlQuestion) -> None:
        """Show a question without an answer."""
        super().__init__(context, part)
        self.answer: MrlAnswer | None = None
        self.reply = MrlReply.UNKNOWN  # as it is known: an assessment may be known by its level alone
        self.setProperty("role", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: dict[MrlReply, Button] = {}
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for reply in (MrlReply.YES, MrlReply.NO, MrlReply.NOT_APPLICABLE):
            if reply is not MrlReply.NOT_APPLICABLE or part.circular:
                row.addWidget(self._button(reply))
        row.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8)
        words = self.line.takeAt(1)  # after the lead, before the toggle
        assert words is not None
        inner = words.layout()
        assert inner is not None
        self._body.addLayout(inner, 1)
        self._body.addWidget(self._answers, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.insertLayout(1, self._body, 1)
        self.kit.theme.changed.connect(self._fold)

    def _button(self, reply: MrlReply) -> Button:
        made = Button(self.kit, self.kit.t(choice_label(reply)), "filter")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys
        made.setObjectName(reply.value)
        made.clicked.connect(self._pressed)
        self.buttons[reply] = made
        return made

    def show_question(self, question: MrlQuestion, answer: MrlAnswer | None, reply: MrlReply) -> None:
        """Show a question, its answer where one was noted, and what is known."""
        self.answer, self.reply = answer, reply
        self.show_part(question)
        self._show_reply(reply)

    def record_id(self) -> UUID:
        """Return the id of the answer."""
        return self.answer.id if self.answer is not None else self.part.id

    def words(self) -> None:
        """Say the question, and the remark on its answer."""
        remark = self.answer.remark if self.answer is not None else ""
        self.say(self.part.name_in(self.kit.t.language), remark)

    def build(self) -> QWidget:
        """Return what lifts a « no », and the remark of the answer once there is one."""
        self.lifting = Lifting(self.context, self.type_key)
        self.form = self.lifting.form
        return self.lifting

    def fill(self) -> None:
        """Show them."""
        self.lifting.show_answer(lifting_action(self.part, self.kit.t.language), self.answer)

    def give(self, reply: MrlReply) -> None:
        """Answer; what does not apply to some only is no answer to the others."""
        if reply is MrlReply.NOT_APPLICABLE and not self.part.circular:
            return
        if reply is MrlReply.UNKNOWN is self.reply:
            return
        self._show_reply(reply)
        self.replied.emit(reply)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a letter, go up and down by the arrows."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in REPLY_KEYS:
            self.give(REPLY_KEYS[event.key()])
        elif plain and event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view."""
        super().focusInEvent(event)
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under the question where it is narrow."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Insist on no more than the answers need."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self._answers.minimumSizeHint().width() + 60), size.height())

    def _footer(self) -> QWidget:
        # An answer is not thrown away by itself: it is given anew, and the level of its assessment follows.
        past = Button(self.kit, self.kit.t("History"), "link", icon="history")
        past.clicked.connect(self._show_history)
        self._past = past
        return past

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            reply = MrlReply(button.objectName())
            self.setFocus()
            self.give(MrlReply.UNKNOWN if reply is self.reply else reply)

    @Slot()
    def _fold(self) -> None:
        wide = self.width() >= self.kit.theme.length(_BESIDE_UNITS)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._body.direction() is not way:
            self._body.setDirection(way)
            self._body.setSpacing(8 if wide else 2)

    def _show_reply(self, reply: MrlReply) -> None:
        for each, button in self.buttons.items():
            button.setChecked(each is reply)
            tone = "warn" if each is reply and each is MrlReply.NO else ""
            if button.property("tone") != tone:
                button.setProperty("tone", tone)
                restyle(button)
        t = self.kit.t
        question = self.part.name_in(t.language)
        self.setAccessibleName(t("{question} {answer}", question=question, answer=t(choice_label(reply))))
