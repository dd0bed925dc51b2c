"""Lists that come again: after an undo, with changes, with two rows about one thing."""

from pathlib import Path

from clusterdesk.domain.commands.organisations import MoveOrganisation
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Tag
from clusterdesk.domain.records.organisations import Address, ContactPoint, Membership, Organisation
from clusterdesk.domain.records.sessions import Action, Session, SessionAttendee, SessionNote
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services.organisations import move_organisation
from clusterdesk.services.records import edit_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store

RICH = (
    "Numéro d'entreprise;Nom;Filières;Tags;Code NACE;Prénom contact;Nom contact;Tél. contact;"
    "Statut de membre;Membre depuis;Rue;Code postal;Ville\n"
)
ROW = "1999999151;Boisretour;Bois;urgent;38.11;Sofie;Peeters;0478 12 34 56;membre;2020;Rue A 1;1080;Bruxelles\n"
PEOPLE = "Entreprise;Prénom;Nom;Fonction;Email;Téléphone;Remarques\n"
SESSIONS = "Date;Entreprise;Type;Durée;Notes;Participants\n"
ACTIONS = "Promesse;Entreprise;Échéance\n"


def bring(
    store: Store, folder: Path, kind: ImportKind, text: str, decisions: dict[int, Decision] | None = None
) -> ImportPlan:
    path = folder / f"{kind.value}.csv"
    path.write_text(text, encoding="utf-8")
    plan = plan_import(store, open_list(path, kind))
    run_import(store, plan, decisions)
    return plan


def test_a_list_comes_in_again_after_its_import_was_taken_back(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Numéro d'entreprise;Nom\n1999999151;Boisretour\n")
    for _ in range(2):
        bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + ROW)
        undo(store)
    bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + ROW)
    assert [tag.name for tag in store.find(Tag)] == ["urgent"]
    assert check_store(store).ok


def test_what_is_there_is_not_entered_twice(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + ROW + ROW, {3: Decision.UPDATE})
    again = bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + ROW.replace(";2020;", ";;"))
    assert again.counts[Verdict.SKIPPED] == 1
    found = [len(store.find(cls)) for cls in (Contact, ContactRole, ContactPoint, Address, Membership)]
    assert found == [1, 1, 1, 1, 1]


def test_the_place_before_a_move_stays_as_it_was(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + ROW)
    moved = MoveOrganisation(
        organisation_id=store.find(Organisation)[0].id, street="Rue B 2", postcode="1000", city="Bruxelles"
    )
    move_organisation(store, moved)
    new_place = ROW.replace("Rue A 1;1080", "Rue B 2;1000").replace("Sofie;Peeters", "Marc;Dupont")
    bring(store, tmp_path, ImportKind.ORGANISATIONS, RICH + new_place)
    assert sorted(one.street for one in store.find(Address)) == ["Rue A 1", "Rue B 2"]
    assert sorted(role.main for role in store.find(ContactRole)) == [False, True]


def test_a_person_on_several_rows_is_one_person(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Nom\nBoisretour\n")
    row = "Boisretour;Sofie;Peeters;Gérante;s@example.org;0478 12 34 56;"
    rows = f"{row}un\n{row}deux\n{row.replace('s@', 's2@')}trois\n"
    bring(store, tmp_path, ImportKind.CONTACTS, PEOPLE + rows)
    assert store.find(Contact)[0].notes.split("\n") == ["un", "deux", "trois"]
    assert [role.role for role in store.find(ContactRole)] == ["Gérante"]
    values = {point.value for point in store.find(ContactPoint)}
    assert values == {"s@example.org", "s2@example.org", "+32478123456"}
    assert len(store.find(ContactPoint)) == len(values)


def test_notes_typed_by_hand_stay_above_those_of_a_list(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Nom\nBoisretour\n")
    bring(store, tmp_path, ImportKind.CONTACTS, PEOPLE + "Boisretour;Sofie;Peeters;;;;de la liste\n")
    person = store.find(Contact)[0]
    edit_record(store, EditRecord(type_key="contact", record_id=person.id, values={"notes": "tapé à la main"}))
    bring(store, tmp_path, ImportKind.CONTACTS, PEOPLE + "Boisretour;Sofie;Peeters;;;;encore\n")
    assert store.get(Contact, person.id).notes == "tapé à la main\nencore"


def test_rows_about_one_visit_bring_all_their_notes(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Nom\nBoisretour\n")
    rows = "12/02/2024;Boisretour;Visite;90;{note};{who}\n"
    first, second = rows.format(note="Premier", who="Sofie"), rows.format(note="Second", who="Marc")
    bring(store, tmp_path, ImportKind.SESSIONS, SESSIONS + first + second)
    again = bring(store, tmp_path, ImportKind.SESSIONS, SESSIONS + first + rows.format(note="Corrigé", who="Sofie"))
    assert [one.text for one in store.find(SessionNote)] == ["Premier", "Second", "Corrigé"]
    assert [one.name for one in store.find(SessionAttendee)] == ["Sofie", "Marc"]
    assert again.counts[Verdict.SKIPPED] == 1


def test_the_same_words_promised_for_two_days_are_two_promises(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Nom\nBoisretour\n")
    rows = "Rappeler;Boisretour;01/02/2024\nRappeler;Boisretour;01/05/2024\nÉcrire;;01/05/2024\n"
    bring(store, tmp_path, ImportKind.ACTIONS, ACTIONS + rows)
    again = bring(store, tmp_path, ImportKind.ACTIONS, ACTIONS + rows)
    assert again.counts[Verdict.SKIPPED] == 3
    assert len(store.find(Action)) == 3


def test_the_next_step_of_a_past_visit_is_kept_and_corrected(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, "Nom\nBoisretour\n")
    header = "Date;Entreprise;Type;Prochaine étape\n"
    bring(store, tmp_path, ImportKind.SESSIONS, header + "12/02/2024;Boisretour;Visite;Rappeler\n")
    assert [one.next_step for one in store.find(Session)] == ["Rappeler"]
    bring(store, tmp_path, ImportKind.SESSIONS, header + "12/02/2024;Boisretour;Visite;Envoyer le plan\n")
    assert [one.next_step for one in store.find(Session)] == ["Envoyer le plan"]
