"""Referrals: an organisation is handed to a receiving team, and what comes back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import COUNTRY, CURRENCY, DAY, OPTIONAL_COUNTRY, QUANTITY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.lists import Named


class ReferralState(StrEnum):
    """How far a referral has come; which may follow which stands in ``domain.referrals``."""

    DRAFT = "draft"
    CONSENT = "consent"
    HANDED_OVER = "handed_over"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"


class ReferralAct(StrEnum):
    """What happened to a referral on a day: a move to another state, or a word that changes none."""

    CREATED = "created"
    CONSENTED = "consented"
    HANDED_OVER = "handed_over"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    STARTED = "started"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    REOPENED = "reopened"
    CHASED = "chased"
    FED_BACK = "fed_back"


class ReferralOutcome(StrEnum):
    """What came of a referral that is done; all but ``none`` count as success."""

    CONTRACT = "contract"
    DISTRIBUTOR = "distributor"
    PARTNER = "partner"
    LEAD = "lead"
    NONE = "none"


class AnswerChannel(StrEnum):
    """The way an answer of a receiving team came."""

    TYPED = "typed"
    PASTED = "pasted"
    MAIL = "mail"
    FORM = "form"
    PHONE = "phone"


class ReadinessReply(StrEnum):
    """The answer to a question on readiness for abroad."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessQuestion(Named):
    """A question on whether an organisation is ready for abroad; the action says what to do about a « no »."""

    action_fr: str = attribute(N_("Action in French"), "")
    action_nl: str = attribute(N_("Action in Dutch"), "")
    action_en: str = attribute(N_("Action in English"), "")
    version: int = attribute(N_("Version"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(DatedFact):
    """An organisation is handed to a receiving team with a need, and what came of it.

    ``token`` is the short code by which answers find their referral. ``state_on`` is the day of the present state;
    ``answer_due_on`` the day by which an answer is expected. The consent says who of the organisation agreed, when,
    and to share what. Amounts are in ``outcome_currency``.
    """

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    project_id: UUID | None = refers("project", N_("Project"), None)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    session_id: UUID | None = refers("session", N_("Session"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    kind_id: UUID | None = refers("referral_kind", N_("Kind of orientation"), None)
    hub_team_id: UUID | None = refers("hub_team", N_("Receiving team"), None)
    hub_person_id: UUID | None = refers("hub_team_person", N_("Person of the team"), None)
    token: str = attribute(N_("Code"), "", limit=40)
    state: ReferralState = attribute(N_("State"), ReferralState.DRAFT)
    state_on: date | None = attribute(N_("Since"), None)
    on: date = attribute(N_("Date"), rule=DAY)
    need: str = note(N_("Need"))
    tried: str = note(N_("What was tried"))
    asked: str = note(N_("Answer expected"))
    consent_by: str = attribute(N_("Consent given by"), "")
    consent_on: date | None = attribute(N_("Consent given on"), None)
    consent_what: str = note(N_("What may be shared"))
    handed_over_on: date | None = attribute(N_("Handed over on"), None)
    answer_due_on: date | None = attribute(N_("Answer expected by"), None)
    decided_on: date | None = attribute(N_("Decided on"), None)
    reason: str = note(N_("Reason"))
    outcome: ReferralOutcome | None = attribute(N_("Outcome"), None)
    outcome_on: date | None = attribute(N_("Date of the outcome"), None)
    outcome_value: Decimal | None = attribute(N_("Value of the outcome"), None, rule=QUANTITY)
    outcome_currency: str = attribute(N_("Currency"), "EUR", limit=3, rule=CURRENCY)
    outcome_country: str = attribute(N_("Country of the outcome"), "", rule=OPTIONAL_COUNTRY)
    outcome_remark: str = note(N_("What came of it"))
    remark: str = note(N_("Internal remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralCountry(Record):
    """A referral is about a country; the id derives from both."""

    referral_id: UUID = refers("referral", N_("Orientation"), owned=True)
    country: str = attribute(N_("Country"), rule=COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDocument(Record):
    """A document goes with a referral; the id derives from both."""

    referral_id: UUID = refers("referral", N_("Orientation"), owned=True)
    document_id: UUID = refers("document", N_("Document"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralStep(DatedFact):
    """What happened to a referral, when and by whom: each change of its state, each chase, each word to the company."""

    referral_id: UUID = refers("referral", N_("Orientation"), owned=True)
    act: ReferralAct = attribute(N_("What happened"))
    on: date = attribute(N_("Date"), rule=DAY)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAnswer(DatedFact):
    """An answer of the receiving team as it came; ``sha256`` names its content, so that it is applied once.

    ``by`` is who says to have written it, which nothing proves; ``document_id`` the mail or file that is kept.
    """

    referral_id: UUID = refers("referral", N_("Orientation"), owned=True)
    on: date = attribute(N_("Date"), rule=DAY)
    channel: AnswerChannel = attribute(N_("How it came"), AnswerChannel.TYPED)
    by: str = attribute(N_("Answered by"), "")
    act: ReferralAct = attribute(N_("What it says"))
    text: str = note(N_("Text of the answer"))
    sha256: str = attribute(N_("Checksum (SHA-256)"), "")
    document_id: UUID | None = refers("document", N_("Document"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessAnswer(Record):
    """The answer to one question on readiness for a referral, with the question as asked; the id derives from both."""

    referral_id: UUID = refers("referral", N_("Orientation"), owned=True)
    question_id: UUID = refers("readiness_question", N_("Question on readiness"))
    asked: str = attribute(N_("Question as asked"), "")
    reply: ReadinessReply = attribute(N_("Answer"), ReadinessReply.UNKNOWN)
    remark: str = attribute(N_("Remark"), "")
