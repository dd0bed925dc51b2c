"""Compiled code kept between starts for texts that have no file of their own. No Qt here.

Three things are made from text at every start, for lack of a place where Python would keep the result: the helper
modules inside the libraries of Qt's bindings, the methods of data classes, and regular expressions. This gives them a
place in the cache folder: worth a fifth of the import of Qt, and half of that of our own modules.
"""

import builtins
import dataclasses
import importlib
import marshal
import re
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any, Self

type _CodeKey = tuple[str, int, int]
type _PatternKey = tuple[str | bytes, int]
type _Program = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]


class KeptCode:
    """While entered, texts that were compiled by an earlier start are not compiled again.

    What was kept belongs to one version of Python; a text that has changed is another text.
    """

    def __init__(self, folder: Path, name: str = "bindings") -> None:
        """Keep the code in a folder, which may be emptied at any time; each part of a start has a name, and a file."""
        self._path = folder / f"{name}.{sys.implementation.cache_tag}-{sys.hexversion:x}.code"
        self._codes: dict[_CodeKey, CodeType] = {}
        self._patterns: dict[_PatternKey, _Program] = {}
        self._new = False
        self._compile: Any = builtins.compile
        self._expressions: Any = importlib.import_module("re._compiler")
        self._machine: Any = importlib.import_module("_sre")
        self._make: Callable[..., Any] = self._expressions.compile

    def __enter__(self) -> Self:
        """Begin to answer for the compilers."""
        # No file yet, or one that is of no use: everything is compiled, and kept anew.
        with suppress(OSError, EOFError, ValueError, TypeError):
            codes, patterns = marshal.loads(self._path.read_bytes())  # noqa: S302 - as trusted as Python's own .pyc
            self._codes, self._patterns = dict(codes), dict(patterns)
        self._compile, self._make = builtins.compile, self._expressions.compile
        builtins.compile = self._found_or_compiled
        self._expressions.compile = self._found_or_made
        # Found before the builtin of this name.
        dataclasses.exec = self._run  # type: ignore[attr-defined]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the compilers back, and keep what they made meanwhile."""
        builtins.compile = self._compile
        self._expressions.compile = self._make
        del dataclasses.exec  # type: ignore[attr-defined]
        if self._new and error is None:
            from clusterdesk.base.atomic_write import write_atomically

            # A full disk costs a later start some milliseconds, nothing else.
            with suppress(OSError):
                write_atomically(self._path, marshal.dumps((tuple(self._codes.items()), tuple(self._patterns.items()))))

    def _found_or_compiled(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the compiler itself
        if len(given) != 3 or named or given[2] != "exec" or not isinstance(given[0], str | bytes):
            return self._compile(*given, **named)
        text, name, _ = given
        raw = text.encode() if isinstance(text, str) else text
        key = (str(name), zlib.crc32(raw), len(raw))
        if key not in self._codes:
            self._codes[key] = self._compile(*given)
            self._new = True
        return self._codes[key]

    def _run(self, text: str, *names: dict[str, Any]) -> None:
        """Do what ``exec`` does, for a module that gives the names."""
        exec(self._found_or_compiled(text, "<string>", "exec"), *names)

    def _found_or_made(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - as the compiler itself
        if not isinstance(pattern, str | bytes) or flags & re.DEBUG:
            made: re.Pattern[Any] = self._make(pattern, flags)
            return made
        key = (pattern, int(flags))
        try:
            if key not in self._patterns:
                self._patterns[key] = self._program(pattern, flags)
                self._new = True
            found: re.Pattern[Any] = self._machine.compile(pattern, *self._patterns[key])
        except (AttributeError, TypeError, ValueError, RuntimeError):
            # Another Python has other private parts: its own compiler always works.
            self._patterns.pop(key, None)
            found = self._make(pattern, flags)
        return found

    def _program(self, pattern: str | bytes, flags: int) -> _Program:
        """Return what the machine of regular expressions is given, as Python's own compiler finds it."""
        parsed = self._expressions._parser.parse(pattern, flags)  # noqa: SLF001 - there is no other way to it
        code = self._expressions._code(parsed, flags)  # noqa: SLF001
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        return int(flags | state.flags), [*map(int, code)], state.groups - 1, dict(state.groupdict), tuple(names)
