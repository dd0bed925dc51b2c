"""The calls of the operating system that bring a file to a folder, in one place, so that tests can make them fail."""

import ctypes
import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_NOREPLACE = 1
_AT_FDCWD = -100
_RENAME_EXCL = 4
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY, errno.ENOSYS}
# A file system that lacks a way to do something says so in many ways.
_LACKING = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EMLINK, errno.ENOTTY}


class DiskCalls:
    """The real calls."""

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return os.listdir(folder)

    def status(self, path: Path) -> os.stat_result:
        """Return what is known of a name, not followed where it is a link."""
        return os.lstat(path)

    def make_folder(self, path: Path) -> None:
        """Make one folder; FileExistsError where there is something."""
        path.mkdir()

    def create(self, path: Path) -> int:
        """Make a file that is not there yet and return its handle."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def write(self, handle: int, data: bytes) -> None:
        """Write all of the bytes."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def flush(self, handle: int) -> None:
        """Bring what was written to the medium; a drive that cannot say so is believed."""
        try:
            self.sync(handle)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise

    def sync(self, handle: int) -> None:
        """Ask the system to."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Give a handle back."""
        os.close(handle)

    def read(self, path: Path, chunk: int) -> Iterator[bytes]:
        """Yield a file's content, fresh from the drive as far as the system lets itself be asked."""
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
        try:
            if hasattr(os, "posix_fadvise"):
                with suppress(OSError):
                    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            while data := os.read(handle, chunk):
                yield data
        finally:
            os.close(handle)

    def move_new(self, temporary: Path, final: Path) -> None:
        """Give a file its final name, and never take it from another: FileExistsError then."""
        if sys.platform == "win32":
            os.rename(temporary, final)
            return
        for way in (self.rename_exclusively, self.link, self.claim):
            try:
                way(temporary, final)
            except FileExistsError:
                raise
            except OSError as error:
                if error.errno not in _LACKING or way == self.claim:
                    raise
            else:
                return

    def rename_exclusively(self, temporary: Path, final: Path) -> None:
        """Rename in one step that refuses a name already taken; OSError where the system knows none."""
        rename = _exclusive_rename()
        if rename is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        library, function, before, flag = rename
        one, other = os.fsencode(temporary), os.fsencode(final)
        arguments = (before, one, before, other, flag) if before is not None else (one, other, flag)
        if getattr(library, function)(*arguments):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(final))

    def link(self, temporary: Path, final: Path) -> None:
        """Give the file a second name, which is refused where it is taken, and take the first one off."""
        os.link(temporary, final, follow_symlinks=False)
        with suppress(OSError):
            os.unlink(temporary)

    def claim(self, temporary: Path, final: Path) -> None:
        """Where nothing better exists: make the name first, empty and by us alone, then rename over our own."""
        handle = self.create(final)
        try:
            ours, there = os.fstat(handle), os.lstat(final)
            if (ours.st_ino, ours.st_dev, there.st_size) != (there.st_ino, there.st_dev, 0):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(final))
            try:
                os.rename(temporary, final)
            except OSError:
                with suppress(OSError):
                    if os.lstat(final).st_ino == ours.st_ino and os.fstat(handle).st_size == 0:
                        os.unlink(final)
                raise
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a temporary file of our own."""
        os.unlink(path)

    def free(self, path: Path) -> int:
        """Return how many bytes are free."""
        return shutil.disk_usage(path).free

    def pause(self, seconds: float) -> None:
        """Wait a moment."""
        time.sleep(seconds)


def is_file(status: os.stat_result) -> bool:
    """Tell whether a name stands for a plain file."""
    return stat.S_ISREG(status.st_mode)


def is_folder(status: os.stat_result) -> bool:
    """Tell whether a name stands for a folder."""
    return stat.S_ISDIR(status.st_mode)


def _exclusive_rename() -> tuple[ctypes.CDLL, str, int | None, int] | None:
    """Return the system's own call for it: library, name, what comes before each path, flag."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except OSError:
        return None
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return library, "renameat2", _AT_FDCWD, _NOREPLACE
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return library, "renamex_np", None, _RENAME_EXCL
    return None
