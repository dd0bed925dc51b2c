"""Orientations: begun, agreed to, handed over, answered, ended, taken up again.

Each move is a command of its own, with the day (today unless given) and who says so (the author unless given).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.referrals import ReadinessReply, ReferralAct, ReferralOutcome
from clusterdesk.domain.records.results import EvidenceLevel


@dataclass(frozen=True, kw_only=True)
class CreateReferral(Command):
    """Begin an orientation of an organisation: a kind, a need and, for abroad, countries (codes of two letters).

    With ``consent_by`` the organisation has agreed already: the orientation stands at the consent at once.
    ``quick_note_id`` is the line it was written in; it is sorted with it.
    """

    LABEL: ClassVar[str] = N_("New orientation · {title}")
    organisation_id: UUID
    need: str
    kind_id: UUID | None = None
    countries: tuple[str, ...] = ()
    tried: str = ""
    asked: str = ""
    on: date | None = None
    by: str = ""
    project_id: UUID | None = None
    coaching_file_id: UUID | None = None
    session_id: UUID | None = None
    profile_id: UUID | None = None
    hub_team_id: UUID | None = None
    remark: str = ""
    visibility: Visibility = Visibility.INTERNAL
    consent_by: str = ""
    consent_what: str = ""
    consent_on: date | None = None
    quick_note_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class OfReferral(Command):
    """What happens to one orientation: ``ACT``, on a day, by somebody; the service fills in ``title``."""

    ACT: ClassVar[ReferralAct]
    referral_id: UUID
    on: date | None = None
    by: str = ""
    remark: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class GiveConsent(OfReferral):
    """Note that the organisation agrees: ``consent_by`` is who of it, ``on`` when, ``consent_what`` to share what."""

    LABEL: ClassVar[str] = N_("Consent · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.CONSENTED
    consent_by: str
    consent_what: str


@dataclass(frozen=True, kw_only=True)
class HandOver(OfReferral):
    """Hand an orientation over to a team; the answer is expected after the team's usual days unless a day is given."""

    LABEL: ClassVar[str] = N_("Hand over · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.HANDED_OVER
    hub_team_id: UUID
    hub_person_id: UUID | None = None
    answer_due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Acknowledge(OfReferral):
    """Note that the team has received it."""

    LABEL: ClassVar[str] = N_("Acknowledged · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.ACKNOWLEDGED


@dataclass(frozen=True, kw_only=True)
class Accept(OfReferral):
    """Note that the team takes it on."""

    LABEL: ClassVar[str] = N_("Accepted · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.ACCEPTED


@dataclass(frozen=True, kw_only=True)
class Decline(OfReferral):
    """Note that the team declines, with its reason."""

    LABEL: ClassVar[str] = N_("Declined · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.DECLINED
    reason: str


@dataclass(frozen=True, kw_only=True)
class StartReferral(OfReferral):
    """Note that the team works on it."""

    LABEL: ClassVar[str] = N_("Being worked on · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.STARTED


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeEvidence:
    """What proves an outcome: its title, how strong it is, and the document where there is one."""

    title: str = ""
    level: EvidenceLevel = EvidenceLevel.SAID
    document_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class FinishReferral(OfReferral):
    """Note that the team is through, and what came of it; ``outcome_on`` is the day of the move unless given."""

    LABEL: ClassVar[str] = N_("Done · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.DONE
    outcome: ReferralOutcome
    outcome_on: date | None = None
    outcome_value: Decimal | None = None
    outcome_currency: str = "EUR"
    outcome_country: str = ""
    outcome_remark: str = ""
    evidence: OutcomeEvidence | None = None


@dataclass(frozen=True, kw_only=True)
class Withdraw(OfReferral):
    """Note that the organisation withdraws, with its reason; its consent ends with it."""

    LABEL: ClassVar[str] = N_("Withdrawn · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.WITHDRAWN
    reason: str


@dataclass(frozen=True, kw_only=True)
class RevokeReferral(OfReferral):
    """Take an orientation back ourselves, with the reason."""

    LABEL: ClassVar[str] = N_("Revoked · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.REVOKED
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReopenReferral(OfReferral):
    """Take an orientation up again that had ended."""

    LABEL: ClassVar[str] = N_("Taken up again · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.REOPENED


@dataclass(frozen=True, kw_only=True)
class ChaseTeam(OfReferral):
    """Note that the team was reminded."""

    LABEL: ClassVar[str] = N_("Chased · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.CHASED


@dataclass(frozen=True, kw_only=True)
class FeedBack(OfReferral):
    """Note that the organisation was told how its orientation stands."""

    LABEL: ClassVar[str] = N_("Told to the organisation · orientation of {title}")
    ACT: ClassVar[ReferralAct] = ReferralAct.FED_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessGiven:
    """The answer to one question on readiness."""

    question_id: UUID
    reply: ReadinessReply
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerReadiness(Command):
    """Answer questions on how ready the organisation is for abroad."""

    LABEL: ClassVar[str] = N_("Readiness · orientation of {title}")
    referral_id: UUID
    answers: tuple[ReadinessGiven, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class LiftReadiness(Command):
    """Make the promises that lift what readiness still lacks, all of them or those of some questions."""

    LABEL: ClassVar[str] = N_("Actions for readiness · {title}")
    referral_id: UUID
    question_ids: tuple[UUID, ...] = ()
    due_on: date | None = None
    profile_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}
