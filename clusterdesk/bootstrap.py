"""The composition root: settings, store and clock become one ``Desk``."""

from dataclasses import dataclass
from pathlib import Path

from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.config.settings import Settings
from clusterdesk.services import binders, drafts, maintenance
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window and the command line work with."""

    store: Store
    settings: Settings

    @property
    def clock(self) -> Clock:
        """Return the clock that dates what is written."""
        return self.store.clock

    def close(self) -> None:
        """Close the binder."""
        self.store.close()


def open_desk(binder: Path, settings: Settings, *, clock: Clock | None = None) -> Desk:
    """Open a binder for the command line.

    Raises:
        KnownError: there is none, it is newer than this program, not local, or damaged.
    """
    return Desk(binders.open_binder(binder, author=settings.profile_name, clock=clock or SystemClock()), settings)


def start_desk(binder: Path, settings: Settings, *, clock: Clock | None = None) -> tuple[Desk, int]:
    """Open a binder for a window: backup of the start, texts typed before a crash brought back.

    Returns the desk and how many texts were recovered.

    Raises:
        KnownError: as ``open_desk``.
    """
    desk = open_desk(binder, settings, clock=clock)
    recovered = drafts.recover_drafts(desk.store).output
    if settings.backups:
        maintenance.back_up_if_changed(desk.store, "start")
    return desk, recovered
