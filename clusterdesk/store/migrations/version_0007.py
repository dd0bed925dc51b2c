"""Steps agreed in sessions are found by an index of their own: whether one is still to come takes no session's row."""

from alembic import op


def upgrade() -> None:
    """Add the index."""
    op.execute(
        'CREATE INDEX ix_session_agreed ON session (organisation_id, "on", next_step_on)'
        " WHERE state = 'held' AND deleted = 0 AND revoked_on IS NULL AND trim(next_step) <> ''"
    )
