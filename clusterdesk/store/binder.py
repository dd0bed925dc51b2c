"""A binder's folder: database, documents, backups, outbox and lock."""

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal
from clusterdesk.store.disk_faults import known_disk_faults
from clusterdesk.store.location import check_location

DATABASE = "binder.db"
_GO_THERE = N_("Go to the other window; it was asked to come to the front.")


@dataclass(frozen=True, slots=True)
class BinderFolder:
    """Where the parts of a binder lie."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the database file."""
        return self.root / DATABASE

    @property
    def documents(self) -> Path:
        """Return the folder of documents, named by content."""
        return self.root / "documents"

    @property
    def backups(self) -> Path:
        """Return the folder of backups."""
        return self.root / "backups"

    @property
    def outbox(self) -> Path:
        """Return the folder of what waits to leave."""
        return self.root / "outbox"

    @property
    def exists(self) -> bool:
        """Tell whether there is a database."""
        return self.database.is_file()

    def prepare(self) -> None:
        """Make the folders.

        Raises:
            KnownError: the place is not local, or cannot be written.
        """
        check_location(self.root)
        try:
            for folder in (self.root, self.documents, self.backups, self.outbox):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(
                "folder_refused",
                N_("The folder of the binder cannot be made: {folder} ({reason_label})."),
                advice=N_("Choose another folder, or ask for the right to write there."),
                folder=str(self.root),
                reason_label=refusal(error),
            ) from error


class WindowLock:
    """One window per binder: a lock of the operating system that dies with the process."""

    def __init__(self, folder: BinderFolder) -> None:
        """Prepare the lock; nothing is taken yet."""
        # taken in one thread of the window, it may be given back in another
        self._lock = FileLock(folder.root / "window.lock", thread_local=False)
        self._note = folder.root / "window.pid"
        self.unclean = False

    def take(self, advice: str = _GO_THERE) -> None:
        """Take the lock; ``unclean`` then tells whether the last window did not close properly.

        ``advice`` is the msgid of what to do where a window has it.

        Raises:
            KnownError: another window has this binder open, or the disk is full or read-only.
        """
        with known_disk_faults():
            try:
                self._lock.acquire(timeout=0)
            except Timeout as error:
                raise KnownError(
                    "binder_open",
                    N_("This binder is already open in another window."),
                    advice=advice,
                ) from error
            self.unclean = self._note.exists()
            try:
                self._note.write_text(str(os.getpid()), encoding="ascii")
            except OSError:
                self._lock.release()
                raise

    def release(self) -> None:
        """Give the lock back."""
        self._note.unlink(missing_ok=True)
        self._lock.release()
