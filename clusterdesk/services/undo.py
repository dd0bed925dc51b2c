"""Taking back and doing again."""

import json
from collections.abc import Collection
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import Redo, Undo
from clusterdesk.domain.views.history import OperationView, UndoState
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.undo import inverse

Field = tuple[str, UUID, str]


def undo(store: Store, *, leave: Collection[Field] = ()) -> OpResult[OperationView]:
    """Take back the last operation of this laptop, also one from before a restart.

    The erasure of a person's data stays, whatever else is taken back.

    ``leave`` names fields that stay as somebody else has set them. Where that is all of them nothing is touched: the
    step is passed over, and the one before it comes next.

    Raises:
        KnownError: there is nothing to undo.
        UndoConflictError: somebody else has changed some of the fields since.
    """
    done = None
    while done is None:
        version, state = store.data_version(), store.undo_state()
        target = state.undo
        if target is None:
            raise KnownError("nothing_to_undo", N_("There is nothing to undo."), advice=_why(state))
        done = _take_back(store, target, Undo(**_original(target)), leave, version)
    return done


def redo(store: Store, *, leave: Collection[Field] = ()) -> OpResult[OperationView]:
    """Do again what was undone last.

    Raises:
        KnownError: nothing was undone since the last change.
        UndoConflictError: somebody else has changed some of the fields since.
    """
    done = None
    while done is None:
        version, target = store.data_version(), store.undo_state().redo
        if target is None:
            raise KnownError(
                "nothing_to_redo",
                N_("There is nothing to redo."),
                advice=N_("Redo works right after an undo, before any other change."),
            )
        done = _take_back(store, target, Redo(**_original(target)), leave, version)
    return done


def _why(state: UndoState) -> str:
    if state.erased:
        return N_("The erasure of a person’s data stays, and so do the steps that were about that person only.")
    return N_("Everything you did here was taken back already.")


def _original(target: OperationView) -> dict[str, str]:
    """Name what a person did, where the target is itself an undo or a redo of it."""
    if target.undoes is None:
        return {"of_name": target.name, "of_args": target.args}
    values: dict[str, str] = json.loads(target.args)
    return {"of_name": values["of_name"], "of_args": values["of_args"]}


def _take_back(
    store: Store, target: OperationView, command: Undo, leave: Collection[Field], version: int
) -> OpResult[OperationView] | None:
    """Write the inverse of an operation; ``None`` where another process has written since ``version``."""
    with store.read() as connection:
        changes = inverse(connection, target, leave=leave)
    done = store.apply_inverse(command, changes, target.id, version)
    return None if done is None else OpResult(target, done)
