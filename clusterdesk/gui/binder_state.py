"""How a binder stands, and backing it up, in the worker's thread. The store comes in late."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class BinderState:
    """How the binder stands: for the state line and the banner."""

    sample: bool
    last_backup: datetime | None


class BackUp:
    """A backup where anything was written since the last one; gives the state afterwards."""

    def __init__(self, reason: str, *, wanted: bool) -> None:
        """``reason`` is "start" or "interval"; not ``wanted``: only the state is read."""
        self._reason, self._wanted = reason, wanted

    def __call__(self, desk: "Desk") -> BinderState:
        """Back up in the worker's thread."""
        from clusterdesk.services import maintenance

        if self._wanted:
            maintenance.back_up_if_changed(desk.store, self._reason)
        return binder_state(desk)


def binder_state(desk: "Desk") -> BinderState:
    """Read how the binder stands."""
    from clusterdesk.services import maintenance

    backups = maintenance.backups(desk.store)
    return BinderState(desk.store.is_sample, backups[0].made_at if backups else None)
