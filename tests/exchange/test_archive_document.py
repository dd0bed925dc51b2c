"""The description of the format is true: its example imports, and it names every type and every inline key."""

import re
from pathlib import Path

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.archive.inline import INLINES, TAGGED
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.services.binders import create_binder
from tests.exchange.archives import refusals

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "exchange-format.md").read_text(encoding="utf-8")


def test_its_example_imports_without_a_refusal(tmp_path: Path) -> None:
    example = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert example is not None
    path = tmp_path / "past.jsonl"
    path.write_text(example[1], encoding="utf-8")
    store = create_binder(tmp_path / "binder")
    assert refusals(import_archive(store, path).output) == []
    store.close()


def test_it_names_every_type_with_all_its_keys() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT.partition("## Types")[2], re.MULTILINE))
    assert set(rows) == {*RECORD_TYPES, "merge"}
    hidden = {"id", "external_id", "deleted", "recorded_on", "revoked_on"}
    for key, kind in RECORD_TYPES.items():
        for spec in kind.fields.values():
            name = spec.name.removesuffix("_id") if spec.refers_to else spec.name
            assert spec.name in hidden or f"`{name}`" in rows[key], f"{key}.{spec.name}"


def test_it_names_every_inline_key() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT.partition("## `merge`")[0], re.MULTILINE))
    assert set(rows) == {*INLINES, *TAGGED}
    for key, inlines in INLINES.items():
        assert all(f"`{name}`" in rows[key] for name in inlines), key
