"""Break-even of a ledger, read from a real store: what counts, what is missing, what is proposed."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.start_state import StartState
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.proposals.proposal import ResultStanding
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures, records
from clusterdesk.services.break_even import read_break_even
from clusterdesk.services.break_even_reached import ReachedWords
from clusterdesk.services.break_even_words import BreakEvenWords
from clusterdesk.store.desk_store import Store
from tests.factories import make_file, make_organisation, make_visit
from tests.ledgers import enter_month, enter_months


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """Open a ledger of a new organisation that is coached since February."""
    holder = make_organisation(store)
    file = make_file(store, holder, tracks=("break_even",))
    make_visit(store, holder, date(2026, 2, 10), "Les charges fixes pèsent.", coaching_file_id=file.id)
    return figures.open_ledger(store, OpenLedger(organisation_id=holder.id, starts_on=date(2026, 1, 1))).output


def test_a_ledger_without_figures_says_that_months_are_missing(store: Store, ledger: Ledger) -> None:
    view = read_break_even(store, ledger.id)
    assert view.months == ()
    assert view.last is None
    assert [(one.code, one.values) for one in view.said] == [(Message.NOT_ENOUGH_MONTHS, {"n": 0, "m": 3})]


def test_the_level_of_the_last_month_and_of_twelve(store: Store, ledger: Ledger) -> None:
    enter_months(store, ledger, "2025-11", [(10_000, 4_000, 9_000)] * 11 + [(20_000, 8_000, 9_000)])
    view = read_break_even(store, ledger.id)
    assert view.last is not None
    assert view.year is not None
    assert view.last.first == Period(2026, 10)
    assert view.last.threshold == Decimal(15_000)
    assert view.last.safety == Decimal(5_000)
    assert view.last.safety_ratio == Decimal("0.25")
    assert view.last.leverage == Decimal(4)
    assert view.year.first == Period(2025, 11)
    assert view.year.threshold == Decimal(180_000)
    assert view.year.core == Decimal(130_000 - 52_000 - 108_000)
    assert view.levers == ()


def test_reaching_is_proposed_where_the_start_was_below(store: Store, ledger: Ledger) -> None:
    enter_months(store, ledger, "2026-01", [(10_000, 4_000, 9_000)] * 4 + [(20_000, 8_000, 9_000)] * 3)
    view = read_break_even(store, ledger.id)
    (proposal,) = view.proposals
    assert (proposal.kind, proposal.on, proposal.rule) == (ResultKind.BREAK_EVEN_REACHED, date(2026, 7, 31), "R3")
    assert proposal.standing is ResultStanding.PROPOSED
    assert [one.values["amount_money"] for one in proposal.reasons] == [Decimal(3_000)] * 3 + [Decimal(-3_000)]
    assert view.reached_since == Period(2026, 7)


def test_what_was_reached_before_is_told(store: Store, ledger: Ledger) -> None:
    enter_months(store, ledger, "2025-10", [(20_000, 8_000, 9_000)] * 8)
    (proposal,) = read_break_even(store, ledger.id).proposals
    assert proposal.standing is ResultStanding.ALREADY_BEFORE
    assert "before the first coaching action" in proposal.missing[0].message


def test_a_missing_month_is_a_gap_and_an_open_one_is_said(store: Store, ledger: Ledger) -> None:
    enter_months(store, ledger, "2026-01", [(10_000, 4_000, 9_000)] * 3)
    enter_month(store, ledger, "2026-05", (10_000, 4_000, 9_000))
    enter_month(store, ledger, "2026-06", (10_000, 4_000, 9_000), close=False)
    months = read_break_even(store, ledger.id).months
    assert [one.complete for one in months] == [True, True, True, False, True, False]
    assert months[3].revenue is None
    assert [one.code for one in months[3].said] == [Message.MISSING_MONTH]
    assert [one.code for one in months[5].said] == [Message.OPEN_MONTH]
    assert months[5].revenue == Decimal(10_000)


def test_quarters_are_followed_by_quarters(store: Store) -> None:
    holder = make_organisation(store)
    opened = OpenLedger(organisation_id=holder.id, cadence=Cadence.QUARTERLY)
    ledger = figures.open_ledger(store, opened).output
    enter_months(store, ledger, "2025-Q3", [(10_000, 4_000, 9_000), (20_000, 8_000, 9_000), (20_000, 8_000, 9_000)])
    view = read_break_even(store, ledger.id)
    assert view.reached_since == Period(2026, 1, 3)
    assert view.rule.value == "quarterly"


def test_years_give_an_annual_threshold_and_say_so(store: Store) -> None:
    holder = make_organisation(store)
    file = make_file(store, holder, tracks=("break_even",))
    make_visit(store, holder, date(2026, 2, 10), "Premier échange.", coaching_file_id=file.id)
    opened = OpenLedger(organisation_id=holder.id, cadence=Cadence.ANNUAL)
    ledger = figures.open_ledger(store, opened).output
    enter_months(store, ledger, "2024", [(100_000, 40_000, 90_000), (200_000, 80_000, 90_000)])
    view = read_break_even(store, ledger.id)
    assert view.annual
    assert [str(one.period) for one in view.months] == ["2024", "2025"]
    assert view.start is not None
    assert view.start.state is StartState.NOT_BELOW, "2025 ended in the twelve months before, and was no loss"
    assert (view.proposals, view.outlook, view.year) == ((), None, None)
    assert view.last is not None
    assert (view.last.threshold, view.last.safety) == (Decimal(150_000), Decimal(50_000))
    assert view.year_point is not None
    assert (view.year_point.regular, view.year_point.real, view.year_point.whole) == (date(2025, 10, 1), None, True)
    assert view.base is not None
    assert (str(view.base.first), view.base.periods) == ("2026", 5)
    words = BreakEvenWords(Translator("en"), Formats("en"))
    assert words.sentence(view).startswith("At or above the threshold over the whole of 2025")
    assert words.gap(view).replace("\xa0", " ") == (
        "The annual threshold of 2025 is 150.000 €; the turnover is 50.000 € above it (25,0%)."
    )
    assert "annual threshold of 2025 was passed on" in ReachedWords(Translator("en"), Formats("en")).point(view)
    assert "month" not in " ".join(
        (words.sentence(view), words.gap(view), *words.messages(view), *words.method(view)[:1])
    )


def test_a_loss_over_a_year_tells_its_levers_and_shows_the_start(store: Store) -> None:
    holder = make_organisation(store)
    file = make_file(store, holder, tracks=("break_even",))
    make_visit(store, holder, date(2026, 2, 10), "Premier échange.", coaching_file_id=file.id)
    opened = OpenLedger(organisation_id=holder.id, cadence=Cadence.ANNUAL)
    ledger = figures.open_ledger(store, opened).output
    enter_months(store, ledger, "2025", [(100_000, 40_000, 90_000)])
    view = read_break_even(store, ledger.id)
    assert view.start is not None
    assert view.start.state is StartState.BELOW
    words = BreakEvenWords(Translator("en"), Formats("en"))
    assert words.levers(view).startswith("Over a year, one of these")
    assert words.growth(view)[0] == "To be there in 1 year: +50,0% a year."
    assert view.year_point is not None
    assert view.year_point.regular is None, "not within that year"


def test_months_say_more_than_the_year_that_is_due(store: Store) -> None:
    holder = make_organisation(store)
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id)).output
    enter_months(store, ledger, "2025-01", [(20_000, 8_000, 9_000)] * 3)
    records.edit_record(store, EditRecord(type_key="ledger", record_id=ledger.id, values={"cadence": Cadence.ANNUAL}))
    enter_months(store, ledger, "2025", [(100_000, 40_000, 90_000)])
    view = read_break_even(store, ledger.id)
    assert not view.annual
    assert view.reached_since == Period(2025, 3)
