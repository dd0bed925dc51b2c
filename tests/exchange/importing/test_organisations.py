"""The example list gives the verdicts that were agreed, and undo takes an import back whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ImportNote,
    Membership,
    Organisation,
    OrganisationValueChain,
)
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.exchange.importing.plan import ImportPlan, plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store

DATA = Path(__file__).resolve().parents[2] / "data"
EXPECTED = json.loads((DATA / "members_export_messy_expected.json").read_text(encoding="utf-8"))
FILES = ("members_export_messy_cp1252.csv", "members_export_messy_utf8bom.csv", "members_export_messy.xlsx")


def planned(store: Store, path: Path, kind: ImportKind = ImportKind.ORGANISATIONS) -> ImportPlan:
    return plan_import(store, open_list(path, kind))


def write_list(folder: Path, text: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def archive_bytes(store: Store, folder: Path, name: str) -> bytes:
    path = folder / name
    export_archive(store, path)
    return path.read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_the_verdict_that_was_agreed(store: Store, name: str) -> None:
    plan = planned(store, DATA / name)
    rows = {row.line: row for row in plan.rows}
    for expected in EXPECTED["rows"]:
        row = rows[expected["line"]]
        assert row.verdict.value == expected["verdict"], expected["line"]
        if "duplicate_of_line" in expected:
            assert row.same is not None
            assert row.same.line == expected["duplicate_of_line"]
    assert plan.counts[Verdict.NEW] == 8
    assert plan.counts[Verdict.DUPLICATE] == EXPECTED["summary"]["duplicates"]


def test_the_refused_row_names_both_cells(store: Store) -> None:
    plan = planned(store, DATA / FILES[0])
    refused = next(row for row in plan.rows if row.verdict is Verdict.REFUSED)
    assert {error.cell for error in refused.errors} == {"A9", "N9"}


def test_nothing_is_written_before_import_and_undo_takes_all_of_it_back(store: Store, tmp_path: Path) -> None:
    before = archive_bytes(store, tmp_path, "before.zip")
    plan = planned(store, DATA / FILES[0])
    assert archive_bytes(store, tmp_path, "planned.zip") == before
    run_import(store, plan)
    after = archive_bytes(store, tmp_path, "after.zip")
    assert after != before
    assert len(store.find(Organisation)) == 8
    undo(store)
    assert archive_bytes(store, tmp_path, "undone.zip") == before
    redo(store)
    assert archive_bytes(store, tmp_path, "redone.zip") == after
    assert check_store(store).ok


def test_what_a_row_says_is_in_the_records(store: Store) -> None:
    run_import(store, planned(store, DATA / FILES[0]))
    first = next(one for one in store.find(Organisation) if one.enterprise_number == "1999999151")
    assert (first.name, first.legal_form) == ("Boisretour", "SRL")
    address = store.find(Address, organisation_id=first.id)[0]
    assert (address.street, address.postcode, address.city) == ("Rue du Chêne fictive 12", "1070", "Anderlecht")
    assert {point.value for point in store.find(ContactPoint, organisation_id=first.id)} >= {"+3222268888"}
    assert str(store.find(Membership, organisation_id=first.id)[0].from_on) == "2023-09-01"
    chains = [
        store.get(ValueChain, one.value_chain_id).key
        for one in store.find(OrganisationValueChain, organisation_id=first.id)
    ]
    assert chains == ["wood"]
    notes = {(note.topic, note.text, note.year) for note in store.find(ImportNote, organisation_id=first.id)}
    assert ("fte", "3,5", None) in notes
    assert any(topic == "revenue" and year == 2024 for topic, _, year in notes)


def test_a_second_import_of_the_same_list_writes_nothing(store: Store) -> None:
    run_import(store, planned(store, DATA / FILES[0]))
    version = store.data_version()
    again = planned(store, DATA / FILES[0])
    assert again.counts[Verdict.NEW] == again.counts[Verdict.UPDATED] == 0
    run_import(store, again)
    assert store.data_version() == version


HEADER = "Numéro d'entreprise;Nom;Rue;CP;Commune;Filière\n"


def test_an_update_shows_old_and_new_and_is_undone_with_the_import(store: Store, tmp_path: Path) -> None:
    run_import(
        store, planned(store, write_list(tmp_path, HEADER + "1999.999.151;Boisretour;Rue A 1;1070;Anderlecht;Bois\n"))
    )
    changed = HEADER + "1999999151;Boisretour & Fils;Rue B 2;1080;Molenbeek;Bois / Textile\n"
    plan = planned(store, write_list(tmp_path, changed, "deux.csv"))
    row = plan.rows[0]
    assert row.verdict is Verdict.UPDATED
    told: dict[str, tuple[Any, Any]] = {one.field: (one.old, one.new) for one in row.updates}
    assert told["name"] == ("Boisretour", "Boisretour & Fils")
    run_import(store, plan)
    kept = store.find(Organisation)[0]
    assert kept.name == "Boisretour & Fils"
    assert len(store.find(OrganisationValueChain, organisation_id=kept.id)) == 2
    undo(store)
    assert store.find(Organisation)[0].name == "Boisretour"
    assert len(store.find(OrganisationValueChain, organisation_id=kept.id)) == 1


def test_an_empty_cell_never_empties_a_field(store: Store, tmp_path: Path) -> None:
    run_import(
        store, planned(store, write_list(tmp_path, HEADER + "1999999151;Boisretour;Rue A 1;1070;Anderlecht;Bois\n"))
    )
    plan = planned(store, write_list(tmp_path, HEADER + "1999999151;Boisretour;;;;\n", "vide.csv"))
    assert plan.rows[0].verdict is Verdict.SKIPPED


@pytest.mark.parametrize(("decision", "count"), [(Decision.SKIP, 1), (Decision.AS_NEW, 2), (Decision.UPDATE, 1)])
def test_a_likely_duplicate_is_decided_by_a_person(
    store: Store, tmp_path: Path, decision: Decision, count: int
) -> None:
    run_import(store, planned(store, write_list(tmp_path, HEADER + ";Atelier Noord SRL;Rue A 1;1080;Molenbeek;Bois\n")))
    plan = planned(store, write_list(tmp_path, HEADER + ";ATELIER NOORD;Rue A 1;1080;Molenbeek;Textile\n", "deux.csv"))
    assert plan.rows[0].verdict is Verdict.DUPLICATE
    assert plan.rows[0].same is not None
    run_import(store, plan, {plan.rows[0].line: decision})
    assert len(store.find(Organisation)) == count
    chains = len(store.find(OrganisationValueChain))
    assert chains == {Decision.SKIP: 1, Decision.AS_NEW: 2, Decision.UPDATE: 2}[decision]


def test_an_unknown_value_chain_is_kept_as_a_note(store: Store, tmp_path: Path) -> None:
    run_import(
        store, planned(store, write_list(tmp_path, HEADER + "1999999151;Verre & Co;Rue A 1;1070;Anderlecht;Verre\n"))
    )
    assert [note.text for note in store.find(ImportNote) if note.topic == "value_chains"] == ["Verre"]


def test_one_new_tag_for_many_rows_is_made_once(store: Store, tmp_path: Path) -> None:
    text = "Numéro d'entreprise;Nom;Tags\n1999999151;Boisretour;pilote\n1999999250;Vélo Réemploi;pilote\n"
    run_import(store, planned(store, write_list(tmp_path, text)))
    assert check_store(store).ok
    assert len(store.find(Organisation)) == 2
