"""Making, opening and restoring binders."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from clusterdesk.base.clock import Clock
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.config.paths import binders_dir, data_dir
from clusterdesk.config.settings import Settings
from clusterdesk.services import shipped_lists
from clusterdesk.store import backup, identity
from clusterdesk.store.binder import BinderFolder, WindowLock
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store, open_store

_CLOSE_IT = N_("Close that window, then give the command again.")
_MOST_RECENT = 8
_UNNAMED = "ClusterDesk"


def create_binder(root: Path, *, author: str = "", clock: Clock | None = None, sample: bool = False) -> Store:
    """Make a binder with the shipped lists and open it.

    Raises:
        KnownError: the folder is not local, cannot be written, or holds a binder already.
    """
    store = create_store(root, fingerprint(), author=author, clock=clock, sample=sample)
    shipped_lists.seed(store)
    return store


def open_binder(root: Path, *, author: str = "", clock: Clock | None = None) -> Store:
    """Open a binder; an older one is backed up and brought up to date first.

    Raises:
        KnownError: there is none, it is newer than this program, not local, or damaged.
    """
    store = open_store(root, fingerprint(), author=author, clock=clock)
    shipped_lists.complete(store)
    return store


@dataclass(frozen=True, slots=True)
class KnownBinder:
    """A binder of this computer; ``usual`` is the one that opens by itself."""

    path: Path
    usual: bool

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.path.name


def known_binders(settings: Settings) -> tuple[KnownBinder, ...]:
    """Return the binders that are there: the usual one, those opened lately, those in the usual place."""
    lately = (Path(line) for line in (settings.last_binder, *settings.recent_binders.splitlines()) if line)
    placed = sorted(path.parent for path in binders_dir().glob("*/binder.db"))
    there = dict.fromkeys(path for path in (*lately, *placed) if has_binder(path))
    return tuple(KnownBinder(path, str(path) == settings.last_binder) for path in there)


def with_recent(settings: Settings, path: Path) -> str:
    """Return the setting ``recent_binders`` once a binder has been opened."""
    others = [line for line in settings.recent_binders.splitlines() if line and line != str(path)]
    return "\n".join([str(path), *others][:_MOST_RECENT])


def has_binder(root: Path) -> bool:
    """Tell whether a folder holds a binder."""
    return BinderFolder(root).database.is_file()


def free_folder(name: str) -> Path:
    """Return a folder in the usual place for a new binder: of this name, or with a number where it is taken."""
    plain = "".join(sign for sign in name.strip() if sign.isalnum() or sign in " -_()").strip() or _UNNAMED
    return next(path for number in count(1) if not (path := binders_dir() / _numbered(plain, number)).exists())


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"


@contextmanager
def without_window(root: Path) -> Iterator[None]:
    """Keep windows away from a binder while its files are replaced or moved.

    Raises:
        KnownError: a window has it open: it would go on writing into the files that were replaced.
    """
    hold = WindowLock(BinderFolder(root))
    hold.take(_CLOSE_IT)
    try:
        yield
    finally:
        hold.release()


def restore_backup(store: Store, path: Path, progress: Progress = unheard) -> Store:
    """Back up, put an older backup in place of the database, and open it in a new epoch; returns the new store.

    The replaced files are kept in the folder ``aside`` of the binder. ``store`` is closed. Until then ``progress``
    may stop it; what follows is short, and is not stopped.

    Raises:
        KnownError: the backup is not sound; the binder is then as before.
    """
    backup.verify(path, store.key, progress)
    store.back_up("restore", spared=path, progress=progress)
    root, author, clock, key = store.folder.root, store.author, store.clock, store.key
    store.close()
    backup.put_back(store.folder, path, key, clock.now())
    restored = open_store(root, fingerprint(), author=author, clock=clock, key=key, new_epoch=True)
    restored.remember("restored_from", path.name)
    return restored


def fingerprint() -> str:
    """Return what tells this installation on this machine from any copy of it."""
    return identity.install_fingerprint(data_dir())
