"""Taking back and doing again."""

import json
from collections.abc import Iterable
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import Redo, Undo
from clusterdesk.domain.views.history import OperationView
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.undo import inverse

Field = tuple[str, UUID, str]


def undo(store: Store, *, leave: Iterable[Field] = ()) -> OpResult[OperationView]:
    """Take back the last operation of this laptop, also one from before a restart.

    ``leave`` names fields that stay as somebody else has set them.

    Raises:
        KnownError: there is nothing to undo.
        UndoConflictError: somebody else has changed some of the fields since.
    """
    state = store.undo_state()
    if state.undo is None:
        raise KnownError(
            "nothing_to_undo",
            N_("There is nothing to undo."),
            advice=N_("Everything you did here was taken back already."),
        )
    return _take_back(store, state.undo, Undo(**_original(state.undo)), leave)


def redo(store: Store, *, leave: Iterable[Field] = ()) -> OpResult[OperationView]:
    """Do again what was undone last.

    Raises:
        KnownError: nothing was undone since the last change.
        UndoConflictError: somebody else has changed some of the fields since.
    """
    state = store.undo_state()
    if state.redo is None:
        raise KnownError(
            "nothing_to_redo",
            N_("There is nothing to redo."),
            advice=N_("Redo works right after an undo, before any other change."),
        )
    return _take_back(store, state.redo, Redo(**_original(state.redo)), leave)


def _original(target: OperationView) -> dict[str, str]:
    """Name what a person did, where the target is itself an undo or a redo of it."""
    if target.undoes is None:
        return {"of_name": target.name, "of_args": target.args}
    values: dict[str, str] = json.loads(target.args)
    return {"of_name": values["of_name"], "of_args": values["of_args"]}


def _take_back(store: Store, target: OperationView, command: Undo, leave: Iterable[Field]) -> OpResult[OperationView]:
    with store.read() as connection:
        changes = inverse(connection, target, leave=leave)
    return OpResult(target, store.apply_inverse(command, changes, target.id))
