"""Files that a start will read, asked of the disk before they are needed: it works while the program computes.

Which ones is known from the start before. Where the system cannot be asked, or nothing is known yet, nothing happens.
"""

import os
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LARGEST = 8_000_000  # of a larger library only little is looked at
_PROBES = 6


def fetch_ahead(names: Path) -> threading.Thread | None:
    """Ask for the files whose names stand in a file, in a thread of its own; return it where there is one."""
    if not hasattr(os, "posix_fadvise"):
        return None
    thread = threading.Thread(target=_ask, args=(names,), name="fetch ahead", daemon=True)
    thread.start()
    return thread


def remember(names: Path, more: Iterable[Path] = ()) -> None:
    """Write down what this start has read: the modules imported until now, and more; only where that is new."""
    if not hasattr(os, "posix_fadvise"):
        return
    files = [place for module in tuple(sys.modules.values()) if (place := _file_of(module))]
    text = "\n".join((*files, *(os.fspath(path) for path in more)))
    # Without a list the next start is as slow as the first.
    with suppress(OSError, UnicodeError):
        if names.is_file() and names.read_text(encoding="utf-8") == text:
            return
        from clusterdesk.base.atomic_write import write_atomically

        write_atomically(names, text.encode())


def _ask(names: Path) -> None:
    with suppress(OSError, UnicodeError):
        listed = names.read_text(encoding="utf-8").splitlines()
        # A start soon after another finds all of them in memory, and each call would stop the thread that starts.
        if all(map(_is_there, listed[:: len(listed) // _PROBES + 1])):
            return
        for name in listed:
            with suppress(OSError):
                _ask_for(name)


def _is_there(name: str) -> bool:
    """Tell whether a file begins in memory; False also where that cannot be told."""
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_CLOEXEC)
        try:
            return os.preadv(descriptor, [bytearray(1)], 0, os.RWF_NOWAIT) >= 0
        finally:
            os.close(descriptor)
    except (AttributeError, OSError):
        return False


def _ask_for(name: str) -> None:
    descriptor = os.open(name, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if os.fstat(descriptor).st_size <= _LARGEST:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_WILLNEED)
    finally:
        os.close(descriptor)


def _file_of(module: object) -> str:
    """Return what is read when a module is imported: its compiled form where it has one."""
    spec = getattr(module, "__spec__", None)
    kept = getattr(spec, "cached", None) or getattr(spec, "origin", None)
    return kept if isinstance(kept, str) and os.path.isabs(kept) else ""
