"""Rectangles of a page, and how a column of blocks shares its height."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clusterdesk.briefs.style import CONTENT_WIDTH, GAP, LEFT, PAGE_HEIGHT, TOP


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in points; ``top`` is its upper edge in page coordinates, which grow upwards."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top - self.height

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    def below(self, distance: float) -> "Area":
        """Return what is left under the first ``distance`` points."""
        return replace(self, top=self.top - distance, height=self.height - distance)

    def columns(self, widths: Sequence[float], gap: float) -> "list[Area]":
        """Return side by side areas of the given widths."""
        found: list[Area] = []
        x = self.x
        for width in widths:
            found.append(replace(self, x=x, width=width))
            x += width + gap
        return found

    def halves(self, gap: float) -> "list[Area]":
        """Return two equal columns."""
        return self.columns([(self.width - gap) / 2] * 2, gap)


def stacked(heights: Sequence[float]) -> list[Area]:
    """Return one area over the page's content width per height, from the top margin down, a gap between them."""
    found: list[Area] = []
    top = PAGE_HEIGHT - TOP
    for height in heights:
        found.append(Area(LEFT, top, CONTENT_WIDTH, height))
        top -= height + GAP
    return found
