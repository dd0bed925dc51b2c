"""Offers and needs written in a note: « #cherche 200 m² de stockage », "#biedt 12 pallets", "#seeks a press". Pure.

``#cherche`` and ``#propose``, in French, Dutch and English whatever the language of the screens, begin one; it goes on
to the next mark or the end of the line. How much is read where a unit follows the number. The kind is said only where
the words leave no doubt, and is « other » anywhere else: that is compared with every kind.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.domain.field_rules import QUANTITY
from clusterdesk.domain.parsing.numbers import parse_decimal
from clusterdesk.domain.parsing.text import even, one_line
from clusterdesk.domain.records.exchange import ExchangeKind, ExchangeSide

SIDES: Mapping[str, ExchangeSide] = {
    word: side
    for side, words in {
        ExchangeSide.NEED: "cherche cherchent cherchons zoek zoekt zoeken seek seeks",
        ExchangeSide.OFFER: "propose proposent proposons bied biedt bieden offer offers",
    }.items()
    for word in words.split()
}
"""After ``#``, without accents and in small letters: these words name no organisation."""

LONGEST = 1000
_ENOUGH = 2
_MARK = re.compile(r"(?<!\S)#(?P<word>[^\W\d_]+)[:,]?(?!\S)")
_AMOUNT = re.compile(
    r"(?<![\w.,/])(?P<number>[0-9]{1,3}(?:[ .\u00a0\u202f'][0-9]{3})+(?:,[0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?)\s*"
    r"(?P<unit>m2|m3|metres? carres?|vierkante meters?|kg|kilos?|tonnes?|tonnen|ton|litres?|liters?|palettes?|pallets?"
    r"|europalettes?|europallets?|heures?|h|uur|uren|hours?|pieces?|stuks?)(?!\w)"
)
_WRITTEN = {"m2": "m²", "m3": "m³"}
_KIND_OF_UNIT = {
    unit: kind
    for kind, units in {
        ExchangeKind.SPACE: "m2 metre metres vierkante",
        ExchangeKind.MATERIALS: "m3 kg kilo kilos tonne tonnes tonnen ton litre litres liter liters",
        ExchangeKind.HOURS: "heure heures h uur uren hour hours",
    }.items()
    for unit in units.split()
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KIND_OF_WORD = {
    word: kind
    for kind, words in {
        ExchangeKind.MATERIALS: """
            materiaux matieres materiaal materialen materials chute chutes palette palettes pallet pallets bois hout
            wood textile textiles textiel tissu tissus carton cartons karton plastique plastiques plastic planches
            planken planks offcuts reststukken reststromen laine wol wool
        """,
        ExchangeKind.MACHINES: """
            machine machines presse presses ponceuse ponceuses raboteuse raboteuses scie scies broyeur broyeurs
            transpalette transpalettes imprimante imprimantes heftruck heftrucks forklift forklifts
        """,
        ExchangeKind.SPACE: """
            espace espaces stockage entrepot entrepots locaux hangar hangars ruimte ruimtes opslag opslagruimte loods
            magazijn space storage warehouse
        """,
        ExchangeKind.HOURS: "heures uren hours",
        ExchangeKind.SKILLS: """
            competence competences savoir-faire expertise vaardigheid vaardigheden knowhow know-how skill skills
        """,
    }.items()
    for word in words.split()
}
_ENDINGS = (("machine", ExchangeKind.MACHINES), ("machines", ExchangeKind.MACHINES))  # "schuurmachine"


@dataclass(frozen=True, slots=True)
class ExchangeSaid:
    """An offer or a need as a line says it, from ``start`` to ``end``; the mark itself ends at ``mark_end``."""

    side: ExchangeSide
    text: str
    kind: ExchangeKind = ExchangeKind.OTHER
    quantity: Decimal | None = None
    unit: str = ""
    start: int = 0
    mark_end: int = 0
    end: int = 0


def is_mark(word: str) -> bool:
    """Tell whether a word after ``#`` begins an offer or a need; any other one may name an organisation."""
    return even(word).strip(":,") in SIDES


def exchange_marks(line: str) -> tuple[int, ...]:
    """Return where offers and needs begin in a line."""
    return tuple(one.start() for one in _marks(line))


def exchanges_in(line: str, stops: Collection[int] = ()) -> tuple[ExchangeSaid, ...]:
    """Return the offers and needs of a line, in its order; ``stops`` are where marks of something else begin.

    A mark with nothing after it says what stands before it, where it is the only one: "200 m² de stockage #cherche".
    """
    marks = _marks(line)
    ends = sorted({*(one.start() for one in marks), *stops, len(line)})
    found = []
    for mark in marks:
        side, end = SIDES[even(mark["word"])], next(one for one in ends if one > mark.start())
        text, start = _said(line[mark.end() : end]), mark.start()
        if not text and len(marks) == 1 and not stops:
            text, start = _said(line[: mark.start()]), 0
        if len(text) >= _ENOUGH:
            found.append(_read(side, text, start, mark.end(), end))
    return tuple(found)


def exchanges_of(text: str) -> tuple[ExchangeSaid, ...]:
    """Return the offers and needs of all lines of a text."""
    return tuple(one for line in text.splitlines() for one in exchanges_in(line))


def _marks(line: str) -> list[re.Match[str]]:
    return [one for one in _MARK.finditer(line) if even(one["word"]) in SIDES] if "#" in line else []


def _said(piece: str) -> str:
    return one_line(piece).strip(" :;,–-.")[:LONGEST]


def _read(side: ExchangeSide, text: str, start: int, mark_end: int, end: int) -> ExchangeSaid:
    plain = even(text)
    quantity, unit, kind = _amount(text, plain)
    if kind is None:
        kinds = {one for word in _WORD.findall(plain) for one in _kinds(word)}
        kind = kinds.pop() if len(kinds) == 1 else ExchangeKind.OTHER
    return ExchangeSaid(side, text[:1].upper() + text[1:], kind, quantity, unit, start, mark_end, end)


def _kinds(word: str) -> tuple[ExchangeKind, ...]:
    known = _KIND_OF_WORD.get(word)
    if known is not None:
        return (known,)
    return tuple(kind for ending, kind in _ENDINGS if word.endswith(ending))


def _amount(text: str, plain: str) -> tuple[Decimal | None, str, ExchangeKind | None]:
    """Return the first number with a unit, that unit as it is written, and the kind it leaves no doubt about."""
    found = _AMOUNT.search(plain)
    if found is None:
        return None, "", None
    digits = found["number"]
    parsed = parse_decimal(digits, mark="," if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", digits) else None)
    if not parsed.clean or parsed.value is None or not QUANTITY.holds(parsed.value):
        return None, "", None
    unit = _WRITTEN.get(found["unit"], text[found.start("unit") : found.end("unit")])
    return parsed.value, unit, _KIND_OF_UNIT.get(found["unit"].split()[0])
