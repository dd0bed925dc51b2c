"""The notes of a session: a block for each question, or the button that opens them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.records.sessions import NoteKind, SessionNote, SessionState
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.pages.session.note_block import NoteBlock
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label


class BlocksCard(Card):
    """A card of note blocks; those shown before stay, with what is typed into them.

    Signals:
        kept: what is being typed is safe.
        finished: Ctrl+Enter in a block.
        promised: a promise seen in a block was taken (a NewPromise).
        counted: a head count seen in a block was taken (a Proposal).
    """

    kept = Signal()
    finished = Signal()
    promised = Signal(object)
    counted = Signal(object)

    def __init__(self, context: Context, heading: str) -> None:
        """Make an empty card."""
        super().__init__(spacing=12)
        self.context, self.kit = context, context.kit
        self.header = SectionHeader(heading)
        self.blocks: dict[UUID, NoteBlock] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self.add(self.header)
        self.body.addLayout(self._list)

    def show_notes(self, notes: Sequence[SessionNote]) -> None:
        """Show these notes in this order."""
        wanted = {note.id: note for note in notes}
        for key in [key for key in self.blocks if key not in wanted]:
            block = self.blocks.pop(key)
            self._list.removeWidget(block)
            block.hide()
            block.deleteLater()
        for index, (key, note) in enumerate(wanted.items()):
            if key not in self.blocks:
                block = NoteBlock(self.context, note, self.name_of(note, index))
                block.kept.connect(self.kept)
                block.finished.connect(self.finished)
                block.promised.connect(self.promised)
                block.counted.connect(self.counted)
                self.blocks[key] = block
            self.blocks[key].show_note(note)
            if self._list.indexOf(self.blocks[key]) != index:
                self._list.insertWidget(index, self.blocks[key])

    def name_of(self, note: SessionNote, index: int) -> str:
        """Return what stands over a note."""
        return note.question or self.kit.t("Other notes")


class NotesCard(BlocksCard):
    """What was said, by question.

    Signals (besides those of every card of blocks):
        start_asked: open the notes.
    """

    start_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(context, context.kit.t("Notes"))
        t = self.kit.t
        self._hint = Label(
            t("The questions of the template stand ready. Open the notes when the talk begins, or afterwards."),
            "muted",
            wrap=True,
        )
        self.start = Button(self.kit, t("Open the notes"), "primary", icon="notebook-pen")
        self.start.clicked.connect(self.start_asked)
        self.add(self._hint)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: SessionPage) -> None:
        """Show the notes of a session."""
        notes = [note for note in page.notes if note.kind is NoteKind.NOTE]
        self.show_notes(notes)
        session = page.session
        can_start = not (notes or session.deleted or session.state is SessionState.CANCELLED)
        self._hint.setVisible(can_start)
        self.start.setVisible(can_start)


class DecisionsCard(BlocksCard):
    """What was decided.

    Signals (besides those of every card of blocks):
        added: a decision was typed into the line.
    """

    added = Signal(str)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(context, context.kit.t("Decisions"))
        self.line = AddLine(self.kit, self.kit.t("What was decided?"), entered=True)
        self.line.entered.connect(self._enter)
        self.add(self.line)

    def show_page(self, page: SessionPage) -> None:
        """Show the decisions of a session."""
        self.show_notes(page.decisions)
        self.line.setVisible(not page.session.deleted)

    def name_of(self, note: SessionNote, index: int) -> str:
        """Return "Decision 2"."""
        return self.kit.t("Decision {n}", n=index + 1)

    @Slot(str)
    def _enter(self, text: str) -> None:
        self.added.emit(text)
