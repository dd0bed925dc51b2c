"""A card that lists parts of a record: heading, count, rows, a line to add one, and a hint while it is empty."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow, part_id
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import COMMIT, shown_keys
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fields.inline import in_menu
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import PlainLine
from clusterdesk.gui.widgets.page_scroll import scroll_to


class AddLine(PlainLine):
    """A line to add something by typing it; Enter or leaving adds, Esc gives up.

    Signals:
        entered: the text typed, trimmed, never empty.
        left: nothing was typed, or Esc was pressed.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(
        self, kit: Kit, hint: str, *, alone: bool = True, entered: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty line; ``hint`` says in grey what to type and is the accessible name.

        One that is not ``alone`` is part of a larger entry, which reads it: it adds nothing by itself. ``entered``
        tells the key that adds what is typed.
        """
        super().__init__(parent)
        self.setProperty("role", "input")
        if entered:
            hint = kit.t("{question} {key} adds it", question=hint, key=shown_keys(COMMIT))
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(1000)
        if alone:
            self.returnPressed.connect(self.enter)
            self.installEventFilter(self)

    @Slot()
    def enter(self) -> None:
        """Add what is typed."""
        text = self.text().strip()
        self.clear()
        if text:
            self.entered.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter: in a dialog it would press the button of consent as well."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on leaving; give up on Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and not in_menu(event):
            self.enter()
            self.left.emit()
        return super().eventFilter(watched, event)


class PartsCard(Card):
    """A card of parts. Subclasses write ``make_row`` and ``key_of``, and ``add`` when they have an add line."""

    def __init__(self, context: Context, heading: str, empty: str, *, add: str = "", hint: str = "") -> None:
        """Make an empty card; ``empty`` teaches what belongs here, ``add`` names the button, ``hint`` the add line."""
        super().__init__(margin=8, spacing=4)
        self.context, self.kit = context, context.kit
        self.header = SectionHeader(heading)
        # Rows have a ground of their own, wider than their text: the text stands under the heading.
        self.header.setContentsMargins(8, 4, 4, 0)
        self.rows: dict[UUID, PartRow] = {}
        self._wanted_open: UUID | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._empty = Label(empty, "muted", wrap=True)
        self._empty.setContentsMargins(8, 0, 8, 6)
        self.line: AddLine | None = None
        self._plus: IconButton | None = None
        self.add(self.header)
        self.body.addLayout(self._list)
        self.add(self._empty)
        if add:
            self._plus = IconButton(self.kit, "plus", add)
            self._plus.clicked.connect(self.begin_adding)
            self.header.add(self._plus)
        if hint:
            self.line = AddLine(self.kit, hint)
            self.line.hide()
            self.line.entered.connect(self.add_text)
            self.line.left.connect(self._leave_line)
            self.add(self.line)

    # for subclasses

    def make_row(self, part: Any) -> PartRow:  # noqa: ANN401 - each card lists its own kind of part
        """Return the row of a part."""
        raise NotImplementedError

    def key_of(self, part: Any) -> UUID:  # noqa: ANN401
        """Return what identifies a part."""
        return part_id(part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a part from the text of the add line."""

    @Slot()
    def begin_adding(self) -> None:
        """Show the add line and go there; cards without one add at once."""
        if self.line is not None:
            self.line.show()
            self.line.setFocus()
            QTimer.singleShot(0, self, self._bring_line_into_sight)  # it has its place then

    @Slot()
    def _bring_line_into_sight(self) -> None:
        if self.line is not None and self.line.isVisible():
            scroll_to(self.line)

    def give_up(self, line: QWidget) -> None:
        """Hide an add line that was left; the focus goes to the button that showed it."""
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is line or line.isAncestorOf(focused))
        if inside and self._plus is not None:
            self._plus.setFocus()
        line.hide()

    @Slot()
    def _leave_line(self) -> None:
        if self.line is not None:
            self.give_up(self.line)

    # for pages

    def show_parts(self, parts: Sequence[Any], note: str = "") -> None:
        """Show these parts in this order; rows of parts shown before stay, with what is typed into them."""
        wanted = {self.key_of(part): part for part in parts}
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, (key, part) in enumerate(wanted.items()):
            if key not in self.rows:
                self.rows[key] = self.make_row(part)
            row = self.rows[key]
            row.show_part(part)
            if self._list.indexOf(row) != index:
                self._list.insertWidget(index, row)
            row.show()
        self._empty.setVisible(not wanted)
        self.header.set_note(note or (self.kit.formats.number(len(wanted)) if wanted else ""))
        if self._wanted_open in self.rows:
            self.rows[self._wanted_open].reveal()
            self._wanted_open = None

    def open_when_shown(self, key: UUID) -> None:
        """Open the row of a part and scroll to it; one that has just been added, once it is there."""
        if key in self.rows:
            self.rows[key].reveal()
        else:
            self._wanted_open = key

    def forget(self) -> None:
        """Take all rows out: another record is about to be shown."""
        for row in self._all():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        self._wanted_open = None

    def _all(self) -> Iterator[PartRow]:
        return iter(tuple(self.rows.values()))


class InnerCard(PartsCard):
    """A card of parts within a row or another card: a frame of its own would be one too many."""

    def __init__(self, context: Context, heading: str, empty: str, *, add: str = "", hint: str = "") -> None:
        """Make an empty card, as any other."""
        super().__init__(context, heading, empty, add=add, hint=hint)
        self.setProperty("role", "plain")
        self.body.setContentsMargins(0, 0, 0, 0)
