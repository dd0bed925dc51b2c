"""One question with the room to write under it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import NoteKind, SessionNote
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.chains.exchanges.catching import ExchangeCatch
from clusterdesk.gui.pages.difficulties.catching import DifficultyCatch
from clusterdesk.gui.pages.session.loading import save_note
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.note_proposals import NoteProposals

_LEAST_LINES, _MOST_LINES = 3, 30


class NoteBlock(QWidget):
    """A question, who may read the answer, and the answer in large letters.

    Signals:
        kept: what is being typed is safe.
        finished: Ctrl+Enter.
        promised: a promise seen in the text was taken (a NewPromise).
        counted: a head count seen in the text was taken (a Proposal).
    """

    kept = Signal()
    finished = Signal()
    promised = Signal(object)
    counted = Signal(object)

    def __init__(self, context: Context, note: SessionNote, name: str) -> None:
        """Show a note; ``name`` is the question, or what stands in its place."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.fields = RecordFields(context, "session_note", self)
        self.fields.kept.connect(self._tell)
        self.fields.saved.connect(self._tell)
        least = 1 if note.kind is NoteKind.DECISION else _LEAST_LINES
        self.text = self.fields.bind("text", GrowingNote(self.kit, name, least=least, most=_MOST_LINES), save_note)
        self.text.hide_caption()
        self.text.set_large()
        self.text.finished.connect(self.finished)
        self.proposals = NoteProposals(self.kit, self.text.edit, exchanges=True)
        self.proposals.taken.connect(self.promised)
        self.proposals.counted.connect(self.counted)
        self.proposals.hindered.connect(DifficultyCatch(context, self.fields).take)
        self.proposals.exchanged.connect(ExchangeCatch(context, self.fields).take)
        options = [Option(each, t(choice_label(each))) for each in Visibility]
        caption = t("Who may read: {what}", what=name)
        self.visibility = self.fields.bind("visibility", InlineChoice(self.kit, caption, options))
        self.visibility.hide_caption()
        self.question = Label(name, "strong", wrap=True)
        self.question.setBuddy(self.text.edit)
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.visibility)
        head.addWidget(self._more(name))
        self.visibility.setFixedWidth(self.kit.theme.length(128))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)

    def show_note(self, note: SessionNote) -> None:
        """Show the note as it is now; typed text stays."""
        self.fields.show(note)

    def _more(self, name: str) -> IconButton:
        t = self.kit.t
        button = IconButton(self.kit, "ellipsis", t("More: {what}", what=name))
        menu = QMenu(self)
        menu.setAccessibleName(t("More: {what}", what=name))
        for text, slot in ((t("History"), self._show_history), (t("To the bin"), self._bin)):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
        return button

    @Slot()
    def _show_history(self) -> None:
        if self.fields.record is not None:
            open_history(self.context, self, "session_note", self.fields.record.id, self.question.text())

    @Slot()
    def _bin(self) -> None:
        if self.fields.record is not None:
            toast = self.kit.t("To the bin: {what}", what=self.question.text())
            self.context.write(partial(jobs.remove, "session_note", self.fields.record.id), toast=toast)

    @Slot()
    def _tell(self) -> None:
        self.kept.emit()
