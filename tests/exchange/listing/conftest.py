"""A binder of its own for each test of lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.services.binders import create_binder
from clusterdesk.store.desk_store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a fresh binder with the shipped lists."""
    made = create_binder(tmp_path / "binder")
    yield made
    made.close()
