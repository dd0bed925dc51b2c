"""The questions of one level: a line that says how far it is, opened into its rows."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.industrialisation.maturity import LEVEL_NAMES, Replies, is_satisfied
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlQuestion, MrlReply
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.industry.fold_head import FoldHead
from clusterdesk.gui.pages.industry.question_row import QuestionRow


class LevelGroup(QWidget):
    """One level.

    Signals:
        replied: an answer was given (id of the question, MrlReply).
        left: the row beyond the last one (1) or the first one (-1) is wanted.
    """

    replied = Signal(object, object)
    left = Signal(int)

    def __init__(self, context: Context, level: int) -> None:
        """Make a closed level."""
        super().__init__()
        self.context, self.kit, self.level = context, context.kit, level
        self.rows: dict[UUID, QuestionRow] = {}
        self._shown: tuple[Sequence[MrlQuestion], Mapping[UUID, MrlAnswer], Replies] = ((), {}, {})
        t = self.kit.t
        self.head = FoldHead(
            self.kit, t("{number} – {name}", number=self.kit.formats.number(level), name=t(LEVEL_NAMES[level]))
        )
        self.head.pressed.connect(self.toggle)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 0, 6)
        self._list.setSpacing(2)
        self._inner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._inner)

    @property
    def is_open(self) -> bool:
        """Whether the questions are shown."""
        return not self._inner.isHidden()

    def show_level(
        self, questions: Sequence[MrlQuestion], answers: Mapping[UUID, MrlAnswer], replies: Replies, *, blocks: bool
    ) -> None:
        """Show the questions of the level with what is known of them; ``blocks``: the next step is here."""
        self._shown = (questions, answers, replies)
        done = sum(is_satisfied(one, replies.get(one.id, MrlReply.UNKNOWN)) for one in questions)
        self.head.show_state(done, len(questions), blocks=blocks)
        if self.is_open:
            self._fill()

    def open(self) -> None:
        """Show the questions."""
        self._inner.show()
        self._fill()
        self.head.show_open(shown=True)

    def close_it(self) -> None:
        """Show the line only."""
        self._inner.hide()
        self.head.show_open(shown=False)

    @Slot()
    def toggle(self) -> None:
        """Open or close."""
        if self.is_open:
            self.close_it()
        else:
            self.open()

    def go_to(self, end: int, question_id: UUID | None = None) -> None:
        """Take the focus to a question of the level, else to the first (1) or the last one (-1)."""
        self.show()
        self.open()
        rows = list(self.rows.values())
        if question_id in self.rows:
            self.rows[question_id].setFocus(Qt.FocusReason.TabFocusReason)
        elif rows:
            rows[0 if end > 0 else -1].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        questions, answers, replies = self._shown
        wanted = {one.id for one in questions}
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, question in enumerate(questions):
            row = self.rows.get(question.id) or self._row(question)
            row.show_question(question, answers.get(question.id), replies.get(question.id, MrlReply.UNKNOWN))
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
            row.show()
        self.rows = {one.id: self.rows[one.id] for one in questions}

    def _row(self, question: MrlQuestion) -> QuestionRow:
        row = QuestionRow(self.context, question)
        row.replied.connect(self._replied)
        row.stepped.connect(self._stepped)
        self.rows[question.id] = row
        return row

    @Slot(object)
    def _replied(self, reply: MrlReply) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self.replied.emit(row.part.id, reply)
            if row.hasFocus() and reply is not MrlReply.UNKNOWN:
                self._step_from(row, 1)

    @Slot(int)
    def _stepped(self, by: int) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self._step_from(row, by)

    def _step_from(self, row: QuestionRow, by: int) -> None:
        rows = list(self.rows.values())
        to = rows.index(row) + by
        if 0 <= to < len(rows):
            rows[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(by)
