"""What is out of sight while somebody else looks at the screen (F9): our widgets ask here what they may show.

Like Qt's style it belongs to the process, so that a label made anywhere asks the same veil. It changes what is painted,
never what is held: what is typed, saved, printed or mailed stays whole.
"""

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from clusterdesk.domain.discretion import Secrets


@runtime_checkable
class Veiled(Protocol):
    """A widget that shows its words through the veil."""

    def reveil(self) -> None:
        """Show the words anew: the veil has changed."""
        ...


class Veil:
    """Hides names and amounts of all organisations but the one in front."""

    def __init__(self) -> None:
        """Hide nothing."""
        self._secrets: Secrets | None = None
        self._named: Mapping[str, frozenset[UUID]] = {}
        self._spared: Set[UUID] = frozenset()

    @property
    def drawn(self) -> bool:
        """Whether anything is hidden."""
        return self._secrets is not None

    def draw(self, secrets: "Secrets", named: Mapping[str, frozenset[UUID]]) -> None:
        """Hide these; ``named`` are the organisations of a name."""
        self._secrets, self._named = secrets, named

    def lift(self) -> None:
        """Hide nothing any more."""
        self._secrets, self._spared = None, frozenset()

    def spare(self, title: str) -> bool:
        """Leave the organisation of this name in sight ("" or an unknown one: none); tell whether that is new."""
        spared = self._named.get(title, frozenset())
        new, self._spared = spared != self._spared, spared
        return new

    def words(self, text: str) -> str:
        """Return what may be shown of a text."""
        if self._secrets is None or not text:
            return text
        return self._secrets.hide(text, self._spared, figures=not self._spared)

    def strictly(self, text: str) -> str:
        """Return what may be shown of a text that need not be about the organisation in front: no amounts at all."""
        return text if self._secrets is None else self._secrets.hide(text, self._spared, figures=True)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return start and end of what is hidden in a text."""
        if self._secrets is None:
            return []
        return self._secrets.spans(text, self._spared, figures=not self._spared)


VEIL = Veil()


def reveil_all() -> None:
    """Let everything on the screen be shown anew."""
    from PySide6.QtWidgets import QAbstractItemView

    for widget in QApplication.allWidgets():
        if isinstance(widget, Veiled):
            widget.reveil()
        elif isinstance(widget, QAbstractItemView):
            widget.viewport().update()
