"""A person's data is erased everywhere, whatever was done with it before."""

from datetime import date

import pytest
import sqlalchemy as sa

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.contacts import AddContact, RecordConsent
from clusterdesk.domain.commands.difficulties import AgreeToBeNamed, NoteDifficulty
from clusterdesk.domain.commands.organisations import SetTags
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord, ErasePerson, EraseTeamPerson
from clusterdesk.domain.commands.referral_answers import TakeAnswers, TakenAnswer
from clusterdesk.domain.commands.referrals import Acknowledge, CreateReferral, GiveConsent, HandOver, Withdraw
from clusterdesk.domain.commands.sessions import Participant, PlanSession
from clusterdesk.domain.records.contacts import ConsentPurpose, Contact
from clusterdesk.domain.records.difficulties import DifficultyOrganisation
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import AnswerChannel, Referral, ReferralAnswer, ReferralState
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.services import contacts, drafts, records, sessions, tags, undo
from clusterdesk.services.difficulties import agree_to_be_named, note_difficulty
from clusterdesk.services.erasure import erase_person, erase_team_person
from clusterdesk.services.referral_answers import take_answers
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referral_views import read_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.tables import whole_schema
from tests.factories import add, make_contact, make_organisation

HER_WORDS = ("Zoéline", "Peetermans", "z.peetermans", "478123456", "Aime le café")


def test_nothing_of_a_person_is_left_in_any_table(store: Store) -> None:
    organisation = Organisation(name="Boisretour")
    records.add_record(store, AddRecord(record=organisation))
    person = contacts.add_contact(
        store,
        AddContact(
            organisation_id=organisation.id,
            first_name="Zoéline",
            last_name="Peetermans",
            phones=("0478 12 34 56",),
            mails=("z.peetermans@example.org",),
        ),
    ).output
    consent = RecordConsent(contact_id=person.id, purpose=ConsentPurpose.MAILING, given=True)
    contacts.record_consent(store, consent)
    tags.set_tags(store, SetTags(record_type="contact", record_id=person.id, names=("vip",)))
    guest = Participant(contact_id=person.id, name="Zoéline Peetermans")
    plan = PlanSession(organisation_id=organisation.id, on=date(2026, 12, 1), attendees=(guest,))
    sessions.plan_session(store, plan)
    edit = EditRecord(type_key="contact", record_id=person.id, values={"notes": "Aime le café"})
    records.edit_record(store, edit)
    undo.undo(store)
    drafts.save_draft(store, "contact", person.id, "notes", "Aime le café noir")
    referral = _refer(store, organisation)
    erase_person(store, ErasePerson(contact_id=person.id))
    assert _left(store) == []
    assert check_store(store).ok
    agreed = store.get(Referral, referral.id)
    assert (agreed.state, agreed.consent_by) == (ReferralState.CONSENT, ""), "that it was agreed to stays"
    need = EditRecord(type_key="referral", record_id=referral.id, values={"need": "Un hall plus grand"})
    records.edit_record(store, need)
    store.close()
    kept = store.folder.database.read_bytes().lower()
    assert b"peetermans" not in kept, "the words of the search index stay on the disk"


def _refer(store: Store, organisation: Organisation) -> Referral:
    """Return an orientation that she agreed to; another one she took back herself."""
    name, agreed = "Zoéline Peetermans", []
    for need in ("Un hall", "Un crédit"):
        made = create_referral(store, CreateReferral(organisation_id=organisation.id, need=need)).output
        consent = GiveConsent(referral_id=made.id, consent_by=name, consent_what="Le besoin", by=name)
        agreed.append(move_referral(store, consent).output)
    move_referral(store, Withdraw(referral_id=agreed[1].id, reason="Plus besoin", by=name))
    return agreed[0]


def test_nothing_of_a_person_of_a_team_is_left_in_the_file(store: Store) -> None:
    organisation = make_organisation(store, "Boisretour")
    team = add(store, HubTeam(name="Export", mail="x@hub.example"))
    person = add(
        store,
        HubTeamPerson(
            hub_team_id=team.id,
            name="Zoéline Peetermans",
            role="Aime le café",
            mail="z.peetermans@hub.example",
            phone="+32478123456",
            languages=("nl",),
        ),
    )
    named = EditRecord(type_key="hub_team_person", record_id=person.id, values={"name": "Zoéline Peetermans-Maes"})
    records.edit_record(store, named)
    undo.undo(store)
    drafts.save_draft(store, "hub_team_person", person.id, "role", "Aime le café noir")
    handed = _handed_over(store, organisation, team, person)
    sent_elsewhere = EditRecord(type_key="referral", record_id=handed.id, values={"hub_person_id": None})
    records.edit_record(store, sent_elsewhere)
    undo.undo(store)
    gone = add(store, HubTeamPerson(hub_team_id=team.id, name="Bram Peeters"))
    assert erase_team_person(store, EraseTeamPerson(hub_person_id=person.id)).output == 3
    assert _left(store) == []
    kept = store.get(Referral, handed.id)
    assert (kept.state, kept.hub_team_id) == (ReferralState.ACCEPTED, team.id), "what was answered stays"
    (answer,) = store.find(ReferralAnswer, referral_id=handed.id)
    assert (answer.by, answer.text) == ("", "accepté")
    view = read_referral(store, handed.id)
    assert view.row.person is None, "the mail goes to the team from now on"
    assert store.get(HubTeamPerson, gone.id).name == "Bram Peeters"
    assert check_store(store).ok
    while store.undo_state().undo:
        undo.undo(store)
    while store.undo_state().redo:
        undo.redo(store)
    assert _left(store) == []
    assert store.get(HubTeamPerson, person.id).deleted
    store.close()
    assert not [word for word in HER_WORDS if word.casefold().encode() in store.folder.database.read_bytes().lower()]


def _handed_over(store: Store, organisation: Organisation, team: HubTeam, person: HubTeamPerson) -> Referral:
    """Return an orientation that she accepted by a pasted mail, after she had phoned."""
    kind = store.find(ReferralKind, international=False)[0]
    begin = CreateReferral(
        organisation_id=organisation.id, kind_id=kind.id, need="Un hall", consent_by="Ann", consent_what="Tout"
    )
    made = create_referral(store, begin).output
    move_referral(store, HandOver(referral_id=made.id, hub_team_id=team.id, hub_person_id=person.id))
    move_referral(store, Acknowledge(referral_id=made.id, by="Zoéline Peetermans"))
    reply = Reply(ReplyKind.ACCEPTED, by="Zoéline Peetermans <z.peetermans@hub.example>")
    taken = TakenAnswer(reply=reply, words="accepté", key="7" * 64)
    received = Received(AnswerChannel.PASTED, date(2026, 11, 23), (made.token,), ())
    return take_answers(store, TakeAnswers(referral_id=made.id, received=received, answers=(taken,))).output.referral


def test_who_agreed_that_her_organisation_is_named_is_erased_too(store: Store) -> None:
    organisation = make_organisation(store, "Boisretour")
    person = make_contact(store, organisation, "Zoéline", "Peetermans")
    permit = note_difficulty(store, NoteDifficulty(title="Permis", organisation_ids=(organisation.id,))).output
    agree = AgreeToBeNamed(difficulty_id=permit.id, organisation_id=organisation.id, by="Zoéline Peetermans")
    agree_to_be_named(store, agree)
    erase_person(store, ErasePerson(contact_id=person.id))
    assert _left(store) == []
    (met,) = store.find(DifficultyOrganisation, difficulty_id=permit.id)
    assert (met.named, met.named_by) == (True, ""), "that it agreed, and when, stays"
    back = EditRecord(type_key="difficulty_organisation", record_id=met.id, values={"external_id": "x"})
    records.edit_record(store, back)


def _left(store: Store) -> list[str]:
    found = []
    with store.read() as connection:
        for table in whole_schema().sorted_tables:
            for row in connection.execute(sa.select(table)):
                found += [f"{table.name}: {word}" for word in HER_WORDS if any(word in str(value) for value in row)]
    return found


def test_the_steps_before_an_erasure_can_still_be_taken_back(store: Store) -> None:
    organisation = Organisation(name="Boisretour")
    records.add_record(store, AddRecord(record=organisation))
    person = contacts.add_contact(
        store, AddContact(organisation_id=organisation.id, first_name="Zoéline", phones=("0478 12 34 56",))
    ).output
    rename = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Bois & Retour"})
    records.edit_record(store, rename)
    note = EditRecord(type_key="contact", record_id=person.id, values={"notes": "Aime le café"})
    records.edit_record(store, note)
    erase_person(store, ErasePerson(contact_id=person.id))
    assert store.undo_state().erased
    undo.undo(store)  # the note is out of reach: the name comes first
    assert store.get(Organisation, organisation.id).name == "Boisretour"
    while store.undo_state().undo:
        undo.undo(store)
    assert store.get(Organisation, organisation.id).deleted
    assert store.get(Contact, person.id).deleted
    with pytest.raises(KnownError) as caught:
        undo.undo(store)
    assert "erasure" in caught.value.advice
    for _ in range(2):
        redone = undo.redo(store)
    assert redone.output.name == "undo"
    assert store.get(Contact, person.id).deleted
    assert _left(store) == []
    assert check_store(store).ok


def test_a_deletion_that_an_erasure_has_seen_does_not_bring_the_person_back(store: Store) -> None:
    organisation = Organisation(name="Boisretour")
    records.add_record(store, AddRecord(record=organisation))
    person = contacts.add_contact(store, AddContact(organisation_id=organisation.id, first_name="Zoéline")).output
    records.delete_record(store, DeleteRecord(type_key="organisation", record_id=organisation.id))
    records.delete_record(store, DeleteRecord(type_key="contact", record_id=person.id))
    erase_person(store, ErasePerson(contact_id=person.id))
    while store.get(Organisation, organisation.id).deleted:
        undo.undo(store)
    assert store.get(Contact, person.id).deleted
    assert check_store(store).ok
