"""The composition root: settings, store and clock become one ``Desk``."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.config.settings import Settings
from clusterdesk.services import binders, drafts
from clusterdesk.store.binder import BinderFolder, WindowLock
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_quickly


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window and the command line work with; a window has the ``hold`` that keeps others away."""

    store: Store
    settings: Settings
    hold: WindowLock | None = None

    @property
    def clock(self) -> Clock:
        """Return the clock that dates what is written."""
        return self.store.clock

    def close(self) -> None:
        """Close the binder; another window may open it then."""
        self.store.close()
        if self.hold is not None:
            self.hold.release()


def open_desk(binder: Path, settings: Settings, *, clock: Clock | None = None) -> Desk:
    """Open a binder for the command line.

    Raises:
        KnownError: there is none, it is newer than this program, not local, or damaged.
    """
    return Desk(binders.open_binder(binder, author=settings.profile_name, clock=clock or SystemClock()), settings)


def start_desk(binder: Path, settings: Settings, *, clock: Clock | None = None) -> tuple[Desk, int]:
    """Open a binder for a window, which has it alone; texts typed before a crash are brought back.

    Returns the desk and how many texts were recovered.

    Raises:
        KnownError: as ``open_desk``; or another window has it open.
    """
    hold = WindowLock(BinderFolder(binder))
    hold.take()
    with ExitStack() as undone:
        undone.callback(hold.release)
        desk = open_desk(binder, settings, clock=clock)
        undone.callback(desk.close)
        if hold.unclean:
            check_quickly(desk.store)
        recovered = drafts.recover_drafts(desk.store).output
        undone.pop_all()
    return replace(desk, hold=hold), recovered
