"""Who receives the mail that carries a sheet or a report; the words are the briefs', the file is the exchange's."""

from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.records.organisations import ContactPointKind
from clusterdesk.domain.views.organisation_page import ContactCard, OrganisationPage
from clusterdesk.services.sheet_blocks import main_contact, points_of
from clusterdesk.services.visit_sheets import document_language
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_page import organisation_page
from clusterdesk.store.queries.session_page import session_page

_LANGUAGES = ("fr", "nl", "en")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a draft may go to; the name is empty for the mail address of an organisation."""

    mail: str
    name: str = ""


def report_recipients(store: Store, session_id: UUID) -> tuple[Recipient, ...]:
    """Return the people met in a session who have a mail address; without any, whom the organisation is written to."""
    with store.read() as connection:
        page = session_page(connection, session_id, store.clock.today())
    met = {one.record.contact_id for one in page.attendees}
    cards = [card for card in page.organisation.contacts if card.contact.id in met]
    found = tuple(one for card in cards if (one := _recipient(card)) is not None)
    return found or recipients_of(page.organisation)


def organisation_recipients(store: Store, organisation_id: UUID) -> tuple[Recipient, ...]:
    """Return whom to write to in an organisation: the main contact, else its own address; possibly nobody."""
    with store.read() as connection:
        return recipients_of(organisation_page(connection, organisation_id, store.clock.today()))


def recipients_of(page: OrganisationPage) -> tuple[Recipient, ...]:
    """Return whom to write to in an organisation: the main contact, else its own address; possibly nobody."""
    contact = main_contact(page)
    found = _recipient(contact) if contact else None
    if found is not None:
        return (found,)
    own = [point.value for point in page.points if point.kind is ContactPointKind.MAIL]
    return (Recipient(own[0]),) if own else ()


def mail_language(page: OrganisationPage, default: str = "fr") -> str:
    """Return the language of a mail to an organisation: that of the main contact, else that of its documents."""
    contact = main_contact(page)
    spoken = contact.contact.language if contact is not None else None
    return spoken if spoken in _LANGUAGES else document_language(page, default)


def _recipient(card: ContactCard) -> Recipient | None:
    mails = points_of(card, ContactPointKind.MAIL)
    return Recipient(mails[0].value, card.contact.full_name) if mails else None
