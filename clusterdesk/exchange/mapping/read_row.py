"""A row of a list as read: its values and what was found about its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.exchange.mapping.values import plain_value


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a cell: ``column`` is its title, ``field`` the key it is mapped to, ``cell`` its address.

    ``message`` is an English msgid with ``params``; ``refuses`` says that the row cannot be imported with it.
    """

    column: str
    field: str | None
    cell: str
    code: str
    message: str
    params: Mapping[str, object]
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A cell kept word for word: the field it is for (None when unmapped), its column and the year it speaks of."""

    field: str | None
    column: str
    text: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read.

    ``line`` is its record number in the source. ``values`` holds every mapped field (None: unknown); ``more`` the
    further values of fields that may have several. ``skipped`` says why a row is no data.
    """

    line: int
    values: dict[str, Any]
    more: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    verbatim: tuple[Verbatim, ...] = ()
    warnings: tuple[Finding, ...] = ()
    errors: tuple[Finding, ...] = ()
    skipped: Problem | None = None

    @property
    def refused(self) -> bool:
        """Tell whether an error keeps the row from being imported."""
        return any(error.refuses for error in self.errors)

    def every(self, key: str) -> tuple[Any, ...]:
        """Return all values of a field that may have several, the first one first."""
        first = self.values.get(key)
        if not self.more:
            return () if first is None else (first,)
        return (() if first is None else (first,)) + self.more.get(key, ())

    def plain(self) -> dict[str, Any]:
        """Return the values as JSON can hold them; further values of a field stand under ``more_<field>``."""
        plain = {key: plain_value(value) for key, value in self.values.items()}
        return plain | {f"more_{key}": plain_value(values) for key, values in self.more.items()}


class Notes:
    """What is collected about the rows of a chunk, by line, while its columns are read."""

    def __init__(self) -> None:
        """Start with nothing noted."""
        self.warnings: dict[int, list[Finding]] = {}
        self.errors: dict[int, list[Finding]] = {}
        self.more: dict[int, dict[str, tuple[Any, ...]]] = {}
        self.verbatim: dict[int, list[Verbatim]] = {}
        self.skipped: dict[int, Problem] = {}

    def add(self, line: int, finding: Finding, *, error: bool) -> None:
        """Note a warning or an error of a line."""
        (self.errors if error else self.warnings).setdefault(line, []).append(finding)

    def failed(self, line: int, cell: str) -> bool:
        """Tell whether a cell has an error."""
        return any(error.cell == cell for error in self.errors.get(line, ()))

    def row(self, line: int, values: dict[str, Any]) -> ReadRow:
        """Return a row with all that was noted about it."""
        if line in self.skipped:
            return ReadRow(line, {}, skipped=self.skipped[line])
        return ReadRow(
            line,
            values,
            self.more.get(line, {}),
            tuple(self.verbatim.get(line, ())),
            tuple(self.warnings.get(line, ())),
            tuple(self.errors.get(line, ())),
        )
