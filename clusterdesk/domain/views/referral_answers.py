"""Answers that came, beside the orientation they are for: what each would do, shown before anything is applied."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import ReadReply
from clusterdesk.domain.views.referrals import ReferralRow


class Standing(StrEnum):
    """What an answer would do."""

    MOVES = "moves"  # it brings the orientation on
    KEPT = "kept"  # it says what is known; it is kept and changes no state
    KNOWN = "known"  # it was taken before
    UNCLEAR = "unclear"  # a person has to say what it means
    IMPOSSIBLE = "impossible"  # it cannot be: ``refusal`` says why


@dataclass(frozen=True, slots=True)
class ProposedAnswer:
    """One answer; ``end`` is the state it leads to, ``taken_on`` the day of the answer it repeats."""

    read: ReadReply
    key: str
    standing: Standing
    end: ReferralState | None = None
    refusal: KnownError | None = None
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerProposal:
    """All that came; ``codeless`` where it bears no code and a person chose the orientation."""

    received: Received
    row: ReferralRow
    answers: tuple[ProposedAnswer, ...]
    codeless: bool = False
