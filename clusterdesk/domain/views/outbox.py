"""An export on its way to the team, as lists and commands show it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clusterdesk.domain.outgoing.states import WAITING, JobState, Purpose, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """One file for the shared drive.

    ``local_name`` is relative to the binder's outbox, empty once the local copy was cleaned up. ``destination`` is
    what was asked for, ``arrived_as`` the name chosen or taken on the drive, both relative to the team's folder.
    ``trouble`` says why the last try did not work, ``detail`` in the words of the system. ``copied_at``: first read
    back there (while copying: first seen there otherwise than it was sent).
    """

    id: UUID
    title: str
    purpose: Purpose
    local_name: str
    sha256: str
    size: int
    destination: str
    created_at: datetime
    state: JobState = JobState.QUEUED
    attempts: int = 0
    last_try_at: datetime | None = None
    next_try_at: datetime | None = None
    copied_at: datetime | None = None
    verified_at: datetime | None = None
    arrived_as: str = ""
    trouble: Trouble | None = None
    detail: str = ""
    record_type: str = ""
    record_id: UUID | None = None

    @property
    def waits(self) -> bool:
        """Whether it still has to get there."""
        return self.state in WAITING

    @property
    def filename(self) -> str:
        """The name of the file, as it was asked for."""
        return self.destination.rpartition("/")[2]
