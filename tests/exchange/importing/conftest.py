"""A real binder for each import."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a fresh binder with the shipped lists."""
    made = create_store(tmp_path / "binder", "this laptop", author="Claire Dubois")
    made.apply(SeedBinder(), inserts(shipped_rows()))
    yield made
    made.close()
