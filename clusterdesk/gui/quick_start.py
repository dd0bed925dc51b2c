"""The interpreter while the window starts: no search for garbage, short turns of threads, nothing made the long way.

No Qt here.
"""

import gc
import sys

from clusterdesk.base import fetch_ahead
from clusterdesk.base.garbage import look_as_usual
from clusterdesk.config.paths import cache_dir, resource, start_list
from clusterdesk.gui import quick_enums
from clusterdesk.gui.kept_code import KeptCode

# The window's thread waits so long at most for one that computes, each time it has asked Qt for the width of a text:
# Python's own 5 ms are a hundred of them.
_TURN_SECONDS = 0.00005
# Besides modules, of our resources.
_ALSO_READ = {"fonts": "Inter-*.ttf", "themes": "*", "locale": "*/LC_MESSAGES/*.mo"}


def begin() -> None:
    """Let nothing look for garbage until ``end``: what a start makes is modules and widgets, which stay."""
    gc.disable()
    sys.setswitchinterval(_TURN_SECONDS)
    quick_enums.quicken()


def end() -> None:
    """Look for garbage again, among what is made from now on; nothing where ``begin`` was not called."""
    quick_enums.as_usual()
    if not gc.isenabled():
        gc.freeze()
        look_as_usual()
        gc.enable()


def remember() -> None:
    """Write down what was read until now, so that the next start asks for it ahead."""
    found = [path for where, names in _ALSO_READ.items() for path in sorted(resource(where).glob(names))]
    fetch_ahead.remember(start_list(), [*cache_dir().glob("window.*.code"), *cache_dir().glob("icons.shapes"), *found])


def code_kept(part: str) -> KeptCode:
    """Return what spares a part of the start ("window", "binder") the compiler, once it was entered."""
    return KeptCode(cache_dir(), part)
