"""Erasing a value everywhere: in the table and in every change that ever held it; the ids stay."""

import json
from collections.abc import Sequence

import sqlalchemy as sa

from clusterdesk.domain.changes import Redact
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.rows import ChangeKind, chunks, default_plain
from clusterdesk.store.tables import RECORD_TABLES, change, draft, operation, plain_to_db


def redact(connection: sa.Connection, redactions: Sequence[Redact]) -> None:
    """Blank the fields in their tables, in the journal, in the labels of its operations and in drafts."""
    _blank_labels(connection, redactions)
    for one in redactions:
        kind = RECORD_TYPES[one.record_type]
        row_id = one.record_id.bytes
        table = RECORD_TABLES[kind.key]
        blank = plain_to_db(kind.fields[one.field], default_plain(kind, one.field))
        connection.execute(sa.update(table).where(table.c.id == row_id).values({one.field: blank}))
        connection.execute(
            sa.update(change)
            .where(change.c.row_id == row_id, change.c.column_name == one.field, change.c.kind == int(ChangeKind.SET))
            .values(value=None, kind=int(ChangeKind.REDACT))
        )
        _blank_insert(connection, row_id, one.field)
        connection.execute(sa.delete(draft).where(draft.c.row_id == row_id, draft.c.column_name == one.field))


def _blank_labels(connection: sa.Connection, redactions: Sequence[Redact]) -> None:
    """Take what is erased out of the labels too: "New · Contact person · Zoé Peeters" names her.

    A step that only touched what refers to her, like a consent or a tag, may be called after her as well.
    """
    words: set[str] = set()
    numbers = _steps_around(connection, redactions)
    for one in redactions:
        changes = sa.select(change.c.operation_n, change.c.column_name, change.c.value).where(
            change.c.row_id == one.record_id.bytes
        )
        for number, column, value in connection.execute(changes).all():
            numbers.add(number)
            held = json.loads(value) if value is not None and column in {None, one.field} else None
            text = held.get(one.field) if isinstance(held, dict) else held
            if isinstance(text, str) and len(text) > 1:
                words.add(text)
    for part in chunks(sorted(numbers)):
        labels = sa.select(operation.c.n, operation.c.args).where(operation.c.n.in_(part))
        for number, args in connection.execute(labels).all():
            blanked = json_text(_without(json.loads(args), words))
            if blanked != args:
                connection.execute(sa.update(operation).where(operation.c.n == number).values(args=blanked))


def _steps_around(connection: sa.Connection, redactions: Sequence[Redact]) -> set[int]:
    """Return the numbers of the operations that touched records which refer to those that are erased."""
    numbers: set[int] = set()
    for record_type, record_id in dict.fromkeys((one.record_type, one.record_id) for one in redactions):
        referring: list[bytes] = []
        for key, table in RECORD_TABLES.items():
            names = [spec.name for spec in RECORD_TYPES[key].references if spec.refers_to == record_type]
            for name in names + (["record_id"] if key == "record_tag" else []):
                found = connection.execute(sa.select(table.c.id).where(table.c[name] == record_id.bytes))
                referring += [row[0] for row in found]
        for part in chunks(referring):
            touched = sa.select(change.c.operation_n).where(change.c.row_id.in_(part))
            numbers |= {row[0] for row in connection.execute(touched)}
    return numbers


def _without(values: dict[str, str], words: set[str]) -> dict[str, str]:
    """Empty the values that hold one of the words; an undo carries the values of what it took back as JSON."""
    blanked = dict(values)
    for name, value in values.items():
        if name == "of_args" and value:
            blanked[name] = json_text(_without(json.loads(value), words))
        elif any(word in value for word in words):
            blanked[name] = ""
    return blanked


def _blank_insert(connection: sa.Connection, row_id: bytes, field: str) -> None:
    inserts = sa.select(change.c.n, change.c.value).where(
        change.c.row_id == row_id, change.c.column_name.is_(None), change.c.kind == int(ChangeKind.INSERT)
    )
    for n, value in connection.execute(inserts).all():
        plain = json.loads(value)
        if plain.pop(field, None) is not None:
            connection.execute(sa.update(change).where(change.c.n == n).values(value=json_text(plain)))
