"""Growth: the same screens on a binder of 10,000 organisations beside one of 1,000; the time should stay flat."""

from collections.abc import Callable
from contextlib import ExitStack
from uuid import UUID

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import opened
from clusterdesk.domain.views.organisation_list import OrganisationFilter
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.list_views import list_organisations, match_organisations, organisation_rows, read_today
from clusterdesk.services.page_views import read_organisation
from clusterdesk.store.desk_store import Store

NAME = "Growth, 1,000 to 10,000 organisations"
ROWS, PAGE, MATCH, TODAY = "rows of the list", "page of an organisation", "matches of a name", "the page Today"
# Flat, whatever the number: what grows on Today is counted up to a thousand, which a binder of 10,000 reaches.
TARGETS = {ROWS: 1.5, PAGE: 1.3, MATCH: 1.3, TODAY: 4.0}

_SMALL, _SHOWN, _REPEATS = 1_000, 200, 20


def run() -> list[BenchRow]:
    """Measure each screen on both binders in turns."""
    with ExitStack() as stack:
        small, large = (stack.enter_context(opened(dataset.binder(size))) for size in (_SMALL, dataset.FULL))
        return [
            _row(ROWS, small, large, _rows),
            _row(PAGE, small, large, _pages),
            _row(MATCH, small, large, _matches),
            _row(TODAY, small, large, _today),
        ]


def _row(name: str, small: Store, large: Store, screen: Callable[[Store, list[UUID]], object]) -> BenchRow:
    few, many = (list_organisations(store, OrganisationFilter(dataset.DAY))[:_SHOWN] for store in (small, large))
    return compared(name, lambda: screen(large, many), lambda: screen(small, few), TARGETS[name])


def _rows(store: Store, ids: list[UUID]) -> object:
    return organisation_rows(store, ids, dataset.DAY)


def _pages(store: Store, ids: list[UUID]) -> object:
    return [read_organisation(store, one) for one in ids[:_REPEATS]]


def _matches(store: Store, _ids: list[UUID]) -> object:
    return [match_organisations(store, "menuiserie c", 20) for _ in range(_REPEATS)]


def _today(store: Store, _ids: list[UUID]) -> object:
    return read_today(store, TodayQuestion(dataset.DAY))
