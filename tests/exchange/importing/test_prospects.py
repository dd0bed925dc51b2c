"""A list of prospects: new ones, those known already, and rows that name what is not there."""

from pathlib import Path

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectKind
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.exchange.importing.plan import plan_import, run_import
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services import shipped_lists, undo
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store

LIST = """Nom;Numéro BCE;Maillon;Projet;Code postal;Commune;NACE;Contact;Téléphone;Gestionnaire;Remarque
Démontages Lavandier;1999.994.104;wood_collection;Carrelets;1020;Laeken;43.110;Pascal Thys;02 555 09 62;CD;à rappeler
Lavandier;1999 994 104;;;;;;;;;
Copeau Vif SRL;;wood_making;;;;;;;;
Wrakkenroute;;Rien de tel;;;;;;;;
Octet Blanc;;;Nulle part;;;;;;;
"""


def _open(store: Store, path: Path) -> None:
    if not store.find(ChainLink):
        shipped_lists.seed(store)
    for record in (Organisation(name="Copeau Vif"), Project(title="Carrelets", kind=ProjectKind.PRODUCTION)):
        add_record(store, AddRecord(record=record))
    path.write_text(LIST, encoding="utf-8")


def test_each_row_gets_its_verdict_and_one_undo_takes_all_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "prospects.csv"
    _open(store, path)
    plan = plan_import(store, open_list(path, ImportKind.PROSPECTS))
    found = {
        row.title: (row.verdict, row.same.name if row.same else "", [one.code for one in row.problems])
        for row in plan.rows
    }
    assert found == {
        "Démontages Lavandier": (Verdict.NEW, "", []),
        "Lavandier": (Verdict.DUPLICATE, "Démontages Lavandier", []),
        "Copeau Vif SRL": (Verdict.DUPLICATE, "Copeau Vif", []),
        "Wrakkenroute": (Verdict.REFUSED, "", ["unknown_link"]),
        "Octet Blanc": (Verdict.REFUSED, "", ["unknown_project"]),
    }
    run_import(store, plan, dict.fromkeys((3,), Decision.SKIP))
    (made,) = store.find(Prospect)
    link, project = store.find(ChainLink, key="wood_collection")[0], store.find(Project)[0]
    assert (made.chain_link_id, made.project_id) == (link.id, project.id)
    assert (made.enterprise_number, made.nace_code, made.contact_name) == ("1999994104", "43110", "Pascal Thys")
    assert (made.source, made.remark) == ("prospects.csv", "à rappeler")
    again = plan_import(store, open_list(path, ImportKind.PROSPECTS))
    assert [row.verdict for row in again.rows][:2] == [Verdict.DUPLICATE, Verdict.DUPLICATE]
    undo.undo(store)
    assert store.find(Prospect) == []
