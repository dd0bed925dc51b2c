"""The main window: rail, banner, pages, toasts; everything between pages is wired here."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.banner import Banner
from clusterdesk.gui.shell.finding import Finding, WindowParts
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.page_stack import PageStack
from clusterdesk.gui.shell.places import WHERE_ONE_CAME_FROM, Place, Route, Trail
from clusterdesk.gui.shell.rail import Rail
from clusterdesk.gui.shell.whole_window import WholeWindow, WindowFrame
from clusterdesk.gui.shell.window_actions import WindowActions
from clusterdesk.gui.undoing import UndoWords
from clusterdesk.gui.veil import VEIL

if TYPE_CHECKING:
    from clusterdesk.domain.op_changes import OpChanges
    from clusterdesk.gui.shell.discreet import DiscreetMode
    from clusterdesk.gui.widgets.toast import ToastArea

__all__ = ["MainWindow", "WindowParts"]


class MainWindow(QMainWindow):
    """The one window of a binder.

    Signals:
        closing: the window is about to close; all fields have committed.
        page_shown: a page is in front (its route).
        binder_asked: another binder is to be opened: its folder, and the place to begin at ("": the first one).
    """

    closing = Signal()
    page_shown = Signal(object)
    binder_asked = Signal(object, str)

    def __init__(self, parts: WindowParts, desk: object) -> None:
        """Make the window; no page is built before ``go``. ``desk`` is the DeskWorker pages work with."""
        super().__init__()
        self._parts = parts
        self._kit = parts.kit
        self._trail = Trail()
        self._words = UndoWords()
        self._undo_pressed = False
        self._actions = WindowActions(self, parts.kit)
        self.shortcuts = self._actions.shortcuts
        self.context = Context(parts.kit, parts.preferences, desk, parts.files, self, sending=parts.sending)  # type: ignore[arg-type]
        self._rail = Rail(parts.kit, parts.places)
        self._banner = Banner(parts.kit)
        self._stack = PageStack(parts.places, self._make_page)
        self._finding: Finding | None = None
        self._assemble()
        self._whole = WholeWindow(self, self._rail)
        self._add_actions()
        self._connect()
        self.setWindowTitle(parts.kit.t("ClusterDesk"))
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))

    # what pages ask for (the Shell of a Context)

    def go(self, route: Route) -> None:
        """Show a page; it becomes the newest of the trail."""
        self._trail.visit(route)
        self._show(route)

    def knows(self, place: str) -> bool:
        """Tell whether there is a place of this key."""
        return any(each.key == place for each in self._parts.places)

    def toast(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Show a short message."""
        self.toasts.show(text, action, on_action)

    def toast_undo(self, text: str) -> None:
        """Show a short message with Undo."""
        if self._parts.undo is None:
            self.toasts.show(text)
        else:
            self.toasts.show(text, self._kit.t("Undo"), self.undo)

    def capture(self, note_id: UUID | None = None) -> None:
        """Open quick capture, empty or with a note that waits to be sorted."""
        self._actions.capture(note_id)

    def open_binder(self, path: Path, place: str = "") -> None:
        """Ask for another binder."""
        self.binder_asked.emit(path, place)

    def show_error(self, error: BaseException) -> None:
        """Show an error."""
        self._parts.show_error(error)

    @Slot(object)
    def changed(self, changes: "OpChanges") -> None:
        """Tell pages what was touched, and ask what can be undone now."""
        self._stack.note(changes)
        if VEIL.drawn:
            self._discreet.note(changes)
        self.ask_undo()

    # what the application asks for

    def show_state(self, text: str) -> None:
        """Show the line at the bottom of the rail."""
        self._rail.show_state(text)

    def say_banner(self, text: str) -> None:
        """Show the banner ("" hides it)."""
        self._banner.say(text)

    def ask_undo(self) -> None:
        """Ask for the names of what can be undone."""
        if self._parts.undo is not None:
            self._parts.undo.ask(self._show_undo)

    def reload(self) -> None:
        """Let every page load everything again (the desk has just opened, a backup was restored)."""
        for page in self._stack.pages():
            page.reload()
        self.ask_undo()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._stack.page

    @property
    def route(self) -> Route | None:
        """Where we are."""
        return self._trail.current

    @cached_property
    def toasts(self) -> "ToastArea":
        """The messages; made with the first of them."""
        from clusterdesk.gui.widgets.toast import ToastArea

        return ToastArea(self._kit, self._content, self._message_room)

    def geometry_text(self) -> str:
        """Return place and size of the window for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_geometry_text(self, text: str) -> None:
        """Put the window where it was; nonsense is ignored, and so is the whole screen: it belongs to visit mode."""
        self.restoreGeometry(QByteArray.fromBase64(text.encode()))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    @Slot()
    def undo(self) -> None:
        """Take the last operation back, after committing what is being typed.

        What is being written at this moment is not known here yet: then it is taken back as soon as it is there.
        """
        if self._parts.undo is not None and self._words.undo:
            self._parts.undo.undo(self._undone, self.show_error)
        else:
            self._undo_pressed = True
            self.ask_undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        if self._parts.undo is not None and self._words.redo:
            self._parts.undo.redo(self._redone, self.show_error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit everything that is being typed, then close."""
        for page in self._stack.pages():
            page.leave()
        self.closing.emit()
        super().closeEvent(event)

    def _assemble(self) -> None:
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._banner)
        content.addWidget(self._stack, 1)
        centre = WindowFrame()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._content, 1)
        self.setCentralWidget(centre)
        self._rail.setVisible(not self._parts.welcome)
        if self._parts.search is not None:
            self._finding = Finding(self._kit, self._parts.search, self, self._front)
            self._rail.put_search(self._finding.box)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._choose)
        self._rail.back_asked.connect(self._back)
        self._rail.forward_asked.connect(self._forward)
        self._rail.capture_asked.connect(self._actions.begin_capture)
        self.page_shown.connect(self._actions.page_shown)
        self._rail.undo_asked.connect(self.undo)
        self._rail.redo_asked.connect(self.redo)
        for lane in (self.context.desk, self.context.files):
            lane.busy_changed.connect(self._rail.busy.follow)
        self._rail.follow(self._parts.sending)
        self._stack.made.connect(self._made)
        self._stack.asked.connect(self.go)
        self._stack.filing_asked.connect(self._actions.file_dropped)
        if self._finding is not None:
            self._finding.box.chosen.connect(self.go)

    def _add_actions(self) -> None:
        slots: dict[str, Callable[[], None]] = {
            "back": self._back,
            "forward": self._forward,
            "find": self._find_in_page,
            "visit": self._visit,
            "export-list": self._export_list,
        }
        if not self._parts.welcome:
            slots["discreet"] = self._hide_others
        if self._finding is not None:
            slots["search"] = self._finding.box.begin
        if self._parts.undo is not None:
            slots |= {"undo": self.undo, "redo": self.redo}
        self._actions.connect_keys(slots)
        self._actions.connect_places(self._parts.places, self._go_to_action)
        if not self._parts.welcome:
            self._actions.offer_beginnings(self.context)

    def _make_page(self, place: Place) -> Page:
        return place.make(self.context)

    def _show(self, route: Route) -> None:
        self._stack.show_route(route)
        place = self._stack.place(route.place)
        self._whole.show(whole=place.whole_window)
        self._rail.light(self._lit(place))
        self._rail.show_trail(back=self._trail.can_go_back, forward=self._trail.can_go_forward)
        page = self._stack.page
        if VEIL.drawn:
            self._discreet.look(page)
        if self._finding is not None:
            self._finding.shown(route)
        if page is not None:
            page.setAccessibleName(self._kit.t(place.label))
            page.take_focus()
        if "toasts" in self.__dict__:  # there was a message already
            self.toasts.place()
        self.page_shown.emit(route)

    def _lit(self, place: Place) -> str:
        """Return the key of what the rail lights: a page that belongs nowhere stays under where one came from."""
        before = (self._stack.place(route.place) for route in self._trail.before)
        found = next((one for one in (place, *before) if one.under != WHERE_ONE_CAME_FROM), place)
        return found.under or found.key

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.go(Route(key))

    @Slot()
    def _go_to_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.go(Route(str(action.data())))

    @Slot()
    def _back(self) -> None:
        route = self._trail.back()
        if route is not None:
            self._show(route)

    @Slot()
    def _forward(self) -> None:
        route = self._trail.forward()
        if route is not None:
            self._show(route)

    @Slot(object)
    def _made(self, page: Page) -> None:
        self._actions.register(page.shortcuts())
        page.titled.connect(self._titled)
        page.left.connect(self._back)

    @Slot(str)
    def _titled(self, title: str) -> None:
        route = self._trail.current
        page = self.sender()
        if isinstance(page, Page) and title:
            page.subject = title
        if VEIL.drawn:
            self._discreet.look(self.page)
        if self._finding is not None and route is not None and page is self.page:
            self._finding.titled(self._stack.place(route.place), title)

    def _front(self) -> Page | None:
        return self.page

    def _message_room(self) -> QRect | None:
        page = self.page
        room = page.message_room() if page is not None else None
        return room.translated(page.mapTo(self._content, QPoint())) if page is not None and room is not None else None

    @Slot()
    def _visit(self) -> None:
        if self.page is not None and self.knows("visit"):
            self.page.visit()

    @Slot()
    def _export_list(self) -> None:
        from clusterdesk.gui.list_export import ListExport

        exporting = self.findChild(ListExport, options=Qt.FindChildOption.FindDirectChildrenOnly)
        (exporting or ListExport(self.context, self)).begin(self.page)

    @cached_property
    def _discreet(self) -> "DiscreetMode":
        from clusterdesk.gui.shell.discreet import DiscreetMode

        return DiscreetMode(self.context, self, self._content, self._stack)

    @Slot()
    def _hide_others(self) -> None:
        self._discreet.toggle()

    @Slot()
    def _find_in_page(self) -> None:
        field = self.page.search_field() if self.page is not None else None
        if field is not None:
            field.setFocus()
            field.selectAll()

    def _undone(self, changes: "OpChanges") -> None:
        self.toasts.clear()
        if changes.touched:
            self.toast(self._kit.t("Undone: {operation}", operation=self._words.undo))
        else:
            self._tell_passed_over(self._words.undo)
        self.changed(changes)

    def _redone(self, changes: "OpChanges") -> None:
        if not changes.touched:
            self._tell_passed_over(self._words.redo)
        self.changed(changes)

    def _tell_passed_over(self, operation: str) -> None:
        words = self._kit.t("Skipped: {operation} – somebody else has changed all of it since.", operation=operation)
        self.toast(words)

    def _show_undo(self, words: UndoWords) -> None:
        self._words = words
        self._rail.show_undo(words.undo, words.redo)
        pressed, self._undo_pressed = self._undo_pressed, False
        if pressed and words.undo:
            self.undo()
