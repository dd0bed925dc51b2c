"""Tokens of orientations: printed on the parcel, they find the orientation an answer belongs to.

Ten characters of chance and two that check them, "K7M2-9QXT-4HBD". A token cannot be guessed, but whoever holds the
parcel holds it, too: it tells *which* orientation is meant, never *who* answers.
"""

import re
import secrets

from clusterdesk.domain.short_codes import ALPHABET

_BITS, _DRAWN, _CHECKS, _GROUP = 5, 10, 2, 4
BITS = _BITS * _DRAWN
"""How many bits of chance a token is made from."""
# A prime below 32²: a wrong character, and two that changed places, never leave the remainder as it was.
_PRIME = 1021
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_JOINT = r"[\s\-\u2010-\u2015_]{0,3}"
_CHARACTER = r"[0-9A-Za-z]"
_FIND = re.compile(rf"(?<![0-9A-Za-z])(?:{_CHARACTER}{{4}}{_JOINT}){{2}}{_CHARACTER}{{4}}(?![0-9A-Za-z])")
_PRINTED = re.compile(r"[0-9A-Z]{4}(?:[\-\u2010-\u2015][0-9A-Z]{4}){2}")
_OTHER = re.compile(r"[^0-9A-Z]+")


def new_token() -> str:
    """Draw a token."""
    return token_of(secrets.randbits(BITS))


def token_of(number: int) -> str:
    """Return the token of a drawn number (of ``BITS`` bits), in three groups of four characters."""
    drawn = number & ((1 << BITS) - 1)
    text = _written(drawn, _DRAWN) + _written(drawn % _PRIME, _CHECKS)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def read_token(text: str) -> str | None:
    """Return the token that a text is, as it is printed, or None where it is none.

    Case, spaces and dashes do not matter; O is read as 0, I and L as 1.
    """
    plain = _OTHER.sub("", text.upper()).translate(_LOOKALIKES)
    if len(plain) != _DRAWN + _CHECKS or any(letter not in ALPHABET for letter in plain):
        return None
    token = token_of(_number(plain[:_DRAWN]))
    return token if token.replace("-", "") == plain else None


def tokens_in(text: str) -> tuple[str, ...]:
    """Return the tokens that stand in a text, each once, in its order."""
    found: dict[str, None] = {}
    place = 0
    while (match := _FIND.search(text, place)) is not None:
        token = read_token(match[0]) if _may_be(match[0]) else None
        if token is not None:
            found[token] = None
        place = match.end() if token is not None else _next_word(text, match.start())
    return tuple(found)


def _may_be(text: str) -> bool:
    """Tell three words of four letters apart, which may happen to check: a token without a digit keeps its dashes."""
    return any(letter.isdigit() for letter in text) or _PRINTED.fullmatch(text) is not None


def _next_word(text: str, start: int) -> int:
    """Return where the next word begins: what looked like a token may have begun one word too early."""
    word = re.compile(r"[0-9A-Za-z]+").match(text, start)
    return word.end() if word is not None else start + 1


def _written(number: int, length: int) -> str:
    return "".join(ALPHABET[(number >> (_BITS * place)) & 0x1F] for place in reversed(range(length)))


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = (number << _BITS) | ALPHABET.index(letter)
    return number
