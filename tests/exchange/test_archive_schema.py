"""The committed schemas are those of the record types, and say what the reader does."""

import json
from pathlib import Path

import pytest

from clusterdesk.base.resources import resource
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.archive.schema import schema_text, schemas

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "docs" / "schema", resource("schema"))


@pytest.mark.parametrize("folder", FOLDERS, ids=["docs", "resources"])
def test_the_committed_schemas_are_current(folder: Path) -> None:
    committed = {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.json")}
    current = {key: schema_text(schema) for key, schema in schemas().items()}
    assert committed == current, "run: python scripts/make_schemas.py"


def test_every_type_has_a_schema_of_all_its_fields() -> None:
    made = schemas()
    assert set(made) == {*RECORD_TYPES, "merge"}
    for key, kind in RECORD_TYPES.items():
        hidden = {"deleted", "id"} if kind.member_of_set else {"deleted"}
        assert set(kind.fields) - hidden <= set(made[key]["properties"]), key


def test_schemas_are_json_and_closed() -> None:
    for schema in schemas().values():
        assert json.loads(schema_text(schema))["additionalProperties"] is False
