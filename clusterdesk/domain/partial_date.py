"""Dates that may be known only to the month or to the year."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A local calendar date known to the day, the month or the year: ``2024-01-09``, ``2024-01`` or ``2024``.

    Raises:
        ValueError: the text is none of these forms, or no such day exists.
    """

    text: str

    def __post_init__(self) -> None:
        """Refuse what is not a date."""
        self.earliest()
        if self.text != self._canonical():
            raise ValueError(self.text)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Make one from a whole date."""
        return cls(day.isoformat())

    @property
    def precision(self) -> Precision:
        """Tell how much is known."""
        return (Precision.YEAR, Precision.MONTH, Precision.DAY)[self.text.count("-")]

    @property
    def year(self) -> int:
        """Return the year."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """Return the month 1–12 where known."""
        return int(self.text[5:7]) if len(self.text) >= len("2024-01") else None

    @property
    def day(self) -> int | None:
        """Return the day of the month where known."""
        return int(self.text[8:10]) if len(self.text) == len("2024-01-09") else None

    def earliest(self) -> date:
        """Return the first day it may mean."""
        parts = [int(part) for part in self.text.split("-")]
        return date(*[*parts, 1, 1][:3])

    def latest(self) -> date:
        """Return the last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def day_before(self) -> "PartialDate":
        """Return the day before the first one it may mean: when what it ends was last so."""
        return PartialDate.of(self.earliest() - timedelta(days=1))

    def _canonical(self) -> str:
        return self.earliest().isoformat()[: len(self.text)] if len(self.text) in {4, 7, 10} else ""

    def __lt__(self, other: "PartialDate") -> bool:
        """Order by the first day meant, the vaguer one first."""
        return (self.earliest(), len(self.text)) < (other.earliest(), len(other.text))

    def __str__(self) -> str:
        """Return the ISO text."""
        return self.text
