"""Saved filters: how the list of organisations was narrowed down, kept under a name."""

from alembic import op

_GATE = (
    'CREATE TRIGGER gate_saved_filter_{name} AFTER {event} ON "saved_filter"'
    " WHEN (SELECT open FROM write_gate) IS NOT 1 BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
)


def upgrade() -> None:
    """Add the table, and the triggers that keep other writers out."""
    op.execute(
        """
        CREATE TABLE saved_filter (
            id BLOB NOT NULL,
            external_id TEXT,
            deleted INTEGER NOT NULL,
            name TEXT NOT NULL,
            criteria TEXT NOT NULL,
            sort TEXT NOT NULL,
            CONSTRAINT pk_saved_filter PRIMARY KEY (id)
        )
        """
    )
    for event in ("INSERT", "UPDATE", "DELETE"):
        op.execute(_GATE.format(name=event.lower(), event=event))
