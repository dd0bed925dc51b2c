"""The registry of shortcuts: one table of ids, labels, keys and scopes, from which the F1 sheet is made.

A place or a page registers what it really does; two actions with one key would silently disable each other in Qt,
so clashes raise at once.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import BugError, Translate
from clusterdesk.base.marks import N_

# On AZERTY keyboards digits need Shift: the character under the digit counts too (Belgian layout).
_AZERTY = {1: "&", 2: "É", 3: '"', 4: "'", 5: "(", 6: "§", 7: "È", 8: "!", 9: "Ç"}
_RETURN = re.compile(r"\bReturn\b")


class Scope(StrEnum):
    """Where a shortcut works."""

    WINDOW = "window"  # everywhere
    PAGE = "page"  # on the page that registered it
    FIELD = "field"  # listed only: the field handles it itself


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One shortcut: ``label`` is an English msgid, ``keys`` are Qt's portable texts, the first one is shown.

    ``group`` is the heading (msgid) on the sheet; ``place`` limits a PAGE shortcut to one place.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    group: str
    scope: Scope = Scope.WINDOW
    place: str = ""


GENERAL = N_("Everywhere")
PLACES = N_("Places")
TYPING = N_("While typing")

BACK = Shortcut("back", N_("Back to the previous page"), ("Alt+Left",), GENERAL)
FORWARD = Shortcut("forward", N_("Forward again"), ("Alt+Right",), GENERAL)
SEARCH = Shortcut("search", N_("Search"), ("Ctrl+K",), GENERAL)
CAPTURE = Shortcut("capture", N_("Quick note"), ("Ctrl+N",), GENERAL)
DIFFICULTY = Shortcut("difficulty", N_("Note a difficulty; what is selected becomes the quote"), ("Ctrl+D",), GENERAL)
REFER = Shortcut("refer", N_("Refer an organisation to a receiving team"), ("Ctrl+I",), GENERAL)
FIND_IN_PAGE = Shortcut("find", N_("Search on this page"), ("Ctrl+F",), GENERAL)
UNDO = Shortcut("undo", N_("Undo the last operation"), ("Ctrl+Z",), GENERAL)
REDO = Shortcut("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), GENERAL)
KEYS = Shortcut("keys", N_("Show this sheet of keys"), ("F1",), GENERAL)
VISIT = Shortcut("visit", N_("Visit mode: the whole screen for the talk"), ("F8",), GENERAL)
EXPORT_LIST = Shortcut("export-list", N_("Export the list on this page"), ("Ctrl+Shift+X",), GENERAL)
DISCREET = Shortcut("discreet", N_("Discreet: hide the other organisations while others look on"), ("F9",), GENERAL)
SETTINGS = Shortcut("settings", N_("Settings"), ("Ctrl+,",), GENERAL)
IMPORT = Shortcut("import", N_("Import a list"), ("Ctrl+O",), GENERAL)
FIGURES_DUE = Shortcut("figures-due", N_("Enter the figures that are due"), ("Ctrl+E",), GENERAL)
OWN_KEYS = {shortcut.id: shortcut for shortcut in (SETTINGS, IMPORT, FIGURES_DUE)}  # of places that have no number
COMMIT = Shortcut("commit", N_("Save the field"), ("Return",), TYPING, Scope.FIELD)
REVERT = Shortcut("revert", N_("Bring the old value back"), ("Escape",), TYPING, Scope.FIELD)
FINISH = Shortcut("finish", N_("Finish the note"), ("Ctrl+Return",), TYPING, Scope.FIELD)
_FIXED = (COMMIT, REVERT, FINISH)


def place_keys(number: int) -> tuple[str, ...]:
    """Return the keys of the place with a number 1–9: the digit, and the character AZERTY has there."""
    return digit_keys("Ctrl", number)


def digit_keys(modifier: str, number: int) -> tuple[str, ...]:
    """Return the keys of a number 1–9 with a modifier, also where AZERTY has another character on the digit."""
    return (f"{modifier}+{number}", f"{modifier}+{_AZERTY[number]}")


class Shortcuts:
    """All shortcuts of a window."""

    def __init__(self) -> None:
        """Start with what every field does."""
        self._all: dict[str, Shortcut] = {shortcut.id: shortcut for shortcut in _FIXED}

    def register(self, *shortcuts: Shortcut) -> None:
        """Add shortcuts; BugError on a second use of an id or of a key where both would work."""
        for shortcut in shortcuts:
            if shortcut.id in self._all:
                raise BugError(f"shortcut {shortcut.id!r} registered twice")
            clash = next(self._clashes(shortcut), None)
            if clash is not None:
                raise BugError(f"shortcuts {shortcut.id!r} and {clash!r} have one key")
            self._all[shortcut.id] = shortcut

    def __iter__(self) -> Iterator[Shortcut]:
        """Give all shortcuts in the order of their registration, those of fields last."""
        yield from (each for each in self._all.values() if each.scope is not Scope.FIELD)
        yield from (each for each in self._all.values() if each.scope is Scope.FIELD)

    def get(self, shortcut_id: str) -> Shortcut:
        """Return one by id (KeyError)."""
        return self._all[shortcut_id]

    def _clashes(self, new: Shortcut) -> Iterator[str]:
        keys = set(sequences(new))
        for other in self._all.values():
            meet = new.scope is Scope.WINDOW or other.scope is Scope.WINDOW or new.place == other.place
            fields = Scope.FIELD in (new.scope, other.scope)
            if meet and not fields and keys & set(sequences(other)):
                yield other.id


def sequences(shortcut: Shortcut) -> list[str]:
    """Return a shortcut's keys in Qt's normal spelling; BugError for a key Qt does not know."""
    normal = [_normal(key) for key in shortcut.keys]
    if not all(normal):
        raise BugError(f"shortcut {shortcut.id!r} has an unknown key")
    return normal


@cache
def _normal(key: str) -> str:
    # Each shortcut is compared with all others: asked of Qt every time, that is two milliseconds of a start.
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def shown_keys(shortcut: Shortcut) -> str:
    """Return the first key as this system writes it in the language of the window ("Ctrl+Maj+Z", "⌘K")."""
    return shown_key(shortcut.keys[0])


def shown_key(key: str | QKeySequence) -> str:
    """Return a key (Qt's portable text) as it is written on the keyboards of the language Qt speaks now.

    What Qt calls Return is Enter on every keyboard but Apple's: « Entrée », "Enter".
    """
    portable = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    if sys.platform != "darwin":
        portable = _RETURN.sub("Enter", portable)
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(t: Translate, action: str, shortcut: Shortcut | str) -> str:
    """Return what a tooltip says of something that has a key: "Back (Alt+Gauche)"."""
    keys = shown_key(shortcut) if isinstance(shortcut, str) else shown_keys(shortcut)
    return t("{action} ({keys})", action=action, keys=keys)


def key_sequences(shortcut: Shortcut) -> list[QKeySequence]:
    """Return what a QAction takes."""
    return [QKeySequence(key) for key in shortcut.keys]


def grouped(shortcuts: Iterable[Shortcut]) -> dict[str, list[Shortcut]]:
    """Return shortcuts by their heading, in order."""
    groups: dict[str, list[Shortcut]] = {}
    for shortcut in shortcuts:
        groups.setdefault(shortcut.group, []).append(shortcut)
    return groups


_CALLS = ("Ctrl+", "Alt+")


def listen(page: QWidget, shortcut: Shortcut, text: str, slot: Callable[[], None]) -> QAction:
    """Let a key do something where its scope is in front; the palette offers it by ``text`` (translated).

    A page's keys work while the page is seen, also where the focus has gone to the rail – a field or button that had it
    is hidden –; but those that move something (Shift+Left) ask for the focus inside.
    """
    action = QAction(text, page)
    action.setShortcuts(key_sequences(shortcut))
    called = shortcut.scope is Scope.WINDOW or all(key.startswith(_CALLS) for key in sequences(shortcut))
    inside, window = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
    action.setShortcutContext(window if called else inside)
    action.triggered.connect(slot)
    page.addAction(action)
    return action
