"""The parcel of an orientation: what goes, what never goes, and how it reads, from the bytes that leave."""

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.house import House
from clusterdesk.briefs.parcel_page import parcel_pdf
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.commands.referrals import (
    AnswerReadiness,
    CreateReferral,
    GiveConsent,
    HandOver,
    ReadinessGiven,
    Withdraw,
)
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ContactPointKind,
    Organisation,
)
from clusterdesk.domain.records.referrals import ReadinessQuestion, ReadinessReply, Referral, ReferralDocument
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.domain.referrals.replies import ReplyKind
from clusterdesk.domain.referrals.reply_reading import read_replies
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.exchange.answers.country_words import countries_by_name
from clusterdesk.exchange.answers.receiving import may_be_answer, read_received
from clusterdesk.exchange.mail import mail_draft
from clusterdesk.exchange.parcels.contents import ParcelChoice, ParcelFile, chosen_documents, parcel_files
from clusterdesk.exchange.parcels.mail import parcel_mail
from clusterdesk.exchange.parcels.places import queue_parcel, write_folder
from clusterdesk.exchange.referrals.letters import write_letter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import documents, outbox, readiness, records
from clusterdesk.services.parcels import parcel_view
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_text, pdf_words

PLANTED = "Le gérant divorce et le cache à sa banque"
AUTHOR = "Claire Delvaux"
LONG = "Société coopérative de réemploi, d’éco-conception et de démantèlement sélectif « Œuvre à l’Été » de Woluwe"

type Add = Callable[[Record], None]


@pytest.fixture
def add(store: Store) -> Add:
    """A function that adds a record."""

    def one(record: Record) -> None:
        records.add_record(store, AddRecord(record=record))

    return one


@pytest.fixture
def referral(store: Store, add: Add, tmp_path: Path) -> Referral:
    """An orientation abroad that was agreed to and handed over, with the planted sentence wherever it may stand."""
    organisation = Organisation(
        name=LONG, enterprise_number="0403019261", summary=PLANTED, notes=PLANTED, languages=("fr", "nl")
    )
    person = Contact(first_name="Noé", last_name="Çelik-Ünal", notes=PLANTED)
    hidden = Contact(first_name="Maud", last_name="Secrète")
    team = HubTeam(name="Cellule Nord", mail="nord@hub.example", languages=("fr",), answer_days=10, remark=PLANTED)
    hanne = HubTeamPerson(hub_team_id=team.id, name="Hanne Deprez", mail="hanne@hub.example")
    session = Session(
        organisation_id=organisation.id, kind=SessionKind.VISIT, state=SessionState.HELD, on=date(2026, 1, 5)
    )
    for record in (
        organisation,
        Address(organisation_id=organisation.id, street="Quai du Hainaut 1", postcode="1080", city="Molenbeek"),
        person,
        ContactRole(contact_id=person.id, organisation_id=organisation.id, role="gérant", main=True),
        ContactPoint(contact_id=person.id, kind=ContactPointKind.MAIL, value="noe@oeuvre.example"),
        hidden,
        ContactRole(contact_id=hidden.id, organisation_id=organisation.id, role="comptable"),
        ContactPoint(contact_id=hidden.id, kind=ContactPointKind.MAIL, value="maud@oeuvre.example"),
        team,
        hanne,
        session,
        SessionNote(session_id=session.id, text=PLANTED),
    ):
        add(record)
    made = _handed_over(store, organisation, session, team, hanne)
    _answered(store, made)
    _attached(store, add, made, tmp_path)
    return store.get(Referral, made.id)


def _handed_over(
    store: Store, organisation: Organisation, session: Session, team: HubTeam, hanne: HubTeamPerson
) -> Referral:
    made = create_referral(
        store,
        CreateReferral(
            organisation_id=organisation.id,
            need="Un distributeur aux Pays-Bas.",
            tried="Deux salons, sans suite.",
            asked="Trois noms.",
            remark=PLANTED,
            kind_id=store.find(ReferralKind, international=True)[0].id,
            countries=("NL", "CI"),
            session_id=session.id,
        ),
    ).output
    move_referral(
        store,
        GiveConsent(referral_id=made.id, consent_by="Noé Çelik-Ünal", consent_what="Catalogue et prix", remark=PLANTED),
    )
    move_referral(store, HandOver(referral_id=made.id, hub_team_id=team.id, hub_person_id=hanne.id, remark=PLANTED))
    return made


def _answered(store: Store, made: Referral) -> None:
    first, second, *_ = sorted(store.find(ReadinessQuestion), key=lambda one: one.position)
    answers = (
        ReadinessGiven(question_id=first.id, reply=ReadinessReply.YES, remark=PLANTED),
        ReadinessGiven(question_id=second.id, reply=ReadinessReply.NO),
    )
    readiness.answer_readiness(store, AnswerReadiness(referral_id=made.id, answers=answers))


def _attached(store: Store, add: Add, made: Referral, folder: Path) -> None:
    for name, visibility in (
        ("catalogue.txt", Visibility.SHAREABLE),
        ("comptes internes.txt", Visibility.INTERNAL),
        ("jugement.txt", Visibility.RESTRICTED),
    ):
        source = folder / name
        source.write_text(
            "Prix de la table" if visibility is Visibility.SHAREABLE else f"{PLANTED} {name}", encoding="utf-8"
        )
        attach = AttachDocument(source=source, organisation_id=made.organisation_id, visibility=visibility)
        document = documents.attach_document(store, attach, limit_mb=5).output
        add(ReferralDocument(referral_id=made.id, document_id=document.id))


def view_of(store: Store, referral: Referral, language: str = "") -> ParcelView:
    return parcel_view(store, referral.id, author=AUTHOR, language=language)


def page_of(view: ParcelView) -> bytes:
    return parcel_pdf(view, Translator(view.language, strict=True), Formats(view.language), House("Cluster Exemple"))


def files_of(store: Store, view: ParcelView, choice: ParcelChoice | None = None) -> tuple[ParcelFile, ...]:
    page = ParcelFile("Orientation.pdf", page_of(view))
    return parcel_files(store, view, page, choice or ParcelChoice(), Translator(view.language, strict=True))


def draft_of(store: Store, view: ParcelView) -> bytes:
    return mail_draft(parcel_mail(view, files_of(store, view), Translator(view.language, strict=True)))


def texts(name: str, content: bytes) -> Iterator[str]:
    """Give every text in a file, those in what it holds included."""
    if name.endswith(".pdf"):
        yield " ".join(pdf_text(content).split())
    elif name.endswith(".eml"):
        message = email.message_from_bytes(content, policy=email.policy.default)
        yield str(message["Subject"]) + str(message["To"])
        for part in message.walk():
            if not part.is_multipart():
                held = part.get_payload(decode=True)
                assert isinstance(held, bytes)
                yield from texts(part.get_filename() or "body.txt", held)
    else:
        yield content.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_planted_internal_sentence_is_in_no_parcel(
    store: Store, referral: Referral, tmp_path: Path, language: str
) -> None:
    view = view_of(store, referral, language)
    mail = parcel_mail(view, files_of(store, view), Translator(language))
    draft = write_letter(tmp_path / "out", mail, "parcel")
    folder = write_folder(tmp_path / "out", view, files_of(store, view))
    jobs = queue_parcel(store, view, files_of(store, view), "parcels/{year}/{organisation}")
    queued = [path for job in jobs if (path := outbox.local_path(store, job)) is not None]
    left = [draft, *folder.iterdir(), *queued]
    assert len(left) == 1 + 2 * len(files_of(store, view))
    for path in left:
        for text in texts(path.name, path.read_bytes()):
            assert PLANTED not in text, path.name
            assert "divorce" not in text, path.name
            assert "comptes internes" not in text, "the name of what stays here stays here as well"
            assert "Maud" not in text, "nobody is named who did not agree"


def test_the_page_says_who_needs_what_and_how_to_answer(store: Store, referral: Referral) -> None:
    pdf = page_of(view_of(store, referral))
    text = " ".join(pdf_text(pdf).split())
    for words in (
        "Œuvre à l’Été",
        "0403.019.261",
        "Quai du Hainaut 1, 1080 Molenbeek",
        "Un distributeur aux Pays-Bas.",
        "Deux salons, sans suite.",
        "Côte d’Ivoire",
        "Catalogue et prix",
        "Noé Çelik-Ünal",
        "noe@oeuvre.example",
        "Hanne Deprez",
        "Trois noms.",
        referral.token,
        "catalogue.txt",
        "Réponse",
    ):
        assert words in text, words
    assert 1 <= len(pdf_pages(pdf)) <= 2
    assert overprints(pdf_words(pdf)) == []


def test_an_orientation_that_says_little_leaves_no_empty_heading(store: Store, add: Add) -> None:
    organisation = Organisation(name="Boisretour")
    add(organisation)
    made = create_referral(store, CreateReferral(organisation_id=organisation.id, need="Un hall.")).output
    move_referral(store, GiveConsent(referral_id=made.id, consent_by="Elle-même", consent_what="Le besoin"))
    view = view_of(store, made)
    text = pdf_text(page_of(view))
    for heading in ("Ce qui a été tenté", "Prêt pour l’étranger", "Joint à cette fiche", "Siège"):
        assert heading not in text
    assert "Un hall." in text
    assert [one.name for one in files_of(store, view)] == ["Orientation.pdf", "answer.html"], "no day, no reminder"
    assert parcel_mail(view, (), Translator("fr")).receivers == ()


def test_the_mail_is_addressed_and_what_comes_back_is_read(store: Store, referral: Referral) -> None:
    message = email.message_from_bytes(draft_of(store, view_of(store, referral)), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert (message["X-Unsent"], str(message["To"])) == ("1", "Hanne Deprez <hanne@hub.example>")
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["Orientation.pdf", "catalogue.txt", "answer.html", f"Rappel {referral.token}.ics"]
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    untouched = read_replies(text, date(2026, 12, 1), countries_by_name())
    assert untouched.tokens == (referral.token,)
    assert all(one.reply is None for one in untouched.answers), "an empty block says nothing"
    answered = text.replace("Réponse\u00a0: …", "Réponse\u00a0: refusé parce que pas de budget")
    read = read_replies(answered, date(2026, 12, 1), countries_by_name())
    assert read.tokens == (referral.token,)
    assert [one.reply.reason for one in read.answers if one.reply is not None] == ["pas de budget"]


def test_the_reminder_is_the_day_by_which_an_answer_is_expected(store: Store, referral: Referral) -> None:
    view = view_of(store, referral)
    content = next(one.content for one in files_of(store, view) if one.name.endswith(".ics"))
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("DTSTART") == referral.answer_due_on
    assert referral.token in str(event["SUMMARY"])
    later = files_of(store, replace(view, due_on=date(2027, 1, 4)))
    (moved,) = icalendar.Calendar.from_ical(later[-1].content).walk("VEVENT")
    assert moved["UID"] == event["UID"], "taken in again it moves the entry"


def test_only_the_chosen_attachments_go_and_the_page_names_no_other(store: Store, referral: Referral) -> None:
    view = view_of(store, referral)
    assert [one.name for one in view.documents] == ["catalogue.txt"]
    assert {one.name for one in view.left_out} == {"comptes internes.txt", "jugement.txt"}
    choice = ParcelChoice(documents=frozenset(), form=False, reminder=False)
    bare = chosen_documents(view, choice)
    assert [one.name for one in files_of(store, bare, choice)] == ["Orientation.pdf"]
    assert "catalogue.txt" not in pdf_text(page_of(bare))


def test_a_document_that_became_internal_meanwhile_does_not_go(store: Store, referral: Referral) -> None:
    view = view_of(store, referral)
    document = store.find(Document, name="catalogue.txt")[0]
    internal = {"visibility": Visibility.INTERNAL}
    records.edit_record(store, EditRecord(type_key="document", record_id=document.id, values=internal))
    with pytest.raises(KnownError) as refused:
        files_of(store, view)
    assert refused.value.code == "parcel_document"


def test_two_attachments_of_one_name_are_both_there(store: Store, referral: Referral, tmp_path: Path, add: Add) -> None:
    source = tmp_path / "catalogue.txt"
    source.write_text("Une autre liste", encoding="utf-8")
    attach = AttachDocument(source=source, organisation_id=referral.organisation_id, visibility=Visibility.SHAREABLE)
    document = documents.attach_document(store, attach, limit_mb=5).output
    add(ReferralDocument(referral_id=referral.id, document_id=document.id))
    files = {one.name: one.content for one in files_of(store, view_of(store, referral)) if "catalogue" in one.name}
    assert set(files) == {"catalogue.txt", "catalogue (2).txt"}
    assert len(set(files.values())) == 2


def test_without_consent_nothing_is_handed_over(store: Store, add: Add) -> None:
    organisation = Organisation(name="Boisretour")
    add(organisation)
    draft = create_referral(store, CreateReferral(organisation_id=organisation.id, need="Un hall.")).output
    with pytest.raises(KnownError) as refused:
        view_of(store, draft)
    assert refused.value.code == "parcel_consent"


def test_a_consent_that_ended_ends_the_parcel(store: Store, referral: Referral, add: Add) -> None:
    refusal = Consent(
        organisation_id=referral.organisation_id, purpose=ConsentPurpose.SHARING, given=False, on=date(2099, 1, 1)
    )
    add(refusal)
    with pytest.raises(KnownError) as refused:
        view_of(store, referral)
    assert refused.value.code == "parcel_refused"
    records.edit_record(store, EditRecord(type_key="consent", record_id=refusal.id, values={"given": True}))
    view_of(store, referral)
    move_referral(store, Withdraw(referral_id=referral.id, reason="Plus besoin"))
    with pytest.raises(KnownError) as withdrawn:
        view_of(store, referral)
    assert withdrawn.value.code == "parcel_consent"


def test_a_restricted_orientation_never_leaves(store: Store, referral: Referral) -> None:
    values = {"visibility": Visibility.RESTRICTED}
    records.edit_record(store, EditRecord(type_key="referral", record_id=referral.id, values=values))
    with pytest.raises(KnownError) as refused:
        view_of(store, referral)
    assert refused.value.code == "parcel_restricted"


def test_who_refused_to_be_named_is_not_even_when_it_was_she_who_agreed(
    store: Store, referral: Referral, add: Add
) -> None:
    noe = store.find(Contact, last_name="Çelik-Ünal")[0]
    add(Consent(contact_id=noe.id, purpose=ConsentPurpose.SHARING, given=False, on=date(2026, 1, 1)))
    assert view_of(store, referral).contacts == ()
    maud = store.find(Contact, last_name="Secrète")[0]
    add(Consent(contact_id=maud.id, purpose=ConsentPurpose.SHARING, given=True, on=date(2026, 1, 1)))
    assert [one.name for one in view_of(store, referral).contacts] == ["Maud Secrète"]


def test_a_shareable_summary_goes(store: Store, referral: Referral) -> None:
    values = {"summary": "Menuiserie de réemploi.", "summary_visibility": Visibility.SHAREABLE}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=referral.organisation_id, values=values))
    assert "Menuiserie de réemploi." in pdf_text(page_of(view_of(store, referral)))


def test_a_parcel_that_is_sent_back_whole_is_read_as_its_answer_not_as_a_broken_form(
    store: Store, referral: Referral, tmp_path: Path
) -> None:
    view = view_of(store, referral)
    t = Translator("fr")
    mail = parcel_mail(view, files_of(store, view), t)
    forwarded = replace(mail, body=mail.body.replace("Réponse\u00a0: …", "Réponse\u00a0: accepté"))
    path = write_letter(tmp_path, forwarded, "retour")
    assert may_be_answer(path)
    (received,) = read_received(path, date(2026, 12, 1), limit_mb=20)
    assert received.tokens == (referral.token,)
    assert [one.reply.kind for one in received.answers if one.reply is not None] == [ReplyKind.ACCEPTED]
