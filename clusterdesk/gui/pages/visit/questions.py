"""The questions at the left: one large target each, ticked once something is written under it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.gui.icons import SIZE
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import PressedByEnter
from clusterdesk.gui.widgets.label import Label

_TARGET_UNITS = 48


class QuestionButton(PressedByEnter):
    """A question with its number; the tick says that something is written."""

    def __init__(self, kit: Kit, number: int, note_id: UUID, text: str) -> None:
        """Show a question, nothing written yet."""
        super().__init__()
        self.kit, self.note_id = kit, note_id
        self.setProperty("role", "question")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._number, self._text, self._written = number, text, False
        self._digit = Label(kit.formats.number(number), "strong")
        self._words = Label(text, "question", wrap=True)
        self._tick = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._digit, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._digit, self._words, self._tick):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        kit.theme.changed.connect(self._draw)
        self._draw()

    def sizeHint(self) -> QSize:
        """Be as high as the words need, never lower than a finger."""
        layout = self.layout()
        hint = layout.sizeHint() if layout is not None else super().sizeHint()
        return hint.expandedTo(QSize(0, self.kit.theme.length(_TARGET_UNITS)))

    def minimumSizeHint(self) -> QSize:
        """Let the words take more lines where the list is narrow, instead of being cut at its edge."""
        layout = self.layout()
        hint = layout.minimumSize() if layout is not None else super().minimumSizeHint()
        return hint.expandedTo(QSize(0, self.kit.theme.length(_TARGET_UNITS)))

    def set_written(self, written: bool) -> None:
        """Say whether something is written under the question."""
        if written != self._written:
            self._written = written
            self._draw()

    @Slot()
    def _draw(self) -> None:
        t, side = self.kit.t, self.kit.theme.length(SIZE)
        self.setMinimumHeight(self.kit.theme.length(_TARGET_UNITS))
        self._tick.setFixedSize(side, side)
        if self._written:
            self._tick.setPixmap(self.kit.icons.icon("check", "accent").pixmap(side, side))
        else:
            self._tick.clear()
        name = t("Question {n}: {text}", n=self._number, text=self._text)
        self.setAccessibleName(t("{what} – written", what=name) if self._written else name)


class QuestionList(QWidget):
    """The questions of a session.

    Signals:
        chosen: the id of the note to write into.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty list."""
        super().__init__()
        self.kit = kit
        self.setProperty("role", "page")
        self.buttons: list[QuestionButton] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)

    def show_notes(self, notes: Sequence[SessionNote]) -> None:
        """Show a question for each note; the same notes keep their buttons."""
        if [button.note_id for button in self.buttons] != [note.id for note in notes]:
            self._rebuild(notes)
        for button, note in zip(self.buttons, notes, strict=True):
            button.set_written(bool(note.text.strip()))

    def light(self, note_id: UUID) -> None:
        """Mark the question that is being answered."""
        for button in self.buttons:
            button.setChecked(button.note_id == note_id)

    def set_written(self, note_id: UUID, written: bool) -> None:
        """Tick a question while its answer is being typed."""
        for button in self.buttons:
            if button.note_id == note_id:
                button.set_written(written)

    def note_at(self, number: int) -> UUID | None:
        """Return the note of the n-th question (from 1), None where there is none."""
        return self.buttons[number - 1].note_id if 1 <= number <= len(self.buttons) else None

    def after(self, note_id: UUID) -> UUID | None:
        """Return the question after one, None at the end."""
        ids = [button.note_id for button in self.buttons]
        index = ids.index(note_id) + 1 if note_id in ids else 0
        return ids[index] if index < len(ids) else None

    def _rebuild(self, notes: Sequence[SessionNote]) -> None:
        for button in self.buttons:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, note in enumerate(notes, start=1):
            button = QuestionButton(self.kit, number, note.id, note.question or self.kit.t("Other notes"))
            button.clicked.connect(self._clicked)
            self._list.addWidget(button)
            self.buttons.append(button)

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QuestionButton):
            self.light(button.note_id)
            self.chosen.emit(button.note_id)
