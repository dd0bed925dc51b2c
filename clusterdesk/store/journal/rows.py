"""What the journal's rows mean, and how a change becomes one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING
from enum import IntEnum
from typing import Any
from uuid import UUID

from clusterdesk.domain.record_types import RECORD_TYPES, RecordType

CHUNK = 900


class ChangeKind(IntEnum):
    """The kinds of change in the journal."""

    INSERT = 1
    SET = 2
    REDACT = 3


JOURNAL_COLUMNS = ("n", "operation_n", "kind", "table_name", "row_id", "column_name", "value", "parents")
type JournalRow = tuple[int, int, int, str, bytes, str | None, str | None, str | None]


def read_insert(kind: RecordType, text: str) -> dict[str, Any]:
    """Read the JSON value of an insert as JSON values of every field; what is left out has its default."""
    given: dict[str, Any] = json.loads(text)
    return {
        name: given[name] if name in given else default_plain(kind, name)
        for name in kind.fields
        if name not in {"id", "deleted"}
    }


def default_plain(kind: RecordType, name: str) -> Any:  # noqa: ANN401 - a JSON value
    """Return the JSON value a field has where nothing was given."""
    spec = kind.fields[name]
    if spec.optional or spec.refers_to is not None:
        return None
    if spec.default is MISSING:
        return ""
    try:
        return spec.to_plain(spec.default)
    except (TypeError, ValueError, AttributeError):
        return ""


def is_deleted(value: str | None) -> bool:
    """Tell what a journalled value of the register ``deleted`` means: a list of the heads it saw, or nothing."""
    return value is not None and value not in {"null", "false", "[]"}


def plain_of(record_type: str, column: str, value: str | None) -> Any:  # noqa: ANN401 - a JSON value
    """Return the JSON value of a journalled set; the register ``deleted`` becomes a truth value."""
    if column == "deleted":
        return is_deleted(value)
    if value is None:
        return default_plain(RECORD_TYPES[record_type], column)
    return json.loads(value)


def chunks[T](items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Cut a sequence into lists that fit one statement."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def identity(operation_id: bytes, seq: int) -> str:
    """Return the identity a change has on every laptop: its operation and its position in it."""
    return f"{UUID(bytes=operation_id).hex}:{seq}"
