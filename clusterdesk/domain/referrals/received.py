"""Answers as they came – pasted, by mail, by the form – before anything is applied, and how each stands."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.referrals import (
    Accept,
    Acknowledge,
    Decline,
    FinishReferral,
    OfReferral,
    OutcomeEvidence,
    StartReferral,
)
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.referrals import AnswerChannel, ReferralAct, ReferralState
from clusterdesk.domain.referrals.replies import ReadReply, Reply, ReplyKind
from clusterdesk.domain.referrals.states import WITH_TEAM

_KEPT_ONLY = frozenset({ReferralAct.ACKNOWLEDGED, ReferralAct.ACCEPTED, ReferralAct.STARTED})


@dataclass(frozen=True, slots=True)
class Received:
    """What came, read: ``on`` is the day it was sent or saved, ``sender`` who says to have sent it.

    ``name`` and ``content`` are those of the file, kept once it is taken; a pasted text has neither. ``spoilt`` is
    what looks like a code and is none: cut off, or with a slip of the pen.
    """

    channel: AnswerChannel
    on: date
    tokens: tuple[str, ...]
    answers: tuple[ReadReply, ...]
    blank: bool = False
    sender: str = ""
    name: str = ""
    content: bytes = b""
    spoilt: str = ""


def answer_key(token: str, read: ReadReply) -> str:
    """Return the checksum by which an answer is known again, whatever way it comes and however it was dressed."""
    reply = read.reply
    told: list[object] = [token]
    if reply is None:
        told += [one_line(read.words)]
    else:
        told += [reply.kind.value, reply.reason, reply.note, reply.outcome.value if reply.outcome else None]
        told += [f"{reply.value:.2f}" if reply.value is not None else None, reply.country]
        told += [day.isoformat() if day is not None else None for day in (reply.on, reply.answered_on)]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def changes_no_state(act: ReferralAct, state: ReferralState) -> bool:
    """Tell whether an answer that comes late is still worth keeping: what it says was known already."""
    return state in WITH_TEAM and act in _KEPT_ONLY


def move_of(reply: Reply, referral_id: object, evidence: OutcomeEvidence | None = None) -> OfReferral:
    """Return the move that an answer asks for; ``evidence`` is what proves an outcome.

    Raises:
        KnownError: it is done, and does not say what came of it.
    """
    about = {"referral_id": referral_id, "on": reply.answered_on, "by": reply.by}
    if reply.kind is ReplyKind.DECLINED:
        return Decline(**about, reason=reply.reason or reply.note)  # type: ignore[arg-type]
    if reply.kind is ReplyKind.DONE:
        if reply.outcome is None:
            raise KnownError(
                "answer_outcome",
                N_("The answer does not say what came of it."),
                advice=N_("Choose the outcome, be it that nothing came of it."),
            )
        return FinishReferral(
            **about,  # type: ignore[arg-type]
            outcome=reply.outcome,
            outcome_on=reply.on,
            outcome_value=reply.value,
            outcome_country=reply.country,
            outcome_remark=reply.note,
            evidence=evidence,
        )
    plain = {ReplyKind.ACKNOWLEDGED: Acknowledge, ReplyKind.ACCEPTED: Accept, ReplyKind.IN_PROGRESS: StartReferral}
    return plain[reply.kind](**about, remark=reply.note)  # type: ignore[arg-type]
