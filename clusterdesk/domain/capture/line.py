"""Reading a jotted line: "@action devis ponceuse ven. #Noord @eux".

``@`` or, at the beginning of the line, ``!`` and a word say what it is; ``@`` and a pronoun or a name who owes it;
``#`` and the beginning of a name which organisation it is about; a day when it is due. What is not understood stays
text. ``#cherche`` and ``#propose`` (``domain/exchanges/noted.py``) are offers and needs, no organisations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.capture.words import KINDS, OWNERS, PREPOSITIONS, SPEAKERS
from clusterdesk.domain.exchanges.noted import ExchangeSaid, exchanges_in, is_mark
from clusterdesk.domain.parsing.day_words import DayFound, find_days
from clusterdesk.domain.parsing.text import even, one_line
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind

type Span = tuple[int, int]

_NAME = r"\"(?P<{0}q>[^\"]+)\"|«\s*(?P<{0}g>[^»]+?)\s*»|(?P<{0}w>[^\W_][\w'’&.-]*)"
_MARK = re.compile(rf"(?<!\S)@(?:{_NAME.format('a')})?[:,]?|(?<!\S)#(?:{_NAME.format('h')})")
_BANG = re.compile(r"!\s*")
_WORD = re.compile(r"[^\s]+")
_FIRST = re.compile(r"[\s:,–-]*([^\W\d_]+)(\s*:)?")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class OrganisationMark:
    """``#`` and what may be a name: the first word, or all that was quoted; ``words`` are those that might go on.

    ``ends`` tells where each of the words ends in the line.
    """

    start: int
    words: tuple[str, ...]
    ends: tuple[int, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says.

    ``line`` is the text on one line. ``kind`` is what it is, guessed where ``kind_said`` is False. ``owner`` is None
    where nobody is named; ``owner_name`` is the name after ``@``. ``due_on`` is a day, ``no_day`` a text like one that
    is none ("31/04"). ``organisation`` is the first mark of an organisation. ``offers`` tells whether the line is an
    offer or a need: it has the mark of one, and is not said to be something else.
    """

    line: str
    kind: CaptureKind = CaptureKind.NOTE
    kind_said: bool = False
    owner: OwnerKind | None = None
    owner_name: str = ""
    due_on: date | None = None
    no_day: str = ""
    organisation: OrganisationMark | None = None
    kind_span: Span | None = None
    owner_span: Span | None = None
    due_span: Span | None = None
    offers: bool = False

    def note_text(self, words: int = 1) -> str:
        """Return what a note keeps: all but what it is and, its first ``words`` (0: none), its organisation."""
        return self._without((self.kind_span, self._organisation_span(words)))

    def promise_text(self, words: int = 1, *, with_day: bool = False) -> str:
        """Return what a promise says: without its kind, organisation, owner and, usually, day."""
        day = None if with_day else self.due_span
        return self._without((self.kind_span, self._organisation_span(words), self.owner_span, day))

    def exchanges(self, words: int = 1) -> tuple[ExchangeSaid, ...]:
        """Return the offers and needs of the line, read without the first ``words`` of its organisation."""
        return exchanges_in(self.note_text(words)) if self.offers else ()

    def _leads_to(self, start: int) -> bool:
        """Tell whether the word before needs the name after it: "écrire à #Noord"."""
        words = even(self.line[:start]).split()
        return bool(words) and words[-1] in PREPOSITIONS

    def _organisation_span(self, words: int) -> Span | None:
        if self.organisation is None or words < 1:
            return None
        return self.organisation.start, self.organisation.ends[min(words, len(self.organisation.ends)) - 1]

    def _without(self, spans: tuple[Span | None, ...]) -> str:
        kept, end = [], 0
        for start, stop in sorted(span for span in spans if span is not None):
            kept.append(self.line[end:start])
            if self.organisation is not None and start == self.organisation.start and self._leads_to(start):
                kept.append(self.line[start + 1 : stop].strip('"«» '))
            end = max(end, stop)
        text = one_line(" ".join([*kept, self.line[end:]]))
        return text.replace(" ,", ",").strip(" ,;:-–")


def capture(text: str, today: date) -> Captured:
    """Read a line; any text may be given, and none raises. ``today`` is the local day it is written."""
    line = one_line(text)
    days = find_days(line, today)
    kind, kind_span = _bang(line)
    owner: OwnerKind | None = None
    owner_name, owner_span = "", None
    organisation, marked = None, False
    taken = [(one.start, one.end) for one in days]
    for mark in _MARK.finditer(line):
        word = even(_inner(mark, "a") or "").rstrip(".")
        if mark[0].startswith("#") and mark["hw"] and is_mark(mark["hw"]):
            marked = True
        elif mark[0].startswith("#"):
            organisation = organisation or _organisation(line, mark, taken)
        elif kind is None and (word in KINDS or (not word and not line[: mark.start()].strip())):
            kind, kind_span = KINDS.get(word, CaptureKind.ACTION), mark.span()
        elif owner is None and word:
            owner = OWNERS.get(word, OwnerKind.OTHER)
            owner_name = "" if word in OWNERS else _readable(_inner(mark, "a") or "")
            owner_span = mark.span()
    said = kind is not None
    offers = marked and not said and bool(exchanges_in(line))
    due = _due(line, days, [kind_span, owner_span, _whole(organisation)], anywhere=kind is CaptureKind.ACTION)
    if kind is None:
        promised = (owner is not None or due is not None) and not offers
        kind = CaptureKind.ACTION if promised else CaptureKind.NOTE
    if kind is CaptureKind.NOTE:
        due = None
    if owner is None and kind is CaptureKind.ACTION:
        owner, owner_span = _speaker(line, [kind_span, (due.start, due.end) if due is not None else None])
    return Captured(
        line,
        kind,
        said,
        owner,
        owner_name,
        due.day if due is not None else None,
        line[due.start : due.end] if due is not None and due.day is None else "",
        organisation,
        kind_span,
        owner_span,
        (due.start, due.end) if due is not None and due.day is not None else None,
        offers,
    )


def _bang(line: str) -> tuple[CaptureKind | None, Span | None]:
    """Read ``!`` at the beginning: with a word that says what the line is, or alone for a promise."""
    found = _BANG.match(line)
    if found is None:
        return None, None
    word = _WORD.match(line, found.end())
    name = even(word[0]).rstrip(".:,") if word is not None else ""
    if word is not None and name in KINDS:
        return KINDS[name], (0, word.end())
    return CaptureKind.ACTION, (0, found.end())


def _inner(mark: re.Match[str], group: str) -> str | None:
    return mark[f"{group}q"] or mark[f"{group}g"] or mark[f"{group}w"]


def _readable(name: str) -> str:
    return one_line(name.replace("_", " ")).rstrip(".,:")


def _organisation(line: str, mark: re.Match[str], days: list[Span]) -> OrganisationMark:
    """Return the mark with the words after it that might belong to the name: up to the next mark or day."""
    name = _inner(mark, "h") or ""
    if mark["hw"] is None:
        return OrganisationMark(mark.start(), (one_line(name),), (mark.end(),), quoted=True)
    words, ends = [name.rstrip(".,:")], [mark.end()]
    for word in _following(line, mark.end()):
        if not (word[0][0].isalnum() or word[0][0] in "&'’(") or any(
            start <= word.start() < end for start, end in days
        ):
            break
        words.append(word[0].strip(".,:;"))
        ends.append(word.end())
        if len(words) == _MOST_WORDS:
            break
    return OrganisationMark(mark.start(), tuple(words), tuple(ends))


def _following(line: str, start: int) -> Iterator[re.Match[str]]:
    return _WORD.finditer(line, start)


def _whole(mark: OrganisationMark | None) -> Span | None:
    return None if mark is None else (mark.start, mark.ends[0])


def _due(line: str, days: tuple[DayFound, ...], marks: list[Span | None], *, anywhere: bool) -> DayFound | None:
    """Return the day a promise is due: the one that ends the line or begins it; where it is said to be one, any day."""
    bare = "".join(
        " " if any(span is not None and span[0] <= place < span[1] for span in marks) else letter
        for place, letter in enumerate(line)
    )
    last = next((one for one in reversed(days) if not bare[one.end :].strip(" .,;:!?")), None)
    first = next((one for one in days if not bare[: one.start].strip(" -–:!")), None)
    return last or first or (days[0] if anywhere and days else None)


def _speaker(line: str, before: list[Span | None]) -> tuple[OwnerKind | None, Span | None]:
    """Read "ils envoient …" and "nous : …"; only a pronoun with a colon is no part of what is promised.

    It may stand after ``before``: what the line is, and the day it begins with.
    """
    start = 0
    for span in sorted(span for span in before if span is not None):
        if not line[start : span[0]].strip(" -–:•"):
            start = span[1]
    found = _FIRST.match(line, start)
    speaker = SPEAKERS.get(even(found[1])) if found is not None else None
    if found is None or speaker is None:
        return None, None
    return speaker, found.span() if found[2] else None
