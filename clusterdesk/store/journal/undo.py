"""Undo and redo: new changes that put earlier values back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import read_instant
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, SetField
from clusterdesk.domain.commands.base import erasing_names, is_undoable, operation_label
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.history import OperationView, UndoState
from clusterdesk.store.journal.erased import erased_fields, is_erased, within_reach
from clusterdesk.store.journal.rows import ChangeKind, chunks, plain_of, read_insert
from clusterdesk.store.tables import change, operation

_WINDOW = 500
UNDO, REDO = "undo", "redo"


class UndoConflictError(KnownError):
    """Somebody else has changed some of the fields since; ``fields`` names them as (type, id, field)."""

    def __init__(self, fields: Sequence[tuple[str, UUID, str]]) -> None:
        """Keep the fields, for a screen that asks."""
        super().__init__(
            "undo_conflict",
            N_("Somebody else has changed {count} of these fields since."),
            advice=N_("Undo the rest and leave those as they are, or leave everything as it is."),
            count=len(fields),
        )
        self.fields = tuple(fields)


@dataclass(frozen=True, slots=True)
class Stacks:
    """The operations of one device that can be undone and redone, the next one last, and the erasures among them.

    An erasure stays, and so does what it touched; the steps before it can be taken back otherwise.
    """

    undo: list[OperationView]
    redo: list[OperationView]
    final: list[OperationView]

    def state(self) -> UndoState:
        """Return the next one of each."""
        return UndoState(
            self.undo[-1] if self.undo else None, self.redo[-1] if self.redo else None, erased=bool(self.final)
        )


def operations(connection: sa.Connection, where: Iterable[sa.ColumnElement[bool]], limit: int) -> list[OperationView]:
    """Return operations, newest first."""
    query = sa.select(operation).where(*where).order_by(operation.c.n.desc()).limit(limit)
    return [_view(row) for row in connection.execute(query)]


def _view(row: sa.Row[Any]) -> OperationView:
    return OperationView(
        n=row.n,
        id=UUID(bytes=row.id),
        at=read_instant(row.at_wall),
        author=row.author,
        device=row.device,
        name=row.name,
        args=row.args,
        label=operation_label(row.name, json.loads(row.args)),
        change_count=row.change_count,
        undoes=UUID(bytes=row.undoes) if row.undoes else None,
    )


def stacks(connection: sa.Connection, device: str) -> Stacks:
    """Read the journal's last operations of a device as an undo stack and a redo stack.

    They reach back at least as far as what comes next on each; further operations show when these are taken back.
    """
    most = _WINDOW
    while True:
        last = operations(connection, [operation.c.device == device], most)
        found, matched, ended = _stacked(last)
        found = replace(found, undo=within_reach(connection, found.undo))
        if (matched and (ended or found.undo)) or len(last) < most:
            return found
        most *= 4


def _stacked(newest_first: Sequence[OperationView]) -> tuple[Stacks, bool, bool]:
    """Sort operations onto the stacks.

    Tell also whether every undo and redo met the step it speaks of, and whether one that ends undo was met.
    """
    undo: list[OperationView] = []
    redo: list[OperationView] = []
    final: list[OperationView] = []
    matched, barrier = True, False
    for one in reversed(newest_first):
        if one.name == UNDO:
            undone = _taken(undo, one.undoes)
            matched = matched and undone is not None
            if undone is not None:
                redo.append(replace(one, label=undone.label))
        elif one.name == REDO:
            redone = _taken(redo, one.undoes)
            matched = matched and redone is not None
            if redone is not None:
                undo.append(replace(one, label=redone.label))
        elif is_undoable(one.name):
            matched = True
            undo.append(one)
            redo.clear()
        elif one.name in erasing_names():
            matched = True
            final.append(one)
            redo.clear()
        else:
            matched = barrier = True
            undo.clear()
            redo.clear()
            final.clear()
    return Stacks(undo, redo, final), matched, barrier


def _taken(stack: list[OperationView], wanted: UUID | None) -> OperationView | None:
    """Take a step off a stack: the last one, or one below those that an erasure has put out of reach."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].id == wanted:
            return stack.pop(place)
    return None


def inverse(
    connection: sa.Connection, target: OperationView, *, leave: Iterable[tuple[str, UUID, str]] = ()
) -> list[Change]:
    """Return the changes that put back what an operation changed, fields in ``leave`` and erased ones excepted.

    Raises:
        UndoConflictError: another device has changed some of the fields since, or a record that was made then; that
            record's field ``deleted`` stands for it.
    """
    rows = connection.execute(sa.select(change).where(change.c.operation_n == target.n).order_by(change.c.n)).all()
    left = set(leave)
    erased = erased_fields(connection, target.n, {row.row_id for row in rows})
    left |= {
        (row.table_name, UUID(bytes=row.row_id), row.column_name or "deleted")
        for row in rows
        if is_erased(erased, row.row_id, row.column_name or "deleted")
    }
    born = {row.row_id: row for row in rows if row.kind == ChangeKind.INSERT}
    gone = [row for row in born.values() if (row.table_name, UUID(bytes=row.row_id), "deleted") not in left]
    firsts: dict[tuple[bytes, str], Any] = {}
    for row in rows:
        if row.kind == ChangeKind.SET and row.row_id not in born:
            firsts.setdefault((row.row_id, row.column_name), row)
    kept = [row for row in firsts.values() if (row.table_name, UUID(bytes=row.row_id), row.column_name) not in left]
    _ask_about_others(connection, target, gone, kept)
    changes: list[Change] = [SetField(row.table_name, UUID(bytes=row.row_id), "deleted", value=True) for row in gone]
    olds = old_values(connection, kept)
    for row, plain in zip(kept, olds, strict=True):
        spec = RECORD_TYPES[row.table_name].fields[row.column_name]
        changes.append(SetField(row.table_name, UUID(bytes=row.row_id), row.column_name, spec.from_plain(plain)))
    changes.reverse()
    return changes


def _ask_about_others(
    connection: sa.Connection, target: OperationView, born: Sequence[Any], rows: Sequence[Any]
) -> None:
    """Refuse to take back what another device has worked on since: a field it set, a record it wrote into."""
    foreign = connection.execute(
        sa.select(sa.func.count())
        .select_from(operation)
        .where(operation.c.n > target.n, operation.c.device != target.device)
    ).scalar_one()
    if not foreign:
        return
    mine = {(row.row_id, row.column_name) for row in rows}
    made = {row.row_id for row in born}
    conflicts: dict[tuple[str, UUID, str], None] = {}
    for ids in chunks(dict.fromkeys(row.row_id for row in (*born, *rows))):
        query = (
            sa.select(change.c.table_name, change.c.row_id, change.c.column_name)
            .join(operation, operation.c.n == change.c.operation_n)
            .where(change.c.row_id.in_(ids), operation.c.n > target.n, operation.c.device != target.device)
            .distinct()
        )
        for table, row_id, column in connection.execute(query):
            if row_id in made:
                conflicts[table, UUID(bytes=row_id), "deleted"] = None
            elif (row_id, column) in mine:
                conflicts[table, UUID(bytes=row_id), column] = None
    if conflicts:
        raise UndoConflictError(tuple(conflicts))


def old_values(connection: sa.Connection, rows: Sequence[Any]) -> list[Any]:
    """Return for each journalled set the JSON value its field had before: that of its parent, or of the insert."""
    wanted = {int(max(row.parents.split(","), key=int)) for row in rows if row.parents}
    parents: dict[int, Any] = {}
    for ns in chunks(wanted):
        for n, kind, value in connection.execute(
            sa.select(change.c.n, change.c.kind, change.c.value).where(change.c.n.in_(ns))
        ):
            parents[n] = (kind, value)
    inserts = _inserts(connection, {row.row_id for row in rows if not row.parents})
    olds = []
    for row in rows:
        if row.parents:
            _, value = parents.get(int(max(row.parents.split(","), key=int)), (None, None))
            olds.append(plain_of(row.table_name, row.column_name, value))
        elif row.column_name == "deleted":
            olds.append(False)
        else:
            born = inserts.get(row.row_id)
            olds.append(read_insert(RECORD_TYPES[row.table_name], born)[row.column_name] if born else None)
    return olds


def _inserts(connection: sa.Connection, row_ids: Iterable[bytes]) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for ids in chunks(row_ids):
        query = sa.select(change.c.row_id, change.c.value).where(
            change.c.row_id.in_(ids), change.c.column_name.is_(None), change.c.kind == int(ChangeKind.INSERT)
        )
        found.update((row_id, value) for row_id, value in connection.execute(query))
    return found
