"""What a rule proposes about a result: reached on a day, why, what is missing, and whether a person should act.

A rule (``domain/industrialisation``, ``domain/breakeven`` …) makes one of these; ``gui/pages/organisation/
proposal_card.py`` shows it, the command line prints it, ``services/proposals.py`` carries out what a person decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind

# The indicator that each kind of result counts towards.
INDICATORS: Mapping[ResultKind, str] = MappingProxyType(
    {
        ResultKind.INDUSTRIALISED: "industrialised",
        ResultKind.BREAK_EVEN_REACHED: "break_even",
        ResultKind.JOB_GROWTH: "job_growth",
        ResultKind.PRODUCTION_STARTED: "new_production",
    }
)


class ProposedAction(StrEnum):
    """What the rule asks a person to decide, if anything."""

    NONE = "none"
    CONFIRM = "confirm"
    REVOKE = "revoke"


class StartState(StrEnum):
    """Where the project stood when its coaching began: below, so that a result counts; there already; not known."""

    BELOW = "below"
    ALREADY_REACHED = "already_reached"
    UNKNOWN = "unknown"


class ResultStanding(StrEnum):
    """In a word, how far a result has come: what chips and the command line say."""

    NOT_YET = "not_yet"
    ON_THE_WAY = "on_the_way"
    PROPOSED = "proposed"
    ALREADY_BEFORE = "already_before"
    DOUBTFUL = "doubtful"
    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"
    VALIDATED = "validated"
    TO_REVOKE = "to_revoke"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence: an English msgid and its values; ``services/proposal_words.py`` puts it into words.

    A date is written as people here write it, a ``Decimal`` as a number, a value whose name ends in ``_label`` is a
    msgid itself, one whose name ends in ``_money`` an amount in euros.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuggestedProof:
    """What could be noted as evidence where there is none yet: where the figures come from, and what that is worth."""

    title: Sentence
    level: EvidenceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultProposal:
    """A result as a rule sees it.

    ``on`` is the effective date by the rule, None while it is not reached; ``rule`` the stable name kept in the event
    (``MRL9``, ``R3``); ``reasons`` say why, ``missing`` what keeps it from being proposed; ``evidence`` is what could
    prove it, obtained or wanted. ``event`` is the result noted before, not revoked. ``on_the_way``: not there, yet near
    enough to be shown as such. ``doubtful``: what ``missing`` says keeps it from counting without a reason.
    ``suggested`` is the evidence to propose where none was obtained.
    """

    kind: ResultKind
    rule: str
    on: date | None = None
    action: ProposedAction = ProposedAction.NONE
    start: StartState = StartState.UNKNOWN
    reasons: tuple[Sentence, ...] = ()
    missing: tuple[Sentence, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    event: ResultEvent | None = None
    on_the_way: bool = False
    doubtful: bool = False
    suggested: SuggestedProof | None = None
    project_id: UUID | None = None
    organisation_id: UUID | None = None
    coaching_file_id: UUID | None = None
    ledger_id: UUID | None = None

    @property
    def already_before(self) -> bool:
        """Whether it was reached before the coaching began: it then counts only with a reason."""
        return self.start is StartState.ALREADY_REACHED

    @property
    def is_proved(self) -> bool:
        """Whether evidence was obtained: without any, confirming asks for it."""
        return any(not one.wanted for one in self.evidence)

    @property
    def needs_reason(self) -> bool:
        """Whether it is confirmed with a reason only."""
        return self.already_before or self.doubtful

    @property
    def standing(self) -> ResultStanding:
        """Return in a word how far it has come."""
        if self.action is ProposedAction.REVOKE:
            return ResultStanding.TO_REVOKE
        if self.event is not None and self.event.validated_on is not None:
            return ResultStanding.VALIDATED
        if self.event is not None and self.event.confirmed_on is not None:
            return ResultStanding.CONFIRMED
        if self.action is ProposedAction.CONFIRM:
            if self.already_before:
                return ResultStanding.ALREADY_BEFORE
            return ResultStanding.DOUBTFUL if self.doubtful else ResultStanding.PROPOSED
        if self.event is not None:
            return ResultStanding.TO_CONFIRM
        return ResultStanding.ON_THE_WAY if self.on_the_way else ResultStanding.NOT_YET
