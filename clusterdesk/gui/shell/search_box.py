"""The search field of the rail with its results: pages and records, one list, keys only if wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.search_field import SearchField

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: where it leads, its name, what it is ("Organisation"), its icon."""

    route: Route
    title: str
    note: str = ""
    icon: str = ""


class SearchProvider(Protocol):
    """Who finds things."""

    def ask(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        """Find a text, newest question wins; deliver at most a dozen hits, now or later."""
        ...


class SearchBox(SearchField):
    """A search field with a list of hits under it; arrows choose, Enter opens, Esc closes.

    Signals:
        chosen: the Route of the hit opened.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, provider: SearchProvider, parent: QWidget | None = None) -> None:
        """Search with a provider."""
        super().__init__(kit, kit.t("Search…"), parent)
        self._provider = provider
        self._panel: HitPanel | None = None
        self.searched.connect(self._ask)
        self.entered.connect(self._open_first)
        self.left_down.connect(self._into_list)

    @property
    def panel(self) -> "HitPanel | None":
        """The list of hits, while it is shown."""
        return self._panel if self._panel is not None and self._panel.isVisible() else None

    @Slot()
    def begin(self) -> None:
        """Put the cursor here, everything selected."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the list on the first Esc."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _ask(self, text: str) -> None:
        if text.strip():
            self._provider.ask(text, self._show)
        else:
            self._close()

    def _show(self, hits: Sequence[Hit]) -> None:
        if not self.text().strip():
            return
        if self._panel is None:
            self._panel = HitPanel(self.kit, self.window(), self)
            self._panel.opened.connect(self._opened)
        self._panel.show_hits(hits[:_SHOWN], self)

    @Slot(str)
    def _open_first(self, _text: str) -> None:
        if self.panel is not None:
            self.panel.open_current()

    @Slot()
    def _into_list(self) -> None:
        if self.panel is not None:
            self.panel.list.setFocus()

    @Slot(object)
    def _opened(self, route: Route) -> None:
        self._close()
        self.clear()
        self.chosen.emit(route)

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()


class HitPanel(QFrame):
    """The list under the search field; a child of the window, so that typing goes on in the field.

    Signals:
        opened: the route of a hit.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, window: QWidget, field: QWidget) -> None:
        """Make a hidden list over a window."""
        super().__init__(window)
        self._kit, self._field = kit, field
        self.setProperty("role", "popup")
        self._model = QStandardItemModel(self)
        self._none = Label(kit.t("Nothing found. Try fewer letters, or another word."), "muted", wrap=True)
        self.list = QListView()
        self.list.setProperty("role", "options")
        self.list.setAccessibleName(kit.t("Results"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._open)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], under: QWidget) -> None:
        """Show hits below a widget, the first one current."""
        self._model.clear()
        t = self._kit.t
        for hit in hits:
            words = t("{title} · {kind}", title=hit.title, kind=hit.note) if hit.note else hit.title
            item = QStandardItem(words)
            item.setData(hit.route, Qt.ItemDataRole.UserRole)
            if hit.icon:
                item.setIcon(self._kit.icons.icon(hit.icon, "muted"))
            self._model.appendRow(item)
        self._none.setVisible(not hits)
        self.list.setVisible(bool(hits))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._place(under, len(hits))

    @Slot()
    def open_current(self) -> None:
        """Open the current hit."""
        self._open(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open on Enter; go back into the field on Esc and above the first hit."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return True
            first = self.list.currentIndex().row() <= 0 and event.key() == Qt.Key.Key_Up
            if event.key() == Qt.Key.Key_Escape or first:
                self._field.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _place(self, under: QWidget, hits: int) -> None:
        theme = self._kit.theme
        row = self.list.sizeHintForRow(0) if hits else theme.length(40)
        corner = under.mapTo(self.window(), QPoint(0, under.height() + 4))
        size = QSize(theme.length(460), row * max(hits, 1) + 18)
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())
        self.raise_()
        self.show()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        route = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(route, Route):
            self.opened.emit(route)
