"""Answers that came, matched with their orientation: what each would do, and why some are refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.referral_answers import TakeAnswers, TakenAnswer
from clusterdesk.domain.records.referrals import Referral, ReferralAnswer
from clusterdesk.domain.referrals.received import Received, answer_key, changes_no_state
from clusterdesk.domain.referrals.replies import Certainty, ReadReply
from clusterdesk.domain.views.referral_answers import AnswerProposal, ProposedAnswer, Standing
from clusterdesk.services.referral_answers import trial
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.referrals import ReferralReader

_ABLE = frozenset({Standing.MOVES, Standing.KEPT})


@dataclass(slots=True)
class _UnderWay:
    """How orientations would stand after what was proposed before, and the answers they would have."""

    referrals: dict[UUID, Referral] = field(default_factory=dict)
    answers: list[ReferralAnswer] = field(default_factory=list)


def propose_answers(store: Store, received: Received, referral_id: UUID | None = None) -> AnswerProposal:
    """Return what came beside its orientation, each answer with what it would do; nothing is written.

    Args:
        store: where the orientations are.
        received: what came.
        referral_id: the orientation a person has chosen; without it, the code alone finds it.

    Raises:
        KnownError: it bears no code, a spoilt one, one of nobody here, or of another orientation; or says nothing.
    """
    return _proposal(store, received, referral_id, _UnderWay())


def propose_each(
    store: Store, came: Sequence[Received], referral_id: UUID | None = None
) -> tuple[AnswerProposal | KnownError, ...]:
    """Return what came in several mails and files, in the order given, each as it stands once the older is taken."""
    under = _UnderWay()
    found: dict[int, AnswerProposal | KnownError] = {}
    for place in sorted(range(len(came)), key=lambda one: _since(came[one])):
        try:
            found[place] = _proposal(store, came[place], referral_id, under)
        except KnownError as error:
            found[place] = error
    return tuple(found[place] for place in range(len(came)))


def _since(received: Received) -> date:
    days = [one.reply.answered_on for one in received.answers if one.reply is not None]
    return min((day for day in days if day is not None), default=received.on)


def _proposal(store: Store, received: Received, referral_id: UUID | None, under: _UnderWay) -> AnswerProposal:
    referral = _referral(store, received, referral_id)
    if not received.answers:
        raise _says_nothing(received)
    with store.read() as connection:
        (row,) = ReferralReader(connection, store.clock.today()).rows([referral])
    there = [
        *store.find(ReferralAnswer, referral_id=referral.id, revoked_on=None),
        *(one for one in under.answers if one.referral_id == referral.id),
    ]
    proposed: list[ProposedAnswer] = []
    standing = under.referrals.get(referral.id, referral)
    for read in received.answers:
        one, standing = _proposed(store, standing, read, there, [each.key for each in proposed], received)
        proposed.append(one)
    under.referrals[referral.id] = standing
    under.answers += [_meant(referral, one, received) for one in proposed if one.standing in _ABLE]
    return AnswerProposal(received, row, tuple(proposed), codeless=not received.tokens)


def _meant(referral: Referral, one: ProposedAnswer, received: Received) -> ReferralAnswer:
    assert one.read.reply is not None
    on, act = one.read.reply.answered_on or received.on, one.read.reply.kind.act
    return ReferralAnswer(referral_id=referral.id, on=on, act=act, text=one.read.words.strip(), sha256=one.key)


def all_of(proposal: AnswerProposal) -> TakeAnswers | None:
    """Return what takes every answer that can be taken as it was read; None where there is none."""
    able = [one for one in proposal.answers if one.standing in _ABLE]
    answers = tuple(
        TakenAnswer(reply=one.read.reply, words=one.read.words, key=one.key)
        for one in able
        if one.read.reply is not None
    )
    if not answers:
        return None
    return TakeAnswers(referral_id=proposal.row.record.id, received=proposal.received, answers=answers)


def _proposed(
    store: Store,
    referral: Referral,
    read: ReadReply,
    there: Iterable[ReferralAnswer],
    keys: Iterable[str],
    received: Received,
) -> tuple[ProposedAnswer, Referral]:
    """Return one answer, and the orientation as it would stand after it."""
    key = answer_key(referral.token, read)
    before = _same(read, key, there, received)
    if before is not None or key in keys:
        return ProposedAnswer(read, key, Standing.KNOWN, taken_on=before.on if before else None), referral
    if read.reply is None or read.certainty is Certainty.UNCLEAR:
        return ProposedAnswer(read, key, Standing.UNCLEAR), referral
    try:
        after = trial(store, referral, TakenAnswer(reply=read.reply, words=read.words, key=key))
    except KnownError as error:
        return ProposedAnswer(read, key, Standing.IMPOSSIBLE, refusal=error), referral
    kept = after is referral and changes_no_state(read.reply.kind.act, referral.state)
    return ProposedAnswer(read, key, Standing.KEPT if kept else Standing.MOVES, end=after.state), after


def _same(read: ReadReply, key: str, there: Iterable[ReferralAnswer], received: Received) -> ReferralAnswer | None:
    """Return the answer taken before that says the same.

    One that gives no day of its own got that of the mail, or today's: it is known by its words as well.
    """
    reply = read.reply
    undated = read.older or reply is None or reply.answered_on in (None, received.on)
    for one in there:
        if one.sha256 == key:
            return one
        if reply is not None and undated and one.act is reply.kind.act and one.text.strip() == read.words.strip():
            return one
    return None


def _referral(store: Store, received: Received, referral_id: UUID | None) -> Referral:
    chosen = store.get(Referral, referral_id) if referral_id is not None else None
    found = store.find(Referral, deleted=None, token=list(received.tokens)) if received.tokens else []
    if chosen is not None and (not received.tokens or any(one.id == chosen.id for one in found)):
        found = [chosen]
    if not found:
        raise _foreign(received) if received.tokens else _without_code(received)
    if len(found) > 1:
        raise KnownError(
            "answer_of_several",
            N_("What came names several orientations: {names}."),
            advice=N_("Paste the answer of each by itself, or open the orientation it is for and take it there."),
            names=", ".join(sorted(one.token for one in found)),
        )
    (one,) = found
    if chosen is not None and one.id != chosen.id:
        raise KnownError(
            "answer_of_another",
            N_("This answer is of another orientation: its code is {token}."),
            advice=N_("Close this, open that orientation, and take the answer there."),
            token=one.token,
        )
    if one.deleted:
        raise KnownError(
            "referral_binned",
            N_("This orientation is in the bin."),
            advice=N_("Take it out of the bin first."),
        )
    return one


def _foreign(received: Received) -> KnownError:
    return KnownError(
        "answer_foreign",
        N_("The code {token} is of no orientation in this binder."),
        advice=N_("See whether the answer is meant for a colleague, or for another binder."),
        token=", ".join(received.tokens),
    )


def _without_code(received: Received) -> KnownError:
    if received.spoilt:
        return KnownError(
            "answer_code_spoilt",
            N_("The code {token} is incomplete or misspelt."),
            advice=N_("Open the orientation and take the answer there, or ask for the mail again."),
            token=received.spoilt,
        )
    return KnownError(
        "answer_without_code",
        N_("What came bears no code of an orientation; it may have been cut off."),
        advice=N_("Open the orientation it is for and take the answer there, or take over the whole mail."),
    )


def _says_nothing(received: Received) -> KnownError:
    if received.blank:
        return KnownError(
            "answer_blank",
            N_("The reply came back empty: nothing stands behind “Answer”."),
            advice=N_("Ask the team once more, or note what it says yourself."),
        )
    return KnownError(
        "answer_nothing",
        N_("No answer can be found in what came."),
        advice=N_("Note yourself what the team says, by the buttons of the orientation."),
    )
