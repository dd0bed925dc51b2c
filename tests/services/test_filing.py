"""Dropped files find their visit or organisation; a mail becomes a session, once."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.documents import AttachDocument, DetachDocument, FileMail
from clusterdesk.domain.dropped import DroppedFile, DroppedKind, DroppedMail, MailPart, Person
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session, SessionAttendee, SessionKind, SessionNote, SessionState
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.filing import Reason
from clusterdesk.services.documents import detach_document
from clusterdesk.services.filing import file_all, file_mail, file_picture
from clusterdesk.services.filing_places import places_for
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation

DAY = date(2026, 11, 24)


def _photo(hour: int, minute: int = 0, *codes: str) -> DroppedFile:
    taken = datetime(DAY.year, DAY.month, DAY.day, hour, minute)  # noqa: DTZ001 - the local time of a camera
    return DroppedFile("foto.txt", DroppedKind.PICTURE, b"picture", codes, taken)


def _mail(*people: str, parts: tuple[MailPart, ...] = ()) -> DroppedFile:
    sender, *receivers = [Person(each) for each in people]
    mail = DroppedMail("<1@x>", DAY, time(9, 5), "Devis", sender, tuple(receivers), "Voici le devis.", parts)
    return DroppedFile("mail.eml", DroppedKind.MAIL, b"From: x", mail=mail)


def _mailbox(store: Store, organisation: object, address: str) -> Contact:
    contact = add(store, Contact(first_name="Nora", last_name="Lejeune"))
    add(store, ContactRole(contact_id=contact.id, organisation_id=organisation.id))  # type: ignore[attr-defined]
    add(store, ContactPoint(contact_id=contact.id, kind=ContactPointKind.MAIL, value=address))
    return contact


def test_the_code_is_surest_then_the_hour_then_the_day(store: Store) -> None:
    morning, noon = make_organisation(store, name="Matin"), make_organisation(store, name="Midi")
    first = add(store, Session(organisation_id=morning.id, on=DAY, starts_at=time(9, 0), minutes=60))
    second = add(store, Session(organisation_id=noon.id, on=DAY, starts_at=time(14, 0)))
    add(store, Session(organisation_id=noon.id, on=DAY, starts_at=time(9, 0), state=SessionState.CANCELLED))
    add(store, Session(organisation_id=noon.id, on=DAY, starts_at=time(9, 0), kind=SessionKind.MAIL))
    assert [(one.session_id, one.reason) for one in places_for(store, _photo(9, 40))] == [(first.id, Reason.HOUR)]
    assert [one.session_id for one in places_for(store, _photo(15, 10))] == [second.id]
    assert {one.reason for one in places_for(store, _photo(21))} == {Reason.DAY}
    coded = places_for(store, _photo(9, 40, short_code(second.id)))
    assert [(one.session_id, one.reason) for one in coded] == [(second.id, Reason.CODE), (first.id, Reason.HOUR)]
    assert places_for(store, DroppedFile("x.pdf", DroppedKind.PDF, b"x")) == ()


def test_a_mail_finds_its_organisation_by_whoever_is_known(store: Store) -> None:
    organisation = make_organisation(store)
    contact = _mailbox(store, organisation, "Nora@Noord.example")
    add(store, Profile(name="Claire", mail="claire@cluster.example"))
    _mailbox(store, make_organisation(store, name="Nous"), "claire@cluster.example")
    (found,) = places_for(store, _mail("nora@noord.example", "claire@cluster.example"))
    assert (found.organisation_id, found.contact_id, found.reason) == (organisation.id, contact.id, Reason.MAILBOX)
    other = make_organisation(store, name="Comptable")
    _mailbox(store, other, "thomas@noord.example")
    both = places_for(store, _mail("nora@noord.example"))
    assert [(one.organisation_id, one.reason) for one in both] == [
        (organisation.id, Reason.MAILBOX),
        (other.id, Reason.DOMAIN),
    ]
    (near, _other) = places_for(store, _mail("claire@cluster.example", "karim@noord.example"))
    assert (near.organisation_id, near.contact_id, near.reason) == (organisation.id, None, Reason.DOMAIN)
    assert places_for(store, _mail("x@gmail.com", "y@otherwhere.example")) == ()


def test_a_mail_becomes_a_session_with_its_text_and_papers_in_one_step(store: Store) -> None:
    organisation = make_organisation(store)
    contact = _mailbox(store, organisation, "nora@noord.example")
    parts = (MailPart("devis.pdf", b"%PDF-1.4"), MailPart("setup.exe", b"MZ\x90"))
    dropped = _mail("nora@noord.example", parts=parts)
    filed = file_mail(store, FileMail(organisation_id=organisation.id, contact_id=contact.id), dropped).output
    assert filed.left_out == ("setup.exe",)
    session = store.get(Session, filed.session.id)
    assert (session.kind, session.state, session.on, session.subject) == ("mail", "held", DAY, "Devis")
    (note,) = store.find(SessionNote, session_id=session.id)
    assert (note.text, note.visibility) == ("Voici le devis.", Visibility.INTERNAL)
    assert {one.name for one in store.find(Document, session_id=session.id)} == {"mail.eml", "devis.pdf"}
    assert [one.contact_id for one in store.find(SessionAttendee)] == [contact.id]
    with pytest.raises(KnownError) as twice:
        file_mail(store, FileMail(organisation_id=organisation.id), dropped)
    assert twice.value.code == "mail_known"
    undo(store)
    assert store.find(Session) == []
    assert store.find(Document) == []


def test_a_photo_is_attached_to_its_session_on_the_day_it_was_taken(store: Store) -> None:
    organisation = make_organisation(store)
    session = add(store, Session(organisation_id=organisation.id, on=DAY))
    command = AttachDocument(source=Path("foto.txt"), session_id=session.id)
    document = file_picture(store, command, _photo(10)).output
    kept = store.get(Document, document.id)
    assert (kept.session_id, kept.organisation_id, kept.on, kept.name) == (session.id, organisation.id, DAY, "foto.txt")
    assert store.documents.read(kept.sha256) == b"picture"


def test_the_same_photo_is_attached_once_to_the_same_place(store: Store) -> None:
    organisation = make_organisation(store)
    first, second = (add(store, Session(organisation_id=organisation.id, on=DAY)) for _ in range(2))
    command = AttachDocument(source=Path("foto.txt"), session_id=first.id)
    document = file_picture(store, command, _photo(10)).output
    with pytest.raises(KnownError, match="attached here already"):
        file_picture(store, command, _photo(10))
    file_picture(store, AttachDocument(source=Path("foto.txt"), session_id=second.id), _photo(10))
    assert len(store.find(Document)) == 2
    detach_document(store, DetachDocument(document_id=document.id))
    file_picture(store, command, _photo(10))  # from the bin nobody sees it
    assert len(store.find(Document)) == 2


def test_several_files_are_one_step_and_one_that_cannot_be_filed_stops_no_other(store: Store) -> None:
    organisation = make_organisation(store)
    here = AttachDocument(source=Path("x"), organisation_id=organisation.id)
    program = DroppedFile("setup.exe", DroppedKind.OTHER, b"MZ\x90")
    mail = FileMail(organisation_id=organisation.id)
    wanted: list[tuple[DroppedFile, FileMail | AttachDocument]]
    wanted = [(_photo(10), here), (program, here), (_mail("a@b.example"), mail), (_photo(10), here)]
    done = file_all(store, wanted)
    assert [one.error.code if one.error else "" for one in done.output] == ["", "document_program", "", "dropped_twice"]
    assert {one.name for one in store.find(Document)} == {"foto.txt", "mail.eml"}
    again = file_all(store, wanted)
    assert [one.error is not None for one in again.output] == [True] * 4
    assert not again.changes.touched
    undo(store)
    assert store.find(Document) == []
    assert store.find(Session) == []
