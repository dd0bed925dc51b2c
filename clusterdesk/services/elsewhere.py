"""What other processes write into the binder while it is open here: the command line beside the window."""

from clusterdesk.domain.op_changes import OpChanges
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.elsewhere import touched_since


class Elsewhere:
    """Remembers up to which operation a binder was looked at."""

    def __init__(self) -> None:
        """Know no binder yet."""
        self._store: Store | None = None
        self._seen = 0

    def look(self, store: Store) -> OpChanges:
        """Return what others have touched since the last look; nothing at the first look at a binder."""
        seen, newest = self._seen, store.data_version()
        known = self._store is store
        self._store, self._seen = store, newest
        if not known or newest == seen:
            store.own_operations.clear()
            return OpChanges()
        with store.glance() as run:
            found = touched_since(run, seen, store.own_operations)
        store.own_operations.clear()
        return found
