"""Telling how far a long reading is, and stopping it."""

from typing import Protocol

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress

__all__ = ["Cancel", "CancelledError", "Progress", "Stoppable", "step"]


class Stoppable(Protocol):
    """What a long reading asks before each piece of work."""

    @property
    def requested(self) -> bool:
        """Tell whether somebody wants it stopped."""
        ...


class Cancel:
    """A flag that one thread raises and another looks at."""

    def __init__(self) -> None:
        """Start lowered."""
        self._requested = False

    @property
    def requested(self) -> bool:
        """Tell whether ``request`` was called."""
        return self._requested

    def request(self) -> None:
        """Ask the work to stop at its next piece."""
        self._requested = True


class CancelledError(KnownError):
    """The user stopped the work; nothing of it remains."""


def step(done: int, total: int, progress: Progress | None, cancel: Stoppable | None) -> None:
    """Report progress and stop if asked.

    Raises:
        CancelledError: the flag is raised.
    """
    if cancel is not None and cancel.requested:
        raise CancelledError("cancelled", N_("The reading was cancelled."), advice=N_("Start it again when you like."))
    if progress is not None:
        progress(done, total)
