"""What the worker's thread does with a binder: open it, bring texts back, back it up. The store comes in late."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.config.settings import Settings

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class BinderState:
    """How the binder stands: for the state line and the banner."""

    sample: bool
    last_backup: datetime | None


class Opener:
    """Opens a binder in the worker's thread; a folder without one gets a new one."""

    def __init__(self, binder: Path, settings: Settings) -> None:
        """Remember what to open."""
        self._binder, self._settings = binder, settings
        self.recovered = 0

    def __call__(self) -> "Desk":
        """Open; texts typed before a crash are brought back before anything is shown.

        Raises:
            KnownError: open in another window, newer, not local, or damaged.
        """
        from clusterdesk.bootstrap import start_desk
        from clusterdesk.services.binders import create_binder

        if not (self._binder / "binder.db").exists():
            create_binder(self._binder, author=self._settings.profile_name).close()
        desk, self.recovered = start_desk(self._binder, self._settings)
        return desk


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
