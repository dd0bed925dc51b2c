"""The keys that work everywhere in the window, the keys of places, and the sheet (F1) that lists all of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from clusterdesk.base.marks import N_
from clusterdesk.gui.beginnings import Beginnings
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.capturing import Capturing
from clusterdesk.gui.shell.places import Place, Route, Spot
from clusterdesk.gui.shortcuts import (
    BACK,
    CAPTURE,
    DIFFICULTY,
    DISCREET,
    EXPORT_LIST,
    FIND_IN_PAGE,
    FORWARD,
    KEYS,
    OWN_KEYS,
    PLACES,
    REDO,
    REFER,
    SEARCH,
    UNDO,
    VISIT,
    Shortcut,
    Shortcuts,
    key_sequences,
    place_keys,
)

THEME_LABELS = {
    "system": N_("System colours"),
    "light": N_("Light colours"),
    "dark": N_("Dark colours"),
    "high_contrast": N_("High contrast"),
}
_EVERYWHERE = (
    BACK,
    FORWARD,
    KEYS,
    FIND_IN_PAGE,
    EXPORT_LIST,
    CAPTURE,
    DIFFICULTY,
    REFER,
    VISIT,
    DISCREET,
    SEARCH,
    UNDO,
    REDO,
)


class WindowActions(QObject):
    """Registers what the window does and connects it to its keys."""

    def __init__(self, window: QMainWindow, kit: Kit) -> None:
        """Begin with no key but those of every field."""
        super().__init__(window)
        self._window, self._kit = window, kit
        self.shortcuts = Shortcuts()
        self._begin: Beginnings | None = None
        self._capturing: Capturing | None = None
        self._context: Context | None = None

    def connect_keys(self, slots: Mapping[str, Callable[[], None]]) -> None:
        """Connect slots to the shortcuts of these ids; what the window does not have is left out."""
        for shortcut in _EVERYWHERE:
            if shortcut is KEYS:
                self._add(shortcut, self._show_sheet)
            elif shortcut is CAPTURE:
                self._add(shortcut, self.begin_capture)
            elif shortcut is DIFFICULTY:
                self._add(shortcut, self.begin_difficulty)
            elif shortcut is REFER:
                self._add(shortcut, self.begin_referral)
            elif shortcut.id in slots:
                self._add(shortcut, slots[shortcut.id])

    def connect_places(self, places: Sequence[Place], go: Callable[[], None]) -> None:
        """Give places their keys; ``go`` finds the key of the place in the data of the action that sent it."""
        numbered = (place for place in places if place.spot is Spot.TOP)
        for number, place in enumerate(numbered, start=1):
            shortcut = Shortcut(f"place-{place.key}", place.label, place_keys(number), PLACES)
            self._add(shortcut, go).setData(place.key)
        for place in places:
            if place.key in OWN_KEYS:
                self._add(OWN_KEYS[place.key], go).setData(place.key)
            elif place.spot is Spot.BOTTOM or place.in_palette:
                self.add_command(place.label, go).setData(place.key)

    def add_command(self, label: str, slot: Callable[[], None]) -> QAction:
        """Offer something in the palette that has no key of its own; ``label`` is a msgid."""
        action = QAction(self._kit.t(label), self._window)
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def offer_beginnings(self, context: Context) -> None:
        """Offer what can be begun from anywhere, and the looks of the window."""
        self._context = context
        self._capturing = Capturing(context, self._window)
        begin = self._begin = Beginnings(context, self._window)
        self.add_command(N_("Plan a visit"), begin.ask_plan)
        self.add_command(N_("Notes of a visit, a call, a mail"), begin.ask_note)
        self.add_command(N_("New organisation"), begin.ask_organisation)
        self.add_command(N_("File photos, scans and mails…"), begin.ask_files)
        looks = ThemeCommands(context.preferences, self)
        for theme, label in THEME_LABELS.items():
            self.add_command(label, looks.choose).setData(theme)

    def capture(self, note_id: UUID | None = None) -> None:
        """Jot something down, or sort a note that waits."""
        if self._capturing is not None:
            self._capturing.capture(note_id)

    @Slot()
    def begin_capture(self) -> None:
        """Jot something down."""
        self.capture()

    @Slot()
    def begin_difficulty(self) -> None:
        """Note a difficulty of the organisation or session in front; what is selected becomes the quote."""
        if self._begin is not None and self._capturing is not None:
            around = self._capturing.around()
            self._begin.ask_difficulty(around.organisation, around.session)

    @Slot()
    def begin_referral(self) -> None:
        """Refer the organisation in front, else ask which one; what is selected becomes the need."""
        if self._begin is not None and self._capturing is not None:
            around = self._capturing.around()
            self._begin.ask_referral(around.organisation, around.session)

    @Slot(object)
    def page_shown(self, route: Route) -> None:
        """Another page is in front."""
        if self._capturing is not None:
            self._capturing.page_shown(route)
        if self._context is not None and self._context.settings.hints:
            from clusterdesk.gui.pages.today.hints import note_page

            note_page(self._context.preferences, route.place)

    @Slot(object)
    def file_dropped(self, paths: list[Path]) -> None:
        """Ask where dropped files belong."""
        if self._begin is not None:
            self._begin.file(paths)

    def register(self, shortcuts: Iterable[Shortcut]) -> None:
        """List what a page does by itself."""
        self.shortcuts.register(*shortcuts)

    def _add(self, shortcut: Shortcut, slot: Callable[[], None]) -> QAction:
        self.shortcuts.register(shortcut)
        action = QAction(self._kit.t(shortcut.label), self._window)
        action.setShortcuts(key_sequences(shortcut))
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    @Slot()
    def _show_sheet(self) -> None:
        from clusterdesk.gui.dialogs.key_sheet import KeySheet

        sheet = KeySheet(self._kit, self.shortcuts, self._window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()


class ThemeCommands(QObject):
    """Switches the colours from the palette."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        """Change these preferences."""
        super().__init__(parent)
        self._preferences = preferences

    @Slot()
    def choose(self) -> None:
        """Take the theme that the action names."""
        action = self.sender()
        if isinstance(action, QAction):
            self._preferences.set("theme", str(action.data()))
