"""Places: the kinds of pages that can be gone to."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clusterdesk.gui.shell.trail import Route, Trail

if TYPE_CHECKING:
    from clusterdesk.gui.context import Context
    from clusterdesk.gui.shell.page import Page

__all__ = ["Place", "Route", "Spot", "Trail"]


class Spot(StrEnum):
    """Where a place stands in the rail; HIDDEN pages (one organisation) are reached from others."""

    TOP = "top"
    BOTTOM = "bottom"
    HIDDEN = "hidden"


WHERE_ONE_CAME_FROM = "<"


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of page: ``label`` is an English msgid, ``make`` builds the page when it is first visited.

    ``under`` is the key of the rail's place that is lit while this (hidden) one is shown, or WHERE_ONE_CAME_FROM;
    ``whole_window``: it takes the whole screen, without the rail; ``in_palette``: a hidden one that needs no record is
    offered there all the same.
    """

    key: str
    label: str
    icon: str
    make: "Callable[[Context], Page]"
    spot: Spot = Spot.TOP
    under: str = ""
    whole_window: bool = False
    in_palette: bool = False
