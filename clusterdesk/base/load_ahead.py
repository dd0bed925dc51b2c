"""The libraries of Qt, loaded in a thread of their own while the program reads its options and settings.

Loading and linking is a third of the import of Qt and needs no Python, so that another core can do it. Where it cannot
be done, nothing happens: the import loads them.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

# Small libraries that a start loads sooner or later. Only one thread can load at a time: each of them would wait.
_BEFORE = (
    "_datetime",
    "unicodedata",
    "_struct",
    "_bisect",
    "zlib",
    "_uuid",
    "binascii",
    "_bz2",
    "_lzma",
    "math",
    "_random",
    "_opcode",
    "sqlcipher3._sqlite3",
)
# The bindings bring the libraries they belong to.
_LIBRARIES = ("shiboken6/Shiboken", "PySide6/QtCore", "PySide6/QtGui", "PySide6/QtWidgets")
_ENDING = ".abi3.so"


def load_qt_ahead() -> threading.Thread | None:
    """Load what the window will import of Qt; return the thread that does, where there is one."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < 2:
        return None
    for name in _BEFORE:
        # Another Python may have it built in, or not at all.
        with suppress(ImportError):
            import_module(name)
    thread = threading.Thread(target=_load, name="load ahead", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    with suppress(ImportError, OSError):
        import ctypes

        # Called as any function of C, for which others may go on; Python's own way to load lets nobody.
        load = ctypes.CDLL(None).dlopen
        for path in _found():
            load(os.fsencode(path), os.RTLD_NOW)


def _found() -> Iterator[str]:
    """Yield the files: they are in one folder, that of the installed packages."""
    for folder in map(Path, sys.path):
        files = [folder / f"{name}{_ENDING}" for name in _LIBRARIES]
        if files[0].is_file():
            yield from (os.fspath(one) for one in files if one.is_file())
            return
