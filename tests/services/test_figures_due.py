"""Which ledgers have figures due, what a head count entered with them becomes, and how steps are called."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.commands.figures import ClosePeriod, EnterFigure, EnterFigures, EnterStaff, OpenLedger
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.figures.due import period_due
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Cadence, FigureLine, Ledger, Precision
from clusterdesk.domain.records.organisations import LegalSituation, OrganisationStatus
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures, records
from clusterdesk.services.health import count_health, health_rows, still_unwell
from clusterdesk.services.ledger_views import read_figures_due, read_ledgers
from clusterdesk.services.told_titles import told_operation
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline
from tests.factories import add, make_organisation

TODAY = date(2026, 11, 23)


def opened(store: Store, name: str, **values: object) -> Ledger:
    """Open a ledger of a new organisation."""
    holder = make_organisation(store, name)
    return figures.open_ledger(store, OpenLedger(organisation_id=holder.id, **values)).output  # type: ignore[arg-type]


def complete(store: Store, ledger: Ledger, period: str) -> None:
    """Complete a period and close it."""
    cells = tuple(FigureCell(period, line, Decimal(1000)) for line in (FigureLine.REVENUE, FigureLine.TOTAL_COSTS))
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells))
    figures.close_period(store, ClosePeriod(ledger_id=ledger.id, period=period))


@pytest.mark.parametrize(
    ("cadence", "starts_on", "period"),
    [
        (Cadence.MONTHLY, None, "2026-10"),
        (Cadence.QUARTERLY, None, "2026-Q3"),
        (Cadence.ANNUAL, None, "2025"),
        (Cadence.NONE, None, None),
        (Cadence.MONTHLY, date(2026, 10, 31), "2026-10"),
        (Cadence.MONTHLY, date(2026, 11, 1), None),
    ],
)
def test_only_what_the_cadence_asks_for_is_due(cadence: Cadence, starts_on: date | None, period: str | None) -> None:
    assert period_due(cadence, starts_on, TODAY) == period


def test_ledgers_are_due_until_their_last_period_is_complete(store: Store) -> None:
    monthly = opened(store, "Noord")
    quarterly = opened(store, "Canal", cadence=Cadence.QUARTERLY)
    opened(store, "Sans", cadence=Cadence.NONE)
    opened(store, "Plus tard", starts_on=date(2026, 12, 1))
    complete(store, monthly, "2026-09")
    due = read_figures_due(store)
    assert [(one.title, one.period) for one in due] == [("Canal", "2026-Q3"), ("Noord", "2026-10")]
    assert due[1].before.amounts == {FigureLine.REVENUE: 1000, FigureLine.TOTAL_COSTS: 1000}
    assert due[1].before.complete
    figures.enter_figure(
        store, EnterFigure(ledger_id=monthly.id, cell=FigureCell("2026-10", FigureLine.REVENUE, Decimal(48_200)))
    )
    assert read_figures_due(store)[1].state.lacks == (Lack.COSTS, Lack.NOT_CLOSED)
    complete(store, monthly, "2026-10")
    complete(store, quarterly, "2026-Q3")
    assert read_figures_due(store) == []
    undo(store)
    assert [one.title for one in read_figures_due(store)] == ["Canal"]


def test_nothing_is_due_of_who_is_closed_down(store: Store) -> None:
    ledger = opened(store, "Noord")
    status = OrganisationStatus(organisation_id=ledger.organisation_id, situation=LegalSituation.BANKRUPT)
    records.add_record(store, AddRecord(record=status))
    assert read_figures_due(store) == []


def test_the_staff_of_a_period_is_a_head_count_on_its_last_day(store: Store) -> None:
    ledger = opened(store, "Noord")
    add(store, Headcount(organisation_id=ledger.organisation_id, on=date(2026, 9, 30), fte=Decimal(7)))
    cell = StaffCell("2026-10", Decimal("7.5"))
    figures.enter_staff(store, EnterStaff(ledger_id=ledger.id, cell=cell))
    (due,) = read_figures_due(store)
    assert (due.fte, due.fte_before) == (Decimal("7.5"), Decimal(7))
    (view,) = read_ledgers(store, ledger.organisation_id)
    assert [(one.on, one.fte) for one in view.staff] == [(date(2026, 9, 30), 7), (date(2026, 10, 31), Decimal("7.5"))]
    figures.enter_staff(store, EnterStaff(ledger_id=ledger.id, cell=StaffCell("2026-10", Decimal(8))))
    assert len(store.find(Headcount)) == 2, "corrected, not added once more"
    undo(store)
    assert read_figures_due(store)[0].fte == Decimal("7.5")
    figures.enter_staff(store, EnterStaff(ledger_id=ledger.id, cell=StaffCell("2026-10", None)))
    assert read_figures_due(store)[0].fte is None


def test_a_ledger_of_a_project_has_its_own_staff(store: Store) -> None:
    holder = make_organisation(store, "Noord")
    project = add(store, Project(title="Chaises", organisation_id=holder.id))
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, project_id=project.id)).output
    add(store, Headcount(organisation_id=holder.id, on=date(2026, 10, 31), fte=Decimal(20)))
    assert read_figures_due(store)[0].fte is None
    figures.enter_staff(store, EnterStaff(ledger_id=ledger.id, cell=StaffCell("2026-10", Decimal(2))))
    assert read_figures_due(store)[0].fte == 2
    assert read_figures_due(store)[0].title == "Noord · Chaises"
    assert {one.project_id for one in store.find(Headcount)} == {None, project.id}


def test_what_is_about_right_leaves_the_ledger_due(store: Store) -> None:
    ledger = opened(store, "Noord")
    cells = (
        FigureCell("2026-10", FigureLine.REVENUE, Decimal(40_000), precision=Precision.ABOUT),
        FigureCell("2026-10", FigureLine.TOTAL_COSTS, Decimal(0)),
    )
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells))
    (due,) = read_figures_due(store)
    assert due.state.lacks == (Lack.ABOUT, Lack.NOT_CLOSED)


def test_steps_are_called_by_line_period_and_amount(store: Store) -> None:
    ledger = opened(store, "Noord")
    cell = FigureCell("2026-10", FigureLine.REVENUE, Decimal("48200.50"))
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=cell))
    step = store.undo_state().undo
    assert step is not None
    told = told_operation(step.label, Translator("fr"), Formats("fr"))
    assert told == "Chiffre · Noord · Chiffre d’affaires oct. 2026 · 48\u202f200,5"
    quarterly = opened(store, "Canal", cadence=Cadence.QUARTERLY)
    complete(store, quarterly, "2026-Q3")
    step = store.undo_state().undo
    assert step is not None
    assert "T3 2026" in told_operation(step.label, Translator("fr"), Formats("fr"))
    assert "K3 2026" in told_operation(step.label, Translator("nl"), Formats("nl"))


def fil(store: Store, ledger: Ledger) -> list[tuple[str, str, str]]:
    """Return the figures of the Fil: day, period, what else is told."""
    with store.read() as connection:
        page = timeline(connection, ledger.organisation_id, kinds={TimelineKind.FIGURES})
    return [(str(one.on), one.title, one.detail.replace("\x1f", "|")) for one in page.entries]


def test_the_fil_tells_the_turnover_of_each_period_and_that_of_the_one_before(store: Store) -> None:
    monthly = opened(store, "Noord")
    complete(store, monthly, "2026-09")
    october = FigureCell("2026-10", FigureLine.REVENUE, Decimal("48200.50"))
    figures.enter_figure(store, EnterFigure(ledger_id=monthly.id, cell=october))
    assert sorted(fil(store, monthly)) == [
        ("2026-11-23", "2026-09", "1000||EUR|"),
        ("2026-11-23", "2026-10", "48200.50|1000|EUR|"),
    ]
    quarterly = opened(store, "Canal", cadence=Cadence.QUARTERLY)
    for period in ("2025-Q4", "2026-Q1"):
        figures.enter_figure(
            store, EnterFigure(ledger_id=quarterly.id, cell=FigureCell(period, FigureLine.REVENUE, Decimal(7)))
        )
    assert fil(store, quarterly) == [("2026-03-31", "2026-Q1", "7|7|EUR|"), ("2025-12-31", "2025-Q4", "7||EUR|")]
    figures.enter_figure(store, EnterFigure(ledger_id=monthly.id, cell=FigureCell("2026-10", FigureLine.REVENUE, None)))
    assert [one[1] for one in fil(store, monthly)] == ["2026-09"]


def test_data_health_names_the_same_ledgers(store: Store) -> None:
    ledger = opened(store, "Noord")
    (row,) = health_rows(store, HealthKey.FIGURES)
    assert (row.id, row.organisation, row.on, row.detail) == (ledger.id, "Noord", date(2026, 10, 31), "2026-10")
    assert count_health(store, [HealthKey.FIGURES]) == {HealthKey.FIGURES: 1}
    assert still_unwell(store, HealthKey.FIGURES, [ledger.id]) == (row,)
    complete(store, ledger, "2026-10")
    assert count_health(store, [HealthKey.FIGURES]) == {HealthKey.FIGURES: 0}
    assert still_unwell(store, HealthKey.FIGURES, [ledger.id]) == ()
