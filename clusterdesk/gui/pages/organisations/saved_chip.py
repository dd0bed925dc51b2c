"""One saved filter as a chip with its menu, and the line in which it is named."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.lists import SavedFilter
from clusterdesk.gui.context import Context
from clusterdesk.gui.shortcuts import shown_key
from clusterdesk.gui.widgets.filter_chips import FilterChip
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.line_edit import LineEdit

WIDTH = 200
_LONGEST = 60


class SavedChip(QWidget):
    """One saved filter: a chip, and while it is renamed a line in its place.

    Signals:
        used, renewed, thrown_away: the SavedFilter; renamed: it, and its new name.
    """

    used = Signal(object)
    renamed = Signal(object, str)
    renewed = Signal(object)
    thrown_away = Signal(object)

    def __init__(self, context: Context, saved: SavedFilter) -> None:
        """Show a filter; its menu (also by the menu key) renames, renews and throws away."""
        super().__init__()
        self._kit, self.saved = context.kit, saved
        t = self._kit.t
        self.chip = FilterChip(self._kit, "", "filter")
        self.chip.setCheckable(True)
        self.chip.clicked.connect(self._use)
        self.line = NameLine(self._kit.theme.length(WIDTH), t("Name of the filter"))
        self.line.entered.connect(self._rename)
        self.line.left.connect(self._show_chip)
        self.line.hide()
        flow = FlowLayout(self)
        flow.addWidget(self.chip)
        flow.addWidget(self.line)
        self.setFocusProxy(self.chip)
        self.chip.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.actions_by_name = {
            "rename": self._action(t("Rename"), QKeySequence(Qt.Key.Key_F2), self.begin_renaming),
            "renew": self._action(t("As the list is now"), QKeySequence(), self._renew),
            "remove": self._action(t("To the bin"), QKeySequence(QKeySequence.StandardKey.Delete), self._throw_away),
        }

    @property
    def key(self) -> tuple[str, str]:
        """What the filter shows and in which order, to be compared."""
        return self.saved.criteria, self.saved.sort

    def show_saved(self, saved: SavedFilter, count: int) -> None:
        """Show the name and how many organisations it shows."""
        self.saved = saved
        t, formats = self._kit.t, self._kit.formats
        self.chip.set_text(t("{label} · {count}", label=saved.name, count=formats.number(count)))
        self.chip.setToolTip(
            t(
                "{rename} renames it, {remove} throws it away; more with the right button.",
                rename=shown_key("F2"),
                remove=shown_key("Del"),
            )
        )

    def isChecked(self) -> bool:
        """Whether the list shows it."""
        return self.chip.isChecked()

    def setChecked(self, on: bool) -> None:
        """Light it."""
        self.chip.setChecked(on)

    @Slot()
    def begin_renaming(self) -> None:
        """Type another name in place of the chip."""
        self.chip.hide()
        self.line.begin(self.saved.name)
        self.updateGeometry()

    def _action(self, text: str, keys: QKeySequence, slot: object) -> QAction:
        action = QAction(text, self.chip)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.chip.addAction(action)
        return action

    @Slot()
    def _show_chip(self) -> None:
        self.chip.show()
        self.chip.setFocus()
        self.updateGeometry()

    @Slot(str)
    def _rename(self, name: str) -> None:
        self.line.let_go()
        if name != self.saved.name:
            self.renamed.emit(self.saved, name)

    @Slot()
    def _use(self) -> None:
        self.used.emit(self.saved)

    @Slot()
    def _renew(self) -> None:
        self.renewed.emit(self.saved)

    @Slot()
    def _throw_away(self) -> None:
        self.thrown_away.emit(self.saved)


class NameLine(LineEdit):
    """A line for a name: Enter takes it, Esc or leaving it empty lets go.

    Signals:
        entered: the name, trimmed, not empty.
        left: the line is gone again.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, width: int, name: str) -> None:
        """Make the line, as wide as ``width`` pixels; ``name`` says what is typed here."""
        super().__init__()
        self.setFixedWidth(width)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.returnPressed.connect(self._enter)
        self.installEventFilter(self)

    def begin(self, text: str) -> None:
        """Show the line with a text to change."""
        self.setText(text)
        self.show()
        self.setFocus()
        self.selectAll()

    def let_go(self) -> None:
        """Hide the line."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let go on Esc."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.let_go()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _enter(self) -> None:
        name = " ".join(self.text().split())
        if name:
            self.entered.emit(name)
        else:
            self.let_go()
