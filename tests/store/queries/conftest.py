"""Binders filled with random records, one per example."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.store.opening import open_store
from tests.store.conftest import SteppingClock
from tests.store.queries.world import World

type Reading = Callable[[World], AbstractContextManager[sa.Connection]]


@pytest.fixture(scope="session")
def reading(template_binder: Path) -> Reading:
    """Return a function that writes a world into a fresh binder and gives a connection to read it."""

    @contextmanager
    def read(world: World) -> Iterator[sa.Connection]:
        with tempfile.TemporaryDirectory(prefix="clusterdesk-tests-") as folder:
            root = Path(folder) / "binder"
            shutil.copytree(template_binder, root)
            store = open_store(root, "this laptop", clock=SteppingClock())
            try:
                store.apply(SeedBinder(), inserts(world.records))
                with store.read() as connection:
                    yield connection
            finally:
                store.close()

    return read
