"""One at a time: the window and a command never bring the same file to the drive at once."""

from pathlib import Path

from filelock import FileLock, Timeout


class OneSender:
    """A lock of the operating system in the binder's outbox; it dies with the process."""

    def __init__(self, outbox: Path) -> None:
        """Take nothing yet."""
        # taken in one thread of the window, it may be given back in another
        self._lock = FileLock(outbox / "sending.lock", thread_local=False)

    def take(self) -> bool:
        """Take it; False where somebody else sends."""
        try:
            self._lock.acquire(timeout=0)
        except (Timeout, OSError):
            return False
        return True

    def release(self) -> None:
        """Give it back."""
        self._lock.release()
