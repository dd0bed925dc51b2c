"""A binder brought up to date has the very columns, indexes and triggers of one made today."""

import re
import zipfile
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from clusterdesk.store.opening import create_store, open_store

BINDERS = sorted(Path(__file__).parent.glob("binder_*.zip"))


@pytest.mark.parametrize("path", BINDERS, ids=lambda path: path.stem)
def test_an_upgraded_binder_has_the_schema_of_a_new_one(path: Path, tmp_path: Path) -> None:
    create_store(tmp_path / "new", "x").close()
    with zipfile.ZipFile(path) as packed:
        packed.extract("binder.db", tmp_path / "old")
    open_store(tmp_path / "old", "x").close()
    assert schema(tmp_path / "old") == schema(tmp_path / "new")


def schema(binder: Path) -> dict[tuple[str, str], object]:
    """Return what each table, index and trigger is, whatever the spaces.

    Of a table the columns and what they refer to: a column that was added later stands at the end, with a default.
    """
    connection = dbapi2.connect(str(binder / "binder.db"))
    try:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        return {(kind, name): _made(connection, kind, name, sql) for kind, name, sql in rows}
    finally:
        connection.close()


def _made(connection: dbapi2.Connection, kind: str, name: str, sql: str) -> object:
    if kind != "table" or "VIRTUAL" in sql:
        return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))
    columns = connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)', (name,)).fetchall()
    keys = connection.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (name,)).fetchall()
    return sorted(columns), sorted(keys), sorted(re.findall(r"DEFERRABLE INITIALLY DEFERRED", sql)), "STRICT" in sql
