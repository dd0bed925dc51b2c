"""What a later list changes: moves and corrections of addresses, memberships, parts that are added."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Establishment,
    Membership,
    MembershipStatus,
    Organisation,
)
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.told_parts import PartWords
from clusterdesk.exchange.importing.told_values import told_cell
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.reading.source import Cell
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store

HEADER = "Numéro d'entreprise;Nom;Rue;CP;Commune"
FIRST = "1999999151;Boisretour;Rue A 1;1070;Anderlecht"


def bring(store: Store, folder: Path, row: str, more: str = "", decision: Decision | None = None) -> ImportPlan:
    path = folder / "liste.csv"
    path.write_text(f"{HEADER}{more}\n{row}\n", encoding="utf-8")
    plan = plan_import(store, open_list(path, ImportKind.ORGANISATIONS))
    run_import(store, plan, {row.line: decision for row in plan.rows} if decision else None)
    return plan


def places(store: Store) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.street, one.from_on.text if one.from_on else None, one.to_on.text if one.to_on else None)
        for one in store.find(Address)
    ]


def test_another_address_is_a_move_from_today_on(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, FIRST)
    row = bring(store, tmp_path, "1999999151;Boisretour;Rue B 2;1080;Molenbeek").rows[0]
    today = store.clock.today()
    assert row.verdict is Verdict.UPDATED
    assert row.move is not None
    assert (row.move.old.street, row.move.new.street) == ("Rue A 1", "Rue B 2")
    yesterday = (today - timedelta(days=1)).isoformat()
    assert places(store) == [("Rue A 1", None, yesterday), ("Rue B 2", today.isoformat(), None)]
    undo(store)
    assert places(store) == [("Rue A 1", None, None)]
    assert check_store(store).ok


def test_a_move_is_dated_by_the_list(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, FIRST)
    bring(store, tmp_path, "1999999151;Boisretour;Rue B 2;1080;Molenbeek;01/03/2024", ";Connu depuis")
    assert places(store) == [("Rue A 1", None, "2024-02-29"), ("Rue B 2", "2024-03-01", None)]


def test_another_spelling_is_corrected_in_place(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "1999999151;Boisretour;AV DU CHENE;1070;ANDERLECHT")
    row = bring(store, tmp_path, "1999999151;BOISRETOUR;Avenue du Chêne 12;1070;Anderlecht").rows[0]
    assert row.move is None
    assert [(one.field, one.old, one.new) for one in row.updates] == [
        ("street", "AV DU CHENE", "Avenue du Chêne 12"),
        ("city", "ANDERLECHT", "Anderlecht"),
    ]
    assert places(store) == [("Avenue du Chêne 12", None, None)]
    assert store.find(Organisation)[0].name == "Boisretour"


def test_a_list_that_is_behind_does_not_move_back(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, FIRST)
    bring(store, tmp_path, "1999999151;Boisretour;Rue B 2;1080;Molenbeek;01/03/2024", ";Connu depuis")
    behind = bring(store, tmp_path, FIRST).rows[0]
    assert behind.verdict is Verdict.SKIPPED
    assert [one.code for one in behind.read.warnings] == ["former_address"]
    older = bring(store, tmp_path, "1999999151;Boisretour;Rue C 3;1000;Bruxelles;01/03/2020", ";Connu depuis").rows[0]
    assert [(one.code, one.cell) for one in older.read.warnings] == [("older_address", "C2")]
    assert len(places(store)) == 2


@pytest.mark.parametrize(("decision", "count"), [(Decision.SKIP, 1), (Decision.UPDATE, 2)])
def test_the_move_of_a_likely_duplicate_waits_for_the_decision(
    store: Store, tmp_path: Path, decision: Decision, count: int
) -> None:
    bring(store, tmp_path, "1999999151;Boisretour;Rue A 1;1070;Anderlecht")
    row = bring(store, tmp_path, ";Boisretour SRL;Rue B 2;1070;Anderlecht", decision=decision).rows[0]
    assert row.verdict is Verdict.DUPLICATE
    assert row.move is not None
    assert len(places(store)) == count


def test_another_status_ends_the_present_one(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, f"{FIRST};candidat;2023", ";Statut de membre;Membre depuis")
    row = bring(store, tmp_path, f"{FIRST};membre;2024-03-01", ";Statut de membre;Membre depuis").rows[0]
    assert [(one.old, one.new) for one in row.updates] == [(MembershipStatus.CANDIDATE, MembershipStatus.MEMBER)]
    told = [(one.status.value, str(one.from_on), str(one.to_on)) for one in store.find(Membership)]
    assert told == [("candidate", "2023", "2024-02-29"), ("member", "2024-03-01", "None")]
    vaguer = bring(store, tmp_path, f"{FIRST};membre;2024", ";Statut de membre;Membre depuis").rows[0]
    assert vaguer.verdict is Verdict.SKIPPED


def test_what_is_added_is_told_in_words(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, FIRST)
    more = ";Téléphone;E-mail;Filière;Statut de membre;Membre depuis;Tags;Contact;Remarque libre"
    cells = ";02 226 88 88;info@example.org;Bois;membre;2024;pilote;Sofie Peeters;À revoir"
    plan = bring(store, tmp_path, FIRST + cells, more)
    row = plan.rows[0]
    assert row.verdict is Verdict.UPDATED
    words = PartWords(Translator("fr"), Formats("fr"), plan.names)
    told = [words.added(one) for one in row.added]
    assert told[:6] == [
        "Ajout – Téléphone\xa0: 02 226 88 88",
        "Ajout – Mail\xa0: info@example.org",
        "Ajout – Adhésion\xa0: Membre effectif, depuis 2024",
        "Ajout – Filière\xa0: Bois",
        "Ajout – Étiquette\xa0: pilote",
        "Ajout – Personne de contact\xa0: Sofie Peeters",
    ]
    assert {type_of(one).key for one in row.added} >= {"contact_point", "membership", "record_tag", "contact"}
    assert len(store.find(ContactPoint)) == 2


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (date(2023, 9, 1), "01/09/2023"),
        (datetime(2023, 9, 1, 14, 30), "01/09/2023 14:30"),  # noqa: DTZ001 - a cell has no zone
        (3.5, "3,5"),
        (1080.0, "1080"),
        ("2023-09-01", "2023-09-01"),
        ("", ""),
    ],
)
def test_a_cell_is_told_as_people_write_it(cell: Cell, told: str) -> None:
    assert told_cell(cell, Formats("fr")) == told


def test_a_changed_value_is_told_with_its_field(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, f"{FIRST};2023-09-01", ";Date de création")
    (row,) = bring(store, tmp_path, f"{FIRST};2024-01", ";Date de création").rows
    words = PartWords(Translator("nl"), Formats("nl"), {})
    assert [words.changed(one) for one in row.updates] == ["Opgericht op: 01/09/2023 → jan 2024"]


LISTED = ";Membre depuis;Date de sortie;Adresse d'exploitation;CP exploitation;Commune exploitation"


def test_an_end_and_a_second_place_are_entered_once(store: Store, tmp_path: Path) -> None:
    cells = ";2023;30/06/2025;Quai C 3;1000;Bruxelles"
    bring(store, tmp_path, FIRST + cells, LISTED)
    assert _memberships(store) == [("member", "2023", "2025-06-30"), ("former", "2025-06-30", None)]
    assert [(one.street, one.establishment_number) for one in store.find(Establishment)] == [("Quai C 3", None)]
    assert [one.street for one in store.find(Address)] == ["Rue A 1"]
    again = bring(store, tmp_path, FIRST + cells, LISTED).rows[0]
    assert again.verdict is Verdict.SKIPPED


def test_a_later_list_ends_a_membership(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, f"{FIRST};2023;;;;", LISTED)
    assert _memberships(store) == [("member", "2023", None)]
    row = bring(store, tmp_path, f"{FIRST};2023;30/06/2025;;;", LISTED).rows[0]
    assert row.verdict is Verdict.UPDATED
    assert [(one.field, str(one.new)) for one in row.updates] == [("to_on", "2025-06-30")]
    assert _memberships(store) == [("member", "2023", "2025-06-30"), ("former", "2025-06-30", None)]
    undo(store)
    assert _memberships(store) == [("member", "2023", None)]
    assert check_store(store).ok


def _memberships(store: Store) -> list[tuple[str, str | None, str | None]]:
    found = sorted(store.find(Membership), key=lambda one: str(one.from_on))
    return [
        (one.status.value, one.from_on.text if one.from_on else None, one.to_on.text if one.to_on else None)
        for one in found
    ]
