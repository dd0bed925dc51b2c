"""The blocks of a visit sheet, from the pages of organisation and session."""

from collections.abc import Iterable, Sequence
from datetime import date

from clusterdesk.base.errors import Translate
from clusterdesk.domain.choice_labels import INDICATOR_LABELS
from clusterdesk.domain.identifiers.phone import show_phone
from clusterdesk.domain.records.organisations import Address, AddressKind, ContactPoint, ContactPointKind, Establishment
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.edition import Edition, MarkedText
from clusterdesk.domain.views.organisation_page import ContactCard, FileCard, OrganisationPage, PromiseLine
from clusterdesk.domain.views.session_page import PastSessionLine, SessionPage
from clusterdesk.domain.views.visit_sheet import (
    Appointment,
    FiguresBlock,
    InShort,
    MissingEvidence,
    OpenPromise,
    PastSession,
    SheetContact,
    SheetHeader,
)
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.event_questions import event_question as event_question
from clusterdesk.services.ledger_views import read_ledgers
from clusterdesk.services.sheet_figures import figures_block, ledger_of_visit
from clusterdesk.services.sheet_under_way import under_way as under_way
from clusterdesk.store.desk_store import Store


def header(page: OrganisationPage, session: SessionPage | None, file: FileCard | None, language: str) -> SheetHeader:
    """Fill block 1; without a session there is no code to file a scan by."""
    title = next((one.project.title for one in page.projects if file in one.files), "") if file else ""
    return SheetHeader(
        organisation=page.organisation.name,
        code=session.code if session else "",
        value_chains=tuple(one.name_in(language) for one in page.value_chains),
        project=MarkedText(title) if title else None,
        tracks=tuple(one.name_in(language) for one in file.tracks) if file else (),
    )


def appointment(page: OrganisationPage, session: SessionPage | None) -> Appointment:
    """Fill block 2 with the place of the session, else the first place of today, and the person to ask for."""
    place = session.place if session and session.place else next(iter(page.present_establishments), None)
    note = place.access_note if place else ""
    contact = _contact_of(page, session)
    return Appointment(
        on=session.session.on if session else None,
        starts_at=session.session.starts_at if session else None,
        minutes=session.session.minutes if session else None,
        kind=session.session.kind if session else SessionKind.VISIT,
        address=address_line(page, place),
        access_note=MarkedText(note, place.access_note_visibility) if place and note else None,
        contact=_sheet_contact(contact, page) if contact else None,
    )


def in_short(
    page: OrganisationPage,
    session: SessionPage | None,
    file: FileCard | None,
    last: Iterable[PastSessionLine],
    day: date,
) -> InShort:
    """Fill block 3; the next step is the one agreed in the last session."""
    newest = next(iter(last), None)
    step = newest.session.next_step if newest else ""
    visit = session is None or session.session.kind is SessionKind.VISIT
    summary = page.organisation.summary.strip()
    return InShort(
        summary=MarkedText(summary, page.organisation.summary_visibility) if summary else None,
        file_open_since=file.file.opened_on if file else None,
        nth_visit=_nth_visit(page, session, file) if visit else None,
        next_step=MarkedText(step, newest.session.next_step_visibility) if newest and step else None,
        days_since_contact=(day - newest.session.on).days if newest else None,
    )


def past(lines: Iterable[PastSessionLine]) -> tuple[PastSession, ...]:
    """Fill block 4."""
    return tuple(
        PastSession(
            one.session.on,
            one.session.kind,
            one.who,
            tuple(MarkedText(note.text.strip(), note.visibility) for note in one.notes),
        )
        for one in lines
    )


def promises(page: OrganisationPage, day: date) -> tuple[OpenPromise, ...]:
    """Fill block 5 with every open promise, the latest first; how many fit is the page's business."""
    return tuple(_promise(page, line, day) for line in page.promises)


def figures(
    store: Store, page: OrganisationPage, file: FileCard | None, t: Translate, edition: Edition
) -> FiguresBlock | None:
    """Fill block 6 with the ledger of the file's project, else the one followed last; none where none is followed."""
    ledgers = read_ledgers(store, page.organisation.id)
    view = ledger_of_visit(ledgers, file.file.project_id if file is not None else None)
    return figures_block(view, page.today, t, edition) if view is not None else None


def missing_evidence(page: OrganisationPage, t: Translator) -> tuple[MissingEvidence, ...]:
    """Fill block 7 with what is wanted, each with the indicator it unlocks, or the track it is for."""
    tracks = {track.key: track.name_in(t.language) for file in page.open_files for track in file.tracks}

    def words(key: str) -> str:
        if not key:
            return ""
        return t(INDICATOR_LABELS[key]) if key in INDICATOR_LABELS else tracks.get(key, key)

    return tuple(MissingEvidence(one.title, words(one.indicator), one.visibility) for one in page.evidence_wanted)


def address_line(page: OrganisationPage, place: Establishment | None) -> str:
    """Return a place as one line: street and number, postcode, town; the seat where no place is known."""
    if place is not None and (place.street or place.city):
        return _line(place)
    seats = [one for one in page.present_addresses if one.kind is not AddressKind.MAIL]
    seats.sort(key=_site_first)
    return _line(seats[0]) if seats else ""


def main_contact(page: OrganisationPage) -> ContactCard | None:
    """Return the person to ring first among those who are still there."""
    there = [card for card in page.contacts if any(role.to_on is None for role in card.roles)]
    return next((card for card in there if card.main), there[0] if there else None)


def points_of(card: ContactCard, kind: ContactPointKind) -> list[ContactPoint]:
    """Return the ways of one kind to reach a person."""
    return [point for point in card.points if point.kind is kind]


def _contact_of(page: OrganisationPage, session: SessionPage | None) -> ContactCard | None:
    met = [one.record.contact_id for one in session.attendees] if session else []
    expected = [card for card in page.contacts if card.contact.id in met]
    return next((card for card in expected if card.main), expected[0] if expected else main_contact(page))


def _sheet_contact(card: ContactCard, page: OrganisationPage) -> SheetContact:
    phones: Sequence[ContactPoint] = points_of(card, ContactPointKind.PHONE)
    if not phones:
        phones = [point for point in page.points if point.kind is ContactPointKind.PHONE]
    language = card.contact.language or next(iter(page.organisation.languages), "")
    return SheetContact(
        name=card.contact.full_name,
        role=card.roles[0].role if card.roles else "",
        language=language,
        phone=show_phone(phones[0].value) if phones else "",
    )


def _nth_visit(page: OrganisationPage, session: SessionPage | None, file: FileCard | None) -> int:
    if session is not None:
        return session.nth_visit
    return (file.visits if file else page.held_visits) + 1


def _promise(page: OrganisationPage, line: PromiseLine, day: date) -> OpenPromise:
    action = line.action
    people = {card.contact.id: card.contact.full_name for card in page.contacts}
    named = people.get(action.contact_id, "") if action.contact_id else ""
    late = (day - action.due_on).days if action.due_on else 0
    return OpenPromise(
        text=action.text,
        owner=action.owner,
        owner_name=action.owner_name or named,
        due=action.due_on,
        days_late=max(late, 0),
        visibility=action.visibility,
    )


def _line(place: Address | Establishment) -> str:
    town = " ".join(part for part in (place.postcode, place.city) if part)
    country = "" if place.country in {"", "BE"} else place.country
    return ", ".join(part for part in (place.street, town, country) if part)


def _site_first(address: Address) -> bool:
    return address.kind is not AddressKind.SITE
