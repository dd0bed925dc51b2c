"""Fields with given answers: one of them, or several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, Label

_OPENERS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its key (what is saved: a string, a UUID, None) and its translated label."""

    key: object
    label: str


class ChoiceBox(QComboBox):
    """A drop-down that changes only by an open list: neither the wheel nor the arrow keys change it in passing."""

    def __init__(self, role: str = "input", parent: QWidget | None = None) -> None:
        """Make an empty box; ``role`` is "input" in forms, "inline" in edit-in-place fields."""
        super().__init__(parent)
        self.setProperty("role", role)
        self.setMaxVisibleItems(16)
        if role == "inline":
            # In a row of fields the longest answer must not push the others away.
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(5)

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer these answers, keeping the present one if it is still there."""
        current = self.currentData()
        blocked = self.blockSignals(True)
        self.clear()
        for option in options:
            self.addItem(VEIL.words(option.label), option.key)
        self.choose(current)
        self.blockSignals(blocked)

    def choose(self, key: object) -> None:
        """Show the answer of a key, without ``activated``; an unknown key shows none."""
        self.setCurrentIndex(next((i for i in range(self.count()) if self.itemData(i) == key), -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; letters search in it."""
        letter = event.text().isprintable() and bool(event.text().strip()) and not event.modifiers()
        if event.key() in _OPENERS or letter:
            self.showPopup()
            if letter:
                self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)


class InlineChoice(InlineField):
    """One of several answers; saved when picked."""

    def __init__(self, kit: Kit, caption: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        """Make the field; add ``Option(None, "–")`` where "nothing" is an answer."""
        super().__init__(kit, caption, parent)
        self.box = ChoiceBox("inline")
        self._options: Sequence[Option] = ()
        self._value: object = None
        self.set_editor(self.box)
        self.set_options(options)
        self.box.activated.connect(self._picked)

    @property
    def value(self) -> object:
        """The key of the answer."""
        return self._value

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other answers."""
        self._options = options
        self.box.set_options(options)
        self.box.choose(self._value)

    def set_value(self, value: object) -> None:
        """Show an answer from the store."""
        self._value = value
        self.box.choose(value)

    def set_read_only(self, read_only: bool) -> None:
        """Only show the value."""
        self.box.setEnabled(not read_only)

    def draft_text(self) -> str:
        """Return the label shown (choices have no drafts)."""
        return self.box.currentText()

    @Slot(int)
    def _picked(self, index: int) -> None:
        # Our own key, not what the box gives back: Qt makes a plain text of a choice.
        key = self._options[index].key
        if key != self._value:
            self._value = key
            self.show_problem("")
            self.committed.emit(key)


class InlineMultiChoice(InlineField):
    """Several answers, shown as chips; a list with check boxes changes them, saved when it closes."""

    def __init__(self, kit: Kit, caption: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        """Make the field."""
        super().__init__(kit, caption, parent)
        self._options: Sequence[Option] = options
        self._value: tuple[object, ...] = ()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(7, 0, 0, 0)
        line.setSpacing(6)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._button = IconButton(kit, "pencil", kit.t("Change: {field}", field=caption))
        self._button.clicked.connect(self._open)
        line.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._button)
        self.set_editor(self._button, row=row)
        self._button.set_name(kit.t("Change: {field}", field=caption))
        self._fill()

    @property
    def value(self) -> tuple[object, ...]:
        """The keys chosen, in the order of the options."""
        return self._value

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other answers."""
        self._options = options
        self._fill()

    def set_value(self, value: Iterable[object]) -> None:
        """Show the answers from the store."""
        chosen = set(value)
        self._value = tuple(option.key for option in self._options if option.key in chosen)
        self._fill()

    def draft_text(self) -> str:
        """Return the labels shown (choices have no drafts)."""
        return self.kit.formats.joined([option.label for option in self._options if option.key in self._value])

    def _fill(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for option in self._options:
            if option.key in self._value:
                self._flow.addWidget(Chip(option.label, Tone.NEUTRAL))
        if not self._value:
            self._flow.addWidget(Label(self.kit.t("None chosen"), "muted"))
        self._button.setAccessibleDescription(self.draft_text())
        self._chips.updateGeometry()

    @Slot()
    def _open(self) -> None:
        popup = OptionsPopup(self.caption, self._options, self._value, self)
        popup.chosen.connect(self._chosen)
        popup.open_under(self._chips)

    @Slot(object)
    def _chosen(self, keys: tuple[object, ...]) -> None:
        if keys != self._value:
            self._value = keys
            self._fill()
            self.show_problem("")
            self.committed.emit(keys)


class OptionsPopup(QFrame):
    """A list of check boxes; Space and click toggle, Enter or leaving keeps, Esc leaves all as it was.

    Signals:
        chosen: the keys that are on, in the order of the options, once, when it closes.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[Option], chosen: Sequence[object], parent: QWidget) -> None:
        """Offer the options, those of ``chosen`` on."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._options, self._keep = options, True
        self._model = QStandardItemModel(self)
        for option in options:
            item = QStandardItem(VEIL.words(option.label))
            # Not user-checkable for Qt: a click anywhere on the line toggles, once.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if option.key in chosen else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self.list = QListView()
        self.list.setProperty("role", "options")
        self.list.setAccessibleName(name)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._toggle)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)

    def open_under(self, anchor: QWidget) -> None:
        """Show below a widget, as high as the options need, 16 lines at most."""
        row = max(self.list.sizeHintForRow(0), 24)
        self.resize(max(anchor.width(), 260), row * min(self._model.rowCount(), 16) + 14)
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
        self.show()
        self.list.setFocus()
        self.list.setCurrentIndex(self._model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Toggle on Space, keep on Enter, take back on Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                self._toggle(self.list.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep = event.key() != Qt.Key.Key_Escape
                self.close()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the choice."""
        super().hideEvent(event)
        if self._keep:
            self._keep = False
            self.chosen.emit(self._keys())

    def _keys(self) -> tuple[object, ...]:
        on = Qt.CheckState.Checked
        return tuple(option.key for row, option in enumerate(self._options) if self._model.item(row).checkState() == on)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        item = self._model.itemFromIndex(index)
        if item is not None:
            on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
            item.setCheckState(off if item.checkState() == on else on)
