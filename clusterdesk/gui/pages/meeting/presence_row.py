"""One person at a meeting: a name and three answers, given by a click or by a digit."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.views.groups import AttendanceLine
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import ElidedLabel, restyle

ANSWERS = (Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT)
_KEYS: Mapping[Qt.Key, Presence] = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), ANSWERS, strict=True))
_DIGITS: Mapping[str, Presence] = {str(place): one for place, one in enumerate(ANSWERS, start=1)}
_ICONS: Mapping[Presence, str] = {Presence.PRESENT: "check", Presence.EXCUSED: "minus", Presence.ABSENT: "x"}
# Where AZERTY has a sign on the digit.
_SIGNS: Mapping[str, Presence] = dict(zip('&é"', ANSWERS, strict=True))


class PresenceRow(QFrame):
    """A person. 1, 2 and 3 answer, Delete takes the answer back, the arrows go to the neighbours, F2 to the remark.

    Signals:
        answered: the key of the person, and the Presence.
        remarked: the key of the person, and the remark.
        left_up, left_down: the arrow keys.
    """

    answered = Signal(str, object)
    remarked = Signal(str, str)
    left_up = Signal()
    left_down = Signal()

    def __init__(self, kit: Kit, line: AttendanceLine, parent: QWidget | None = None) -> None:
        """Show a person."""
        super().__init__(parent)
        self.kit, self.line = kit, line
        self.setProperty("role", "part")
        self.setProperty("open", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.side = ElidedLabel("", "strong"), ElidedLabel("", "small")
        self.answers: dict[Presence, Button] = {}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.side)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(words, 1)
        for one in ANSWERS:
            button = Button(kit, "", "filter", icon=_ICONS[one], hint=kit.t(choice_label(one)))
            button.setAccessibleName(kit.t(choice_label(one)))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row takes the digits; 60 people are 60 stops, not 180
            button.clicked.connect(self._clicked)
            self.answers[one] = button
            row.addWidget(button)
        self.note = IconButton(kit, "message-square-plus", kit.t("Remark"))
        self.note.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note.clicked.connect(self.begin_remark)
        row.addWidget(self.note)
        self.remark: AddLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 2, 4, 2)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self.show_line(line)

    def show_line(self, line: AttendanceLine) -> None:
        """Show the person as noted now."""
        self.line = line
        t = self.kit.t
        self.name.setText(line.person.name)
        said = t(choice_label(line.presence))
        noted = said if line.presence is not Presence.UNKNOWN else ""
        facts = " · ".join(one for one in (noted, line.person.side, line.role, line.remark) if one)
        self.side.setText(facts)
        self.side.setVisible(bool(facts))
        for one, button in self.answers.items():
            button.setChecked(one is line.presence)
        self.setAccessibleName(t("{name}: {presence}", name=line.person.name, presence=said))
        self.setAccessibleDescription(t("1 present, 2 excused, 3 absent, Delete: not known yet"))

    @Slot()
    def begin_remark(self) -> None:
        """Show the line for a remark, with what it says."""
        if self.remark is None:
            self.remark = AddLine(self.kit, self.kit.t("Remark: replaced by, arrives later…"), alone=False)
            self.remark.editingFinished.connect(self._remark_left)
            self._column.addWidget(self.remark)
        self.remark.setText(self.line.remark)
        self.remark.show()
        self.remark.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or go on."""
        answer = _KEYS.get(Qt.Key(event.key())) or _DIGITS.get(event.text()) or _SIGNS.get(event.text())
        if answer is not None:
            self._say(answer)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._say(Presence.UNKNOWN)
        elif event.key() == Qt.Key.Key_F2:
            self.begin_remark()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        self._mark(focused=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        self._mark(focused=False)
        super().focusOutEvent(event)

    @Slot()
    def _clicked(self) -> None:
        for one, button in self.answers.items():
            if button is self.sender():
                self._say(one if button.isChecked() else Presence.UNKNOWN)

    @Slot()
    def _remark_left(self) -> None:
        if self.remark is None or self.remark.isHidden():
            return
        text = " ".join(self.remark.text().split())
        entered = self.remark.hasFocus()
        self.remark.hide()
        if entered:
            self.setFocus()
        if text != self.line.remark:
            self.remarked.emit(self.line.key, text)

    def _say(self, presence: Presence) -> None:
        for one, button in self.answers.items():
            button.setChecked(one is presence)
        if presence is not self.line.presence:
            self.answered.emit(self.line.key, presence)

    def _mark(self, *, focused: bool) -> None:
        self.setProperty("open", focused)
        restyle(self)
