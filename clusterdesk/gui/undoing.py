"""Undo and redo for the window: what can be taken back, by name, and doing it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tasks import owner_of

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpChanges, OpResult
    from clusterdesk.domain.views.history import OperationView, UndoState


@dataclass(frozen=True, slots=True)
class UndoWords:
    """The names of what can be undone and redone next, translated; empty = nothing."""

    undo: str = ""
    redo: str = ""


class UndoProvider(Protocol):
    """Who knows what can be undone."""

    def ask(self, deliver: Callable[[UndoWords], None]) -> None:
        """Tell what can be undone and redone, now or later."""
        ...

    def undo(self, done: "Callable[[OpChanges], None]", failed: Callable[[BaseException], None]) -> None:
        """Take the last operation back."""
        ...

    def redo(self, done: "Callable[[OpChanges], None]", failed: Callable[[BaseException], None]) -> None:
        """Do again what was undone last."""
        ...


class DeskUndo:
    """Undo through the journal: also what was done before a restart. What others have changed since is asked about."""

    def __init__(self, worker: "DeskWorker[Desk]", kit: Kit) -> None:
        """Ask this worker; name operations in the language of the kit."""
        self._worker, self._kit = worker, kit

    def ask(self, deliver: Callable[[UndoWords], None]) -> None:
        """Tell what can be undone and redone."""
        self._worker.submit(_state, _Words(self._kit, deliver), latest="undo-state", owner=owner_of(deliver))

    def undo(self, done: "Callable[[OpChanges], None]", failed: Callable[[BaseException], None]) -> None:
        """Take the last operation back."""
        self._step(_undo, done, failed)

    def redo(self, done: "Callable[[OpChanges], None]", failed: Callable[[BaseException], None]) -> None:
        """Do again what was undone last."""
        self._step(_redo, done, failed)

    def _step(
        self,
        step: "_Step",
        done: "Callable[[OpChanges], None]",
        failed: Callable[[BaseException], None],
        leave: Sequence[Any] = (),
    ) -> None:
        go_on = partial(self._step, step, done, failed)
        asking = _Asking(self._kit, go_on, failed, owner_of(done))
        self._worker.submit(partial(step, leave), _Changes(done), asking, owner=owner_of(done))


class _Asking:
    """Asks about what somebody else has changed since; hands every other error on."""

    def __init__(
        self, kit: Kit, go_on: Callable[[Sequence[Any]], None], failed: Callable[[BaseException], None], owner: object
    ) -> None:
        self._kit, self._go_on, self._failed = kit, go_on, failed
        self._parent = owner if isinstance(owner, QWidget) else None

    def __call__(self, error: BaseException) -> None:
        fields = getattr(error, "fields", None)
        if getattr(error, "code", "") != "undo_conflict" or not fields:
            self._failed(error)
            return
        from clusterdesk.gui.dialogs.leave_others import LeaveOthers

        LeaveOthers(self._kit, len(fields), partial(self._go_on, fields), self._parent).open()


class _Words:
    """Names the operations of an undo state."""

    def __init__(self, kit: Kit, deliver: Callable[[UndoWords], None]) -> None:
        self._kit, self._deliver = kit, deliver

    def __call__(self, state: "UndoState") -> None:
        self._deliver(UndoWords(self._name(state.undo), self._name(state.redo)))

    def _name(self, operation: "OperationView | None") -> str:
        from clusterdesk.services.told_titles import told_operation

        return "" if operation is None else told_operation(operation.label, self._kit.t, self._kit.formats)


class _Changes:
    """Hands the changes of a result on."""

    def __init__(self, done: "Callable[[OpChanges], None]") -> None:
        self._done = done

    def __call__(self, result: "OpResult[OperationView]") -> None:
        self._done(result.changes)


# The services import the store: only the worker's thread may pay for that, after the first paint.


def _state(desk: "Desk") -> "UndoState":
    return desk.store.undo_state()


type _Step = Callable[[Sequence[Any], "Desk"], OpResult[OperationView]]


def _undo(leave: Sequence[Any], desk: "Desk") -> "OpResult[OperationView]":
    from clusterdesk.services.undo import undo

    return undo(desk.store, leave=leave)


def _redo(leave: Sequence[Any], desk: "Desk") -> "OpResult[OperationView]":
    from clusterdesk.services.undo import redo

    return redo(desk.store, leave=leave)
