"""Figures: ledgers opened, amounts entered, periods closed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.figures import (
    ClosePeriod,
    EnterFigure,
    EnterFigures,
    EnterFiguresOfMany,
    EnterStaff,
    OpenLedger,
    ReopenPeriod,
)
from clusterdesk.domain.figures.cells import FigureCell, GridCell, twice
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.records.figures import Figure, Ledger, LedgerLine, MonthlyFigures
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.set_members import figure_id
from clusterdesk.services.figure_words import LACKS
from clusterdesk.services.frozen_fields import check_cost
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.ledger_periods import check_period, ledger_title, month_of, period_of
from clusterdesk.services.ledger_staff import staff_changes
from clusterdesk.store.desk_store import Store

_NOTHING_WRITTEN = N_("Correct it and try again; nothing was written.")


def open_ledger(store: Store, cmd: OpenLedger) -> OpResult[Ledger]:
    """Begin a ledger; its name is that of the project, or of the organisation, where none is given.

    Raises:
        KnownError: the organisation does not exist or lies in the bin.
    """
    holder = receiving_organisation(store, cmd.organisation_id)
    title = store.get(Project, cmd.project_id).title if cmd.project_id is not None else holder.name
    ledger = Ledger(
        organisation_id=holder.id,
        project_id=cmd.project_id,
        name=" ".join(cmd.name.split()) or title,
        currency=cmd.currency.strip().upper(),
        cadence=cmd.cadence,
        seasonal=cmd.seasonal,
        starts_on=cmd.starts_on,
        vat_rate=cmd.vat_rate,
    )
    lines = [
        LedgerLine(ledger_id=ledger.id, name=" ".join(name.split()), share=share, position=number)
        for number, (name, share) in enumerate(cmd.lines)
    ]
    return OpResult(ledger, store.apply(replace(cmd, title=title), [Insert(one) for one in (ledger, *lines)]))


def enter_figure(store: Store, cmd: EnterFigure) -> OpResult[Figure | None]:
    """Enter one amount.

    Raises:
        KnownError: the period is not one of the ledger's, or the amount cannot be.
    """
    ledger = store.get(Ledger, cmd.ledger_id)
    changes = list(figure_changes(store, ledger, [cmd.cell]))
    written = store.apply(replace(cmd, title=ledger_title(store, ledger)), changes)
    return OpResult(_found(store, ledger.id, cmd.cell), written)


def enter_figures(store: Store, cmd: EnterFigures) -> OpResult[int]:
    """Enter many amounts in one step; return how many cells changed.

    Raises:
        KnownError: a cell is given twice with different amounts, a period is not one of the ledger's, or an amount
            cannot be; then nothing is written.
    """
    changes = _all_changes(store, cmd)
    ledger = store.get(Ledger, cmd.ledger_id)
    written = store.apply(replace(cmd, title=ledger_title(store, ledger)), changes)
    return OpResult(_touched(changes), written)


def enter_figures_of_many(store: Store, cmd: EnterFiguresOfMany) -> OpResult[int]:
    """Enter amounts of several ledgers in one step; else as ``enter_figures``."""
    changes = [change for part in cmd.parts for change in _all_changes(store, part)]
    return OpResult(_touched(changes), store.apply(cmd, changes))


def _touched(changes: Sequence[Change]) -> int:
    return len({change.record.id if isinstance(change, Insert) else change.record_id for change in changes})


def _all_changes(store: Store, cmd: EnterFigures) -> list[Change]:
    again = twice(cmd.cells)
    if again is not None:
        raise KnownError(
            "month_twice",
            N_("{period} is given twice with different amounts."),
            advice=_NOTHING_WRITTEN,
            period=again.period,
        )
    ledger = store.get(Ledger, cmd.ledger_id)
    return [*figure_changes(store, ledger, cmd.cells), *staff_changes(store, ledger, cmd.staff)]


def enter_staff(store: Store, cmd: EnterStaff) -> OpResult[None]:
    """Enter the full-time equivalents of a period as a head count on its last day.

    Raises:
        KnownError: the period is not one of the ledger's, or the number cannot be.
    """
    ledger = store.get(Ledger, cmd.ledger_id)
    changes = list(staff_changes(store, ledger, [cmd.cell]))
    return OpResult(None, store.apply(replace(cmd, title=ledger_title(store, ledger)), changes))


def close_period(store: Store, cmd: ClosePeriod) -> OpResult[MonthlyFigures]:
    """Close a period: from now on it counts.

    Raises:
        KnownError: something is missing in it, is only about right, or it has not ended yet.
    """
    ledger = store.get(Ledger, cmd.ledger_id)
    lacks = [lack for lack in period_of(store, ledger, cmd.period).lacks if lack is not Lack.NOT_CLOSED]
    if lacks:
        raise KnownError(
            "period_incomplete",
            N_("{period} cannot be closed: {lack_label}."),
            advice=N_("Complete it first; what was entered is kept."),
            period=cmd.period,
            lack_label=LACKS[lacks[0]],
        )
    before, after = month_of(store, cmd.ledger_id, cmd.period)
    after = replace(after, closed_on=store.clock.today(), closed_by=store.author, deleted=False)
    changes = [Insert(after)] if before is None else differences(before, after)
    return OpResult(after, store.apply(replace(cmd, title=ledger_title(store, ledger)), changes))


def reopen_period(store: Store, cmd: ReopenPeriod) -> OpResult[MonthlyFigures]:
    """Open a period again, to correct it."""
    ledger = store.get(Ledger, cmd.ledger_id)
    before, after = month_of(store, cmd.ledger_id, cmd.period)
    after = replace(after, closed_on=None, closed_by="")
    changes = [] if before is None else differences(before, after)
    return OpResult(after, store.apply(replace(cmd, title=ledger_title(store, ledger)), changes))


def _found(store: Store, ledger_id: UUID, cell: FigureCell) -> Figure | None:
    return next(iter(store.find(Figure, id=_cell_id(ledger_id, cell))), None)


def _cell_id(ledger_id: UUID, cell: FigureCell) -> UUID:
    return figure_id(GridCell(ledger_id, cell.period, cell.line, cell.own_line_id))


def figure_changes(store: Store, ledger: Ledger, cells: Sequence[FigureCell]) -> Iterator[Change]:
    """Return what entering cells into a ledger changes.

    Raises:
        KnownError: a period is not one of the ledger's, or an amount cannot be.
    """
    for cell in cells:
        _check(ledger, cell)
    ids = {_cell_id(ledger.id, cell): cell for cell in cells}
    present = {one.id: one for one in store.find(Figure, deleted=None, id=list(ids))} if ids else {}
    for wanted, cell in ids.items():
        before = present.get(wanted)
        given: dict[str, Any] = {
            "amount": cell.amount,
            "entered": cell.entered,
            "vat_rate": cell.vat_rate,
            "source": cell.source,
            "precision": cell.precision,
            "remark": cell.remark,
            "visibility": cell.visibility,
        }
        if before is not None:
            yield from differences(before, replace(before, **given, deleted=False))
        elif cell.amount is not None:
            yield Insert(
                Figure(
                    id=wanted,
                    ledger_id=ledger.id,
                    period=cell.period,
                    line=cell.line,
                    own_line_id=cell.own_line_id,
                    **given,
                )
            )


def _check(ledger: Ledger, cell: FigureCell) -> None:
    check_period(ledger, cell.period)
    check_cost(cell)
