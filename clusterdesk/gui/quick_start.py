"""The interpreter while the window starts: no search for garbage, short turns between threads, nothing compiled twice.

No Qt here.
"""

import gc
import sys

from clusterdesk.config.paths import cache_dir
from clusterdesk.gui.kept_code import KeptCode

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


def code_kept(part: str) -> KeptCode:
    """Return what spares a part of the start ("window", "binder") the compiler, once it was entered."""
    return KeptCode(cache_dir(), part)
