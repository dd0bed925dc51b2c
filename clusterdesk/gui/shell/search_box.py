"""The palette (Ctrl+K): records, what can be done, and where one has just been, in one list under the search field."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.palette import COMMANDS_ONLY, Hit
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from clusterdesk.gui.shell.hit_panel import HitPanel

_SHOWN = 14


class SearchProvider(Protocol):
    """Who finds records."""

    def ask(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        """Find a text, newest question wins; deliver at most a dozen hits, now or later."""
        ...


class SearchBox(SearchField):
    """A search field with a list of hits under it; arrows choose, Enter opens, Esc closes.

    Signals:
        chosen: the Route of the hit opened.
    """

    chosen = Signal(object)

    def __init__(
        self,
        kit: Kit,
        provider: SearchProvider,
        recents: Callable[[], Sequence[Hit]],
        commands: Callable[[str], Sequence[Hit]],
        parent: QWidget | None = None,
    ) -> None:
        """Search records with a provider; ``recents`` were opened last, ``commands`` match a text."""
        super().__init__(kit, kit.t("Search or do…"), parent)
        self._provider, self._recents, self._commands = provider, recents, commands
        self._panel: HitPanel | None = None
        self._left = QTimer(self)  # ends with the field, as a timer of its own would not
        self._left.setSingleShot(True)
        self._left.setInterval(0)
        self._left.timeout.connect(self._close_if_left)
        self.searched.connect(self._ask)
        self.entered.connect(self._open_first)
        self.left_down.connect(self._into_list)

    @property
    def panel(self) -> "HitPanel | None":
        """The list of hits, while it is shown."""
        return self._panel if self._panel is not None and self._panel.isVisible() else None

    @Slot()
    def begin(self) -> None:
        """Put the cursor here, everything selected; an empty field shows where one has been and what can be done."""
        self.setFocus()
        self.selectAll()
        if not self.text().strip():
            self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the list on the first Esc."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when somebody goes elsewhere."""
        super().focusOutEvent(event)
        self._left.start()

    @Slot(str)
    def _ask(self, text: str) -> None:
        if not text.strip():
            if self.panel is not None:
                self._offer()
        elif text.startswith(COMMANDS_ONLY):
            self._show(self._commands(text))
        else:
            self._provider.ask(text, self._show_found)

    def _show_found(self, hits: Sequence[Hit]) -> None:
        text = self.text()
        if text.strip() and not text.startswith(COMMANDS_ONLY):
            commands, name = self._commands(text), text.strip().casefold()
            called = [] if any(one.title.casefold() == name for one in hits) else _called(name, commands)
            self._show([*called, *hits, *(one for one in commands if one not in called)])

    def _offer(self) -> None:
        self._show([*self._recents(), *self._commands(COMMANDS_ONLY)])

    def _show(self, hits: Sequence[Hit]) -> None:
        if self._panel is None:
            # Its list and what draws it come in when something is found first, not with the window.
            from clusterdesk.gui.shell.hit_panel import HitPanel

            self._panel = HitPanel(self.kit, self.window(), self)
            self._panel.opened.connect(self._opened)
        self._panel.show_hits(hits[:_SHOWN], self)

    @Slot(str)
    def _open_first(self, _text: str) -> None:
        if self.panel is not None:
            self.panel.open_current()

    @Slot()
    def _into_list(self) -> None:
        if self.panel is None and not self.text().strip():
            self._offer()
        if self.panel is not None:
            self.panel.list.setFocus()

    @Slot(object)
    def _opened(self, hit: Hit) -> None:
        self._close()
        self.clear()
        if hit.run is not None:
            hit.run()
        elif isinstance(hit.route, Route):
            self.chosen.emit(hit.route)

    @Slot()
    def _close_if_left(self) -> None:
        panel = self.panel
        if panel is not None and not self.hasFocus() and not panel.list.hasFocus():
            self._close()

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()


def _called(name: str, commands: Sequence[Hit]) -> list[Hit]:
    """Return the commands whose whole name was typed: they come before what was found."""
    return [one for one in commands if one.title.casefold() == name]
