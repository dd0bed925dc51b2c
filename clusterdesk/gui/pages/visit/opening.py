"""The way into visit mode from anywhere: the notes are opened first, then their page is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import OpResult
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.shortcuts import VISIT

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def begin_visit(context: Context, request: VisitRequest, parent: QWidget) -> None:
    """Open what is asked for and show it; where nothing is planned for today, ask over the window of ``parent``."""
    job = partial(open_notes, request, context.kit.t.language)
    context.write(job, _Shower(context), _Asker(context, parent))


def open_notes(request: VisitRequest, language: str, desk: "Desk") -> OpResult[UUID]:
    """Open the notes, in the worker."""
    from clusterdesk.services import visit_mode

    return visit_mode.open_visit(
        desk.store, session_id=request.session_id, organisation_id=request.organisation_id, language=language
    )


class _Asker:
    """Asks what is meant where nothing is planned for today; shows every other error."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def __call__(self, error: BaseException) -> None:
        if not (isinstance(error, KnownError) and error.code == "no_visit_today"):
            self._context.shell.show_error(error)
            return
        from clusterdesk.gui.pages.visit.choosing import VisitAsker

        asker = VisitAsker(self._context, self._parent)
        asker.chosen.connect(self._begin)
        asker.ask()

    def _begin(self, session_id: UUID) -> None:
        begin_visit(self._context, VisitRequest(session_id=session_id), self._parent)


class _Shower:
    """Goes to the visit once its notes are open."""

    def __init__(self, context: Context) -> None:
        self._go: Callable[[Route], None] = context.shell.go

    def __call__(self, session_id: UUID) -> None:
        self._go(Route(VISIT.id, session_id))
