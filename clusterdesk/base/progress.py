"""How long work says how far it is, and lets itself be stopped: one callable, called once per unit of work."""

from collections.abc import Callable

type Progress = Callable[[int, int], None]
"""Called with (done, total); total is 0 while it is not known. It raises a DeskError where the work is to stop."""


def unheard(done: int, total: int) -> None:
    """Hear progress and do nothing with it."""
