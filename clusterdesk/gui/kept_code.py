"""Compiled code kept between starts for modules that have no file of their own. No Qt here.

Qt's bindings carry helper modules as text inside their libraries and compile them at every start, for lack of a place
where Python would keep the result. This gives them one, in the cache folder: worth a fifth of the import of Qt.
"""

import builtins
import marshal
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any, Self

from clusterdesk.base.atomic_write import write_atomically

type _Key = tuple[str, int, int]


class KeptCode:
    """While entered, texts that were compiled by an earlier start are not compiled again.

    What was kept belongs to one version of Python; a text that has changed is another text.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the code in a folder, which may be emptied at any time."""
        self._path = folder / f"bindings.{sys.implementation.cache_tag}-{sys.hexversion:x}.code"
        self._kept: dict[_Key, CodeType] = {}
        self._new = False
        self._compile: Any = builtins.compile

    def __enter__(self) -> Self:
        """Begin to answer for the compiler."""
        # No file yet, or one that is of no use: everything is compiled, and kept anew.
        with suppress(OSError, EOFError, ValueError, TypeError):
            self._kept = dict(marshal.loads(self._path.read_bytes()))  # noqa: S302 - as trusted as Python's own .pyc
        self._compile = builtins.compile
        builtins.compile = self._found_or_compiled
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the compiler back, and keep what it made meanwhile."""
        builtins.compile = self._compile
        if self._new and error is None:
            # A full disk costs a later start some milliseconds, nothing else.
            with suppress(OSError):
                write_atomically(self._path, marshal.dumps(tuple(self._kept.items())))

    def _found_or_compiled(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the compiler itself
        if len(given) != 3 or named or given[2] != "exec" or not isinstance(given[0], str | bytes):
            return self._compile(*given, **named)
        text, name, _ = given
        raw = text.encode() if isinstance(text, str) else text
        key = (str(name), zlib.crc32(raw), len(raw))
        if key not in self._kept:
            self._kept[key] = self._compile(*given)
            self._new = True
        return self._kept[key]
