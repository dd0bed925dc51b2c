"""Reading periods as people write them above their figures: ``janv. 2026``, ``jan/26``, ``T1 2026``, ``2026``."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from clusterdesk.domain.field_rules import EARLIEST_YEAR, LATEST_YEAR
from clusterdesk.domain.figures.periods import period_at
from clusterdesk.domain.parsing.calendar_words import MONTHS
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.figures import Cadence

_PIVOT = 70
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_MONTH_YEAR = re.compile(rf"(?P<month>[0-9]{{1,2}}) {_YEAR}")
_YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4}) (?P<month>[0-9]{1,2})")
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])")
_NAMED = re.compile(rf"(?:(?:[0-9]{{1,2}}(?:er)? )?(?P<name>[a-z]+))(?: ?{_YEAR})?")
_NAMED_AFTER = re.compile(r"(?P<year>[0-9]{4}) (?P<name>[a-z]+)")
_DAY = re.compile(rf"[0-9]{{1,2}} (?P<month>[0-9]{{1,2}}) {_YEAR}")
_ISO_DAY = re.compile(r"(?P<year>[0-9]{4}) (?P<month>[0-9]{1,2}) [0-9]{1,2}(?: 0{1,2} 0{2}(?: 0{2})?)?")
_NAMED_DAY = re.compile(r"[0-9]{1,2}(?:er)? [a-z]+(?: ?[0-9]{2,4})?")
_WHOLE_YEAR = re.compile(r"(?:(?:annee|exercice|jaar|boekjaar|year|financial year|fy|ex) )?(?P<year>[0-9]{4})")
_QUARTER_WORD = r"(?:trimestre|trim|kwartaal|kw|quarter|qtr|t|q|k)"
_QUARTER = re.compile(
    rf"(?:(?P<a>[1-4])(?:er|e|eme|ste|de|st|nd|rd|th)? ?{_QUARTER_WORD}|{_QUARTER_WORD} ?(?P<b>[1-4]))(?: ?{_YEAR})?"
)
_QUARTER_AFTER = re.compile(
    rf"(?P<year>[0-9]{{4}}) ?"
    rf"(?:(?P<a>[1-4])(?:er|e|eme|ste|de|st|nd|rd|th)? ?{_QUARTER_WORD}|{_QUARTER_WORD} ?(?P<b>[1-4]))"
)


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A period as written: ``year`` is None where it stands elsewhere (above, or in a column beside it)."""

    cadence: Cadence
    number: int = 1
    year: int | None = None

    @property
    def period(self) -> str | None:
        """The period; None where the year is missing or out of 1990–2100."""
        if self.year is None or not self.in_range:
            return None
        month = self.number * 3 if self.cadence is Cadence.QUARTERLY else self.number
        return period_at(date(self.year, month, 1), self.cadence)

    @property
    def in_range(self) -> bool:
        """Tell whether the year, where there is one, can be kept."""
        return self.year is None or EARLIEST_YEAR <= self.year <= LATEST_YEAR

    def in_year(self, year: int | None) -> "WrittenPeriod":
        """Return it with the year that stands elsewhere; its own stays."""
        return self if self.year is not None or year is None else WrittenPeriod(self.cadence, self.number, year)


@lru_cache(maxsize=4096)
def written_period(text: str, *, days: bool = True) -> WrittenPeriod | None:
    """Read a period; None where the text is none. A day stands for its month, unless ``days`` are no periods."""
    words = folded(text)
    if not days and any(pattern.fullmatch(words) for pattern in (_ISO_DAY, _DAY, _NAMED_DAY)):
        return None
    for cadence, patterns in _WAYS:
        for pattern in patterns:
            found = pattern.fullmatch(words)
            read = _read(found, cadence) if found is not None else None
            if read is not None:
                return read
    return None


def period_of_day(day: date) -> WrittenPeriod:
    """Return the month of a day, as date cells above figures mean it."""
    return WrittenPeriod(Cadence.MONTHLY, day.month, day.year)


_WAYS = (
    (Cadence.ANNUAL, (_WHOLE_YEAR,)),
    (Cadence.QUARTERLY, (_QUARTER, _QUARTER_AFTER)),
    (Cadence.MONTHLY, (_ISO_DAY, _YEAR_MONTH, _MONTH_YEAR, _DAY, _COMPACT, _NAMED, _NAMED_AFTER)),
)


def _read(found: re.Match[str], cadence: Cadence) -> WrittenPeriod | None:
    parts = found.groupdict()
    year = _full(parts["year"]) if parts.get("year") else None
    if cadence is Cadence.ANNUAL:
        return WrittenPeriod(cadence, 1, year)
    if cadence is Cadence.QUARTERLY:
        return WrittenPeriod(cadence, int(parts["a"] or parts["b"]), year)
    number = MONTHS.get(parts["name"], 0) if parts.get("name") else int(parts.get("month") or 0)
    return WrittenPeriod(cadence, number, year) if 1 <= number <= 12 else None


def _full(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < _PIVOT else 1900)
