"""Targeted prospecting: the actors that a chain or a project still lacks, and how far talking to them has come."""

from clusterdesk.store.migrations.new_tables import create_tables
from clusterdesk.store.migrations.tables_0010_prospects import INDEXES, TABLES


def upgrade() -> None:
    """Add the tables of prospects with their indexes and triggers."""
    create_tables(TABLES, INDEXES)
