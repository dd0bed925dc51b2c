"""A table of an outline: columns with their share of the width, and rows of texts."""

from dataclasses import dataclass
from typing import NamedTuple


class OutlineColumn(NamedTuple):
    """A column: its heading, its share of the width, and whether its texts stand at the right."""

    heading: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class OutlineTable:
    """A table; the last row is a ``total`` or not."""

    columns: tuple[OutlineColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
