"""Connections to a binder's database: one to write, some to read, both through sqlcipher3."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import DeskError, KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress as Progress
from clusterdesk.base.progress import unheard as unheard
from clusterdesk.store.disk_faults import disk_error, disk_full
from clusterdesk.store.pragmas import ON_CONNECT, SMALL_CACHE, check_version
from clusterdesk.store.queries.organisation_sql import Run as Run

_STEPS_BETWEEN = 20_000  # some milliseconds of SQLite's work


class Engines:
    """The two engines of a binder. The key, if any, is 32 raw bytes."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Prepare the engines; nothing is opened yet.

        Raises:
            KnownError: the SQLite library has a known defect.
        """
        check_version(dbapi2.sqlite_version_info)
        self.path = path
        self._key = key
        self._writer = self._engine("BEGIN IMMEDIATE", query_only=False, size=1)
        self._reader = self._engine("BEGIN", query_only=True, size=4)
        self._glance: Any = None
        self._glancing = threading.Lock()

    def _engine(self, begin: str, *, query_only: bool, size: int) -> sa.Engine:
        engine = sa.create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: connect(self.path, self._key, query_only=query_only),
            poolclass=sa.QueuePool,
            pool_size=size,
            max_overflow=4,
            hide_parameters=True,
        )

        @sa.event.listens_for(engine, "begin")
        def _begin(connection: sa.Connection) -> None:
            # By the driver: a third of the cost of a short question would be SQLAlchemy's way to say BEGIN.
            driver: Any = connection.connection.driver_connection
            driver.execute(begin)

        return engine

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one snapshot and refuses to write."""
        with known_faults(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Run]:
        """Give the bare driver's way to run statements, in one snapshot that refuses to write.

        While somebody types, SQLAlchemy's way to a connection and back would take as long as the question itself.
        """
        with known_faults(), self._glancing:
            if self._glance is None:
                self._glance = connect(self.path, self._key, query_only=True)
            run: Run = self._glance.execute
            self._glance.execute("BEGIN")
            try:
                yield run
            finally:
                if self._glance.in_transaction:
                    self._glance.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """Give the writing connection inside one immediate transaction, committed at the end."""
        with known_faults(), self._writer.begin() as connection:
            yield connection

    def raw(self) -> Any:  # noqa: ANN401 - a bare driver connection
        """Return a new bare connection outside the pools, for backups and pragmas; the caller closes it."""
        return connect(self.path, self._key, query_only=False)

    def close(self) -> None:
        """Fold the write-ahead log into the file and close every connection."""
        with self._glancing:
            if self._glance is not None:
                self._glance.close()
                self._glance = None
        self._reader.dispose()
        self._writer.dispose()
        if self.path.exists():
            # A full or missing disk only keeps the log from being folded in: nothing of it is lost, it is read again.
            with suppress(KnownError), known_faults(), closing(self.raw()) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def stoppable(connection: Any, progress: Progress | None) -> Iterator[None]:  # noqa: ANN401 - a bare driver connection
    """Let statements of a bare connection be stopped: ``progress`` is asked now and then while they run.

    The DeskError it raises ends the statement, and is raised again here. It hears of no numbers: a statement has no
    parts.
    """
    if progress is None:
        yield
        return
    raised: list[DeskError] = []

    def ask() -> bool:
        try:
            progress(0, 0)
        except DeskError as error:
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(ask, _STEPS_BETWEEN)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        if raised:
            raise raised[0] from None


def connect(path: Path, key: bytes | None, *, query_only: bool) -> Any:  # noqa: ANN401
    """Open one bare connection with the key first, then the pragmas."""
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in ON_CONNECT:
            connection.execute(pragma)
        if query_only:
            connection.execute("PRAGMA query_only = ON")
            if key is None:
                connection.execute(SMALL_CACHE)
        safe = connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise translated(error) from error
    if not safe:
        connection.close()
        raise KnownError(
            "database_refused",
            N_("The database of the binder does not accept our safety settings."),
            advice=N_("Restore a backup, or ask for help with the file of the binder untouched."),
        )
    return connection


@contextmanager
def known_faults() -> Iterator[None]:
    """Turn what disks and locks do to SQLite into errors a person can act on."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        known = translated(error.orig) if error.orig is not None else None
        if isinstance(known, KnownError):
            raise known from error
        raise
    except dbapi2.DatabaseError as error:
        known = translated(error)
        if isinstance(known, KnownError):
            raise known from error
        raise


def translated(error: BaseException) -> BaseException:
    """Return the known error that a fault of the driver stands for, or the fault itself."""
    text = str(error).lower()
    for words, build in _FAULTS:
        if any(word in text for word in words):
            return build()
    return error


def _locked() -> KnownError:
    return KnownError(
        "binder_busy",
        N_("Another program is writing to the binder."),
        advice=N_("Wait until it has finished, then try again."),
    )


def damaged() -> KnownError:
    """Say that the database cannot be read."""
    return KnownError(
        "binder_damaged",
        N_("The database of the binder cannot be read: it is damaged, the disk failed, or it is not ours."),
        safe=N_("Nothing was written. Backups are kept in the folder of the binder."),
        advice=N_(
            "Open the binder again first: the disk may have failed only once. If it is told again, restore the newest "
            "backup: clusterdesk backup list, then clusterdesk backup restore."
        ),
    )


def _reference_missing() -> KnownError:
    return KnownError(
        "reference_missing",
        N_("This step refers to a record that is not in the binder."),
        advice=N_("Look the record up by name and choose it again."),
    )


_FAULTS = (
    (("disk is full",), disk_full),
    (("database is locked", "database table is locked"), _locked),
    (("not a database", "malformed", "vtable constructor failed"), damaged),
    (("foreign key constraint failed",), _reference_missing),
    (("disk i/o error", "readonly database", "unable to open"), disk_error),
)
