"""What the window knows of the outbox and of the drive, and what it may ask for. Nothing here touches either."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from clusterdesk.base.errors import KnownError

if TYPE_CHECKING:
    from clusterdesk.domain.outgoing.states import DriveState
    from clusterdesk.sync.watched_process import DriveHelper


@dataclass(frozen=True, slots=True)
class OutboxState:
    """How the drive stands and what is on its way to it.

    ``trouble`` says what is wrong with the drive in whole sentences; ``waiting`` counts what has not got there,
    ``since`` is when the oldest of it was made, ``stopped`` counts what cannot be sent at all. ``asked``: the drive
    has answered since the window was opened.
    """

    drive: "DriveState"
    trouble: KnownError | None = None
    waiting: int = 0
    since: datetime | None = None
    stopped: int = 0
    asked: bool = False
    busy: bool = False


class Sending(QObject):
    """The meeting point of pages that put something into the outbox and of what brings it to the drive.

    Signals:
        asked: something is to be sent: a collection of ids (None: whatever is due), and whether not to wait.
        folder_asked: a folder was chosen as the team's (its path; "" = none any more).
        folder_answered: the folder is the team's now (None), or why it is not (an error).
        told: how things stand now (an OutboxState); also when single exports have changed.
    """

    asked = Signal(object, bool)
    folder_asked = Signal(str)
    folder_answered = Signal(object)
    told = Signal(object)

    def __init__(self) -> None:
        """Know nothing yet."""
        super().__init__()
        self.state: OutboxState | None = None
        self._reader: DriveHelper | None = None

    def reader(self, silence_seconds: float) -> "DriveHelper":
        """Return what reads from the drive for dialogs: one for all of them, so that a dead drive holds one process.

        Whoever asked it closes it; the next one gets a new process, unless the old one cannot be ended yet.
        """
        from clusterdesk.sync.watched_process import DriveHelper

        if self._reader is None:
            self._reader = DriveHelper(silence_seconds)
        return self._reader

    def send(self, ids: Collection[UUID] | None = None, *, now: bool = False) -> None:
        """Ask for a round: what was just put into the outbox is brought to the drive where that is there."""
        self.asked.emit(frozenset(ids) if ids is not None else None, now)

    def tell(self, state: OutboxState) -> None:
        """Remember how things stand, and tell."""
        self.state = state
        self.told.emit(state)
