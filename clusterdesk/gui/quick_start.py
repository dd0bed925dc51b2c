"""The interpreter while the window starts: no search for garbage, short turns between threads. No Qt here."""

import gc
import sys

# The window's thread waits so long at most for one that computes; Python's own 5 ms are ten of them.
_TURN_SECONDS = 0.0005


def begin() -> None:
    """Let nothing look for garbage until ``end``: what a start makes is modules and widgets, which stay."""
    gc.disable()
    sys.setswitchinterval(_TURN_SECONDS)


def end() -> None:
    """Look for garbage again, among what is made from now on; nothing where ``begin`` was not called."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
