"""Rows that are there already: short lists read in one go."""

from collections.abc import Callable, Hashable, Iterable, Sequence

from clusterdesk.gui.models.rows import TableRow


class HeldRows:
    """A source of rows that holds them all."""

    def __init__(self) -> None:
        """Start with none."""
        self._rows: dict[Hashable, TableRow] = {}

    def hold(self, rows: Iterable[TableRow]) -> list[Hashable]:
        """Hold these instead of the others; returns their ids in order."""
        self._rows = {row.id: row for row in rows}
        return list(self._rows)

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """All of them, in order."""
        return tuple(self._rows.values())

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Give rows at once."""
        deliver([self._rows[one] for one in ids if one in self._rows])
