"""Lists of registrations and votes: columns guessed, people matched, rows refused in words, nothing there twice."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent, Theme, ThemeVote
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

ON = date(2026, 12, 10)
REGISTRATIONS = """Nom;Prénom;Entreprise;E-mail;Participe;Date d’inscription;Remarque
Peeters;Sofie;;sofie@noord.example;Oui;12/11/2026;
Benali;Karim;Atelier Noord SRL;;non;13/11/2026;
Carlier;Louise;;louise@courrier.example;oui;14/11/2026;journaliste
Dupont;Jean;Inconnue SA;;oui;14/11/2026;
Peeters;Sofie;Atelier Noord;;oui;15/11/2026;végétarienne
Nobody;Nina;Atelier Noord;;peut-être;15/11/2026;
;;;;oui;15/11/2026;
"""


@pytest.fixture
def event(store: Store) -> ProgrammeEvent:
    """An event, an organisation with a twin merged into it, and two people of it."""
    noord = make_organisation(store, enterprise_number="0123456749")
    make_organisation(store, "Noord asbl", merged_into=noord.id)
    make_contact(store, noord, mail="sofie@noord.example")
    make_contact(store, noord, "Karim", "Benali")
    return add(store, ProgrammeEvent(title="Event annuel", on=ON))


def planned(store: Store, folder: Path, text: str, kind: ImportKind, about: UUID | None = None) -> ImportPlan:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return plan_import(store, open_list(path, kind, about=about))


def verdicts(plan: ImportPlan) -> list[str]:
    return [row.verdict.value for row in plan.rows]


def codes(plan: ImportPlan) -> set[str]:
    return {one.code for row in plan.rows for one in row.errors}


def test_registrations_find_their_people_and_are_never_there_twice(
    store: Store, event: ProgrammeEvent, tmp_path: Path
) -> None:
    plan = planned(store, tmp_path, REGISTRATIONS, ImportKind.REGISTRATIONS, event.id)
    assert verdicts(plan) == ["new", "new", "new", "undecided", "updated", "refused", "refused"]
    assert codes(plan) >= {"person_missing"}
    run_import(store, plan)
    found = {one.name: one for one in store.find(EventParticipation, programme_event_id=event.id)}
    assert set(found) == {"Sofie Peeters", "Karim Benali", "Louise Carlier"}
    sofie, karim, louise = (found[name] for name in ("Sofie Peeters", "Karim Benali", "Louise Carlier"))
    assert sofie.contact_id is not None
    assert (sofie.registered_on, sofie.mail, sofie.remark) == (date(2026, 11, 12), "", "végétarienne")
    assert (karim.registered_on, karim.cancelled_on) == (None, date(2026, 11, 13))
    assert karim.organisation_id == sofie.organisation_id is not None
    assert (louise.organisation_id, louise.mail) == (None, "louise@courrier.example")
    again = planned(store, tmp_path, REGISTRATIONS, ImportKind.REGISTRATIONS, event.id)
    assert again.counts[Verdict.NEW] == again.counts[Verdict.UPDATED] == 0
    later = "Naam;Organisatie;Status\nKarim Benali;0123.456.749;ingeschreven\nSofie Peeters;Noord asbl;aanwezig\n"
    run_import(store, planned(store, tmp_path, later, ImportKind.REGISTRATIONS, event.id))
    now = {one.name: one for one in store.find(EventParticipation, programme_event_id=event.id)}
    assert len(now) == 3
    assert (now["Sofie Peeters"].presence, now["Karim Benali"].cancelled_on) == (Presence.PRESENT, None)
    undo.undo(store)
    undo.undo(store)
    assert store.find(EventParticipation, programme_event_id=event.id) == []


def test_a_list_may_name_its_event(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    text = "Event;Name;Organisation\nevent annuel;Sofie Peeters;Atelier Noord\nAutre;Karim Benali;Atelier Noord\n"
    plan = planned(store, tmp_path, text, ImportKind.REGISTRATIONS)
    assert verdicts(plan) == ["new", "refused"]
    assert codes(plan) == {"event_unknown"}
    bare = planned(store, tmp_path, "Name;Organisation\nSofie Peeters;Atelier Noord\n", ImportKind.REGISTRATIONS)
    assert codes(bare) == {"event_missing"}


def test_votes_are_updated_and_unknown_themes_refused(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    theme = add(store, Theme(year=2027, title="Fixer le prix d’un produit réparé"))
    add(store, Theme(year=2026, title="Fixer le prix d’un produit réparé"))
    head = "Thème;Points;Votant;Organisation\n"
    rows = (
        "fixer le prix d'un produit repare;3;Sofie Peeters;Atelier Noord",
        f"{theme.title};2;;Atelier Noord",
        "Inconnu;1;;Atelier Noord",
        f"{theme.title};2,5;Marc;",
    )
    text = head + "\n".join(rows) + "\n"
    plan = planned(store, tmp_path, text, ImportKind.VOTES)
    assert verdicts(plan) == ["new", "new", "refused", "refused"]
    assert codes(plan) == {"theme_unknown", "points_unreadable"}
    run_import(store, plan)
    assert sorted(one.points for one in store.find(ThemeVote, theme_id=theme.id)) == [2, 3]
    changed = head + "Fixer le prix d’un produit réparé;5;Sofie Peeters;Atelier Noord\n"
    plan = planned(store, tmp_path, changed, ImportKind.VOTES)
    assert verdicts(plan) == ["updated"]
    run_import(store, plan)
    assert sorted(one.points for one in store.find(ThemeVote, theme_id=theme.id)) == [2, 5]


@pytest.mark.parametrize(("stamp", "name"), [("Horodateur", "Qui"), ("Tijdstempel", "Wie"), ("Timestamp", "Name")])
def test_a_list_of_a_form_tells_when_somebody_answered(
    store: Store, event: ProgrammeEvent, tmp_path: Path, stamp: str, name: str
) -> None:
    text = f"{stamp};{name};E-mail\n27/11/2026 10:12:33;Louise Carlier;louise@courrier.example\n"
    run_import(store, planned(store, tmp_path, text, ImportKind.REGISTRATIONS, event.id))
    (one,) = store.find(EventParticipation, programme_event_id=event.id)
    assert (one.name, one.registered_on) == ("Louise Carlier", date(2026, 11, 27))
