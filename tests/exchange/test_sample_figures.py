"""The ledgers of the sample show each case that break-even knows, and fit the results beside them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.series import Change, Series
from clusterdesk.domain.figures.followed import follow_ledger
from clusterdesk.domain.figures.months import Lack, LedgerPeriod, ledger_periods
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services.binders import create_binder
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.ledgers import known_cells

LATER = date(2028, 3, 20)


@pytest.fixture(scope="module", params=[reference_monday(), LATER], ids=["reference", "later"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, date]]:
    """Make the sample as of a day."""
    folder: Path = tmp_path_factory.mktemp("sample") / "binder"
    store = create_binder(folder, sample=True)
    make_sample(store, request.param)
    yield store, request.param
    store.close()


def periods_of(store: Store, name: str, today: date) -> tuple[Ledger, tuple[LedgerPeriod, ...]]:
    (ledger,) = (one for one in store.find(Ledger) if one.external_id == name)
    with store.read() as connection:
        cells, closed = known_cells(connection, ledger.id)
    return ledger, ledger_periods(cells, closed, today)


def series_of(sample: tuple[Store, date], name: str) -> tuple[Ledger, Series]:
    ledger, periods = periods_of(sample[0], name, sample[1])
    return ledger, follow_ledger(ledger, periods).series


def test_reached_holds_where_the_result_says_so(sample: tuple[Store, date]) -> None:
    store, _ = sample
    for name, changes in (
        ("l-feutrelle", [Change.REACHED]),
        ("l-relave", [Change.REACHED]),
        ("l-trame", [Change.REACHED]),
        ("l-roue", [Change.REACHED, Change.LOST]),
    ):
        ledger, series = series_of(sample, name)
        assert [change for change, _ in series.core.events] == changes, name
        kinds = {ResultKind.BREAK_EVEN_REACHED: Change.REACHED, ResultKind.BREAK_EVEN_LOST: Change.LOST}
        told = store.find(ResultEvent, ledger_id=ledger.id)
        results = sorted((one.on, kinds[one.kind]) for one in told if one.kind in kinds)
        assert results == [(period.last_day, change) for change, period in series.core.events], name


def test_without_split_there_is_no_threshold(sample: tuple[Store, date]) -> None:
    _, series = series_of(sample, "l-trame")
    complete = [one for one in series.periods if one.complete]
    assert len(complete) > 12
    assert all(one.break_even_revenue is None and Message.NO_SPLIT in one.messages for one in complete)


def test_a_seasonal_ledger_is_judged_on_its_year(sample: tuple[Store, date]) -> None:
    ledger, series = series_of(sample, "l-naaf")
    assert ledger.seasonal
    assert any(one.core is not None and one.core < 0 for one in series.periods), "winter is below"
    assert [change for change, _ in series.core.events] == [Change.REACHED]
    _, losing = series_of(sample, "l-palettine")
    assert losing.core.events == ()
    assert any(one.core is not None and one.core > 0 for one in losing.periods), "summer is above"


def test_each_sale_may_lose_money(sample: tuple[Store, date]) -> None:
    _, series = series_of(sample, "l-amperage")
    assert all(Message.NEGATIVE_MARGIN in one.messages for one in series.periods)


def test_subsidies_may_carry_it(sample: tuple[Store, date]) -> None:
    _, series = series_of(sample, "l-trilaine")
    assert any(Message.THANKS_TO_SUBSIDIES in one.messages for one in series.periods)
    assert series.core.events == ()
    assert series.with_subsidies.events != ()


def test_months_are_missing_open_or_only_about_right(sample: tuple[Store, date]) -> None:
    _, series = series_of(sample, "l-planchea")
    assert len(series.missing) >= 2
    store, today = sample
    _, said = periods_of(store, "l-schering", today)
    assert {lack for one in said for lack in one.lacks} == {Lack.ABOUT, Lack.NOT_CLOSED}
    assert [one.complete for one in said] == [True] * 3 + [False] * 4
    ledger, quarters = series_of(sample, "l-houtlus")
    assert ledger.cadence is Cadence.QUARTERLY
    assert all(one.complete for one in quarters.periods)


def test_figures_may_come_once_a_year(sample: tuple[Store, date]) -> None:
    ledger, years = series_of(sample, "l-kring")
    assert ledger.cadence is Cadence.ANNUAL
    assert len(years.periods) == 5
    assert all(one.complete for one in years.periods)
    assert years.missing == ()
    assert years.core.events == (), "the sales alone do not carry it in any year"
    assert all(one.with_subsidies is not None and one.with_subsidies > 0 for one in years.periods), "with help they do"
    store, today = sample
    last = max(one.period for one in periods_of(store, "l-kring", today)[1])
    assert today.year - int(last) in (1, 2), "years stay years, whenever the sample is opened"
