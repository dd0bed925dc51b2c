"""Plain patterns in a note that may be more than words: a promise, a head count, an amount. The text stays as typed.

``3,5 ETP``, ``12/3 envoyer devis`` (also after "La scie est livrée."), ``@action devis ven.``, ``€ 48.200``, ``48k``,
``#cherche 200 m²``.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.capture.dated import dated_promises
from clusterdesk.domain.capture.line import capture
from clusterdesk.domain.capture.words import KINDS
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.exchanges.noted import ExchangeSaid, exchange_marks, exchanges_in
from clusterdesk.domain.field_rules import is_fte
from clusterdesk.domain.parsing.numbers import parse_decimal
from clusterdesk.domain.parsing.text import even, one_line
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind


class ProposalKind(StrEnum):
    """What a pattern may be."""

    PROMISE = "promise"
    HEADCOUNT = "headcount"
    AMOUNT = "amount"
    DIFFICULTY = "difficulty"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be made of a piece of a note, from ``start`` to ``end`` of its line.

    ``promise`` is that of a promise, ``number`` the full-time equivalents or the euros; ``about``: the line says that
    the number is only about right. ``text`` is what stands in the way, of a difficulty; ``exchange`` what is looked for
    or offered.
    """

    kind: ProposalKind
    start: int
    end: int
    promise: NewPromise | None = None
    number: Decimal | None = None
    about: bool = False
    text: str = ""
    exchange: ExchangeSaid | None = None


_NUMBER = (
    r"(?<![\w.,/])(?P<number>[0-9]{1,3}(?:[  ., \u00a0\u202f'][0-9]{3})*(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?)"
)
_FTE = re.compile(rf"{_NUMBER}\s*(?:etp|vte|fte|equivalents? temps[ -]plein|voltijdse? equivalent(?:en)?)s?(?!\w)")
_EUROS = re.compile(
    rf"(?:€|eur)\s*{_NUMBER}\s*(?P<thousands>k)?(?![\w%])"
    rf"|{_NUMBER.replace('number', 'after')}\s*(?:(?P<kilo>k)\s*(?:€|eur(?:os?)?)?|€|eur(?:os?)?)(?!\w)"
)
_ABOUT = re.compile(
    r"(?:[≈~±]|(?<!\w)(?:environ|env|autour de|quelque|quelques|a peu pres|plus ou moins|presque|grosso modo|ca|circa"
    r"|ongeveer|zowat|zo'?n|rond de|bijna|about|around|some|roughly|approx|approximately|nearly))"
    r"\.?(?:\s+(?:les|de))?\s*$"
)
_CHANGE = re.compile(r"[+\u2212-]\s*$")
_KIND_MARK = re.compile(r"(?:(?<!\S)@|^\s*!\s*)(?P<word>[^\W\d_]+)")
_DATED = re.compile(r"\s*(?:[-–•]\s*)?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?(?!\w)[\s:–-]+\S")
_ENOUGH = 2


def proposals(line: str, today: date) -> tuple[Proposal, ...]:
    """Return what a line of a note may hold besides words, in its order; any text may be given."""
    found = [*_promises(line, today), *_figures(line)]
    return tuple(sorted(found, key=lambda one: one.start))


def proposal_in(line: str, place: int, today: date) -> Proposal | None:
    """Return the promise, difficulty, offer, need or head count that is being written where the cursor stands."""
    promises = (*_promises(line, today), *_difficulties(line), *_exchanges(line))
    counts = [one for one in headcounts(line) if not any(each.start <= one.start < each.end for each in promises)]
    held = sorted((one for one in (*promises, *counts) if one.start <= place <= one.end + 1), key=_beginning)
    return held[-1] if held else None


def _beginning(one: Proposal) -> int:
    return one.start


def headcounts(line: str) -> tuple[Proposal, ...]:
    """Return the full-time equivalents a line names, in its order: "3,5 ETP", and not "+2 ETP", which is a change."""
    return tuple(one for one in _figures(line) if one.kind is ProposalKind.HEADCOUNT)


def without_promises(text: str, made: Collection[str], day: date) -> str:
    """Return a note without the lines that are nothing but a promise which was made of them (``made``: their words).

    What was only typed, and never made a promise, stays.
    """
    known = {words.casefold() for words in made}
    return "\n".join(line for line in text.splitlines() if not _is_made(line, known, day)).strip()


def _is_made(line: str, known: Collection[str], day: date) -> bool:
    bare = line.strip()
    found = list(_promises(bare, day)) if bare else []
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare))
    return whole and found[0].promise is not None and found[0].promise.text.casefold() in known


def _promises(line: str, today: date) -> Iterator[Proposal]:
    marks = _marks(line)
    if not marks and not exchanges_in(line):
        inside = list(dated_promises(line, today))
        if _DATED.match(line):
            yield from _promise(line, 0, inside[0][0] if inside else len(line), today)
        for start, end in inside:
            yield from _promise(line, start, end, today)
    for mark, end in marks:
        if KINDS[even(mark["word"])] is CaptureKind.ACTION:
            yield from _promise(line, mark.start(), end, today)


def _difficulties(line: str) -> Iterator[Proposal]:
    """Yield what is said to stand in the way: « @difficulté délai du permis »."""
    for mark, end in _marks(line):
        text = one_line(line[mark.end() : end]).strip(" :–-")
        if KINDS[even(mark["word"])] is CaptureKind.DIFFICULTY and len(text) >= _ENOUGH:
            yield Proposal(ProposalKind.DIFFICULTY, mark.start(), end, text=text[:1].upper() + text[1:])


def _exchanges(line: str) -> Iterator[Proposal]:
    """Yield what is looked for or offered: « #cherche 200 m² de stockage »."""
    for said in exchanges_in(line, [mark.start() for mark, _end in _marks(line)]):
        yield Proposal(ProposalKind.EXCHANGE, said.start, said.end, text=said.text, exchange=said)


def _marks(line: str) -> list[tuple[re.Match[str], int]]:
    """Return the words that say what follows them is, each with where that ends."""
    found = [mark for mark in _KIND_MARK.finditer(line) if even(mark["word"]) in KINDS]
    stops = sorted({*(one.start() for one in found), *exchange_marks(line), len(line)})
    return [(mark, next(stop for stop in stops if stop > mark.start())) for mark in found]


def _promise(line: str, start: int, end: int, today: date) -> Iterator[Proposal]:
    said = capture(line[start:end], today)
    text = said.promise_text(0)
    if len(text) < _ENOUGH or said.no_day or said.kind is not CaptureKind.ACTION:
        return
    owner = said.owner or OwnerKind.US
    promise = NewPromise(text=text, owner=owner, owner_name=said.owner_name, due_on=said.due_on)
    yield Proposal(ProposalKind.PROMISE, start, end, promise=promise)


def _figures(line: str) -> Iterator[Proposal]:
    plain = even(line)
    for found in _FTE.finditer(plain):
        value = _value(found["number"])
        before = plain[: found.start()]
        if value is not None and is_fte(value) and not _CHANGE.search(before):
            about = _ABOUT.search(before)
            start = about.start() if about is not None else found.start()
            yield Proposal(ProposalKind.HEADCOUNT, start, found.end(), number=value, about=about is not None)
    for found in _EUROS.finditer(plain):
        value = _value(found["number"] or found["after"])
        if value is not None:
            times = 1000 if found["thousands"] or found["kilo"] else 1
            yield Proposal(ProposalKind.AMOUNT, found.start(), found.end(), number=value * times)


def _value(digits: str) -> Decimal | None:
    """Read a number as Belgians write it; ``3.5`` has a decimal point, ``48.200`` thousands, ``48,200`` is unclear."""
    mark = "," if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", digits) else None
    parsed = parse_decimal(digits, mark=mark)
    return parsed.value if parsed.clean else None
