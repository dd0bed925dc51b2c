"""Reading back what people send: the block filled in, above or below, quoted, in another language, or free words.

Reading is generous, since nothing is applied without being shown; where it is not sure, it says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import clipped, folded, many_lines, one_line
from clusterdesk.domain.referrals.replies import Certainty, ReadReplies, ReadReply, ReplyKind
from clusterdesk.domain.referrals.reply_blocks import blank_lines, how_to_lines
from clusterdesk.domain.referrals.reply_lines import Label, Line, dated_answer, lines_of, read_answer_day
from clusterdesk.domain.referrals.reply_meaning import CONTRADICTORY, has_answer_at_head, understood
from clusterdesk.domain.referrals.reply_words import BLOCK_WORDS
from clusterdesk.domain.referrals.tokens import tokens_in

LONGEST = 200_000
MOST_ANSWERS = 30
_NO_DAY = N_("“{text}” is no day; the day of the mail was taken.")
_FUTURE_DAY = N_("“{text}” lies ahead: is the day right?")


@dataclass(slots=True)
class _Open:
    """An answer while its lines are read."""

    depth: int
    words: list[str]
    between: str = ""
    day: str = ""
    name: str = ""
    growing: bool = True
    labelled: bool = True

    @property
    def blank(self) -> bool:
        return not any(letter.isalnum() for words in self.words for letter in words)


@dataclass(slots=True)
class _Reading:
    today: date
    done: list[_Open] = field(default_factory=list)
    current: _Open | None = None
    day: str = ""  # of a block that gives them before its answer
    name: str = ""
    free: list[Line] = field(default_factory=list)
    referring: bool = False  # the line before this one gave the reference
    block_at: int | None = None  # how many of the free lines stand before the block

    def see_block(self) -> None:
        if self.block_at is None:
            self.block_at = len(self.free)


def read_replies(text: str, today: date, countries: Mapping[str, str], *, by: str = "") -> ReadReplies:
    """Return all that a text says.

    Args:
        text: a mail's plain text, or what was pasted.
        today: the local day the mail was sent, or today; answers without a day of their own are of it.
        countries: two letters by the names of countries in all languages, small letters without accents.
        by: who sent it; stands where the answer names nobody.
    """
    bare = many_lines(text[:LONGEST])
    reading = _Reading(today)
    for line in lines_of(bare, today):
        _take(reading, line)
    found = [each for each in reading.done if not each.blank][:MOST_ANSWERS]
    blank = len(found) < len(reading.done) or (reading.block_at is not None and not found)
    if not found:
        found = _free(reading)
    answers = _in_order(found, today, countries, by)
    return ReadReplies(tokens_in(bare), tuple(_contradicting(answers)), blank and not answers)


def _take(reading: _Reading, line: Line) -> None:
    current = reading.current
    if line.label is Label.ANSWER:
        opened = _Open(line.depth, [line.text], line.between, reading.day, reading.name)
        reading.done.append(opened)
        reading.current, reading.day, reading.name = opened, "", ""
        reading.see_block()
        return
    if line.label in (Label.DAY, Label.NAME):
        _field(reading, line)
        return
    if line.label is Label.EMPTY:
        if current is not None and not current.blank:
            current.growing = False
        reading.free.append(line)
        return
    if line.label is Label.REFERENCE and tokens_in(line.text):
        reading.current, reading.referring = None, True
        reading.see_block()
        return
    referring, reading.referring = reading.referring, False
    if referring and _is_ours(line.text, shortest=0):
        return
    if current is not None and current.growing and _continues(current, line):
        current.words.append(line.text)
        return
    reading.current, reading.day, reading.name = None, "", ""
    reading.free.append(line)


def _continues(current: _Open, line: Line) -> bool:
    """Tell whether a line carries an answer on; an empty one in a quoted block may be answered below it, unquoted."""
    if line.label not in (Label.TEXT, Label.REFERENCE):
        return False
    if current.blank:
        return current.words == [""] and line.depth <= current.depth and not _is_ours(line.text)
    return line.depth == current.depth


def _field(reading: _Reading, line: Line) -> None:
    current = reading.current
    attribute = "day" if line.label is Label.DAY else "name"
    if current is None:
        setattr(reading, attribute, _filled(line.text))
        return
    current.growing = False
    if not getattr(current, attribute):
        setattr(current, attribute, _filled(line.text))


def _filled(text: str) -> str:
    return text if any(letter.isalnum() for letter in text) else ""


def _free(reading: _Reading) -> list[_Open]:
    """Return the answers of a mail without a filled label: dated lines, or its own words as one answer.

    Its own are those above the first quoted or older line and above its signature; where nothing is, those that are
    quoted least. What we printed ourselves is left out.
    """
    own = _own_lines(reading)
    dated = [(dated_answer(line.text, reading.today), line) for line in own]
    lines = [
        _Open(line.depth, [found[1]], f"{found[0]:%Y-%m-%d}", labelled=False)
        for found, line in dated
        if found is not None and has_answer_at_head(found[1])
    ]
    if lines:
        return lines[:MOST_ANSWERS]
    words = _first_words(own)
    return [_Open(own[0].depth, words, labelled=False)] if words else []


def _own_lines(reading: _Reading) -> list[Line]:
    behind = len(reading.free) if reading.block_at is None else reading.block_at
    free = [*reading.free[:behind], *_without_ours(reading.free[behind:])]
    depths = [line.depth for line in free if line.label is Label.TEXT]
    if not depths:
        return []
    least = min(depths)
    own: list[Line] = []
    for line in free:
        if line.label is Label.SIGNATURE and line.depth == least:
            break
        if line.depth == least and line.label in (Label.TEXT, Label.EMPTY):
            own.append(line)
    return own


def _first_words(own: Sequence[Line]) -> list[str]:
    """Return the paragraph that says most: the first one that begins with an answer, else all of it."""
    paragraphs: list[list[str]] = [[]]
    for line in own:
        if line.label is Label.EMPTY:
            paragraphs.append([])
        else:
            paragraphs[-1].append(line.text)
    told = [one for one in paragraphs if one]
    first = next((one for one in told if has_answer_at_head(one[0])), None)
    return first or [line for one in told for line in one]


def _without_ours(lines: Sequence[Line]) -> list[Line]:
    """Leave out what we print below the block, however it was wrapped.

    A choice that stands alone stays: whoever struck the others out has answered by it.
    """
    left: list[Line] = []
    place = 0
    while place < len(lines):
        end = _end_of_ours(lines, place)
        if end == place:
            left.append(lines[place])
        place = max(end, place + 1)
    return left


def _end_of_ours(lines: Sequence[Line], start: int) -> int:
    """Return where the longest run of our lines ends that begins here; ``start`` where none does."""
    words, count, end = "", 0, start
    for place in range(start, len(lines)):
        words = f"{words} {folded(lines[place].text)}".strip()
        if not any(f" {words} " in ours for ours in _OURS):
            break
        if lines[place].label is Label.TEXT:
            count, end = count + 1, place + 1
    return end if count > 1 or (count and _is_ours(lines[start].text)) else start


# Longer than "bien reçu", "goed ontvangen", "in behandeling", "in progress": what people write by themselves.
_SHORT = 14


def _is_ours(text: str, shortest: int = _SHORT) -> bool:
    plain = folded(text)
    return len(plain) > shortest and any(f" {plain} " in ours for ours in _OURS)


_OURS = tuple(f" {folded(' '.join((*blank_lines(each, ''), *how_to_lines(each))))} " for each in BLOCK_WORDS)


def _in_order(found: Iterable[_Open], today: date, countries: Mapping[str, str], by: str) -> list[ReadReply]:
    opened = list(found)
    least = min((each.depth for each in opened), default=0)
    read = [(_read(each, today, countries, by, older=each.depth > least), each) for each in opened]
    if all(answer.reply is not None and answer.reply.answered_on is not None for answer, _each in read):
        read.sort(key=lambda pair: (_day_of(pair[0], today), -pair[1].depth))
    else:
        read.sort(key=lambda pair: -pair[1].depth)
    return [answer for answer, _each in read]


def _day_of(answer: ReadReply, today: date) -> date:
    return answer.reply.answered_on or today if answer.reply is not None else today


def _read(opened: _Open, today: date, countries: Mapping[str, str], by: str, *, older: bool) -> ReadReply:
    answer = understood(" ".join(opened.words), today, countries, labelled=opened.labelled)
    said = opened.between or opened.day
    day = read_answer_day(said, today) if _filled(said) and not said.strip(" ()").isdigit() else None
    doubts = list(answer.doubts)
    if day is None and opened.day:
        day = read_answer_day(opened.day, today)
        if day is None:
            doubts.append(Problem("not_a_date", _NO_DAY, {"text": clipped(opened.day)}))
    if day is not None and day > today:
        doubts.append(Problem("day_ahead", _FUTURE_DAY, {"text": clipped(said)}))
    answered_on = day if day is not None or older else today
    certainty = Certainty.LIKELY if doubts and answer.certainty is Certainty.SURE else answer.certainty
    reply = answer.reply
    if reply is not None:
        reply = replace(reply, answered_on=answered_on, by=one_line(opened.name) or ("" if older else one_line(by)))
    return replace(answer, reply=reply, certainty=certainty, doubts=tuple(doubts), older=older)


def _contradicting(answers: Sequence[ReadReply]) -> list[ReadReply]:
    """Mark answers of one day of which one is a refusal and another is none."""
    result = []
    for answer in answers:
        others = [one.reply for one in answers if one.reply is not None and answer.reply is not None]
        clash = answer.reply is not None and any(
            other.answered_on == answer.reply.answered_on
            and ReplyKind.ACKNOWLEDGED not in (other.kind, answer.reply.kind)
            and (other.kind is ReplyKind.DECLINED) != (answer.reply.kind is ReplyKind.DECLINED)
            for other in others
            if other is not None
        )
        if clash:
            doubt = Problem("contradictory", CONTRADICTORY, {"text": clipped(answer.words)})
            answer = replace(answer, certainty=Certainty.UNCLEAR, doubts=(*answer.doubts, doubt))
        result.append(answer)
    return result
