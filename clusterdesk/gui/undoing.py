"""Undo and redo for the window: what can be taken back, by name, and doing it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clusterdesk.domain.op_changes import OpChanges, OpResult
from clusterdesk.domain.views.history import OperationView, UndoState
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.tasks import owner_of
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


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

    def undo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        """Take the last operation back."""
        ...

    def redo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        """Do again what was undone last."""
        ...


class DeskUndo:
    """Undo through the journal: also what was done before a restart."""

    def __init__(self, worker: "DeskWorker[Desk]", t: Translator) -> None:
        """Ask this worker; name operations in this language."""
        self._worker, self._t = worker, t

    def ask(self, deliver: Callable[[UndoWords], None]) -> None:
        """Tell what can be undone and redone."""
        self._worker.submit(_state, _Words(self._t, deliver), latest="undo-state", owner=owner_of(deliver))

    def undo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        """Take the last operation back."""
        self._worker.submit(_undo, _Changes(done), failed, owner=owner_of(done))

    def redo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        """Do again what was undone last."""
        self._worker.submit(_redo, _Changes(done), failed, owner=owner_of(done))


class _Words:
    """Names the operations of an undo state."""

    def __init__(self, t: Translator, deliver: Callable[[UndoWords], None]) -> None:
        self._t, self._deliver = t, deliver

    def __call__(self, state: UndoState) -> None:
        self._deliver(UndoWords(self._name(state.undo), self._name(state.redo)))

    def _name(self, operation: OperationView | None) -> str:
        return "" if operation is None else operation.label.text(self._t)


class _Changes:
    """Hands the changes of a result on."""

    def __init__(self, done: Callable[[OpChanges], None]) -> None:
        self._done = done

    def __call__(self, result: OpResult[OperationView]) -> None:
        self._done(result.changes)


# The services import the store: only the worker's thread may pay for that, after the first paint.


def _state(desk: "Desk") -> UndoState:
    return desk.store.undo_state()


def _undo(desk: "Desk") -> OpResult[OperationView]:
    from clusterdesk.services.undo import undo

    return undo(desk.store)


def _redo(desk: "Desk") -> OpResult[OperationView]:
    from clusterdesk.services.undo import redo

    return redo(desk.store)
