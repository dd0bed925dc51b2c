"""What is asked of a place that files are brought to: six calls, so that another kind of place can follow."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from clusterdesk.domain.outgoing.states import Trouble

CHUNK = 256 * 1024

type Beat = Callable[[], None]


def unheard() -> None:
    """Nobody listens to signs of life."""


class TargetError(Exception):
    """The place refused: ``trouble`` says how, ``detail`` in the words of the system."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        """Keep both."""
        super().__init__(trouble.value, detail)
        self.trouble, self.detail = trouble, detail


class NameTakenError(Exception):
    """There is something of this name already; nothing was written."""


class Target(Protocol):
    """A place for files. Paths are relative, divided by ``/``; every call may raise TargetError."""

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, none where it does not exist."""
        ...

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the content of a file, through a handle of its own; FileNotFoundError where there is none."""
        ...

    def put_new(self, path: str, content: Iterable[bytes], sha256: str) -> None:
        """Write a file whole under a name that nobody has; its folder exists.

        Raises:
            NameTakenError: somebody has it; what lies there was not touched.
        """
        ...

    def exists(self, path: str) -> bool:
        """Tell whether there is anything of this name."""
        ...

    def size(self, path: str) -> int | None:
        """Return the size of a file in bytes, None where there is no file."""
        ...

    def mkdir(self, folder: str) -> str:
        """Make a folder and those above it, and return it as it is written there: case makes no difference."""
        ...
