"""Promises that begin with a date inside a line: "La scie est livrée. 12/3 envoyer devis".

Only what cannot be read otherwise counts: the date opens a part of the sentence, and a word of doing follows it.
"""

import re
from collections.abc import Iterator
from datetime import date

from clusterdesk.domain.capture.words import DOING, DOING_LAST, NO_DATE_AFTER, SPEAKERS
from clusterdesk.domain.parsing.day_words import find_days
from clusterdesk.domain.parsing.text import even

_NUMBERS = re.compile(r"(?<![\w/])[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2}(?:[0-9]{2})?)?$")
_BARE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?")
_BETWEEN = re.compile(r"\s*[:–-]?\s+")
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
_OPENS = re.compile(r"(?:[.,;:!?…•→)–—-]|(?:^|\s)(?:et|puis|ensuite|en|dan|daarna|and|then))\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# "livrée 12/3", "geleverd 12/3", "delivered 12/3": the date may be that of what was done.
_DONE = re.compile(r"(?:\w(?:é|ée|és|ées)|\bge\w+(?:d|t|en)|\w{3}ed)$", re.IGNORECASE)


def dated_promises(line: str, today: date) -> Iterator[tuple[int, int]]:
    """Yield from where to where promises inside a line stand, those at its beginning left out."""
    for day in find_days(line, today):
        written = _NUMBERS.search(line[day.start : day.end])
        if day.day is None or written is None or not line[: day.start].strip(" -–•\t"):
            continue
        end = _end(line, day.end)
        if _is_done(line[day.end : end]) and _opens(line[: day.start], line[day.start : day.end]):
            yield day.start, end


def _end(line: str, start: int) -> int:
    found = _SENTENCE_END.search(line, start)
    return found.start() if found is not None else len(line)


def _is_done(after: str) -> bool:
    """Tell whether somebody does something: "envoyer devis", "ils envoient …", "offerte sturen", "send quote"."""
    gap = _BETWEEN.match(after)
    words = [even(word) for word in _WORD.findall(after)] if gap is not None else []
    if gap is None or not words or not after[gap.end() :][:1].isalpha():
        return False
    if words[0] in SPEAKERS:
        return len(words) > 1
    return words[0] in DOING or (len(words) > 1 and words[-1] in DOING_LAST)


def _opens(before: str, written: str) -> bool:
    """Tell whether a date begins a part of the sentence, so that it is no "panne du 12/3" and no "ratio 12/3"."""
    if _OPENS.search(before):
        return True
    if not _BARE.fullmatch(written):
        return False
    last = _WORD.findall(before)[-1:]
    at_end = bool(last) and before.rstrip().endswith(last[0])
    return at_end and even(last[0]) not in NO_DATE_AFTER and _DONE.search(before.rstrip()) is None
