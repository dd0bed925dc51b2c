"""A month, a quarter or a year, in order, with its neighbours."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

EARLIEST, LATEST = 1990, 2100
_WRITTEN = re.compile(r"(?P<year>[0-9]{4})-(?:Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2]))", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}")
_MONTH, _QUARTER, _WHOLE = 1, 3, 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The ``number``-th month (1–12) or quarter (1–4) of a year, or the whole of it: ``months`` says how long it is.

    ``index`` grows by one from period to period.
    """

    year: int
    number: int
    months: int = _MONTH
    index: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count the periods once: series are long."""
        object.__setattr__(self, "index", self.year * (_WHOLE // self.months) + self.number - 1)

    def __str__(self) -> str:
        if self.months == _MONTH:
            return f"{self.year}-{self.number:02d}"
        return f"{self.year}-Q{self.number}" if self.months == _QUARTER else f"{self.year}"

    @property
    def quarterly(self) -> bool:
        """Whether it is a quarter."""
        return self.months == _QUARTER

    @property
    def annual(self) -> bool:
        """Whether it is a year."""
        return self.months == _WHOLE

    @property
    def a_year(self) -> int:
        """Return how many of them make a year."""
        return _WHOLE // self.months

    @property
    def last_day(self) -> date:
        """Return its last day."""
        following = self.at(self.index + 1)
        return date(following.year, self.months * (following.number - 1) + 1, 1) - timedelta(days=1)

    def at(self, index: int) -> "Period":
        """Return the period of the same length with an index."""
        year, number = divmod(index, _WHOLE // self.months)
        return Period(year, number + 1, self.months)


@lru_cache(maxsize=2048)
def read_period(text: str) -> Period | None:
    """Read ``2024-01`` or ``2024-Q1``; None where it is neither, or out of 1990–2100."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not EARLIEST <= int(found["year"]) <= LATEST:
        return None
    quarter = found["quarter"]
    return Period(int(found["year"]), int(quarter or found["month"]), _QUARTER if quarter else _MONTH)


@lru_cache(maxsize=2048)
def read_any_period(text: str) -> Period | None:
    """Read a month, a quarter, or a year as ``2024``."""
    text = text.strip()
    if _YEAR.fullmatch(text) is None:
        return read_period(text)
    return Period(int(text), 1, _WHOLE) if EARLIEST <= int(text) <= LATEST else None
