"""The read model of the page that goes to a receiving team with an orientation, and of what goes with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.referrals import ReadinessReply
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class ParcelOrganisation:
    """Who is handed over, in ten lines; names of lists are in the language of the page, countries in their codes."""

    name: str
    legal_form: str = ""
    enterprise_number: str = ""
    founded_on: PartialDate | None = None
    seat: str = ""
    places: tuple[str, ...] = ()
    value_chains: tuple[str, ...] = ()
    circular_models: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    project: str = ""
    summary: MarkedText | None = None
    site: str = ""


@dataclass(frozen=True, slots=True)
class ParcelContact:
    """Somebody to speak with; ``language`` is a code, empty where it is not known."""

    name: str
    role: str = ""
    language: str = ""
    phone: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True)
class ParcelReadiness:
    """The answer to a question on readiness, in the language of the page."""

    question: str
    reply: ReadinessReply


@dataclass(frozen=True, slots=True)
class ParcelDocument:
    """A document that is attached to an orientation, with who may read it."""

    id: UUID
    name: str
    size: int = 0
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class ParcelView:
    """What the page says. Nothing of it is internal: what the organisation agreed to, and what is marked shareable.

    ``documents`` are those that go along; ``left_out`` those that stay here because they are not shareable.
    ``team`` and ``person`` are who receives it, ``mail`` where.
    """

    referral_id: UUID
    token: str
    language: str
    on: date
    about: ParcelOrganisation
    footer: PageFooter
    kind: str = ""
    countries: tuple[str, ...] = ()
    need: str = ""
    tried: str = ""
    asked: str = ""
    readiness: tuple[ParcelReadiness, ...] = ()
    consent_by: str = ""
    consent_on: date | None = None
    consent_what: str = ""
    contacts: tuple[ParcelContact, ...] = ()
    manager: ParcelContact = ParcelContact("")
    team: str = ""
    person: str = ""
    mail: str = ""
    due_on: date | None = None
    documents: tuple[ParcelDocument, ...] = ()
    left_out: tuple[ParcelDocument, ...] = ()

    @property
    def organisation(self) -> str:
        """Return the name of the organisation."""
        return self.about.name

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "referral"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
