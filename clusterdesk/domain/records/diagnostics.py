"""The diagnostic of an organisation: criteria scored 0–5, each with a sentence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, SCORE
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.lists import Named


class DiagnosticArea(StrEnum):
    """What a criterion is about: the business, or how matter circulates."""

    BUSINESS = "business"
    CIRCULAR = "circular"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticCriterion(Named):
    """A criterion of the diagnostic; the hints say in each language what is looked at."""

    area: DiagnosticArea = attribute(N_("Area"), DiagnosticArea.BUSINESS)
    hint_fr: str = attribute(N_("Hint in French"), "")
    hint_nl: str = attribute(N_("Hint in Dutch"), "")
    hint_en: str = attribute(N_("Hint in English"), "")
    version: int = attribute(N_("Version"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic(DatedFact):
    """A diagnostic of an organisation on a day, possibly for one coaching file."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    on: date = attribute(N_("Date"), rule=DAY)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticScore(Record):
    """The score of one criterion in a diagnostic, 0–5, with the sentence that says why; the id derives from both."""

    diagnostic_id: UUID = refers("diagnostic", N_("Diagnostic"), owned=True)
    criterion_id: UUID = refers("diagnostic_criterion", N_("Criterion"))
    score: int | None = attribute(N_("Score (0–5)"), None, rule=SCORE)
    sentence: str = note(N_("In a sentence"))
