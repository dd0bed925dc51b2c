"""Reading a head count typed on one line: "7,5", "7,5 ETP 30/09", "environ 8 ETP au 30 juin", "9 personnes"."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.proposals import headcounts
from clusterdesk.domain.field_rules import FTE, is_fte
from clusterdesk.domain.parsing.dates import parse_day
from clusterdesk.domain.parsing.day_words import Year, read_day
from clusterdesk.domain.parsing.outcome import Parsed, refused
from clusterdesk.domain.parsing.text import clipped, even, one_line

_PERSONS = re.compile(
    r"(?<![\w.,])(?P<number>[0-9]{1,6})\s*(?:personnes?|travailleurs?|tetes?|persone?n?|mensen|werknemers?|koppen|people"
    r"|persons?|heads?)(?!\w)"
)
_BARE = re.compile(r"^(?P<about>[^\d]*?)(?P<number>\d[\d.,]*)(?P<rest>(?:\s.*)?)$")
_LEADING = re.compile(r"^(?:au|le|du|en date du|op|per|on|at|as of)\s+")
_NO_NUMBER = N_("“{text}” holds no head count: type for instance 7,5 FTE 30/09.")
_NO_DAY = N_("“{text}” is not a day that can be read: type for instance 30/09/2026.")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line says: FTE, persons or both, the day where one is named, and whether it is only about right."""

    fte: Decimal | None
    persons: int | None = None
    on: date | None = None
    about: bool = False


def read_entry(text: str, today: date) -> Parsed[Entry]:
    """Read a line; a day without a year is the nearest one. Any text may be given.

    Returns:
        The entry; an error ``no_headcount``, ``fte_step`` or ``no_such_day`` where it cannot be read.
    """
    line = one_line(text)
    persons, rest = _persons(line)
    found = headcounts(rest)
    if not found and persons is None:
        return _bare(text, rest, today)
    about = any(one.about for one in found)
    fte = found[0].number if found else None
    if found:
        rest = rest[: found[0].start] + " " + rest[found[0].end :]
    return _dated(text, rest, Entry(fte, persons, about=about), today)


def _bare(text: str, line: str, today: date) -> Parsed[Entry]:
    """Read a number without its unit, as where nothing but FTE is asked for."""
    match = _BARE.fullmatch(line)
    found = headcounts(f"{match['about']}{match['number']} ETP") if match is not None else ()
    if match is None or not found:
        number = Decimal(match["number"].replace(",", ".")) if match and _plain(match["number"]) else None
        if number is not None and not is_fte(number):
            return refused("fte_step", FTE.message)
        return refused("no_headcount", _NO_NUMBER, text=clipped(text))
    return _dated(text, match["rest"], Entry(found[0].number, about=found[0].about), today)


def _plain(number: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", number) is not None


def _persons(line: str) -> tuple[int | None, str]:
    match = _PERSONS.search(even(line))
    if match is None:
        return None, line
    return int(match["number"]), f"{line[: match.start()]} {line[match.end() :]}"


def _dated(text: str, rest: str, entry: Entry, today: date) -> Parsed[Entry]:
    words = _LEADING.sub("", one_line(rest).strip(" ,;:()-–"))
    if not words:
        return Parsed(entry)
    day = parse_day(words).value or read_day(words, today, Year.NEAREST)
    if day is None:
        return refused("no_such_day", _NO_DAY, text=clipped(words))
    return Parsed(Entry(entry.fte, entry.persons, day, entry.about))
