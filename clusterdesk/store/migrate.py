"""Schema versions: making a new binder, bringing an old one up to date, refusing a newer one."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.store.engine import Engines
from clusterdesk.store.tables import APPLICATION_ID, SCHEMA_VERSION, extra_ddl, whole_schema, write_gate

MIGRATIONS = Path(__file__).parent / "migrations"


def create_schema(engines: Engines) -> None:
    """Make all tables of the present schema in an empty database."""
    with engines.write() as connection:
        whole_schema().create_all(connection)
        for statement in extra_ddl():
            connection.exec_driver_sql(statement)
        connection.execute(sa.insert(write_gate).values(open=0))
        _mark(connection, SCHEMA_VERSION)


def _mark(connection: sa.Connection, version: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def schema_version(connection: sa.Connection) -> int:
    """Return the schema version of a database.

    Raises:
        KnownError: the database is not a binder, or is newer than this program.
    """
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    check_schema(application, version)
    return version


def check_schema(application: int, version: int) -> None:
    """Refuse a database by its ``application_id`` and ``user_version``.

    Raises:
        KnownError: it is not a binder, or was made by a newer program.
    """
    if application != APPLICATION_ID:
        raise KnownError(
            "not_a_binder",
            N_("This database was not made by ClusterDesk."),
            advice=N_("Choose the folder of a binder; the file was left as it is."),
        )
    if version > SCHEMA_VERSION:
        raise KnownError(
            "binder_newer",
            N_("This binder was made by a newer ClusterDesk (schema {theirs}, this program knows {ours})."),
            advice=N_("Update ClusterDesk on this computer, then open the binder again."),
            theirs=version,
            ours=SCHEMA_VERSION,
        )


def ensure_schema(engines: Engines, back_up: Callable[[], object]) -> bool:
    """Bring an older binder up to date after a verified backup; tell whether anything was done.

    Raises:
        KnownError: the binder is newer than this program, or is no binder.
    """
    with engines.read() as connection:
        version = schema_version(connection)
    if version == SCHEMA_VERSION:
        return False
    back_up()
    upgrade(engines, version)
    return True


def upgrade(engines: Engines, version: int) -> None:
    """Run the migrations after ``version``, all in one transaction, keys checked before it is committed."""
    context_module = importlib.import_module("alembic.migration")
    operations_module = importlib.import_module("alembic.operations")
    with engines.write() as connection:
        # Another process may have done it while this one made its backup or waited for the lock.
        version = max(version, schema_version(connection))
        connection.exec_driver_sql("UPDATE write_gate SET open = 1")
        context = context_module.MigrationContext.configure(connection)
        with operations_module.Operations.context(context):
            for number in range(version + 1, SCHEMA_VERSION + 1):
                migration(number).upgrade()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5)
        if broken:
            raise KnownError(
                "migration_broken",
                N_("The binder could not be brought up to date: {count} links lead nowhere."),
                safe=N_("Your data is safe: the binder was left as it was, and a backup was made."),
                advice=N_("Send the report of “clusterdesk check” to whoever looks after ClusterDesk."),
                count=len(broken),
            )
        connection.exec_driver_sql("UPDATE write_gate SET open = 0")
        _mark(connection, SCHEMA_VERSION)


def migration(number: int) -> Any:  # noqa: ANN401 - a module with upgrade()
    """Return the migration module that leads to a schema version."""
    return importlib.import_module(f"clusterdesk.store.migrations.version_{number:04d}")
