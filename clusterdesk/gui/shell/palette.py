"""What the palette offers besides records: what the window and its page can do, and where one has just been."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.shortcuts import shown_key

COMMANDS_ONLY = ">"
_MOST_RECENT = 8
_MOST_COMMANDS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette: where it leads or what it does, its name, what it is ("Organisation"), icon and keys."""

    route: Route | None
    title: str
    note: str = ""
    icon: str = ""
    keys: str = ""
    run: Callable[[], None] | None = None


class Recents:
    """The records opened last in this window, the newest first; names stay in the binder, so they go with it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._hits: list[Hit] = []

    def note(self, route: Route, title: str, note: str, icon: str) -> None:
        """Somebody has opened this; one that is known already gets its new name."""
        others = [hit for hit in self._hits if hit.route != route]
        self._hits = [Hit(route, title, note, icon), *others][:_MOST_RECENT]

    def before(self, current: Route | None) -> list[Hit]:
        """Return those that are not the page in front."""
        return [hit for hit in self._hits if hit.route != current]


class Commands:
    """Everything that has an action: of the window, and of the page in front."""

    def __init__(self, actions: Callable[[], Sequence[QAction]], word: str) -> None:
        """Ask ``actions`` for what can be done now; ``word`` says what such a line is ("Command")."""
        self._actions, self._word = actions, word

    def matching(self, typed: str) -> list[Hit]:
        """Return what the letters name, best first; with nothing typed, all of it in its order."""
        text = typed.removeprefix(COMMANDS_ONLY).strip()
        found = list(self._hits())
        if not text:
            return found
        from clusterdesk.gui.entry.matching import match_rank

        ranked = [(match_rank(text, hit.title), index, hit) for index, hit in enumerate(found)]
        best = sorted((rank, index, hit.title, hit) for rank, index, hit in ranked if rank is not None)
        shown = [hit for _rank, _index, _title, hit in best]
        return shown if typed.startswith(COMMANDS_ONLY) else shown[:_MOST_COMMANDS]

    def _hits(self) -> Iterator[Hit]:
        seen = set()
        for action in self._actions():
            name = action.text().replace("&&", "&")
            if action.isEnabled() and name and name not in seen:
                seen.add(name)
                keys = shown_key(action.shortcut())
                yield Hit(None, name, self._word, "chevron-right", keys, action.trigger)
