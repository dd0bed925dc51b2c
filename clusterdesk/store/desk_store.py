"""The store: a binder opened in one place, read by anyone, written by ``apply`` alone."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import Clock
from clusterdesk.domain.changes import Change, OpChanges
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.history import UndoState
from clusterdesk.store import backup, identity
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.documents import DocumentFolder
from clusterdesk.store.engine import Engines, Progress, Run, stoppable, unheard
from clusterdesk.store.journal import undo as undoing
from clusterdesk.store.journal.write import Origin, Writer, apply
from clusterdesk.store.repositories import records
from clusterdesk.store.tables import meta


class Store:
    """An open binder. Threads: one at a time may use it."""

    def __init__(
        self, folder: BinderFolder, engines: Engines, writer: Writer, facts: dict[str, str], key: bytes | None
    ) -> None:
        """Take over an opened binder; use ``opening.open_store`` or ``opening.create_store``."""
        self.folder = folder
        self.engines = engines
        self.documents = DocumentFolder(folder.documents)
        self.binder_id = UUID(facts["binder_id"])
        self.is_sample = facts.get("sample") == "1"
        self._writer = writer
        #: operations written here that nobody has told from those of others yet
        self.own_operations: set[UUID] = set()
        self._key = key

    @property
    def clock(self) -> Clock:
        """Return the clock that dates what is written."""
        return self._writer.clock

    @property
    def device(self) -> str:
        """Return the name under which this installation writes."""
        return self._writer.device

    @property
    def key(self) -> bytes | None:
        """Return the key of an encrypted binder."""
        return self._key

    @property
    def author(self) -> str:
        """Return the name that history shows for what is written here."""
        return self._writer.author

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one snapshot and cannot write; queries take it."""
        with self.engines.read() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Run]:
        """Give what runs statements as ``read`` does, for questions too short to bear what SQLAlchemy adds to them."""
        with self.engines.glance() as run:
            yield run

    @contextmanager
    def bookkeeping(self) -> Iterator[sa.Connection]:
        """Give a writing connection for what is no operation: drafts and own facts. Records stay locked."""
        with self.engines.write() as connection:
            yield connection

    def get[R: Record](self, cls: type[R], record_id: UUID) -> R:
        """Return a record by id, also one in the bin.

        Raises:
            KnownError: there is none.
        """
        with self.read() as connection:
            found = records.get(connection, cls, record_id)
        if found is None:
            raise records.missing(type_of(cls).key, record_id)
        return found

    def find[R: Record](self, cls: type[R], *, deleted: bool | None = False, **equals: Any) -> list[R]:  # noqa: ANN401
        """Return the records whose fields equal the given values (a collection: any of them), by id."""
        with self.read() as connection:
            return records.find(connection, cls, deleted=deleted, **equals)

    def apply(
        self,
        command: Command,
        changes: Iterable[Change],
        *,
        origin: Origin = Origin.LOCAL,
        progress: Progress | None = None,
    ) -> OpChanges:
        """Write one operation, whole or not at all, and say what it touched.

        ``progress`` may stop a big one while it is being written: then nothing of it is.
        """
        with self.engines.write() as connection, stoppable(connection.connection.driver_connection, progress):
            written = apply(connection, self._writer, command, list(changes), origin=origin)
        return self._ours(written)

    def apply_inverse(
        self, command: Command, changes: Sequence[Change], undoes: UUID, version: int
    ) -> OpChanges | None:
        """Write the operation that takes back ``undoes``; ``None``, and nothing, where the journal is past ``version``.

        Another process may have written since the changes were worked out: they have to be worked out again then.
        """
        with self.engines.write() as connection:
            if _last_operation(connection) != version:
                return None
            written = apply(connection, self._writer, command, changes, origin=Origin.UNDO, undoes=undoes)
        return self._ours(written)

    def _ours(self, written: OpChanges) -> OpChanges:
        if written.operation_id is not None:
            self.own_operations.add(written.operation_id)
        return written

    def undo_stacks(self) -> undoing.Stacks:
        """Return what this laptop can undo and redo, the next one last."""
        with self.read() as connection:
            return undoing.stacks(connection, self.device)

    def undo_state(self) -> UndoState:
        """Return what can be undone and redone next."""
        return self.undo_stacks().state()

    def fact(self, key: str) -> str | None:
        """Return one of the binder's own facts."""
        with self.read() as connection:
            return connection.execute(sa.select(meta.c.value).where(meta.c.key == key)).scalar_one_or_none()

    def remember(self, key: str, value: str) -> None:
        """Keep one of the binder's own facts (never records)."""
        with self.bookkeeping() as connection:
            identity.put(connection, key, value)

    def data_version(self) -> int:
        """Return a number that grows with every operation, also of other processes."""
        with self.read() as connection:
            return _last_operation(connection)

    def back_up(self, reason: str, spared: Path | None = None, progress: Progress = unheard) -> backup.BackupFile:
        """Make a verified backup and thin out the old ones, ``spared`` excepted."""
        now = self.clock.now()
        # Read first: what another process writes during the copy may not be in it.
        version = self.data_version()
        made = backup.make_backup(self.folder, self._key, reason, now, progress)
        backup.thin(self.folder, now, spared)
        self.remember("backed_up_n", str(version))
        return made

    def close(self) -> None:
        """Close every connection; the log is folded into the file."""
        self.engines.close()


def _last_operation(connection: sa.Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(n), 0) FROM operation").scalar_one())


def changed_since_backup(store: Store) -> bool:
    """Tell whether anything was written since the last backup."""
    return store.fact("backed_up_n") != str(store.data_version())
