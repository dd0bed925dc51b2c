"""Kept scenarios: kept under a name, the plan from then on, beside what happened, in the Fil and in search."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.domain.commands.break_even import KeepScenario
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord
from clusterdesk.domain.records.figures import Ledger, Scenario
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import figures, records
from clusterdesk.services.break_even import read_break_even
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.scenarios import keep_scenario
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.search import find_text
from tests.factories import make_organisation
from tests.ledgers import enter_months

GIVEN = Assumptions(Period(2026, 9), Decimal(40), Decimal(16), Decimal(24_000), Decimal(900), Decimal(5), 12)


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """Open a ledger with figures up to August."""
    holder = make_organisation(store)
    opened = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, name="Atelier")).output
    enter_months(store, opened, "2026-06", [(30_000, 12_000, 24_000)] * 3)
    return opened


def keep(store: Store, ledger: Ledger, given: Assumptions = GIVEN, name: str = "  Deux vélos de plus ") -> Scenario:
    """Keep a what-if."""
    return keep_scenario(store, KeepScenario(ledger_id=ledger.id, name=name, given=given, remark="Prime")).output


def test_what_is_kept_is_the_plan_from_then_on(store: Store, ledger: Ledger) -> None:
    before = read_break_even(store, ledger.id)
    assert before.base is not None
    assert (before.base.first, before.base.price, before.base.units) == (Period(2026, 9), Decimal(30_000), Decimal(1))
    kept = keep(store, ledger)
    assert (kept.name, kept.on, kept.base_period) == ("Deux vélos de plus", date(2026, 11, 23), "2026-09")
    view = read_break_even(store, ledger.id)
    assert view.base == GIVEN
    assert view.today_base == before.base
    assert view.scenarios[0].reached_in == Period(2026, 12)
    undo(store)
    assert read_break_even(store, ledger.id).base == before.base


def test_one_about_the_whole_volume_stays_about_it(store: Store, ledger: Ledger) -> None:
    base = read_break_even(store, ledger.id).base
    assert base is not None
    assert not base.per_unit
    kept = keep(store, ledger, replace(base, units=Decimal("1.2")))
    assert (kept.price, kept.variable_cost, kept.units) == (Decimal(36_000), Decimal(14_400), None)
    enter_months(store, ledger, "2026-09", [(36_000, 14_400, 24_000)], units=900)
    view = read_break_even(store, ledger.id)
    assert view.base is not None
    assert view.today_base is not None
    assert (view.base.per_unit, view.base.price, view.base.units) == (False, Decimal(36_000), Decimal(1))
    assert (view.today_base.per_unit, view.today_base.price) == (True, Decimal(40))


def test_it_stands_beside_what_then_happened(store: Store, ledger: Ledger) -> None:
    keep(store, ledger)
    enter_months(store, ledger, "2026-09", [(36_000, 14_400, 24_000), (36_000, 14_400, 24_000)])
    (kept,) = read_break_even(store, ledger.id).scenarios
    known = [one for one in kept.compared if one.revenue is not None]
    assert [(one.period, one.planned_revenue) for one in known] == [
        (Period(2026, 9), Decimal(36_000)),
        (Period(2026, 10), Decimal(37_800)),
    ]
    assert kept.revenue_off == Decimal(-1_800)
    assert [one.core for one in known] == [Decimal(-2_400)] * 2


def test_it_is_told_in_the_fil_and_found(store: Store, ledger: Ledger) -> None:
    kept = keep(store, ledger)
    (entry,) = read_timeline(store, ledger.organisation_id, kinds=[TimelineKind.SCENARIO]).entries
    assert (entry.id, entry.title, entry.body, entry.detail) == (kept.id, "Deux vélos de plus", "Prime", "Atelier")
    with store.glance() as run:
        assert [hit.id for hit in find_text(run, "velos", 10).hits] == [kept.id]
    records.delete_record(store, DeleteRecord(type_key="scenario", record_id=kept.id))
    assert read_timeline(store, ledger.organisation_id, kinds=[TimelineKind.SCENARIO]).entries == ()
    assert read_break_even(store, ledger.id).scenarios == ()


def test_what_makes_no_sense_is_refused(store: Store, ledger: Ledger) -> None:
    with pytest.raises(KnownError, match="under a name"):
        keep(store, ledger, name="  ")
    with pytest.raises(KnownError, match="makes no sense"):
        keep(store, ledger, replace(GIVEN, price=Decimal(-1)))
    with pytest.raises(KnownError, match="makes no sense"):
        keep(store, ledger, replace(GIVEN, units=Decimal("NaN")))
    assert store.find(Scenario) == []


def test_one_whose_numbers_were_emptied_is_told_and_compares_nothing(store: Store, ledger: Ledger) -> None:
    records.add_record(store, AddRecord(record=Scenario(ledger_id=ledger.id, name="Vide", on=date(2026, 9, 1))))
    (kept,) = read_break_even(store, ledger.id).scenarios
    assert kept.assumptions is None
    assert kept.compared == ()
