"""The lines of what came back: how deep they are quoted, which label they carry, where an older mail begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from clusterdesk.domain.parsing.day_words import Year, find_days, read_day
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.referrals.reply_words import ANSWER_LABELS, DAY_LABELS, NAME_LABELS, REFERENCE_LABELS

_QUOTE = re.compile(r"^\s*((?:[>|]\s?)*)")
_BEFORE = r"^[\s*_•·–—-]*(?:[0-9]{1,2}[.)]\s*)?"
_BEHIND = r"[\s*_]*(?:[:=]|->|\u2192|\s[–—-](?=\s)|[–—](?=\s))[\s*_]*"
_ANSWER = re.compile(rf"{_BEFORE}(?P<label>{ANSWER_LABELS})(?!\w)(?P<between>[^:=\n]{{0,40}}?){_BEHIND}(?P<rest>.*)$")
_BARE_ANSWER = re.compile(rf"{_BEFORE}(?:re?ponse|antwoord|answer)[\s*_]+(?P<rest>.+)$")
_REFERENCE = re.compile(rf"{_BEFORE}{REFERENCE_LABELS}(?!\w)[\s*_.]*:?(?P<rest>.*)$")
_DAY = re.compile(rf"{_BEFORE}{DAY_LABELS}(?!\w){_BEHIND}(?P<rest>.*)$")
_NAME = re.compile(rf"{_BEFORE}{NAME_LABELS}(?!\w){_BEHIND}(?P<rest>.*)$")
_RULE = re.compile(r"^[\s\-_=*–—]{3,}$")
_OLDER = re.compile(
    r"^\s*(?:-{2,}\s*)?(?:message d'origine|message original|message transfere|original message|oorspronkelijk bericht"
    r"|forwarded message|doorgestuurd bericht)\b"
    r"|^\s*_{8,}\s*$"
    r"|^\s*(?:le|op|on)\b.{4,160}\b(?:a ecrit|schreef(?: .{1,80})?|wrote|het volgende geschreven)\s*:\s*$"
    r"|^\s*(?:de|van|from)\s*:\s.*[@<]"
)
_DATED = re.compile(r"^(?P<day>.{3,24}?)\s*(?::|\s[–—-]\s)\s*(?P<rest>\S.*)$")
_SIGNED = re.compile(r"^\s*--\s*$")


class Label(Enum):
    """What a line gives."""

    ANSWER = "answer"
    REFERENCE = "reference"
    DAY = "day"
    NAME = "name"
    RULE = "rule"
    OLDER = "older"  # what follows is an older mail
    SIGNATURE = "signature"
    EMPTY = "empty"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``depth`` counts its quoting and the older mails it lies in; ``between`` stands before the colon."""

    label: Label
    depth: int
    text: str
    between: str = ""


def lines_of(text: str, today: date) -> Iterator[Line]:
    """Yield the lines of a text, quoting marks taken off, each with its label and what stands behind it."""
    older, previous = 0, Label.EMPTY
    for typed in text.splitlines():
        quote = _QUOTE.match(typed)
        assert quote is not None
        depth = sum(mark in ">|" for mark in quote[1])
        line = _line(typed[quote.end() :].strip(), depth + older, today)
        # Outlook puts four lines at the head of an older mail; only the first of them begins one.
        if line.label is Label.OLDER and previous is not Label.OLDER:
            older += 1
        previous = line.label
        yield line


def read_answer_day(text: str, today: date) -> date | None:
    """Read the day an answer was given, also in brackets or behind a word: "du 3/12", "(op 3 december)"."""
    bare = text.strip(" \t()[].,*_\u00a0\u202f")
    day = read_day(bare, today, Year.NEAREST)
    if day is not None:
        return day
    found = find_days(bare, today)
    if len(found) != 1 or found[0].day is None:
        return None
    return read_day(bare[found[0].start : found[0].end], today, Year.NEAREST) or found[0].day


def _line(text: str, depth: int, today: date) -> Line:
    plain = even(text)
    if not plain.strip(" \u00a0\u202f"):
        return Line(Label.EMPTY, depth, "")
    for label, pattern in ((Label.OLDER, _OLDER), (Label.SIGNATURE, _SIGNED), (Label.RULE, _RULE)):
        if pattern.match(plain):
            return Line(label, depth, text)
    found = _ANSWER.match(plain) or _BARE_ANSWER.match(plain)
    if found is not None and (found.re is _BARE_ANSWER or _may_stand_between(found["between"], today)):
        between = text[found.start("between") : found.end("between")] if found.re is _ANSWER else ""
        return Line(Label.ANSWER, depth, text[found.start("rest") :].strip(), between.strip())
    for label, pattern in ((Label.REFERENCE, _REFERENCE), (Label.DAY, _DAY), (Label.NAME, _NAME)):
        found = pattern.match(plain)
        if found is not None:
            return Line(label, depth, text[found.start("rest") :].strip())
    return Line(Label.TEXT, depth, text)


def _may_stand_between(text: str, today: date) -> bool:
    """Tell whether « Réponse … : » has nothing but a number or a day before its colon."""
    bare = text.strip(" ()[]*_\u00a0\u202f.")
    return not bare or (bare.isdigit() and len(bare) < 3) or read_answer_day(bare, today) is not None


def dated_answer(text: str, today: date) -> tuple[date, str] | None:
    """Return day and words of a line such as "03/12 : accepté"."""
    found = _DATED.match(text)
    day = read_answer_day(found["day"], today) if found is not None else None
    return (day, found["rest"]) if found is not None and day is not None else None
