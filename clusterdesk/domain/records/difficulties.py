"""Difficulties of the field: obstacles that organisations meet, sent up and answered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import CURRENCY, DAY, QUANTITY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.lists import Named


class DifficultyState(StrEnum):
    """How far a difficulty has come; which may follow which stands in ``domain.difficulties``."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"
    ANSWERED = "answered"
    FED_BACK = "fed_back"
    CLOSED = "closed"


class DifficultyAct(StrEnum):
    """What happened to a difficulty on a day."""

    CREATED = "created"
    PREVIEWED = "previewed"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    SENT = "sent"
    ANSWERED = "answered"
    FED_BACK = "fed_back"
    CLOSED = "closed"
    REOPENED = "reopened"
    JOINED = "joined"


class Severity(StrEnum):
    """How much a difficulty weighs on those who meet it."""

    ANNOYING = "annoying"
    COSTLY = "costly"
    BLOCKING = "blocking"
    FATAL = "fatal"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyTheme(Named):
    """What a difficulty is about: permit, space, logistics, standards, energy and others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyRecipient(Named):
    """To whom difficulties are sent up."""

    mail: str = attribute(N_("Mail"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty(DatedFact):
    """An obstacle met by organisations, what it costs them a year, what they wish, and what was answered.

    With ``joined_into`` it is read as the other one, which says the same. ``cost`` is in ``currency`` a year.
    """

    title: str = attribute(N_("Title"), limit=1000)
    theme_id: UUID | None = refers("difficulty_theme", N_("Theme"), None)
    session_id: UUID | None = refers("session", N_("Session"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    recipient_id: UUID | None = refers("difficulty_recipient", N_("Sent to"), None)
    joined_into: UUID | None = refers("difficulty", N_("Joined into"), None)
    on: date = attribute(N_("Date"), rule=DAY)
    severity: Severity = attribute(N_("Severity"), Severity.COSTLY)
    state: DifficultyState = attribute(N_("State"), DifficultyState.DRAFT)
    state_on: date | None = attribute(N_("Since"), None)
    happens: str = note(N_("What happens"))
    cost: Decimal | None = attribute(N_("What it costs a year"), None, rule=QUANTITY)
    currency: str = attribute(N_("Currency"), "EUR", limit=3, rule=CURRENCY)
    cost_remark: str = attribute(N_("How it costs"), "")
    wish: str = note(N_("What is wished for"))
    approved_by: str = attribute(N_("Approved by"), "")
    approved_on: date | None = attribute(N_("Approved on"), None)
    sent_on: date | None = attribute(N_("Sent on"), None)
    answered_on: date | None = attribute(N_("Answered on"), None)
    answer: str = note(N_("Answer"))
    closed_on: date | None = attribute(N_("Closed on"), None)
    result: str = note(N_("Result"))
    remark: str = note(N_("Internal remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyOrganisation(Record):
    """An organisation meets a difficulty; ``named`` says that it agreed to stand by name. The id derives from both."""

    difficulty_id: UUID = refers("difficulty", N_("Difficulty"), owned=True)
    organisation_id: UUID = refers("organisation", N_("Organisation"))
    named: bool = attribute(N_("Agrees to be named"), default=False)
    named_by: str = attribute(N_("Who agreed"), "")
    named_on: date | None = attribute(N_("Agreed on"), None)
    fed_back_on: date | None = attribute(N_("Told of the answer on"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyQuote(DatedFact):
    """What somebody said of a difficulty, word for word."""

    difficulty_id: UUID = refers("difficulty", N_("Difficulty"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    session_id: UUID | None = refers("session", N_("Session"), None)
    on: date | None = attribute(N_("Date"), None)
    text: str = note(N_("Quote"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyStep(DatedFact):
    """What happened to a difficulty, when and by whom; ``sha256`` names what was read before it left."""

    difficulty_id: UUID = refers("difficulty", N_("Difficulty"), owned=True)
    act: DifficultyAct = attribute(N_("What happened"))
    on: date = attribute(N_("Date"), rule=DAY)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))
    sha256: str = attribute(N_("Checksum (SHA-256)"), "")
