"""A binder brought up to date has the very tables, indexes and triggers of one made today."""

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


def schema(binder: Path) -> dict[tuple[str, str], str]:
    """Return what each table, index and trigger is made by, whatever the spaces."""
    connection = dbapi2.connect(str(binder / "binder.db"))
    try:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    finally:
        connection.close()
    return {(kind, name): re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split())) for kind, name, sql in rows}
