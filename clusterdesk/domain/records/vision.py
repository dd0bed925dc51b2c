"""The common vision and how it is made: dossiers with chapters, dated sources, contributors and open questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import DatedFact, Record, Visibility


class VisionStage(StrEnum):
    """How far a dossier has come."""

    SCOPE = "scope"
    COLLECTION = "collection"
    WORKING_GROUPS = "working_groups"
    SHAPING = "shaping"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionDossier(DatedFact):
    """A synthesis in the making: its question and its scope; its last step says which stage it has reached."""

    title: str = attribute(N_("Title"), limit=1000)
    question: str = note(N_("Question"))
    scope: str = note(N_("Scope"))
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionStep(DatedFact):
    """A dossier reached a stage on a day."""

    vision_dossier_id: UUID = refers("vision_dossier", N_("Dossier"), owned=True)
    stage: VisionStage = attribute(N_("Stage"))
    on: date = attribute(N_("Date"), rule=DAY)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionChapter(Record):
    """A chapter of a dossier."""

    vision_dossier_id: UUID = refers("vision_dossier", N_("Dossier"), owned=True)
    title: str = attribute(N_("Title"), limit=1000)
    text: str = note(N_("Text"))
    position: int = attribute(N_("Order"), 0)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionSource(DatedFact):
    """Where a statement comes from, with its date."""

    vision_dossier_id: UUID = refers("vision_dossier", N_("Dossier"), owned=True)
    vision_chapter_id: UUID | None = refers("vision_chapter", N_("Chapter"), None)
    document_id: UUID | None = refers("document", N_("Document"), None)
    title: str = attribute(N_("Title"), limit=1000)
    author: str = attribute(N_("Author"), "")
    published_on: PartialDate | None = attribute(N_("Published on"), None)
    consulted_on: date | None = attribute(N_("Consulted on"), None, rule=DAY)
    link: str = attribute(N_("Link"), "")
    summary: str = note(N_("What it says"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionContributor(Record):
    """An organisation or a person contributes to a dossier; named outside only with consent to be cited."""

    vision_dossier_id: UUID = refers("vision_dossier", N_("Dossier"), owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    name: str = attribute(N_("Name"), "")
    role: str = attribute(N_("Role"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(DatedFact):
    """What a dossier still has to find out, and the answer."""

    vision_dossier_id: UUID = refers("vision_dossier", N_("Dossier"), owned=True)
    vision_chapter_id: UUID | None = refers("vision_chapter", N_("Chapter"), None)
    text: str = note(N_("Question"))
    asked_on: date | None = attribute(N_("Asked on"), None, rule=DAY)
    answered_on: date | None = attribute(N_("Answered on"), None, rule=DAY)
    answer: str = note(N_("Answer"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
