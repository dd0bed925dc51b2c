"""The strategy desk: each area brings the tables of its records, and what it changes in those of before."""

from importlib import import_module

from alembic import op

from clusterdesk.store.migrations.new_tables import create_tables

_AREAS = (
    "strategy",
    "groups",
    "programme",
    "chains",
    "vision",
)


def upgrade() -> None:
    """Add the tables of every area with their indexes and triggers, then what it adds to tables of before."""
    for area in _AREAS:
        module = import_module(f"clusterdesk.store.migrations.tables_0009_{area}")
        create_tables(module.TABLES, module.INDEXES)
        for statement in getattr(module, "THEN", ()):
            op.execute(statement)
