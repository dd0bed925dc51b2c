"""What waits to be sorted."""

from clusterdesk.domain.views.inbox import WaitingNote
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.inbox import waiting_notes

_ALL = -1


def waiting(store: Store) -> tuple[WaitingNote, ...]:
    """Return the quick notes that wait to be sorted, the newest first."""
    with store.read() as connection:
        run = sql.on(connection)
        return waiting_notes(run, sql.family(run), _ALL)
