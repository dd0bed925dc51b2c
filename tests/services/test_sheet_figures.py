"""Block 6 of the visit sheet shows what is followed, marks what is about right, and asks for what is due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import FigureLine, Ledger
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_sheet import FiguresBlock
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import records
from clusterdesk.services.binders import create_binder
from clusterdesk.services.ledger_views import read_ledgers
from clusterdesk.services.sheet_figures import figures_block, ledger_of_visit
from clusterdesk.services.visit_sheets import visit_sheet_view
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation

TODAY = reference_monday()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("blocks") / "binder"
    store = create_binder(folder, sample=True)
    make_sample(store, TODAY)
    yield store
    store.close()


def organisation(store: Store, name: str) -> Organisation:
    (found,) = (one for one in store.find(Organisation) if one.external_id == name)
    return found


def block(store: Store, name: str, edition: Edition = Edition.SHAREABLE) -> FiguresBlock:
    sheet = visit_sheet_view(
        store, organisation_id=organisation(store, name).id, language="fr", author="Claire", edition=edition
    )
    assert sheet.figures is not None
    return sheet.figures


def test_the_period_that_lacks_figures_is_asked_for(sample: Store) -> None:
    noord = block(sample, "noord")
    assert noord.missing_month == "2026-10"
    assert [one.period for one in noord.last_months] == ["2026-08", "2026-09"]
    assert all(one.variable_costs and one.fixed_costs and one.charges for one in noord.last_months)
    assert len(noord.series[0].months) == 18
    assert block(sample, "feutrelle").missing_month == "", "october is there"
    assert block(sample, "houtlus").last_months[-1].period == "2026-Q3"


def test_a_gap_stays_a_gap_and_about_is_said(sample: Store) -> None:
    points = {one.period: one.value for one in block(sample, "planchea").series[0].months}
    assert points["2026-07"] is None
    assert points["2026-06"]
    said = block(sample, "schering")
    assert [one.about for one in said.last_months] == [True, True]
    assert said.last_months[-1].variable_costs is None
    assert said.last_months[-1].charges == Decimal(23_000)
    assert said.missing_month == "2026-10"


def test_without_a_ledger_there_is_no_block(sample: Store) -> None:
    sheet = visit_sheet_view(
        sample, organisation_id=organisation(sample, "labo").id, language="nl", author="Hanne Wouters"
    )
    assert sheet.figures is None


def test_an_internal_figure_or_head_count_stays_off_the_page_that_leaves(store: Store) -> None:
    holder = make_organisation(store)
    records.add_record(store, AddRecord(record=Ledger(organisation_id=holder.id, starts_on=date(2026, 1, 1))))
    internal = Headcount(
        organisation_id=holder.id, on=date(2026, 10, 31), fte=Decimal("7.5"), visibility=Visibility.INTERNAL
    )
    records.add_record(store, AddRecord(record=internal))
    (view,) = read_ledgers(store, holder.id)
    assert ledger_of_visit([view], None) is view
    cell = view.cell(("2026-10", FigureLine.REVENUE, None))
    view = replace(view, cells={cell.place: replace(cell, amount=Decimal(1000), visibility=Visibility.INTERNAL)})
    leaving = figures_block(view, TODAY, Translator("fr"), Edition.SHAREABLE)
    assert (leaving.series, leaving.last_months) == ((), ())
    inside = figures_block(view, TODAY, Translator("fr"), Edition.INTERNAL)
    assert [(one.turnover, one.fte) for one in inside.last_months] == [(Decimal(1000), Decimal("7.5"))]
