"""What the page asks the desk, in the desk's thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.views.outbox import ExportJob

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class Sent:
    """An export, and where its copy lies on this computer (None once it was cleaned up)."""

    job: ExportJob
    local: Path | None


def read_outbox(desk: "Desk") -> Sequence[Sent]:
    """Return every export, the newest first."""
    from clusterdesk.services import outbox

    return [Sent(job, outbox.local_path(desk.store, job)) for job in outbox.jobs(desk.store)]


class Forget:
    """Gives exports up that have not arrived."""

    def __init__(self, ids: Iterable[UUID]) -> None:
        """Nothing happens before it is called."""
        self._ids = tuple(ids)

    def __call__(self, desk: "Desk") -> int:
        """Give them up; returns how many.

        Raises:
            KnownError: one has arrived meanwhile.
        """
        from clusterdesk.services import outbox

        for job_id in self._ids:
            outbox.forget(desk.store, job_id)
        return len(self._ids)
