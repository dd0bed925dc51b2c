"""Organisations: who is accompanied, where they are, what they are to the cluster."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import DatedFact, Record, Visibility


class OrganisationKind(StrEnum):
    """What an organisation is."""

    COMPANY = "company"
    NON_PROFIT = "non_profit"
    PROJECT_HOLDER = "project_holder"
    PARTNER = "partner"
    PUBLIC_BODY = "public_body"
    RESEARCH = "research"
    FOREIGN = "foreign"


class VatStatus(StrEnum):
    """Whether an enterprise is liable to VAT; its number does not tell."""

    UNKNOWN = "unknown"
    LIABLE = "liable"
    NOT_LIABLE = "not_liable"


class LegalSituation(StrEnum):
    """The dated legal situation of an organisation."""

    ACTIVE = "active"
    JUDICIAL_REORGANISATION = "judicial_reorganisation"
    BANKRUPT = "bankrupt"
    DISSOLVED = "dissolved"


class AddressKind(StrEnum):
    """What an address is for."""

    SEAT = "seat"
    SITE = "site"
    MAIL = "mail"


class MembershipStatus(StrEnum):
    """What an organisation is to the cluster during a time."""

    CANDIDATE = "candidate"
    MEMBER = "member"
    PARTNER = "partner"
    FORMER = "former"


class ContactPointKind(StrEnum):
    """A way to reach somebody."""

    PHONE = "phone"
    MAIL = "mail"
    WEB = "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """A company, non-profit, project holder, partner, public body, research centre or foreign organisation.

    ``enterprise_number`` is ten digits or ``None`` while it is missing; the same record is completed later.
    The summary is what we say of it among ourselves until somebody marks it shareable.
    ``merged_into`` and ``merged_on`` say that from that day on it is read as the kept organisation.
    """

    name: str = attribute(N_("Name"), limit=1000)
    kind: OrganisationKind = attribute(N_("Kind"), OrganisationKind.COMPANY)
    enterprise_number: str | None = attribute(N_("Enterprise number"), None)
    vat_status: VatStatus = attribute(N_("VAT status"), VatStatus.UNKNOWN)
    sole_trader: bool = attribute(N_("Sole trader"), default=False)
    legal_form: str | None = attribute(N_("Legal form"), None)
    founded_on: PartialDate | None = attribute(N_("Founded on"), None)
    languages: tuple[str, ...] = attribute(N_("Languages"), ())
    summary: str = note(N_("In short"))
    summary_visibility: Visibility = attribute(N_("Visibility of the summary"), Visibility.INTERNAL)
    notes: str = note(N_("Internal notes"))
    merged_into: UUID | None = refers("organisation", N_("Merged into"), None)
    merged_on: date | None = attribute(N_("Merged on"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationStatus(DatedFact):
    """The legal situation of an organisation from a day on."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    situation: LegalSituation = attribute(N_("Legal situation"), LegalSituation.ACTIVE)
    from_on: PartialDate | None = attribute(N_("From"), None)
    source: str | None = attribute(N_("Source"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(DatedFact):
    """Where an organisation is or was, between two days."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    kind: AddressKind = attribute(N_("Kind of address"), AddressKind.SEAT)
    street: str = attribute(N_("Street and number"), "")
    postcode: str = attribute(N_("Postcode"), "")
    city: str = attribute(N_("City"), "")
    country: str = attribute(N_("Country"), "BE")
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment(DatedFact):
    """A place where an organisation works and is visited; its unit number starts with 2 to 8."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    name: str = attribute(N_("Name of the place"), "")
    establishment_number: str | None = attribute(N_("Establishment number"), None)
    street: str = attribute(N_("Street and number"), "")
    postcode: str = attribute(N_("Postcode"), "")
    city: str = attribute(N_("City"), "")
    country: str = attribute(N_("Country"), "BE")
    access_note: str = attribute(N_("How to get in"), "")
    access_note_visibility: Visibility = attribute(N_("Visibility of how to get in"), Visibility.SHAREABLE)
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(DatedFact):
    """What an organisation is to the cluster between two days; leaving has a reason, results stay."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    status: MembershipStatus = attribute(N_("Membership"), MembershipStatus.CANDIDATE)
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)
    reason: str = attribute(N_("Reason"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint(Record):
    """A phone, mail address or web site of an organisation or of a person; phones are kept as E.164 where possible."""

    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None, owned=True)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None, owned=True)
    kind: ContactPointKind = attribute(N_("Kind"), ContactPointKind.PHONE)
    value: str = attribute(N_("Phone, mail or site"))
    label: str = attribute(N_("Label"), "")
    position: int = attribute(N_("Order"), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationActivity(Record):
    """A NACE code of an organisation with the version of the nomenclature (2003, 2008, 2025)."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    code: str = attribute(N_("NACE code"))
    version: str = attribute(N_("NACE version"), "2025")
    main: bool = attribute(N_("Main activity"), default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationValueChain(Record):
    """An organisation works in a value chain; the id derives from both, so that two laptops agree."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    value_chain_id: UUID = refers("value_chain", N_("Value chain"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCircularModel(Record):
    """An organisation follows a circular business model; several may apply."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    circular_model_id: UUID = refers("circular_model", N_("Circular model"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportNote(Record):
    """A cell of an imported list that has no field of its own yet, kept word for word with its date and source."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    topic: str = attribute(N_("Topic"))
    column: str = attribute(N_("Column"))
    text: str = note(N_("Text"))
    year: int | None = attribute(N_("Year"), None)
    on: date | None = attribute(N_("Date"), None)
    source: str = attribute(N_("Source"), "")
