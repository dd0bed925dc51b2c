"""How many rows each card of Today begins with: fewer where the window is low, so that all cards are seen at once."""

from dataclasses import dataclass

from clusterdesk.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows shown before "show more": visits, past ones not closed, promises of ours, owed to us, notes, names."""

    visits: int
    past: int
    promises: int
    owed: int
    notes: int
    names: int


ROOMY = Rows(visits=10, past=4, promises=6, owed=3, notes=3, names=6)
TIGHT = Rows(visits=6, past=1, promises=5, owed=2, notes=1, names=2)
# Units of height that the whole page needs with the usual rows, and with notes that wait between its cards.
_ENOUGH, _NOTES = 780, 160


def rows_for(theme: Theme, height: int, *, waiting: bool) -> Rows:
    """Return the rows for a page of this height in pixels; ``waiting``: there are notes to be sorted."""
    return ROOMY if height >= theme.length(_ENOUGH + (_NOTES if waiting else 0)) else TIGHT
