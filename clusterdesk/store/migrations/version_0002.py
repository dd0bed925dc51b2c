"""Quick notes: lines jotted down, filed or waiting to be sorted."""

from alembic import op

_GATE = (
    'CREATE TRIGGER gate_quick_note_{name} BEFORE {event} ON "quick_note" WHEN (SELECT open FROM write_gate) IS NOT 1'
    " BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
)


def upgrade() -> None:
    """Add the table, its indexes, and the triggers that keep other writers out."""
    op.execute(
        """
        CREATE TABLE quick_note (
            id BLOB NOT NULL,
            external_id TEXT,
            deleted INTEGER NOT NULL,
            organisation_id BLOB,
            kind TEXT NOT NULL,
            "on" TEXT NOT NULL,
            text TEXT NOT NULL,
            owner TEXT NOT NULL,
            owner_name TEXT NOT NULL,
            due_on TEXT,
            visibility TEXT NOT NULL,
            filed_on TEXT,
            CONSTRAINT pk_quick_note PRIMARY KEY (id),
            CONSTRAINT fk_quick_note_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id)
                DEFERRABLE INITIALLY DEFERRED
        )
        """
    )
    op.execute("CREATE INDEX ix_quick_note_organisation_id ON quick_note (organisation_id)")
    op.execute('CREATE INDEX ix_quick_note_pending ON quick_note ("on") WHERE filed_on IS NULL AND deleted = 0')
    for event in ("INSERT", "UPDATE", "DELETE"):
        op.execute(_GATE.format(name=event.lower(), event=event))
