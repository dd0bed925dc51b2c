"""The large fields at the right: one answer in front, the others behind it with what is typed into them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.exchanges.catching import ExchangeCatch
from clusterdesk.gui.pages.difficulties.catching import DifficultyCatch
from clusterdesk.gui.pages.session.loading import save_note
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.note_edit import NoteEdit
from clusterdesk.gui.widgets.note_proposals import NoteProposals

_VISIBILITY_UNITS = 150


class Answer(QWidget):
    """One question and all the room there is to answer it.

    Signals:
        kept: what is being typed is safe.
        finished: Ctrl+Enter.
        written: whether there is any text now (a boolean), as it is typed.
        promised: a promise seen in the text was taken (a NewPromise).
        counted: a head count seen in the text was taken (a Proposal).
    """

    kept = Signal()
    finished = Signal()
    written = Signal(bool)
    promised = Signal(object)
    counted = Signal(object)

    def __init__(self, context: Context, note: SessionNote) -> None:
        """Make the field of a note."""
        super().__init__()
        kit, t = context.kit, context.kit.t
        self.note_id = note.id
        name = note.question or t("Other notes")
        self.fields = RecordFields(context, "session_note", self)
        self.fields.kept.connect(self._keep)
        self.fields.saved.connect(self._keep)
        self.text = self.fields.bind("text", NoteEdit(kit, name), save_note)
        self.text.hide_caption()
        self.text.edit.setProperty("look", "visit")
        self.text.finished.connect(self.finished)
        self.proposals = NoteProposals(kit, self.text.edit, exchanges=True)
        self.proposals.taken.connect(self.promised)
        self.proposals.counted.connect(self.counted)
        self.proposals.hindered.connect(DifficultyCatch(context, self.fields).take)
        self.proposals.exchanged.connect(ExchangeCatch(context, self.fields).take)
        self.text.edit.textChanged.connect(self._tell)
        options = [Option(each, t(choice_label(each))) for each in Visibility]
        caption = t("Who may read: {what}", what=name)
        self.visibility = self.fields.bind("visibility", InlineChoice(kit, caption, options))
        self.visibility.hide_caption()
        self.visibility.setFixedWidth(kit.theme.length(_VISIBILITY_UNITS))
        question = Label(name, "visit", wrap=True)
        question.setBuddy(self.text.edit)
        head = QHBoxLayout()
        head.addWidget(question, 1)
        head.addWidget(self.visibility)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def show_note(self, note: SessionNote) -> None:
        """Show the note as it is now; typed text stays."""
        self.fields.show(note)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()

    @Slot()
    def _tell(self) -> None:
        self.written.emit(bool(self.text.text().strip()))


class Answers(QStackedWidget):
    """The answers of a session, one in front.

    Signals:
        kept, finished: of the answer in front.
        written: an answer has text or none (id of the note, boolean).
        promised: a promise seen in an answer was taken (a NewPromise).
        counted: a head count seen in an answer was taken (a Proposal).
    """

    kept = Signal()
    finished = Signal()
    written = Signal(object, bool)
    promised = Signal(object)
    counted = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty stack."""
        super().__init__()
        self._context = context
        self._answers: dict[UUID, Answer] = {}

    @property
    def current(self) -> Answer | None:
        """The answer in front."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Answer) else None

    def show_notes(self, notes: Sequence[SessionNote]) -> None:
        """Show these notes; those shown before keep what is typed into them."""
        wanted = {note.id: note for note in notes}
        for key in [key for key in self._answers if key not in wanted]:
            gone = self._answers.pop(key)
            self.removeWidget(gone)
            gone.deleteLater()
        for key, note in wanted.items():
            if key not in self._answers:
                answer = self._answers[key] = Answer(self._context, note)
                answer.kept.connect(self.kept)
                answer.finished.connect(self.finished)
                answer.written.connect(self._written)
                answer.promised.connect(self.promised)
                answer.counted.connect(self.counted)
                self.addWidget(answer)
            self._answers[key].show_note(note)

    def bring(self, note_id: UUID) -> None:
        """Put an answer in front, with the cursor at its end."""
        answer = self._answers.get(note_id)
        if answer is None:
            return
        self.setCurrentWidget(answer)
        answer.text.edit.setFocus()
        answer.text.edit.moveCursor(answer.text.edit.textCursor().MoveOperation.End)

    @Slot(bool)
    def _written(self, written: bool) -> None:
        answer = self.sender()
        if isinstance(answer, Answer):
            self.written.emit(answer.note_id, written)
