"""Putting something into the outbox, in the worker's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.views.outbox import ExportJob

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class Queue:
    """Puts exports into the outbox: what each one is, and what makes its content."""

    def __init__(self, *exports: "tuple[NewExport, Callable[[Desk], bytes]]") -> None:
        """Nothing happens before it is called."""
        self._exports = exports

    def __call__(self, desk: "Desk") -> tuple[ExportJob, ...]:
        """Queue them.

        Raises:
            KnownError: one may not leave, its folder leads nowhere, or the disk is full.
        """
        from clusterdesk.services import outbox

        return tuple(outbox.queue_bytes(desk.store, export, make(desk)) for export, make in self._exports)


class Content:
    """What is there already."""

    def __init__(self, content: bytes) -> None:
        """Keep it."""
        self._content = content

    def __call__(self, _desk: "Desk") -> bytes:
        """Give it."""
        return self._content
