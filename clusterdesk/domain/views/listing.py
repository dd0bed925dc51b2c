"""A list as a table that is written into a file: a title, headings, and rows of typed cells."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

type Cell = str | Decimal | int | date | time | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A table. Texts are ready to read; numbers, dates and hours stay what they are, so that a sheet can reckon.

    ``key`` names the file or sheet for programs, ``title`` for people.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
