"""What somebody read before a paper leaves: the words chosen while reading, and the sum of what was shown. Pure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256

from clusterdesk.domain.difficulties.letters import letters_of
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, PaperText

_BLOCKED, _ALLOWED = "+", "-"
_UNSEEN = frozenset({"footer", "printed_on", "sha256", "left_out"})
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader of a paper decided: words to block besides, and words that may stay."""

    blocked: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()

    def blocking(self, word: str) -> "Chosen":
        """Return the choice with one more word blocked, wherever it stands."""
        return Chosen(_with(self.blocked, word), _without(self.allowed, word))

    def allowing(self, word: str) -> "Chosen":
        """Return the choice with one more word that stays as it is: it names nobody here."""
        return Chosen(_without(self.blocked, word), _with(self.allowed, word))

    def together(self, other: "Chosen") -> "Chosen":
        """Return both; what either blocks is blocked."""
        blocked = tuple(dict.fromkeys((*self.blocked, *other.blocked)))
        shut = set(map(letters_of, blocked))
        allowed = dict.fromkeys((*self.allowed, *other.allowed))
        return Chosen(blocked, tuple(one for one in allowed if letters_of(one) not in shut))


def chosen_text(chosen: Chosen) -> str:
    """Write a choice as the step of a difficulty keeps it: ``+ blocked``, ``- allowed``, a line each."""
    lines = [f"{_BLOCKED} {one}" for one in chosen.blocked] + [f"{_ALLOWED} {one}" for one in chosen.allowed]
    return "\n".join(lines)


def chosen_from(text: str) -> Chosen:
    """Read a choice back; other lines are a remark."""
    found: dict[str, list[str]] = {_BLOCKED: [], _ALLOWED: []}
    for line in text.splitlines():
        mark, _, word = line.strip().partition(" ")
        if mark in found and word.strip():
            found[mark].append(one_line(word))
    return Chosen(tuple(found[_BLOCKED]), tuple(found[_ALLOWED]))


def paper_sum(paper: DifficultyPaper) -> str:
    """Return the SHA-256 of all that stands on a paper but its foot: other words, another sum."""
    return sha256(json.dumps(_shown(paper), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def rounded(amount: Decimal) -> Decimal:
    """Return an amount with two digits that count: what is known to the cent is known to somebody."""
    if not amount:
        return amount
    unit = Decimal(1).scaleb(amount.adjusted() - _DIGITS + 1)
    return ((amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit).quantize(
        Decimal(1).scaleb(min(unit.adjusted(), 0))
    )


def _shown(value: object) -> object:
    if isinstance(value, PaperText):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        named = {one.name: _shown(getattr(value, one.name)) for one in fields(value) if one.name not in _UNSEEN}
        return {"": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_shown(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _with(words: Iterable[str], word: str) -> tuple[str, ...]:
    return (*_without(words, word), one_line(word))


def _without(words: Iterable[str], word: str) -> tuple[str, ...]:
    letters = letters_of(word)
    return tuple(one for one in words if letters_of(one) != letters)
