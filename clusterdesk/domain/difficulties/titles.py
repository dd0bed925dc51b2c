"""A name for a difficulty that was noted without one: the first words of what was said."""

import re

from clusterdesk.domain.parsing.text import one_line

_MOST = 90
_SENTENCE = re.compile(r"(?<=[.!?…;])\s")


def title_from(*texts: str) -> str:
    """Return the first sentence of the first text that says something, shortened at a word; empty where none does."""
    for text in texts:
        line = one_line(text)
        if line:
            return shortened(_SENTENCE.split(line, maxsplit=1)[0].rstrip(" .;"))
    return ""


def shortened(line: str) -> str:
    """Return a line of at most ninety signs, cut between words and with a sign that it was."""
    if len(line) <= _MOST:
        return line
    kept = line[:_MOST].rpartition(" ")[0] or line[:_MOST]
    return kept.rstrip(" ,;:–-") + "…"
