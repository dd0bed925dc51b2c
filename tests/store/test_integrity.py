"""Long work of the store tells how far it is and can be stopped anywhere, within a statement of SQLite too."""

from collections.abc import Callable
from contextlib import closing

import pytest

from clusterdesk.base.errors import DeskError
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.engine import stoppable
from clusterdesk.store.integrity import check_store
from clusterdesk.store.tables import RECORD_TABLES
from tests.factories import make_organisation

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


class StoppedError(DeskError):
    """Somebody asked to stop."""


def stopping(after: int) -> Callable[[int, int], None]:
    """Return a progress that wants to stop at its so manieth call."""
    calls = [0]

    def progress(_done: int, _total: int) -> None:
        calls[0] += 1
        if calls[0] > after:
            raise StoppedError

    return progress


def test_the_check_says_how_far_it_is(store: Store) -> None:
    make_organisation(store)
    heard: list[tuple[int, int]] = []

    assert check_store(store, lambda done, total: heard.append((done, total))).ok
    counted = [done for done, total in heard if total == len(RECORD_TABLES)]
    assert counted == sorted(counted)
    assert set(counted) == set(range(len(RECORD_TABLES)))


def test_a_check_that_is_stopped_leaves_the_store_in_use(store: Store) -> None:
    make_organisation(store)
    with pytest.raises(StoppedError):
        check_store(store, stopping(after=3))
    assert check_store(store).ok


def test_a_single_statement_is_stopped(store: Store) -> None:
    with closing(store.engines.raw()) as connection:
        with pytest.raises(StoppedError), stoppable(connection, stopping(after=2)):
            connection.execute(ENDLESS).fetchone()
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_big_operation_that_is_stopped_is_not_written_at_all(store: Store) -> None:
    records = [Organisation(name=f"Atelier {number}") for number in range(4_000)]
    version = store.data_version()
    with pytest.raises(StoppedError):
        store.apply(SeedBinder(), inserts(records), progress=stopping(after=3))
    assert store.data_version() == version
    assert store.find(Organisation) == []

    store.apply(SeedBinder(), inserts(records), progress=stopping(after=10_000_000))
    assert len(store.find(Organisation)) == len(records)
    assert check_store(store).ok
