"""A table that runs over pages: no row of it stands alone, and its head is written again where it goes on."""

from collections.abc import Sequence
from dataclasses import replace

from clusterdesk.briefs.flow import Strip


def rows_together(head: Sequence[Strip], rows: Sequence[Sequence[Strip]]) -> list[Strip]:
    """Return the strips of a table; the first two rows stay with its head, the last two with each other.

    The strips of the head and of a row are chained already, but for the last one of a row.
    """
    again = tuple(strip for strip in head if strip.draw is not None)
    last = len(rows) - 1
    strips = list(head)
    for place, row in enumerate(rows):
        first, end = (replace(row[0], over=again) if place else row[0]), row[-1]
        kept = place < last and place in (0, last - 1)
        strips += [first, *row[1:-1], replace(end, with_next=kept)]
    return strips
