"""What a window is made from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.finding import SearchProvider
from clusterdesk.gui.shell.places import Place
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import UndoProvider


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What a window is made from; the application (or a test) hands it in.

    ``places`` come in the order of the rail; ``search`` and ``undo`` may be None, then the window has none.
    """

    kit: Kit
    preferences: Preferences
    places: Sequence[Place]
    files: Lane
    show_error: Callable[[BaseException], None]
    undo: UndoProvider | None = None
    search: SearchProvider | None = None
