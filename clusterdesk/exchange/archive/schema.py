"""JSON Schema (2020-12) of every type of line, made from the record types themselves."""

import json
from collections.abc import Mapping
from dataclasses import MISSING
from enum import IntEnum
from pathlib import Path
from typing import Any

from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.lists import Named
from clusterdesk.exchange.archive.container import MERGE
from clusterdesk.exchange.archive.identities import ID_LIMIT
from clusterdesk.exchange.archive.inline import TAGGED, TAGS, Inline, inline_keys, lent_keys

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID = {"type": "string", "minLength": 1, "maxLength": ID_LIMIT}
_FORMS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.NOTE: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DECIMAL: {"type": ["string", "number"], "pattern": r"^-?\d+(\.\d+)?$"},
    Kind.DATE: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Kind.PARTIAL_DATE: {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    Kind.TIME: {"type": "string", "pattern": r"^\d{2}:\d{2}$"},
    Kind.INSTANT: {"type": "string", "format": "date-time"},
    Kind.ID: _ID,
    Kind.TEXTS: {"type": "array", "items": {"type": "string"}},
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of a line by type, ``merge`` included, in the order of the types."""
    return {**{key: _line_schema(kind) for key, kind in RECORD_TYPES.items()}, MERGE: _merge_schema()}


def write_schemas(folder: Path) -> None:
    """Write one ``<type>.json`` per type into a folder; files of types that are gone are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{key}.json": schema_text(schema) for key, schema in schemas().items()}
    for stale in {file.name for file in folder.glob("*.json")} - made.keys():
        (folder / stale).unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _line_schema(kind: RecordType) -> dict[str, Any]:
    properties: dict[str, Any] = {"type": {"const": kind.key}, **_own_properties(kind)}
    for key in sorted(lent_keys(kind.key)):
        properties[key] = {**_FORMS[Kind.DATE], "title": "Recorded on, for the parts", "type": ["string", "null"]}
    for key, inline in inline_keys(kind.key).items():
        properties[key] = _parts_schema(inline)
    if kind.key in TAGGED:
        properties[TAGS] = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return _object(kind.label, properties, _required(kind, frozenset()), kind)


def _own_properties(kind: RecordType) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for spec in kind.fields.values():
        if spec.name == "deleted" or (spec.name == "id" and kind.member_of_set):
            continue
        properties[spec.name] = _field_schema(spec)
        if spec.refers_to is not None and spec.name.endswith("_id"):
            properties[spec.name.removesuffix("_id")] = _field_schema(spec)
    return properties


def _field_schema(spec: FieldSpec) -> dict[str, Any]:
    if spec.choices is not None:
        whole = issubclass(spec.choices, IntEnum)
        form: dict[str, Any] = {"type": "integer" if whole else "string", "enum": [one.value for one in spec.choices]}
    else:
        form = dict(_FORMS[spec.kind])
    described = {"title": spec.label, **form}
    if spec.refers_to is not None:
        named = issubclass(RECORD_TYPES[spec.refers_to].cls, Named)
        described["description"] = f"id{' or key' if named else ''} of a record of the type {spec.refers_to}"
    if not spec.optional or spec.name == "id":
        return described
    if "enum" in described:
        described["enum"] = [*described["enum"], None]
    kinds = described["type"]
    described["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
    return described


def _required(kind: RecordType, given: frozenset[str]) -> list[Any]:
    """Return what must be there; a reference may be written with or without ``_id``."""
    return [
        spec.name
        for spec in kind.fields.values()
        if spec.default is MISSING and spec.name not in {"id", "deleted"} and spec.name not in given
    ]


def _object(title: str, properties: dict[str, Any], required: list[str], kind: RecordType | None) -> dict[str, Any]:
    references = {spec.name for spec in kind.references if spec.name.endswith("_id")} if kind else set()
    plain = [name for name in required if name not in references]
    either = [
        {"anyOf": [{"required": [name]}, {"required": [name.removesuffix("_id")]}]}
        for name in required
        if name in references
    ]
    schema: dict[str, Any] = {"$schema": DIALECT, "title": title, "type": "object", "properties": properties}
    if plain:
        schema["required"] = plain
    if either:
        schema["allOf"] = either
    schema["additionalProperties"] = False
    return schema


def _parts_schema(inline: Inline) -> dict[str, Any]:
    kind = RECORD_TYPES[inline.record_type]
    given = frozenset({inline.owner, *inline.fixed, *inline.inherited})
    hidden = {inline.owner, inline.owner.removesuffix("_id"), *inline.fixed}
    properties = {key: form for key, form in _own_properties(kind).items() if key not in hidden}
    item = _object(kind.label, properties, _required(kind, given), kind)
    del item["$schema"]
    items = item if inline.bare is None else {"anyOf": [{"type": "string"}, item]}
    parts: dict[str, Any] = {"title": kind.plural, "type": "array", "items": items}
    return {"anyOf": [{"type": "string"}, parts]} if inline.numbered and inline.bare is not None else parts


def _merge_schema() -> dict[str, Any]:
    day = dict(_FORMS[Kind.DATE])
    return {
        "$schema": DIALECT,
        "title": "Merge of two organisations",
        "type": "object",
        "properties": {
            "type": {"const": MERGE},
            "kept": {"title": "Organisation that stays", **_ID},
            "merged": {"title": "Organisation that is read as the other from then on", **_ID},
            "on": {"title": "First day of the merge", **day},
            "cleared_on": {"title": "Day it was taken back", **day, "type": ["string", "null"]},
        },
        "required": ["kept", "merged", "on"],
        "additionalProperties": False,
    }
