"""Who may read the summary, the next step and how to get in; triggers that let rows be written faster."""

from alembic import op

# What was written before is kept from pages that leave where it is said among ourselves; the other two are agreed with
# the organisation, or told by it.
_COLUMNS = (
    ("organisation", "summary_visibility", "internal"),
    ("session", "next_step_visibility", "shareable"),
    ("establishment", "access_note_visibility", "shareable"),
)
_GATES = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'gate~_%' ESCAPE '~'"
_GATE = (
    'CREATE TRIGGER {name} AFTER {event} ON "{table}" WHEN (SELECT open FROM write_gate) IS NOT 1'
    " BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
)


def upgrade() -> None:
    """Add the columns, and make the triggers that keep other writers out anew: they fire after the event now."""
    for table, column, value in _COLUMNS:
        op.execute(f"ALTER TABLE \"{table}\" ADD COLUMN {column} TEXT NOT NULL DEFAULT '{value}'")
    for name, table in op.get_bind().exec_driver_sql(_GATES).fetchall():
        event = name.rpartition("_")[2].upper()
        op.execute(f"DROP TRIGGER {name}")
        op.execute(_GATE.format(name=name, event=event, table=table))
