"""What it means that a list gives another address than the one known: the same place in other words, or a move."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.street_names import Street, same_name, street_of

_SLIP = 92.0


class PlaceChange(StrEnum):
    """What a listed address is to the known one."""

    SAME = "same"
    SPELLING = "spelling"
    MOVED = "moved"


class Placed(Protocol):
    """What has an address; texts are empty where nothing is known."""

    @property
    def street(self) -> str:
        """Street and number."""
        ...

    @property
    def postcode(self) -> str:
        """Postcode."""
        ...

    @property
    def city(self) -> str:
        """City."""
        ...

    @property
    def country(self) -> str:
        """Country code."""
        ...


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """An address as a list gives it; what the list does not tell is empty, the country too."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class PlaceVerdict:
    """Whether a place is the same, and what of the known one is to be corrected (field -> new value) if it is."""

    change: PlaceChange
    corrections: dict[str, str]


def compare_places(known: Placed, listed: ListedPlace) -> PlaceVerdict:
    """Tell a move from another way of writing the same place.

    A move is another street, another house number, another postcode, another country. Abbreviations, accents, capitals,
    a slip of the pen, a box, a number or postcode added, the other language of a bilingual city are not; nor is another
    city alone, which may be the same one in other words.
    """
    if (listed.street, listed.postcode, listed.city) == (known.street, known.postcode, known.city) and (
        listed.country in ("", known.country)
    ):
        return PlaceVerdict(PlaceChange.SAME, {})
    if _moved(known, listed):
        return PlaceVerdict(PlaceChange.MOVED, {})
    corrections = {}
    if listed.street and listed.street != known.street:
        corrections["street"] = _better_street(known.street, listed.street)
    if listed.postcode:
        corrections["postcode"] = listed.postcode
    if listed.city:
        corrections["city"] = _better_city(known, listed)
    if listed.country:
        corrections["country"] = listed.country
    corrections = {name: value for name, value in corrections.items() if value != getattr(known, name)}
    return PlaceVerdict(PlaceChange.SPELLING if corrections else PlaceChange.SAME, corrections)


def better_spelling(known: str, listed: str) -> str:
    """Return the better of two spellings that differ in case, accents and punctuation only: the more careful one."""
    return listed if _care(listed) > _care(known) else known


def _care(text: str) -> tuple[bool, int, int, int]:
    """Measure the care taken: not all in capitals, with accents, with capitals at the beginnings, nothing left out."""
    accents = sum(not letter.isascii() for letter in text if letter.isalpha())
    return not text.isupper(), accents, sum(word[:1].isupper() for word in text.split()), len(text)


def _moved(known: Placed, listed: ListedPlace) -> bool:
    if listed.country and known.country and listed.country != known.country:
        return True
    other_postcode = bool(listed.postcode and known.postcode and listed.postcode != known.postcode)
    if listed.street and known.street:
        one, other = street_of(known.street), street_of(listed.street)
        if _same_street(one, other, told_apart=other_postcode):
            # The same house in the same street: a postcode was put right.
            return other_postcode and not (one.number and one.number == other.number)
        return True
    return other_postcode


def _same_street(one: Street, other: Street, *, told_apart: bool) -> bool:
    if one.number and other.number and one.number != other.number:
        return False
    if same_name(one, other):
        return True
    # Rue Neuve 5 is Nieuwstraat 5: the other language of the same house, unless the postcode says otherwise.
    bilingual = {one.language, other.language} == {"fr", "nl"}
    return bilingual and bool(one.number) and one.number == other.number and not told_apart


def _better_street(known: str, listed: str) -> str:
    one, other = street_of(known), street_of(listed)
    if not known:
        return listed
    loses = (one.number and not other.number) or (one.box and not other.box)
    gains = (other.number and not one.number) or (other.box and not one.box)
    if loses or (one.language and other.language and one.language != other.language):
        return known
    if gains or one.box != other.box:
        return listed
    if one.name == other.name:
        return better_spelling(known, listed)
    mine, theirs = set(one.words), set(other.words)
    shortened = {word for word in theirs if len(word) > 1} < {word for word in mine if len(word) > 1}
    return known if shortened else listed


def _better_city(known: Placed, listed: ListedPlace) -> str:
    """Return the city to keep: at one place two names are one city, in two languages perhaps."""
    one, other = folded(known.city), folded(listed.city)
    if one == other:
        return better_spelling(known.city, listed.city)
    if not one or not (known.street or known.postcode) or (listed.postcode and listed.postcode != known.postcode):
        return listed.city
    return listed.city if other.startswith(one) or _alike(one, other) else known.city


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other) > _SLIP)
