"""Days in words, in French, Dutch and English: "ven.", "lundi prochain", "over 2 weken", "end of the month", "12/3".

They are found inside a sentence, or read as all that is typed. A day without a year is the next one to come. A stretch
of time means its end, since what is promised for it is late only then: a week ends on Friday, a month on its last day.
"31/04" is no day, and never one in May.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from clusterdesk.domain.parsing import calendar_words as words
from clusterdesk.domain.parsing.calendar_steps import (
    Stretch,
    coming_day,
    day_of_month,
    in_coming_week,
    in_next_week,
    later,
)
from clusterdesk.domain.parsing.dates import parse_day
from clusterdesk.domain.parsing.text import even


class Year(Enum):
    """Which year a day without one is in: the next one to come, or the nearest, before or after."""

    NEXT = "next"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day that stands in a text from ``start`` to ``end``, with the word that leads to it ("pour", "tegen", "by").

    ``day`` is None for what is written like a day and is none (31/04).
    """

    start: int
    end: int
    day: date | None


def find_days(text: str, today: date) -> tuple[DayFound, ...]:
    """Return the days a text names, in its order; ``today`` is the local day it was written."""
    found: list[DayFound] = []
    plain = even(text)
    for pattern, day_of in _rules():
        found += (DayFound(match.start(), match.end(), day_of(match, today)) for match in pattern.finditer(plain))
    return tuple(_apart(found))


def read_day(text: str, today: date, year: Year = Year.NEXT) -> date | None:
    """Read a text that is nothing but a day, also in words too short to be sure of in a sentence ("ma", "+7", "hier").

    None for what is no day in words; see ``dates.parse_day`` for the reason why a date is none.
    """
    word = even(" ".join(text.split())).strip(" .")
    away = {**words.DAYS_AWAY, **words.DAYS_AWAY_CUT_SHORT}.get(word)
    if away is not None:
        return _moved(today, away)
    weekday = {**words.WEEKDAYS, **words.WEEKDAYS_CUT_SHORT}.get(word)
    if weekday is not None:
        return coming_day(weekday, today)
    if found := _AHEAD.fullmatch(word):
        return _ahead(found, today)
    if found := _SHORT_ALONE.fullmatch(word):
        return _of_year(int(found[1]), int(found[2]), today, year)
    for pattern, day_of in _rules():
        match = pattern.fullmatch(word)
        if match is not None:
            if day_of is _named and not match["year"]:
                return _of_year(int(match["day"]), words.MONTHS[match["month"]], today, year)
            return day_of(match, today)
    return None


def _apart(found: list[DayFound]) -> Iterator[DayFound]:
    """Leave out what lies inside or across another one: the first to begin wins, of these the longest."""
    end = 0
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if one.start >= end:
            yield one
            end = one.end


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _of_year(day: int, month: int, today: date, year: Year) -> date | None:
    """Return a day and month in the year that is meant; 29 February in the next leap year."""
    found = []
    for number in range(today.year - 1, today.year + 9):
        try:
            found.append(date(number, month, day))
        except ValueError:
            continue
    if year is Year.NEXT:
        return next((one for one in found if one >= today), None)
    return min(found, key=lambda one: abs((one - today).days), default=None)


def _either(names: object) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[call-overload]


_BEFORE = r"(?<![\w/@#'-])"
_LEAD = (
    r"(?:(?:pour|d'ici|avant|jusqu'au|au|a|en|le|la|voor|tegen|uiterlijk|op|tot|de|het|by|before|on|for|until|due|the)"
    r"\s+|l')*"
)
_END = r"\s*(?:$|[,;:.!?)](?!\w))|\s+[#@]"
_STOP = f"(?={_END})"
_FULL = _either(words.WEEKDAYS)
_WEEKDAY = (
    rf"(?P<weekday>(?:{_FULL})(?!\w)|(?:{_either(words.WEEKDAYS_CUT_SHORT)})\.(?!\w)"
    rf"|(?:{_either(words.UNMISTAKABLE)})(?={_END}|\s+[0-9]))"
)
_NEXT_WEEK = r"(?:(?:de )?(?:la )?semaine prochaine|volgende week|next week)"
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{_either(words.NUMBERS)})"
_UNIT = rf"(?P<unit>{_either(words.UNITS)})(?!\w)"
# The longer ones first: "fin du mois" is a part of "fin du mois prochain".
_STRETCHES = (
    r"(?P<next_week>(?:de )?(?:la )?sem(?:aine|\.)? prochaine|volgende week|next week)"
    r"|(?P<next_month>(?:le )?mois prochain|volgende maand|next month)"
    r"|(?P<next_year>(?:l')?an(?:nee)? prochaine?|volgend jaar|next year)"
    r"|(?P<this_week>(?:cette |de la |deze |this |the |van de )?(?:semaine|week)(?:-ci)?)"
    r"|(?P<this_month>(?:ce |deze |this |the |van de )?(?:mois|maand|month)(?:-ci)?)"
    r"|(?P<this_year>(?:cette |l'|dit |this |the |van het )?(?:annee|jaar|year)(?:-ci)?)"
)
_MONTH = rf"(?P<month>{_either(words.MONTHS)})\.?(?!\w)"
_OF = r"(?:(?:de|du|d'|of|van)\s*)?"
_PART = r"(?:(?P<end>fin|einde?|end)|(?P<start>debut|begin|start|beginning|early)|(?P<middle>mi|half|midden|medio|mid))"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:er|e|de|ste|st|nd|rd|th)?"
# "3/4 temps", "1/2 ETP", "2/3 des ventes" are parts of something; round the clock is no day in July.
_NO_PART = (
    r"(?!24/7(?!\d))(?![0-9]{1,2}/[0-9]{1,2}\s*(?:%|€|etp|vte|fte|temps|tijds?|jours?|dag|days?|h\b|des |du |of |van ))"
)


type _DayOf = Callable[[re.Match[str], date], date | None]


def _rule(core: str, day_of: _DayOf, *, after: str = r"(?!\w)") -> tuple[re.Pattern[str], _DayOf]:
    return re.compile(f"{_BEFORE}{_LEAD}(?:{core}){after}"), day_of


def _away(match: re.Match[str], today: date) -> date | None:
    return _moved(today, words.DAYS_AWAY.get(match["away"], 0))


def _weekday(match: re.Match[str]) -> int:
    name = match["weekday"].strip(".")
    return words.WEEKDAYS.get(name, words.WEEKDAYS_CUT_SHORT.get(name, 0))


def _coming(match: re.Match[str], today: date) -> date | None:
    return coming_day(_weekday(match), today)


def _this(match: re.Match[str], today: date) -> date | None:
    return in_coming_week(_weekday(match), today)


def _next(match: re.Match[str], today: date) -> date | None:
    return in_next_week(_weekday(match), today)


def _weeks_on(match: re.Match[str], today: date) -> date | None:
    day = coming_day(_weekday(match), today)
    return _moved(day, 14 if match["weeks"] == "quinze" else 7) if day else None


def _after(match: re.Match[str], today: date) -> date | None:
    said = match["number"]
    return later(today, int(said) if said.isdigit() else words.NUMBERS[said], words.UNITS[match["unit"]])


def _fortnight(match: re.Match[str], today: date) -> date | None:
    return _moved(today, 14 if match["some"].startswith("quinz") else 7)


def _ahead(match: re.Match[str], today: date) -> date | None:
    number = int(match["ahead"]) * (-1 if match["sign"] == "-" else 1)
    return later(today, number, words.UNITS.get(match["step"], words.DAY))


def _stretch(match: re.Match[str], today: date) -> date | None:
    groups = match.groupdict()
    month = groups.get("month")
    if month:
        stretch = Stretch.of_month(words.MONTHS[month], today)
    else:
        said = next(name for name in Stretch.NAMES if groups.get(name))
        stretch = Stretch.named(said, today)
    if groups.get("start"):
        return stretch.first_to_come(today)
    if groups.get("middle"):
        return stretch.middle_to_come(today)
    return stretch.last_to_come(today)


def _written(match: re.Match[str], today: date) -> date | None:
    """Read a whole date, the year given; see ``dates.parse_day``."""
    return parse_day(match["date"]).value


def _short(match: re.Match[str], today: date) -> date | None:
    return _of_year(int(match["day"]), int(match["number"]), today, Year.NEXT)


def _named(match: re.Match[str], today: date) -> date | None:
    month, day = words.MONTHS[match["month"]], int(match["day"])
    if match["year"]:
        try:
            return date(int(match["year"]), month, day)
        except ValueError:
            return None
    return _of_year(day, month, today, Year.NEXT)


def _number_alone(match: re.Match[str], today: date) -> date | None:
    return day_of_month(int(match["day"]), today)


_AHEAD = re.compile(r"(?P<sign>[+-])\s*(?P<ahead>[0-9]{1,4})\s*(?P<step>[a-z]?)")
_SHORT_ALONE = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})")
_DATE_STOP = r"(?![\w/]|-\w|[.,][0-9])"
_ON = rf"(?:(?:{_FULL}|(?:{_either(words.WEEKDAYS_CUT_SHORT)})\.?),?\s+(?:le\s+)?)?"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _DayOf], ...]:
    """Return the rules; reading them takes a moment, which is spent when the first day is read."""
    return (
        _rule(
            f"(?P<away>{_either(words.DAYS_AWAY)})(?: (?:matin|midi|apres-midi|soir|morning|afternoon|evening))?", _away
        ),
        _rule(rf"(?:prochain|volgende|next)\s+{_WEEKDAY}", _next, after=""),
        _rule(rf"{_WEEKDAY}\s+(?:prochain|{_NEXT_WEEK})", _next),
        _rule(rf"{_NEXT_WEEK},?\s+(?:on\s+)?{_WEEKDAY}", _next, after=""),
        _rule(rf"(?:ce|deze|this)\s+{_WEEKDAY}", _this, after=""),
        _rule(rf"(?:(?:komende|aanstaande|eerstkomende|coming)\s+)?{_WEEKDAY}", _coming, after=""),
        _rule(rf"{_WEEKDAY}\s+(?:aanstaande|qui vient)", _coming),
        _rule(rf"{_WEEKDAY}\s+en\s+(?P<weeks>huit|quinze)", _weeks_on),
        _rule(rf"(?:dans|d'ici|sous|endeans|over|binnen(?: de)?|in|within)\s+{_NUMBER}\s*{_UNIT}", _after),
        _rule(r"(?:dans une|d'ici une|sous)\s+(?P<some>huitaine|quinzaine)", _fortnight),
        _rule(rf"{_PART}[\s-]+{_OF}(?:{_STRETCHES}|{_MONTH})", _stretch),
        _rule(
            r"(?P<this_week>cette semaine|deze week|this week)"
            r"|(?P<next_week>sem(?:aine|\.)? prochaine|volgende week|next week)"
            r"|(?P<this_month>ce mois-ci|ce mois|deze maand|this month)"
            r"|(?P<next_month>mois prochain|volgende maand|next month)"
            r"|(?P<next_year>an(?:nee)? prochaine?|volgend jaar|next year)",
            _stretch,
        ),
        _rule(
            rf"{_ON}(?P<date>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}([/.-])[0-9]{{1,2}}\2(?:[0-9]{{4}}|[0-9]{{2}}))",
            _written,
            after=_DATE_STOP,
        ),
        _rule(rf"{_ON}{_NO_PART}(?P<day>0?[1-9]|[12][0-9]|3[01])/(?P<number>0?[1-9]|1[0-2])", _short, after=_DATE_STOP),
        _rule(rf"{_ON}{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>[0-9]{{4}})(?!\d))?", _named, after=""),
        _rule(
            rf"{_ON}(?P<month>{_either(words.MONTHS)})\.?\s+{_DAY}(?:,?\s+(?P<year>[0-9]{{4}})(?!\w)|{_STOP})",
            _named,
            after="",
        ),
        _rule(
            rf"(?:le|den|op de|on the|by the|the)\s+(?P<day>[1-9]|[12][0-9]|3[01])(?:er|e|de|ste|st|nd|rd|th)?{_STOP}",
            _number_alone,
            after="",
        ),
        (re.compile(rf"(?<!\S)(?P<sign>\+)(?P<ahead>[0-9]{{1,3}})(?P<step>[jdwsm]?)(?!\w){_STOP}"), _ahead),
    )
