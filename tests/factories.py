"""Records for tests, in a real store, with everything that was not said filled in."""

from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import LogSession, NewNote
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Address, ContactPoint, ContactPointKind, Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services import records, session_closing
from clusterdesk.store.desk_store import Store


def add[R: Record](store: Store, record: R, *parts: Record) -> R:
    """Add a record with its parts in one step."""
    records.add_record(store, AddRecord(record=record, parts=parts))
    return record


def make_organisation(
    store: Store, name: str = "Atelier Noord", *, postcode: str | None = "1080", **values: Any
) -> Organisation:
    """Add an organisation with a seat."""
    organisation = Organisation(name=name, **values)
    seat = Address(
        organisation_id=organisation.id, street="Quai des Matériaux 3", postcode=postcode or "", city="Bruxelles"
    )
    return add(store, organisation, *((seat,) if postcode is not None else ()))


def make_contact(
    store: Store,
    organisation: Organisation,
    first_name: str = "Sofie",
    last_name: str = "Peeters",
    *,
    role: str = "Gérante",
    phone: str = "+3225550123",
    mail: str = "",
    main: bool = True,
    language: str | None = "fr",
) -> Contact:
    """Add a contact person with a role, a phone and a mail address."""
    person = Contact(first_name=first_name, last_name=last_name, language=language)
    parts: list[Record] = [
        ContactRole(contact_id=person.id, organisation_id=organisation.id, role=role, main=main),
        ContactPoint(contact_id=person.id, value=phone),
    ]
    if mail:
        parts.append(ContactPoint(contact_id=person.id, kind=ContactPointKind.MAIL, value=mail))
    return add(store, person, *parts)


def make_file(
    store: Store,
    organisation: Organisation,
    title: str = "Scie à ruban partagée",
    *,
    opened_on: date = date(2026, 2, 2),
    closed_on: date | None = None,
    tracks: tuple[str, ...] = (),
) -> CoachingFile:
    """Add a project of an organisation and a coaching file on tracks given by their keys."""
    project = Project(title=title, organisation_id=organisation.id)
    file = CoachingFile(project_id=project.id, opened_on=opened_on, closed_on=closed_on)
    members = []
    for track in store.find(Track):
        if track.key in tracks:
            member = set_member_id("coaching_file_track", {"coaching_file_id": file.id, "track_id": track.id})
            members.append(CoachingFileTrack(id=member, coaching_file_id=file.id, track_id=track.id))
    add(store, project, file, *members)
    return file


def make_visit(
    store: Store, organisation: Organisation, on: date, *texts: str, coaching_file_id: UUID | None = None, **values: Any
) -> Session:
    """Log a visit that was held, with shareable notes."""
    notes = tuple(NewNote(text=text) for text in texts)
    command = LogSession(
        organisation_id=organisation.id, on=on, notes=notes, coaching_file_id=coaching_file_id, **values
    )
    return session_closing.log_session(store, command).output
