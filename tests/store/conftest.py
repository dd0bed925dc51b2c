"""A real binder for each test, copied from one made once."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store, open_store


class SteppingClock:
    """A clock that moves one second at every look, from a Monday morning on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the next second."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def today(self) -> date:
        """Return the day of the clock."""
        return self.moment.date()


@pytest.fixture(scope="session")
def template_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty binder once; it is copied for each test."""
    root = tmp_path_factory.mktemp("template") / "binder"
    store = create_store(root, "template", clock=SteppingClock())
    store.apply(SeedBinder(), inserts(shipped_rows()))
    store.close()
    return root


@pytest.fixture
def binder(template_binder: Path, tmp_path: Path) -> Path:
    """Return the folder of a fresh binder."""
    root = tmp_path / "binder"
    shutil.copytree(template_binder, root)
    return root


@pytest.fixture
def clock() -> SteppingClock:
    """Return a clock that the test can set."""
    return SteppingClock()


@pytest.fixture
def store(binder: Path, clock: SteppingClock) -> Iterator[Store]:
    """Open a fresh binder."""
    opened = open_store(binder, "this laptop", author="Claire Dubois", clock=clock)
    yield opened
    opened.close()
