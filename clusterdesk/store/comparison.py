"""What a backup holds beside what the binder holds now."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.views.history import OperationView
from clusterdesk.store.desk_store import Store
from clusterdesk.store.engine import Engines
from clusterdesk.store.journal.undo import operations
from clusterdesk.store.tables import RECORD_TABLES, operation

_MOST = 200


@dataclass(frozen=True, slots=True)
class BackupDifference:
    """What restoring a backup would undo: counts of records now and then, and the operations that would be gone."""

    path: Path
    now: Mapping[str, int]
    then: Mapping[str, int]
    lost_operations: tuple[OperationView, ...]
    lost_count: int


def compare(store: Store, path: Path, progress: Progress = unheard) -> BackupDifference:
    """Compare a backup of this binder with its present state; nothing is written.

    Raises:
        KnownError: the backup is not sound.
    """
    engines = Engines(path, store.key)
    try:
        with engines.read() as connection:
            then = _counts(connection, progress)
            progress(0, 0)
            ids = {row[0] for row in connection.execute(sa.select(operation.c.id))}
    finally:
        engines.close()
    with store.read() as connection:
        now = _counts(connection, progress)
        progress(0, 0)
        gone = [one for one in operations(connection, [sa.true()], 1_000_000) if one.id.bytes not in ids]
    return BackupDifference(path, now, then, tuple(gone[:_MOST]), len(gone))


def _counts(connection: sa.Connection, progress: Progress) -> dict[str, int]:
    found = {}
    for key, table in RECORD_TABLES.items():
        progress(0, 0)
        count = sa.select(sa.func.count()).select_from(table).where(table.c.deleted == 0)
        found[key] = int(connection.execute(count).scalar_one())
    return found
