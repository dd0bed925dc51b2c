"""One part of a record in a card: a line in words that opens into its fields."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label, restyle
from clusterdesk.gui.widgets.page_scroll import scroll_to


def part_id(part: Any) -> UUID:  # noqa: ANN401 - each card lists its own kind of part
    """Return the id of the record a part stands for: itself, or the ``record`` of a line of a read model."""
    found: UUID = getattr(part, "record", part).id
    return found


class PartRow(QFrame):
    """A line that opens. Subclasses write ``words`` (what the line says) and ``build`` (its fields).

    Signals:
        opened: the fields are shown now.
    """

    opened = Signal()
    type_key = ""
    wraps = False  # whether the title may take several lines, else it ends in "…"
    chips_below = True  # whether the chips of a title that wraps stand beside the note, else beside the title

    def __init__(self, context: Context, part: Any, parent: QWidget | None = None) -> None:  # noqa: ANN401
        """Show a part, closed."""
        super().__init__(parent)
        self.context, self.kit, self.part = context, context.kit, part
        self._editor: QWidget | None = None
        self.setProperty("role", "part")
        self.setProperty("open", False)
        self.title = Label("", wrap=True) if self.wraps else ElidedLabel("", "strong")
        self.title.setMinimumWidth(24)
        self.note = Label("", "small", wrap=True)
        self.note.hide()
        self._chips: list[Chip] = []
        self.lead = QVBoxLayout()  # what stands before the words: a box to check
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.head.addWidget(self.title, 1)
        self._toggle = IconButton(self.kit, "chevron-down", "")
        self._toggle.clicked.connect(self.toggle)
        top = Qt.AlignmentFlag.AlignTop
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 4, 0, 0)
        words.addLayout(self.head)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.note, 1)
        words.addLayout(self._foot)
        self.line = QHBoxLayout()
        self.line.setSpacing(6)
        self.line.addLayout(self.lead)
        self.line.addLayout(words, 1)
        self.line.addWidget(self._toggle, 0, top)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 1, 2, 5)
        self.column.setSpacing(0)
        self.column.addLayout(self.line)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._scroll_here)

    # for subclasses

    def words(self) -> None:
        """Say in words what the part is: ``say``."""
        raise NotImplementedError

    def build(self) -> QWidget:
        """Return the fields; ``fill`` follows."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show ``self.part`` in the fields."""

    def record_id(self) -> UUID:
        """Return the id of the record the part stands for."""
        return part_id(self.part)

    # for cards

    def show_part(self, part: Any) -> None:  # noqa: ANN401 - each card lists its own kind of part
        """Show the part as it is now; typed text stays."""
        self.part = part
        self.words()
        if self._editor is not None:
            self.fill()

    def say(self, title: str, note: str = "", *chips: tuple[str, Tone]) -> None:
        """Write the closed line: a title, a muted line under it, chips at the right."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(text, tone) for text, tone in chips]
        middle = Qt.AlignmentFlag.AlignVCenter
        for chip in self._chips:
            if self.wraps and self.chips_below:  # the words need the whole width
                self._foot.addWidget(chip, 0, middle)
            else:
                self.head.addWidget(chip, 0, middle)
        self._name_toggle()

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._editor is not None and not self._editor.isHidden()

    def open(self) -> None:
        """Show the fields."""
        if self._editor is None:
            self._editor = QWidget()
            column = QVBoxLayout(self._editor)
            column.setContentsMargins(0, 4, 6, 4)
            column.setSpacing(6)
            column.addWidget(self.build())
            column.addWidget(self._footer())
            self.column.addWidget(self._editor)
            self.fill()
        self._show_open(shown=True)
        self.opened.emit()

    def focus_toggle(self) -> None:
        """Take the focus: Enter then opens."""
        self._toggle.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self) -> None:
        """Show the fields and scroll to them, once there is room for them."""
        self.open()
        self._soon.start()

    @Slot()
    def toggle(self) -> None:
        """Open or close."""
        if self.is_open:
            self._show_open(shown=False)
        else:
            self.open()

    @Slot()
    def remove(self) -> None:
        """Put the part into the bin; Undo is offered."""
        kind = RECORD_TYPES[self.type_key]
        t = self.kit.t
        text = t("To the bin: {what}", what=self.title.text() or t(kind.label))
        self.context.write(partial(jobs.remove, self.type_key, self.record_id()), toast=text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close by a click on the line."""
        if event.button() == Qt.MouseButton.LeftButton and self.line.geometry().contains(event.position().toPoint()):
            self.toggle()
        super().mouseReleaseEvent(event)

    @Slot()
    def _scroll_here(self) -> None:
        scroll_to(self)

    def _footer(self) -> QWidget:
        t = self.kit.t
        remove = Button(self.kit, t("Remove"), "link", icon="trash-2")
        remove.clicked.connect(self.remove)
        past = Button(self.kit, t("History"), "link", icon="history")
        past.clicked.connect(self._show_history)
        return Row(remove, past)

    @Slot()
    def _show_history(self) -> None:
        open_history(self.context, self, self.type_key, self.record_id(), self.title.text())

    def _show_open(self, *, shown: bool) -> None:
        if self._editor is not None:
            self._editor.setVisible(shown)
        self.setProperty("open", shown)
        restyle(self)
        self._toggle.set_icon("chevron-up" if shown else "chevron-down")
        self._name_toggle()

    def _name_toggle(self) -> None:
        t, what = self.kit.t, self.title.text()
        self._toggle.set_name(t("Close: {what}", what=what) if self.is_open else t("Open: {what}", what=what))
