"""Carrying the import of a file of figures out, in the desk's thread."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.exchange.figures.plan import Place
from clusterdesk.gui.pages.figures_files.jobs import Planned
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

STALE = "import_stale"


class WriteFile:
    """Carries a plan out, as one step; its output is how many figures changed."""

    def __init__(self, planned: Planned, taken: Collection[Place], step: str) -> None:
        """``taken`` are the changed figures that take the new value; ``step`` names the work, translated."""
        self._planned, self._taken, self._step = planned, taken, step

    def __call__(self, desk: "Desk", progress: Progress) -> OpResult[int]:
        """Write; stopped, nothing is written."""
        from clusterdesk.exchange.figures.run import run_figures_import

        plan = self._planned.plan
        if desk.store.data_version() != plan.data_version:
            raise KnownError(
                STALE,
                N_("The binder has changed since this preview."),
                advice=N_("The preview is made again: look at it, then import."),
            )
        told = progress.named(self._step)
        return run_figures_import(desk.store, plan, self._taken, request_id=self._planned.request_id, progress=told)
