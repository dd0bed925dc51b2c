"""The writing of visit mode: questions at the left, the answer at the right, what is caught under both."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.records.sessions import NoteKind
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.visit.answers import Answers
from clusterdesk.gui.pages.visit.caught import Caught
from clusterdesk.gui.pages.visit.figure_fields import FigureFields
from clusterdesk.gui.pages.visit.figures import KnownFigures
from clusterdesk.gui.pages.visit.questions import QuestionList
from clusterdesk.gui.pages.visit.quick import QuickBar
from clusterdesk.gui.widgets.page_scroll import page_scroll

_LIST_UNITS, _LEAST_LIST_UNITS = 330, 150
_LEAST_HEIGHT = 480  # units that figures, answer and buttons want together
_LIST_SHARE, _ANSWER_SHARE = 36, 64  # of the width, while the list is not as wide as it wants to be


class WritingPane(QWidget):
    """Where the talk is written down.

    Signals:
        kept: what is being typed is safe.
        finish_asked: Ctrl+Enter in a field.
        counted: a head count seen in an answer was taken (a Proposal).
    """

    kept = Signal()
    finish_asked = Signal()
    counted = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty pane."""
        super().__init__()
        self.kit = context.kit
        self.setProperty("role", "page")
        self._session_id: UUID | None = None
        self.questions = QuestionList(self.kit)
        self.caught = Caught(self.kit)
        self.measures = FigureFields(context)
        self.figures = KnownFigures(self.kit)
        self.answers = Answers(context)
        self.quick = QuickBar(context)
        self.questions.chosen.connect(self.answers.bring)
        self.answers.kept.connect(self.kept)
        self.measures.kept.connect(self.kept)
        self.measures.found.connect(self.figures.stand_back)
        self.measures.opened.connect(self.answers.setHidden)
        self.answers.finished.connect(self.finish_asked)
        self.answers.written.connect(self.questions.set_written)
        self.answers.promised.connect(self.quick.take)
        self.answers.counted.connect(self.counted)
        self.quick.done.connect(self.take_cursor)
        self.quick.next_asked.connect(self.go_on)
        self._assemble()

    def show_page(self, page: SessionPage) -> None:
        """Show a session; typed text of the same one stays."""
        notes = [note for note in page.notes if note.kind is NoteKind.NOTE]
        self.answers.show_notes(notes)
        self.questions.show_notes(notes)
        self.caught.show_page(page)
        self.figures.show_notes(page.organisation.import_notes)
        self.measures.show_organisation(page.organisation.organisation.id, _project_of(page))
        self.quick.show_session(page.session, page.organisation.organisation.id)
        if page.session.id != self._session_id and notes:
            self._session_id = page.session.id
            unanswered = next((note for note in notes if not note.text.strip()), notes[0])
            self.go_to(unanswered.id)

    def go_to(self, note_id: UUID) -> None:
        """Answer a question."""
        self.measures.close_fields()
        self.questions.light(note_id)
        self.answers.bring(note_id)

    def jump(self, number: int) -> None:
        """Answer the n-th question (from 1)."""
        note_id = self.questions.note_at(number)
        if note_id is not None:
            self.go_to(note_id)

    @Slot()
    def go_on(self) -> None:
        """Answer the next question; after the last one, finish."""
        current = self.answers.current
        following = self.questions.after(current.note_id) if current is not None else None
        if following is not None:
            self.go_to(following)
        else:
            self.finish_asked.emit()

    @Slot()
    def take_cursor(self) -> None:
        """Put the cursor into the answer in front."""
        current = self.answers.current
        if current is not None:
            self.answers.bring(current.note_id)

    def _assemble(self) -> None:
        left = QWidget()
        left.setProperty("role", "page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.questions)
        column.addWidget(self.caught)
        column.addStretch(1)
        self._scroll = page_scroll(left, self.kit.t("Questions"))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.measures)
        right.addWidget(self.figures)
        right.addWidget(self.answers, 1)
        right.addWidget(self.quick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._scroll, _LIST_SHARE)
        row.addLayout(right, _ANSWER_SHARE)
        self.kit.theme.changed.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the figures only when asked for where the height is little."""
        super().resizeEvent(event)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        self.measures.set_narrow(self.height() < self.kit.theme.length(_LEAST_HEIGHT))
        self._scroll.setMinimumWidth(self.kit.theme.length(_LEAST_LIST_UNITS))
        self._scroll.setMaximumWidth(self.kit.theme.length(_LIST_UNITS))


def _project_of(page: SessionPage) -> UUID | None:
    """Return the project of the coaching file that a session belongs to."""
    file_id = page.session.coaching_file_id
    files = (file.file for project in page.organisation.projects for file in project.files)
    return next((one.project_id for one in files if one.id == file_id), None)
