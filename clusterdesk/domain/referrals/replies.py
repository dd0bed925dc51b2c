"""What a team answers to an orientation, and what was read of it in a text or a file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.referrals import ReferralAct, ReferralOutcome


class ReplyKind(StrEnum):
    """What is answered; in the order in which an orientation that goes well sees them."""

    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    IN_PROGRESS = "in_progress"
    DONE = "done"

    @property
    def act(self) -> ReferralAct:
        """Return what it does to the referral."""
        return ReferralAct.STARTED if self is ReplyKind.IN_PROGRESS else ReferralAct(self.value)


class Certainty(StrEnum):
    """How sure the reading is."""

    SURE = "sure"  # an answer with its label, in words we know
    LIKELY = "likely"  # understood from free words, or something of it is doubtful
    UNCLEAR = "unclear"  # a person has to say what is meant


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer.

    ``reason`` belongs to a refusal; ``outcome``, ``value`` (euros), ``country`` (two letters) and ``on`` – the day of
    the outcome – to what is done. ``answered_on`` is the day it was answered; texts are of one line.
    """

    kind: ReplyKind
    reason: str = ""
    note: str = ""
    outcome: ReferralOutcome | None = None
    value: Decimal | None = None
    country: str = ""
    on: date | None = None
    answered_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReadReply:
    """An answer as it was read: ``reply`` is None where nobody can tell from the ``words``, which are as typed.

    ``older`` ones stand in a quoted mail below a newer answer: they were most likely read before.
    """

    reply: Reply | None
    words: str
    certainty: Certainty
    doubts: tuple[Problem, ...] = ()
    older: bool = False


@dataclass(frozen=True, slots=True)
class ReadReplies:
    """All that a text says: its tokens, its answers from the oldest on; ``blank`` where the form came back empty."""

    tokens: tuple[str, ...]
    answers: tuple[ReadReply, ...]
    blank: bool = False
