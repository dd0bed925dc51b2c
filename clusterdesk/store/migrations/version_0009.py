"""The strategy desk: each area brings the tables of its records."""

from collections.abc import Mapping

from clusterdesk.store.migrations import tables_0009_chains
from clusterdesk.store.migrations.new_tables import create_tables

Tables = tuple[Mapping[str, str], tuple[tuple[str, tuple[str, ...]], ...]]

_AREAS: tuple[Tables, ...] = ((tables_0009_chains.TABLES, tables_0009_chains.INDEXES),)


def upgrade() -> None:
    """Add the tables of every area with their indexes and triggers."""
    for tables, indexes in _AREAS:
        create_tables(tables, indexes)
