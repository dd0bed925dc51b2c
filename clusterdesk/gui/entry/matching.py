"""How well a few typed letters name something: beginnings of its words, or their first letters. Pure text, no Qt."""

import unicodedata

_LEAST_FOR_INITIALS = 2


def match_rank(typed: str, text: str) -> int | None:
    """Return how well ``typed`` names ``text``: 0 is best, None not at all; case and accents do not count.

    0: the text begins with it; 1: each typed word begins a word of the text, in any order; 2: the letters are the
    first ones of its words, in order ("pv" for "Planifier une visite").
    """
    wanted, words = _fold(typed).split(), _fold(text).replace("’", " ").replace("'", " ").split()
    if not wanted:
        return None
    if " ".join(words).startswith(" ".join(wanted)):
        return 0
    if all(any(word.startswith(one) for word in words) for one in wanted):
        return 1
    letters = "".join(wanted)
    if len(letters) >= _LEAST_FOR_INITIALS and _in_order(letters, [word[0] for word in words]):
        return 2
    return None


def _in_order(letters: str, initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()
