"""Contact persons, their roles and their consents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import DatedFact, Record


class ConsentPurpose(StrEnum):
    """What a person or an organisation agrees to, each apart."""

    MAILING = "mailing"
    PHOTO = "photo"
    CITATION = "citation"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A person; several organisations are possible, with a role in each."""

    first_name: str = attribute(N_("First name"), "")
    last_name: str = attribute(N_("Last name"), "")
    language: str | None = attribute(N_("Language"), None)
    notes: str = note(N_("Internal notes"))

    @property
    def full_name(self) -> str:
        """Return first and last name with one space between those there are."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRole(Record):
    """The role of a person in an organisation between two days; ``main`` is the one to ring first."""

    contact_id: UUID = refers("contact", N_("Contact person"), owned=True)
    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    role: str = attribute(N_("Role"), "")
    main: bool = attribute(N_("Main contact"), default=False)
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(DatedFact):
    """What a person, or an organisation as a whole, agreed to or refused, when and how."""

    contact_id: UUID | None = refers("contact", N_("Contact person"), None, owned=True)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None, owned=True)
    purpose: ConsentPurpose = attribute(N_("Consent for"))
    given: bool = attribute(N_("Given"), default=True)
    on: date | None = attribute(N_("Date"), None)
    how: str = attribute(N_("How it was given"), "")
