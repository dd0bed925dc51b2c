"""Past work loads on day one: contacts, memberships, projects, files, sessions, advice, actions, results."""

from datetime import date
from pathlib import Path

import pytest

from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, CoachingFileTrack, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, Contact, ContactRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.projects import Project, ProjectValueChain
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionNote, SessionState
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store

ORGANISATIONS = "Numéro d'entreprise;Nom\n1999999151;Boisretour\n1999999250;Vélo Réemploi\n"
PROJECTS = "Titre du projet;Entreprise;Filière;Début\nPortes en petite série;Boisretour;Bois;janv. 2024\n"
FILES = (
    "Projet;Entreprise;Axes;Date d'ouverture;Chargé de cluster;Connu depuis\n"
    "Portes en petite série;Boisretour;Scale-up industriel;15/01/2024;Claire Dubois;20/01/2024\n"
)
SESSIONS = (
    "Date;Entreprise;Type;Durée;Notes;Participants;Chargé de cluster;Connu depuis\n"
    "12/02/2024;Boisretour;Visite;90;Le séchage prend trois semaines.;Sofie Peeters;Claire Dubois;12/02/2024\n"
    "05/03/2024;BOISRETOUR SRL;Appel;20;Accord de principe de la banque.;;;\n"
)


def bring(store: Store, folder: Path, kind: ImportKind, text: str) -> ImportPlan:
    path = folder / f"{kind.value}.csv"
    path.write_text(text, encoding="utf-8")
    plan = plan_import(store, open_list(path, kind))
    run_import(store, plan)
    return plan


@pytest.fixture
def loaded(store: Store, tmp_path: Path) -> Store:
    """Load organisations, projects, files and sessions."""
    for kind, text in (
        (ImportKind.ORGANISATIONS, ORGANISATIONS),
        (ImportKind.PROJECTS, PROJECTS),
        (ImportKind.FILES, FILES),
        (ImportKind.SESSIONS, SESSIONS),
    ):
        plan = bring(store, tmp_path, kind, text)
        assert plan.counts[Verdict.REFUSED] == 0, plan.rows
    return store


def test_projects_and_files_are_tied_together(loaded: Store) -> None:
    project = loaded.find(Project)[0]
    assert (project.title, str(project.started_on)) == ("Portes en petite série", "2024-01")
    assert len(loaded.find(ProjectValueChain, project_id=project.id)) == 1
    file = loaded.find(CoachingFile)[0]
    assert (file.project_id, file.opened_on, file.recorded_on) == (project.id, date(2024, 1, 15), date(2024, 1, 20))
    assert len(loaded.find(CoachingFileTrack, coaching_file_id=file.id)) == 1
    manager = loaded.find(CoachingFileManager, coaching_file_id=file.id)[0]
    assert loaded.get(Profile, manager.profile_id).name == "Claire Dubois"
    assert len(loaded.find(Profile)) == 1


def test_past_sessions_were_held_and_join_the_only_file_open_then(loaded: Store) -> None:
    visit, call = sorted(loaded.find(Session), key=lambda one: one.on)
    file = loaded.find(CoachingFile)[0]
    assert (visit.kind, visit.state, visit.minutes, visit.coaching_file_id) == (
        SessionKind.VISIT,
        SessionState.HELD,
        90,
        file.id,
    )
    assert (call.kind, call.coaching_file_id) == (SessionKind.CALL, file.id)
    assert visit.recorded_on == date(2024, 2, 12)
    assert [note.text for note in loaded.find(SessionNote, session_id=visit.id)] == ["Le séchage prend trois semaines."]


def test_loading_the_same_sessions_again_doubles_nothing(loaded: Store, tmp_path: Path) -> None:
    plan = bring(loaded, tmp_path, ImportKind.SESSIONS, SESSIONS)
    assert plan.counts[Verdict.SKIPPED] == 2
    assert len(loaded.find(Session)) == 2


def test_an_unknown_organisation_refuses_the_row_and_names_the_cell(loaded: Store, tmp_path: Path) -> None:
    plan = bring(loaded, tmp_path, ImportKind.SESSIONS, "Date;Entreprise;Type\n12/02/2024;Inconnue SA;Visite\n")
    row = plan.rows[0]
    assert row.verdict is Verdict.REFUSED
    assert [(error.code, error.cell) for error in row.errors] == [("organisation_unknown", "B2")]


def test_an_ambiguous_name_asks_for_the_number(store: Store, tmp_path: Path) -> None:
    bring(
        store, tmp_path, ImportKind.ORGANISATIONS, "Numéro d'entreprise;Nom\n1999999151;Atelier\n1999999250;Atelier\n"
    )
    plan = bring(store, tmp_path, ImportKind.SESSIONS, "Date;Entreprise;Type\n12/02/2024;Atelier;Visite\n")
    assert [error.code for error in plan.rows[0].errors] == ["organisation_ambiguous"]


def test_contacts_with_roles_and_consents(loaded: Store, tmp_path: Path) -> None:
    text = (
        "Prénom;Nom;Entreprise;Fonction;E-mail;Téléphone;Langue\n"
        "Sofie;Peeters;Boisretour;gérante;sofie@boisretour.example;02 555 01 23;NL\n"
    )
    bring(loaded, tmp_path, ImportKind.CONTACTS, text)
    person = loaded.find(Contact)[0]
    assert (person.full_name, person.language) == ("Sofie Peeters", "nl")
    assert loaded.find(ContactRole, contact_id=person.id)[0].role == "gérante"
    assert not loaded.find(Consent)
    assert bring(loaded, tmp_path, ImportKind.CONTACTS, text).counts[Verdict.SKIPPED] == 1


def test_memberships_with_an_end(loaded: Store, tmp_path: Path) -> None:
    text = (
        "Entreprise;Statut;Du;Au;Motif\nBoisretour;Membre effectif;01/09/2023;;\n"
        "Vélo Réemploi;Ancien membre;2022;30/06/2024;Déménagement\n"
    )
    bring(loaded, tmp_path, ImportKind.MEMBERSHIPS, text)
    by_status = {one.status: one for one in loaded.find(Membership)}
    assert str(by_status[MembershipStatus.FORMER].to_on) == "2024-06-30"
    assert by_status[MembershipStatus.FORMER].reason == "Déménagement"


def test_advice_actions_and_results(loaded: Store, tmp_path: Path) -> None:
    bring(
        loaded,
        tmp_path,
        ImportKind.ADVICE,
        "Date;Entreprise;Sujet;Réponse\n10/01/2024;Vélo Réemploi;Permis de classe 2;Voir la commune.\n",
    )
    assert loaded.find(OneOffAdvice)[0].subject == "Permis de classe 2"
    actions = (
        "Action;Entreprise;Responsable;Échéance;Statut\nEnvoyer le devis;Boisretour;entreprise;01/04/2024;fait\n"
        "Appeler la banque;Boisretour;nous;15/04/2024;\n"
    )
    bring(loaded, tmp_path, ImportKind.ACTIONS, actions)
    done, still = sorted(loaded.find(Action), key=lambda one: one.due_on or date.max)
    assert (done.owner, done.done_on) == (OwnerKind.ORGANISATION, date(2024, 4, 1))
    assert (still.owner, still.done_on) == (OwnerKind.US, None)
    results = (
        "Résultat;Date;Projet;Preuve;Connu depuis\n"
        "Seuil de rentabilité;31/08/2025;Portes en petite série;Comptes annuels;15/01/2026\n"
    )
    bring(loaded, tmp_path, ImportKind.RESULTS, results)
    result = loaded.find(ResultEvent)[0]
    assert (result.kind, result.on, result.recorded_on) == (
        ResultKind.BREAK_EVEN_REACHED,
        date(2025, 8, 31),
        date(2026, 1, 15),
    )
    assert int(loaded.find(Evidence, result_event_id=result.id)[0].level) == 3


def test_each_import_is_one_step_back(loaded: Store) -> None:
    for _ in range(4):
        undo(loaded)
    assert not loaded.find(Organisation)
    assert not loaded.find(Session)
    assert not loaded.find(Profile)
    assert check_store(loaded).ok


def test_a_file_of_an_unknown_project_makes_it(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, ImportKind.ORGANISATIONS, ORGANISATIONS)
    bring(store, tmp_path, ImportKind.FILES, FILES)
    assert [project.title for project in store.find(Project)] == ["Portes en petite série"]
    assert len(store.find(CoachingFile)) == 1
