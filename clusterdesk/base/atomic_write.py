"""Writing a file so that it is there whole or not at all, also after a power cut."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

# Windows: access denied, sharing violation, lock violation; a virus scanner or indexer has the file for a moment.
_BUSY = frozenset({5, 32, 33})
_PATIENCE_SECONDS = 10.0


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file's content; its folder is made when missing. Raises OSError; then the old content stands."""
    # Imported here: a start writes nothing, and this brings random numbers and two compressors with it.
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _replace(fresh: Path, path: Path) -> None:
    wait = 0.01
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fresh.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(wait)
            wait *= 2
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut, as far as the system knows how to."""
    if sys.platform == "win32":
        return
    # A network or FUSE folder may not know how to sync; the file itself is safe already.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
