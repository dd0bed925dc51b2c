"""The spaces that a typesetter puts and a typist does not."""

import re

from clusterdesk.i18n.locale_facts import NARROW_NO_BREAK, NO_BREAK

_BEFORE_HIGH_SIGN = re.compile(r"(?<=\S) (?=[;!?]+(?:\s|$))")
_BEFORE_COLON = re.compile(r"(?<=\S) (?=:(?:\s|$))")
_INSIDE_QUOTES = re.compile(r"(?<=«) | (?=»)")


def typography(language: str, text: str) -> str:
    """Return the text with French no-break spaces; other languages as they are.

    Narrow ones stand before ``; ! ?`` and inside ``« »``, a wide one before ``:``.
    Only spaces already typed are replaced, so nothing is added to a text that has none.
    """
    if language != "fr" or " " not in text:
        return text
    text = _BEFORE_HIGH_SIGN.sub(NARROW_NO_BREAK, text)
    text = _BEFORE_COLON.sub(NO_BREAK, text)
    return _INSIDE_QUOTES.sub(NARROW_NO_BREAK, text)
