"""What an erasure has put out of reach of undo: the values it blanked and the records it took away."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clusterdesk.domain.commands.base import erasing_names
from clusterdesk.domain.views.history import OperationView
from clusterdesk.store.journal.rows import ChangeKind, chunks
from clusterdesk.store.tables import change, operation

type _Field = tuple[bytes, str]


def erasures_after(connection: sa.Connection, number: int) -> list[int]:
    """Return the numbers of the erasures that came after an operation, whoever made them."""
    query = sa.select(operation.c.n).where(operation.c.n > number, operation.c.name.in_(erasing_names()))
    return list(connection.execute(query).scalars())


def erased_fields(connection: sa.Connection, number: int, row_ids: Iterable[bytes]) -> set[_Field]:
    """Return the fields of these records that an erasure after an operation has set; all of one that it took away."""
    later = erasures_after(connection, number)
    found: set[_Field] = set()
    if not later:
        return found
    for ids in chunks(row_ids):
        query = sa.select(change.c.row_id, change.c.column_name).where(
            change.c.row_id.in_(ids), change.c.operation_n.in_(later)
        )
        found |= {(row_id, column) for row_id, column in connection.execute(query)}
    return found


def within_reach(connection: sa.Connection, steps: Sequence[OperationView]) -> list[OperationView]:
    """Return the steps without those of which later erasures have left nothing that could be taken back."""
    later = erasures_after(connection, steps[0].n) if steps else []
    asked = [one.n for one in steps if later and one.n < later[-1]]
    if not asked:
        return list(steps)
    erased = change.alias()
    taken = sa.exists().where(
        erased.c.row_id == change.c.row_id,
        erased.c.n > change.c.n,
        erased.c.operation_n.in_(later),
        sa.or_(erased.c.column_name == change.c.column_name, erased.c.column_name == "deleted"),
    )
    left = sa.exists().where(
        change.c.n >= operation.c.first_change,
        change.c.n < operation.c.first_change + operation.c.change_count,
        change.c.kind != int(ChangeKind.REDACT),
        ~taken,
    )
    lost = set(asked)
    for part in chunks(asked):
        lost -= set(connection.execute(sa.select(operation.c.n).where(operation.c.n.in_(part), left)).scalars())
    return [one for one in steps if one.n not in lost]


def is_erased(erased: set[_Field], row_id: bytes, column: str) -> bool:
    """Tell whether a field, or the record it belongs to, was erased."""
    return (row_id, column) in erased or (row_id, "deleted") in erased
