"""Carrying an import of figures out: one step, after a backup."""

from collections.abc import Collection
from uuid import UUID

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.figures_files import ImportFigures
from clusterdesk.exchange.figures.plan import FiguresPlan, Place
from clusterdesk.services.figures_files import import_figures
from clusterdesk.store.desk_store import Store


def run_figures_import(
    store: Store,
    plan: FiguresPlan,
    taken: bool | Collection[Place],
    *,
    request_id: UUID | None = None,
    progress: Progress = unheard,
) -> OpResult[int]:
    """Write what a plan says; return how many figures changed.

    Args:
        store: the binder.
        plan: what was shown.
        taken: which of the changed figures take the new value: all, none, or those at these places.
        request_id: the promise that a returned workbook keeps.
        progress: called while the backup is made.

    Raises:
        KnownError: the request was answered already.
    """
    cells, staff = plan.cells(taken), plan.staff(taken)
    if cells or staff or request_id is not None:
        store.back_up("import", progress=progress)
    ledger = plan.view.ledger
    cmd = ImportFigures(
        ledger_id=ledger.id,
        cells=cells,
        staff=staff,
        file=plan.opened.source.path.name,
        new_ledger=ledger if plan.fresh else None,
        request_id=request_id,
    )
    if plan.fresh and not cells and not staff:
        return OpResult(0, store.apply(cmd, []))
    return import_figures(store, cmd)
