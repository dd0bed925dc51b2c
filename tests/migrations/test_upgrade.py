"""An older binder is backed up, brought up to date with its data, or left exactly as it was."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import records
from clusterdesk.store import migrate
from clusterdesk.store.opening import create_store, open_store
from clusterdesk.store.tables import SCHEMA_VERSION


@pytest.fixture
def binder(tmp_path: Path) -> Path:
    """Make a binder of the present schema with one organisation."""
    store = create_store(tmp_path / "binder", "x")
    records.add_record(store, AddRecord(record=Organisation(name="Atelier Noord")))
    store.close()
    return tmp_path / "binder"


def next_version(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Pretend that the program knows one schema version more, reached by these statements."""

    def upgrade() -> None:
        from alembic import op

        for statement in statements:
            op.execute(statement)

    monkeypatch.setattr(migrate, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrate, "migration", lambda number: SimpleNamespace(upgrade=upgrade))


def value(binder: Path, query: str) -> object:
    connection = dbapi2.connect(str(binder / "binder.db"))
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_a_backup_is_made_and_the_data_stays(binder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch, "ALTER TABLE organisation ADD COLUMN motto TEXT", "UPDATE organisation SET motto = 'x'")
    version = SCHEMA_VERSION + 1
    store = open_store(binder, "x")
    store.close()
    assert value(binder, "PRAGMA user_version") == version
    assert value(binder, "SELECT name || motto FROM organisation") == "Atelier Noordx"
    assert value(binder, "SELECT open FROM write_gate") == 0
    backups = list((binder / "backups").glob("binder-*-migration.db"))
    assert len(backups) == 1
    shutil.copy(backups[0], binder / "old.db")
    connection = dbapi2.connect(str(binder / "old.db"))
    assert connection.execute("PRAGMA user_version").fetchone()[0] == version - 1
    connection.close()


def test_a_migration_that_fails_leaves_the_binder_as_it_was(binder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = value(binder, "PRAGMA user_version")
    next_version(monkeypatch, "ALTER TABLE organisation ADD COLUMN motto TEXT", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(Exception, match="nowhere"):
        open_store(binder, "x")
    assert value(binder, "PRAGMA user_version") == before
    assert value(binder, "SELECT count(*) FROM pragma_table_info('organisation') WHERE name = 'motto'") == 0
    assert value(binder, "SELECT open FROM write_gate") == 0


def test_a_migration_that_breaks_links_is_refused(binder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    orphan = "INSERT INTO tag (id, deleted, name) VALUES (x'01', 0, 'a')"
    link = (
        "INSERT INTO record_tag (id, deleted, tag_id, record_type, record_id)"
        " VALUES (x'02', 0, x'99', 'organisation', x'03')"
    )
    next_version(monkeypatch, orphan, link)
    with pytest.raises(KnownError) as caught:
        open_store(binder, "x")
    assert caught.value.code == "migration_broken"
    assert value(binder, "SELECT count(*) FROM tag") == 0
