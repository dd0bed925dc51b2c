"""The level of maturity (MRL 1–10) that the answers of a workshop give, and the question that blocks the next one.

A level is reached when every question in use of it and of all lower levels is answered yes. "Does not apply" counts as
yes for circular questions only: they are asked because matter is used again, and who uses new matter has no feedstock
to secure and no re-used part to check. Every other question is asked of everybody, so that there "does not apply" is no
answer. A level nobody is asked about is passed over: it neither blocks those above it nor is it reached by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.industrialisation import MrlAssessment, MrlQuestion, MrlReply

LEVELS = range(1, 11)

LEVEL_NAMES: Mapping[int, str] = MappingProxyType(
    {
        0: N_("not started"),
        1: N_("basic idea of the manufacture"),
        2: N_("concept of the manufacture"),
        3: N_("proof of concept"),
        4: N_("made on the bench"),
        5: N_("prototype of the components"),
        6: N_("prototype in the workshop"),
        7: N_("small series as in production"),
        8: N_("pilot line"),
        9: N_("production at low rate"),
        10: N_("production at full rate"),
    }
)

type Replies = Mapping[UUID, MrlReply]


@dataclass(frozen=True, slots=True)
class Maturity:
    """What the answers give.

    ``blocking`` is the first question above the level that is not answered yes, None at the top; ``open`` are all such
    questions of its level, the blocking one first. ``answered`` counts what is known of ``asked`` questions.
    """

    level: int
    blocking: MrlQuestion | None = None
    open: tuple[MrlQuestion, ...] = ()
    answered: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """An answer that differs between two assessments; UNKNOWN stands for none."""

    question_id: UUID
    before: MrlReply
    after: MrlReply


def is_satisfied(question: MrlQuestion, reply: MrlReply) -> bool:
    """Tell whether an answer lets the level of its question be reached."""
    return reply is MrlReply.YES or (question.circular and reply is MrlReply.NOT_APPLICABLE)


def in_order(questions: Iterable[MrlQuestion]) -> tuple[MrlQuestion, ...]:
    """Return the questions that are asked: in use, of levels 1–10, from the lowest level up."""
    asked = (one for one in questions if one.active and not one.deleted and one.level in LEVELS)
    return tuple(sorted(asked, key=_place))


def maturity(questions: Iterable[MrlQuestion], replies: Replies) -> Maturity:
    """Return the level, and what blocks the next one; a question without an answer is not known yet."""
    asked = in_order(questions)
    answered = sum(replies.get(one.id, MrlReply.UNKNOWN) is not MrlReply.UNKNOWN for one in asked)
    level = 0
    for step in sorted({one.level for one in asked}):
        still_open = tuple(
            one for one in asked if one.level == step and not is_satisfied(one, replies.get(one.id, MrlReply.UNKNOWN))
        )
        if still_open:
            return Maturity(level, still_open[0], still_open, answered, len(asked))
        level = step
    return Maturity(level, answered=answered, asked=len(asked))


def known_replies(questions: Iterable[MrlQuestion], level: int, replies: Replies) -> Replies:
    """Return the answers of an assessment; one known by its level alone says yes to all that this level asks.

    Such assessments come from lists and from other programs: what they found is not lost by the next answer.
    """
    if replies or not level:
        return replies
    return {one.id: MrlReply.YES for one in in_order(questions) if one.level <= level}


def reply_changes(questions: Iterable[MrlQuestion], before: Replies, after: Replies) -> tuple[ReplyChange, ...]:
    """Return the answers that differ, in the order of the questions."""
    unknown = MrlReply.UNKNOWN
    pairs = ((one.id, before.get(one.id, unknown), after.get(one.id, unknown)) for one in in_order(questions))
    return tuple(ReplyChange(*pair) for pair in pairs if pair[1] is not pair[2])


def _known_when(known: tuple[date, bytes, int]) -> tuple[date, bytes]:
    return known[0], known[1]


def _place(question: MrlQuestion) -> tuple[int, int, str]:
    return question.level, question.position, question.key


def levels_by_month(assessments: Iterable[MrlAssessment], until: date) -> tuple[tuple[date, int], ...]:
    """Return the first day of each month from the first assessment to ``until``, with the level known at its end.

    A level holds until another is found.
    """
    known = sorted(((one.on, one.id.bytes, one.level) for one in assessments), key=_known_when)
    if not known:
        return ()
    last = max(until, known[-1][0])
    found: list[tuple[date, int]] = []
    month = known[0][0].replace(day=1)
    while month <= last:
        following = (month + timedelta(days=32)).replace(day=1)
        found.append((month, [level for on, _, level in known if on < following][-1]))
        month = following
    return tuple(found)


def lifting_action(question: MrlQuestion, language: str) -> str:
    """Return what lifts a « no »: the action of the question, in French where it is missing, else the question."""
    actions = {"fr": question.action_fr, "nl": question.action_nl, "en": question.action_en}
    return actions.get(language) or question.action_fr or question.name_in(language)
