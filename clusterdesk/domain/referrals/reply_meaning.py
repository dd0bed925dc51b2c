"""What the words of one answer mean: accepted, declined and why, done with which outcome."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import clipped, even, one_line
from clusterdesk.domain.referrals.outcome_details import Details, read_details
from clusterdesk.domain.referrals.replies import Certainty, ReadReply, Reply, ReplyKind
from clusterdesk.domain.referrals.reply_words import BECAUSE, FILLERS, STRONG, UNDONE, WEAK

CONTRADICTORY = N_("“{text}” says two things that exclude each other.")
_NOT_YET = N_("“{text}” says what is not, but not what is.")
_NOT_UNDERSTOOD = N_("“{text}” cannot be read as an answer.")
_FREE_WORDS = N_("“{text}” was read from free words: see whether this is meant.")
_NO_OUTCOME = N_("“{text}” does not say what came of it: contract, distributor, partner, lead or nothing.")
# How far an orientation is after each; a refusal goes with none but the first.
_RANK = (ReplyKind.ACKNOWLEDGED, ReplyKind.ACCEPTED, ReplyKind.IN_PROGRESS, ReplyKind.DONE)
_MARKS = re.compile(r"^(?:[^\w]|_|x(?=[\s\]]))+", re.IGNORECASE)
_JOINT = re.compile(
    rf"\s*(?P<how>[,+&/]|\b(?:et|en|and|puis|mais|maar|but|ou|of|or)\b)?[\s,]*(?:{FILLERS})*\s*", re.IGNORECASE
)
_EITHER = frozenset({"/", "ou", "of", "or"})
_HEAD = re.compile(rf"\s*(?:{FILLERS})*")
_LEAD = re.compile(r"\s*[:,;.–—-]?\s*")
_REASON_LEAD = re.compile(rf"\s*[:,;.–—(-]*\s*{BECAUSE}[\s:,]*|\s*[:,;.–—-]?\s*")
_REASON_INSIDE = re.compile(rf"(?<!\w){BECAUSE}\s*")


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words that say a kind; ``weak`` ones do so only at the beginning, ``undone`` are those behind a "not yet"."""

    start: int
    end: int
    kind: ReplyKind
    weak: bool
    undone: bool


def understood(text: str, today: date, countries: Mapping[str, str], *, labelled: bool = True) -> ReadReply:
    """Return what an answer means.

    Args:
        text: what stands behind « Réponse : », or the words of a mail that has no such line.
        today: the local day it was written.
        countries: two letters by the names of countries in all languages, small letters without accents.
        labelled: whether it stood behind its label; without, it is never sure.
    """
    said = one_line(text)
    body = _MARKS.sub("", said)
    plain = even(body)
    hits = _hits(plain)
    head = hits[0] if hits and _HEAD.fullmatch(plain[: hits[0].start]) else None
    if head is None or not labelled:
        hits = [hit for hit in hits if hit is head or not hit.weak]
    if not hits:
        return _unclear(said, "not_understood", _NOT_UNDERSTOOD)
    group = _joined(plain, hits) if head is not None and labelled else hits
    kinds = {hit.kind for hit in group if not hit.undone}
    if not kinds:
        return _unclear(said, "not_yet", _NOT_YET)
    kind = _furthest(kinds)
    if kind is None or _either(plain, group):
        return _unclear(said, "contradictory", CONTRADICTORY)
    rest = body[group[-1].end :] if head is not None and labelled else _after(body, hits, kind)
    reply, doubts = _reply(kind, rest, said, today, countries, free=head is None or not labelled)
    short = head is not None and head.weak and kind in (ReplyKind.ACCEPTED, ReplyKind.DECLINED)
    if not labelled or head is None or short or len(kinds) > 1:
        doubts = (Problem("free_words", _FREE_WORDS, {"text": clipped(said)}), *doubts)
    return ReadReply(reply, said, Certainty.LIKELY if doubts else Certainty.SURE, doubts)


def has_answer_at_head(text: str) -> bool:
    """Tell whether a line begins with the words of an answer."""
    plain = even(_MARKS.sub("", one_line(text)))
    hits = _hits(plain)
    return bool(hits) and _HEAD.fullmatch(plain[: hits[0].start]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """Return all patterns as one; group names carry the kind and whether it is weak."""
    parts = [
        rf"(?P<{'weak' if weak else 'strong'}_{kind.value}>{pattern})"
        for weak, table in ((False, STRONG), (True, WEAK))
        for kind, pattern in table
    ]
    refused, others = parts[0], "|".join(parts[1:])
    return re.compile(rf"(?<![\w])(?:{refused}|(?P<undone>{UNDONE}\s+(?:ete |been )?)?(?:{others}))(?![\w])")


def _hits(plain: str) -> list[_Hit]:
    hits = []
    for found in _pattern().finditer(plain):
        name = next(each for each, text in found.groupdict().items() if text is not None and each != "undone")
        strength, _, kind = name.partition("_")
        hits.append(_Hit(found.start(), found.end(), ReplyKind(kind), strength == "weak", found["undone"] is not None))
    return hits


def _joined(plain: str, hits: Sequence[_Hit]) -> list[_Hit]:
    """Return the first hit and those that are strung to it: "reçu et accepté", "accepté, en cours"."""
    group = [hits[0]]
    for hit in hits[1:]:
        if _JOINT.fullmatch(plain[group[-1].end : hit.start]) is None:
            break
        group.append(hit)
    return group


def _either(plain: str, group: Sequence[_Hit]) -> bool:
    """Tell whether choices were left standing: "accepté / refusé"."""
    gaps = (plain[one.end : other.start] for one, other in pairwise(group))
    joints = (_JOINT.fullmatch(gap) for gap in gaps)
    return any(joint is not None and joint["how"] in _EITHER for joint in joints)


def _furthest(kinds: set[ReplyKind]) -> ReplyKind | None:
    """Return how far things are, None where a refusal stands beside its contrary."""
    told = kinds - {ReplyKind.ACKNOWLEDGED} or kinds
    if ReplyKind.DECLINED in told:
        return ReplyKind.DECLINED if len(told) == 1 else None
    return max(told, key=_RANK.index)


def _after(body: str, hits: Sequence[_Hit], kind: ReplyKind) -> str:
    """Return what free words say behind the kind; an outcome may stand before it as well."""
    if kind is ReplyKind.DONE:
        return body
    return body[next(hit.end for hit in hits if hit.kind is kind) :]


def _reply(
    kind: ReplyKind, rest: str, said: str, today: date, countries: Mapping[str, str], *, free: bool
) -> tuple[Reply, tuple[Problem, ...]]:
    if kind is ReplyKind.DONE:
        details = read_details(_LEAD.sub("", rest, count=1), today, countries)
        return _done(details, said)
    if kind is ReplyKind.DECLINED:
        return Reply(kind, reason=_told(_reason(rest, free=free))), ()
    return Reply(kind, note="" if free else _told(_LEAD.sub("", rest, count=1))), ()


def _reason(rest: str, *, free: bool) -> str:
    if free and (found := _REASON_INSIDE.search(even(rest))) is not None:
        return rest[found.end() :]
    found = _REASON_LEAD.match(even(rest))
    return rest[found.end() :] if found is not None else rest


def _done(details: Details, said: str) -> tuple[Reply, tuple[Problem, ...]]:
    doubts = list(details.doubts)
    if details.outcome is None:
        doubts.append(Problem("no_outcome", _NO_OUTCOME, {"text": clipped(said)}))
    reply = Reply(
        ReplyKind.DONE,
        note=details.note,
        outcome=details.outcome,
        value=details.value,
        country=details.country,
        on=details.on,
    )
    return reply, tuple(doubts)


def _told(text: str) -> str:
    return text.strip() if any(letter.isalnum() for letter in text) else ""


def _unclear(said: str, code: str, message: str) -> ReadReply:
    return ReadReply(None, said, Certainty.UNCLEAR, (Problem(code, message, {"text": clipped(said)}),))
