"""Who may read which answer: a line for each note that was written, its visibility changed in place."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import ElidedLabel, Label

_LONGEST = 400
_VISIBILITY_UNITS = 150


class SharedNotes(Card):
    """The card of what was written, with who may read it."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=10)
        self._context, self.kit = context, context.kit
        t = self.kit.t
        self.header = SectionHeader(t("What was written"))
        self._hint = Label(t("The report carries what is shareable; the rest stays with the team."), "muted", wrap=True)
        self._empty = Label(
            t("Nothing was written yet. Go back to the notes, or finish with what was caught."), "muted", wrap=True
        )
        self.rows: dict[UUID, SharedNote] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add(self.header, self._hint, self._empty)
        self.body.addLayout(self._list)

    def show_notes(self, notes: Sequence[SessionNote]) -> None:
        """Show what has any text."""
        wanted = {note.id: note for note in notes if note.text.strip()}
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, (key, note) in enumerate(wanted.items()):
            if key not in self.rows:
                self.rows[key] = SharedNote(self._context, note)
            self.rows[key].show_note(note)
            if self._list.indexOf(self.rows[key]) != index:
                self._list.insertWidget(index, self.rows[key])
        shared = sum(note.visibility is Visibility.SHAREABLE for note in wanted.values())
        total = self.kit.formats.number(len(wanted))
        self.header.set_note(
            self.kit.t.n("{n} of {total} shareable", "{n} of {total} shareable", n=shared, total=total)
        )
        self._hint.setVisible(bool(wanted))
        self._empty.setVisible(not wanted)


class SharedNote(QWidget):
    """One answer: its question, its beginning, and who may read it."""

    def __init__(self, context: Context, note: SessionNote) -> None:
        """Make the line."""
        super().__init__()
        kit, t = context.kit, context.kit.t
        name = note.question or t("Other notes")
        self.fields = RecordFields(context, "session_note", self)
        options = [Option(each, t(choice_label(each))) for each in Visibility]
        self.visibility = self.fields.bind(
            "visibility", InlineChoice(kit, t("Who may read: {what}", what=name), options)
        )
        self.visibility.hide_caption()
        self.visibility.setFixedWidth(kit.theme.length(_VISIBILITY_UNITS))
        self._text = ElidedLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(name, "strong"))
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.visibility, 0, Qt.AlignmentFlag.AlignTop)

    def show_note(self, note: SessionNote) -> None:
        """Show the note as it is now."""
        self.fields.show(note)
        self._text.setText(" ".join(note.text[:_LONGEST].split()))
