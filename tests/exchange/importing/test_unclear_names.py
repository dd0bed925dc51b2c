"""Names in lists of registrations and votes: recognised, or asked about; never taken for somebody else."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import xlsxwriter

from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent, Theme, ThemeVote
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.refused_rows import refused_csv
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

NAMES = """nom
Atelier Noord
Inconnue SA
Atelier Nord
Sofie Peeters
Copeau Vif
Louise Carlier
Desmet Jan

0123.456.749
Inconnue SA
Sofie Peters
"""
PRICE = "Fixer le prix d’un produit réparé"


@pytest.fixture
def event(store: Store) -> ProgrammeEvent:
    """An event to come, organisations – two of one name – and people of theirs."""
    noord = make_organisation(store, enterprise_number="0123456749")
    velo = make_organisation(store, "Élan Vélo SCRL", postcode="1000")
    for form in ("SRL", "asbl"):
        make_organisation(store, f"Copeau Vif {form}")
    make_contact(store, noord, mail="sofie@noord.example")
    make_contact(store, noord, "Karim", "Benali")
    make_contact(store, velo, "Jan", "De Smet", mail="jan@elan.example")
    for title in (PRICE, "Machines partagées", "Matières"):
        add(store, Theme(year=2027, title=title))
    return add(store, ProgrammeEvent(title="Event annuel", on=date(2099, 12, 10)))


def looked_at(
    store: Store, folder: Path, text: str, about: UUID | None = None, *, kind: str = "registrations", code: str = "utf8"
) -> ImportPlan:
    path = folder / "list.csv"
    path.write_bytes(text.encode(code))
    return plan_import(store, open_list(path, ImportKind(kind), about=about))


def told(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(row.verdict.value, row.title) for row in plan.rows]


def row_of(plan: ImportPlan, title: str) -> RowPlan:
    return next(row for row in plan.rows if row.title == title)


def came(store: Store) -> set[tuple[str, str]]:
    names = {one.id: one.name for one in store.find(Organisation)}
    return {(one.name, names.get(one.organisation_id, "")) for one in store.find(EventParticipation)}  # type: ignore[arg-type]


def test_a_column_of_names_alone_is_no_list_of_persons(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    plan = looked_at(store, tmp_path, NAMES, event.id)
    assert told(plan) == [
        ("new", "Atelier Noord"),
        ("undecided", "Inconnue SA"),
        ("undecided", "Atelier Nord"),
        ("new", "Sofie Peeters – Atelier Noord"),
        ("undecided", "Copeau Vif"),
        ("undecided", "Louise Carlier"),
        ("new", "Jan De Smet – Élan Vélo SCRL"),
        ("skipped", "Atelier Noord"),
        ("skipped", "Inconnue SA"),
        ("undecided", "Sofie Peters"),
    ]
    near = row_of(plan, "Atelier Nord").candidates[0]
    assert (near.name, near.reason, near.score) == ("Atelier Noord", "similar name", 95)
    assert len(row_of(plan, "Copeau Vif").candidates) == 2
    assert row_of(plan, "Inconnue SA").candidates == ()
    run_import(store, plan)
    assert came(store) == {("", "Atelier Noord"), ("Sofie Peeters", "Atelier Noord"), ("Jan De Smet", "Élan Vélo SCRL")}
    saved = refused_csv(plan, Translator("fr")).decode("utf-8-sig")
    assert len(saved.splitlines()) == 6, "nothing is lost: what is not decided comes back as a file"


def test_what_is_decided_is_written_in_one_step_and_not_asked_again(
    store: Store, event: ProgrammeEvent, tmp_path: Path
) -> None:
    plan = looked_at(store, tmp_path, "nom\nInconnue SA\nAtelier Nord\nCopeau Vif\nAtelier Noord\n", event.id)
    lines = {row.title: row.line for row in plan.rows}
    decided = {
        lines["Inconnue SA"]: Decision.AS_NEW,
        lines["Atelier Nord"]: Decision.UPDATE,
        lines["Copeau Vif"]: Decision.SECOND,
    }
    run_import(store, plan, decided)
    second = row_of(plan, "Copeau Vif").candidates[1].name
    assert came(store) == {("Inconnue SA", ""), ("", "Atelier Noord"), ("", second)}, "one organisation comes once"
    again = looked_at(store, tmp_path, "nom\nInconnue SA\nAtelier Noord\n", event.id)
    assert [row.verdict for row in again.rows] == [Verdict.SKIPPED, Verdict.SKIPPED]
    undo.undo(store)
    assert came(store) == set()


def test_persons_of_an_organisation_are_told_apart(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    head = "Prénom;Nom;Société;E-mail\n"
    rows = (
        "Sofie;Peeters;;sofie@noord.example",
        "Jean;Autre;;sofie@noord.example",
        "Jan;Desmet;Elan Velo;",
        "Marc;Tielemans;ELAN VELO scrl;",
        "Marc;Tielemans;Élan Vélo;",
        "Sofie;Peters;Atelier Noord;",
        "Ann;Nieuw;Nieuwe Zaak BV;",
        "Karim;Benali;Ailleurs SA;",
    )
    plan = looked_at(store, tmp_path, head + "\n".join(rows) + "\n", event.id, code="cp1252")
    assert [row.verdict.value for row in plan.rows] == [
        *("new", "new", "new", "new", "skipped", "undecided", "undecided", "undecided")
    ]
    assert row_of(plan, "Karim Benali – Ailleurs SA").candidates[0].record_type == "contact"
    run_import(store, plan, {row_of(plan, "Ann Nieuw – Nieuwe Zaak BV").line: Decision.AS_NEW})
    assert came(store) == {
        ("Sofie Peeters", "Atelier Noord"),
        ("Jean Autre", "Atelier Noord"),
        ("Jan Desmet", "Élan Vélo SCRL"),
        ("Marc Tielemans", "Élan Vélo SCRL"),
        ("Ann Nieuw", ""),
    }
    ann = next(one for one in store.find(EventParticipation) if one.name == "Ann Nieuw")
    assert ann.remark == "Société: Nieuwe Zaak BV", "what the list said is kept"


@pytest.mark.parametrize("head", ["Nom de la société;Présent", "Bedrijfsnaam;Aanwezig", "Company;Attended"])
def test_a_list_of_presence_is_understood(store: Store, tmp_path: Path, event: ProgrammeEvent, head: str) -> None:
    past = add(store, ProgrammeEvent(title="Afterwork", on=date(2020, 3, 5)))
    plan = looked_at(store, tmp_path, f"{head}\nÉlan Vélo;oui\n;;\nAtelier Noord;non\n", past.id, code="latin-1")
    run_import(store, plan)
    found = {one.presence for one in store.find(EventParticipation, programme_event_id=past.id)}
    assert found == {Presence.PRESENT, Presence.ABSENT}


def test_workbooks_of_ticket_offices_and_calendars_are_read(
    store: Store, event: ProgrammeEvent, tmp_path: Path
) -> None:
    tickets = (
        ("Order #", "Order Date", "First Name", "Last Name", "Email", "Attendee Status", "Company"),
        (123, "2026-11-20 10:03", "Sofie", "Peeters", "sofie@noord.example", "Attending", "Atelier Noord"),
        (124, "2026-11-20 10:05", "Jan", "De Smet", "j@x.example", "Not Attending", "Élan Vélo"),
    )
    invited = (
        ("Name", "Attendance", "Response"),
        ("Sofie Peeters <sofie@noord.example>", "Required Attendee", "Accepted"),
        ("jan@elan.example", "Optional Attendee", "Declined"),
        ("Marc Nobody", "Optional Attendee", "None"),
    )
    for table in (tickets, invited):
        path = tmp_path / f"{len(table)}.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(table):
                sheet.write_row(number, 0, row)
        plan = plan_import(store, open_list(path, ImportKind.REGISTRATIONS, about=event.id))
        run_import(store, plan)
        found = {one.name: one for one in store.find(EventParticipation)}
        assert set(found) == {"Sofie Peeters", "Jan De Smet"}
        assert found["Jan De Smet"].cancelled_on is not None
        undo.undo(store)


def test_votes_are_crosses_points_or_ranks(store: Store, event: ProgrammeEvent, tmp_path: Path) -> None:
    titles = {one.id: one.title for one in store.find(Theme)}
    lists = {
        "Thème;Points;Organisation\nMatieres;x;Atelier Noord\nMachines partagées;2 pts;Atelier Noord\n": {1, 2},
        "Thema;Rang;Bedrijf\nMatières;1;Atelier Noord\nMachines partagées;3;Atelier Noord\n": {3, 1},
        f"Organisation;Matières;Quel thème ? [{PRICE}]\nAtelier Noord;✓;2e\nÉlan Vélo;;\n": {1, 2},
    }
    for text, points in lists.items():
        plan = looked_at(store, tmp_path, text, kind="votes")
        assert plan.counts[Verdict.REFUSED] == 0
        run_import(store, plan)
        assert {one.points for one in store.find(ThemeVote)} == points
        assert {titles[one.theme_id] for one in store.find(ThemeVote)} <= set(titles.values())
        undo.undo(store)
        assert store.find(ThemeVote) == []


def test_votes_that_are_not_clear_are_asked_about_or_refused(
    store: Store, event: ProgrammeEvent, tmp_path: Path
) -> None:
    text = "nom;thème;points\nInconnue SA;Matières;2\nAtelier Noord;Matière;1\nAtelier Noord;Matières;?\n"
    plan = looked_at(store, tmp_path, text, kind="votes")
    assert [row.verdict.value for row in plan.rows] == ["undecided", "refused", "refused"]
    assert "Matières" in str(plan.rows[1].errors[0].params["near"])
    run_import(store, plan, {plan.rows[0].line: Decision.AS_NEW})
    assert [(one.voter, one.points) for one in store.find(ThemeVote)] == [("Inconnue SA", 2)]
    assert looked_at(store, tmp_path, text, kind="votes").rows[0].verdict is Verdict.SKIPPED
    none = looked_at(store, tmp_path, "Organisation;Autre chose\nAtelier Noord;x\n", kind="votes")
    assert none.rows[0].errors[0].code == "theme_missing"
