"""A binder of the benchmarks opened twice: by the store, and by a bare connection as the yardsticks read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks import dataset
from clusterdesk.store.desk_store import Store
from clusterdesk.store.pragmas import ON_CONNECT


@contextmanager
def opened(root: Path) -> Iterator[Store]:
    """Open a binder, and close it at the end."""
    store = dataset.opened(root)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def bare(root: Path) -> Iterator[Any]:
    """Open the database of a binder with the settings that ours has, and close it at the end."""
    connection = dbapi2.connect(str(root / "binder.db"), isolation_level=None)
    try:
        for pragma in ON_CONNECT:
            connection.execute(pragma)
        yield connection
    finally:
        connection.close()
