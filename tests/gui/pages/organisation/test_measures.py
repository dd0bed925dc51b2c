"""The head of an organisation says how many work there, what changed in a year, and where break-even stands."""

from datetime import date
from decimal import Decimal

from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.commands.results import AddResult, ConfirmResult, GivenProof
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.services import records, results
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich


def test_staff_and_break_even_stand_in_the_head(open_page: Open, rich: Rich, ask: Ask) -> None:
    def add(store: Store) -> None:
        for on, fte in ((date(2025, 9, 30), "6"), (date(2026, 3, 31), "6.5"), (date(2026, 9, 30), "7.5")):
            count = Headcount(organisation_id=rich.organisation, on=on, fte=Decimal(fte))
            records.add_record(store, AddRecord(record=count))
        kind = ResultKind.BREAK_EVEN_REACHED
        found = results.add_result(store, AddResult(kind=kind, on=date(2025, 8, 31), organisation_id=rich.organisation))
        proof = GivenProof("Comptes 2025")
        results.confirm_result(store, ConfirmResult(result_id=found.output.id, by="Claire Delvaux", proof=proof))

    ask(add)
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    assert page.header.measures.text() == "7,5 ETP (+1,5 en 12 mois) · à l’équilibre depuis août 2025"


def test_a_fall_is_told_and_without_a_count_nothing_is_said(
    open_page: Open, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    assert page.header.measures.isHidden()
    ask(lambda store: _two_counts(store, rich))
    page.reload()
    qtbot.waitUntil(lambda: page.header.measures.text() == "5 ETP (−1 en 12 mois)", timeout=MOMENT)


def _two_counts(store: Store, rich: Rich) -> None:
    for on, fte in ((date(2025, 6, 30), "6"), (date(2026, 6, 30), "4")):
        count = Headcount(organisation_id=rich.organisation, on=on, fte=Decimal(fte))
        added = records.add_record(store, AddRecord(record=count)).output
    records.edit_record(store, EditRecord(type_key="headcount", record_id=added.id, values={"fte": Decimal(5)}))


def test_the_project_that_is_furthest_gives_the_level(open_page: Open, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    ask(lambda store: _assessed(store, rich))
    page.reload()
    qtbot.waitUntil(lambda: page.header.measures.text() == "MRL 7", timeout=MOMENT)


def _assessed(store: Store, rich: Rich) -> None:
    (project,) = store.find(Project, organisation_id=rich.organisation)
    other = Project(title="Atelier textile", organisation_id=rich.organisation)
    records.add_record(store, AddRecord(record=other))
    found = ((project, date(2025, 3, 3), 9), (project, date(2026, 3, 3), 6), (other, date(2026, 3, 3), 7))
    for one, on, level in found:
        assessment = MrlAssessment(project_id=one.id, on=on, level=level)
        records.add_record(store, AddRecord(record=assessment))
