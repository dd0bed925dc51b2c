"""Results, the evidence that proves them, and documents."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Visibility


class EvidenceLevel(IntEnum):
    """The ladder of evidence, from an impression to a check by a third party."""

    IMPRESSION = 0
    SAID = 1
    ATTESTATION = 2
    DOCUMENT = 3
    THIRD_PARTY = 4


class ResultKind(StrEnum):
    """What can be achieved."""

    BREAK_EVEN_REACHED = "break_even_reached"
    BREAK_EVEN_LOST = "break_even_lost"
    INDUSTRIALISED = "industrialised"
    PRODUCTION_STARTED = "production_started"
    JOB_GROWTH = "job_growth"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultEvent(DatedFact):
    """A result of a project on its effective date; confirmed by a person, validated by a second one.

    ``ledger_id`` and ``rule`` say which figures showed it and by which rule; ``override_reason`` why it counts
    although it seemed reached before the coaching began.
    """

    project_id: UUID | None = refers("project", N_("Project"), None)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    ledger_id: UUID | None = refers("ledger", N_("Ledger of figures"), None)
    kind: ResultKind = attribute(N_("Result"))
    on: date = attribute(N_("Effective date"), rule=DAY, calendar=Calendar.MONTH)
    confirmed_by: str = attribute(N_("Confirmed by"), "")
    confirmed_on: date | None = attribute(N_("Confirmed on"), None, rule=DAY)
    validated_by: str = attribute(N_("Validated by"), "")
    validated_on: date | None = attribute(N_("Validated on"), None, rule=DAY)
    revoke_reason: str = attribute(N_("Why it was revoked"), "")
    rule: str = attribute(N_("Rule"), "")
    override_reason: str = attribute(N_("Why it counts all the same"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DatedFact):
    """A file kept by its content: ``sha256`` names it in the binder, ``name`` is the cleaned name shown."""

    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    session_id: UUID | None = refers("session", N_("Session"), None)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    name: str = attribute(N_("File name"))
    sha256: str = attribute(N_("Checksum (SHA-256)"))
    size: int = attribute(N_("Size in bytes"))
    media_type: str = attribute(N_("Type of file"), "application/octet-stream")
    on: date | None = attribute(N_("Date"), None)
    remark: str = attribute(N_("Remark"), "")
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(DatedFact):
    """What proves a result, on the ladder 0–4; ``indicator`` is the key of the indicator it unlocks."""

    result_event_id: UUID | None = refers("result_event", N_("Result"), None)
    project_id: UUID | None = refers("project", N_("Project"), None)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    document_id: UUID | None = refers("document", N_("Document"), None)
    level: EvidenceLevel = attribute(N_("Level of evidence"), EvidenceLevel.SAID)
    title: str = attribute(N_("Title"))
    indicator: str = attribute(N_("Indicator"), "")
    on: date | None = attribute(N_("Date"), None)
    wanted: bool = attribute(N_("Still to obtain"), default=False)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
