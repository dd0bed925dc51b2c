"""The strategy desk: each area brings the tables of its records."""

from importlib import import_module

from clusterdesk.store.migrations.new_tables import create_tables

_AREAS = (
    "strategy",
    "programme",
    "chains",
    "vision",
)


def upgrade() -> None:
    """Add the tables of every area with their indexes and triggers."""
    for area in _AREAS:
        module = import_module(f"clusterdesk.store.migrations.tables_0009_{area}")
        create_tables(module.TABLES, module.INDEXES)
