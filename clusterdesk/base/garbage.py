"""When Python looks for garbage: not while many objects are made that are all in use. Standard library only."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_WHILE_STARTING = 100_000


@contextmanager
def collector_asleep() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at thousands of new objects that are all in use."""
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()


def look_rarely() -> None:
    """Look for garbage after very much was made: while a start imports, and until the end of a command."""
    gc.set_threshold(_WHILE_STARTING, *_USUAL[1:])


def look_as_usual() -> None:
    """Look for garbage as often as Python does by itself."""
    gc.set_threshold(*_USUAL)
