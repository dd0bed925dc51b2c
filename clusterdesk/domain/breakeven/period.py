"""A month or a quarter, in order, with its neighbours."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

EARLIEST, LATEST = 1990, 2100
_WRITTEN = re.compile(r"(?P<year>[0-9]{4})-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2]))", re.IGNORECASE)
_MONTHS, _QUARTERS = 12, 4


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The ``number``-th month (1–12) or quarter (1–4) of a year."""

    year: int
    number: int
    quarterly: bool = False

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}" if self.quarterly else f"{self.year}-{self.number:02d}"

    @property
    def index(self) -> int:
        """Return a number that grows by one from period to period."""
        return self.year * (_QUARTERS if self.quarterly else _MONTHS) + self.number - 1

    @property
    def a_year(self) -> int:
        """Return how many of them make a year."""
        return _QUARTERS if self.quarterly else _MONTHS

    @property
    def last_day(self) -> date:
        """Return its last day."""
        following = self.at(self.index + 1)
        month = following.number if not self.quarterly else 3 * (following.number - 1) + 1
        return date(following.year, month, 1) - timedelta(days=1)

    def at(self, index: int) -> "Period":
        """Return the period of the same length with an index."""
        year, number = divmod(index, self.a_year)
        return Period(year, number + 1, self.quarterly)


@lru_cache(maxsize=2048)
def read_period(text: str) -> Period | None:
    """Read ``2024-01`` or ``2024-Q1``; None where it is neither, or out of 1990–2100."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not EARLIEST <= int(found["year"]) <= LATEST:
        return None
    quarter = found["quarter"]
    return Period(int(found["year"]), int(quarter or found["month"]), quarter is not None)
