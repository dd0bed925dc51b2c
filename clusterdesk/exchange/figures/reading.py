"""The figures of a sheet as a ledger would have them: which line, which period, which amount – or why not."""

from dataclasses import replace

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import NEVER_NEGATIVE, CellPlace, FigureCell
from clusterdesk.domain.figures.line_words import read_heading
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.figures import (
    FigureSource,
    Ledger,
)
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.exchange.figures.amounts import amount_of
from clusterdesk.exchange.figures.heading_targets import HeadingTargets
from clusterdesk.exchange.figures.opened import OpenedFigures
from clusterdesk.exchange.figures.raw_cells import RawFigure
from clusterdesk.exchange.figures.said_parts import as_said
from clusterdesk.exchange.figures.settling import ReadFigure, settled
from clusterdesk.exchange.figures.sheet_periods import ledger_period_of
from clusterdesk.exchange.figures.staff_reading import read_staff

_NEGATIVE = N_("This amount cannot be negative. A negative variable cost is to be corrected.")
_NO_RATE = N_("The amounts are with VAT: give the ledger its rate first.")


def read_figures(
    opened: OpenedFigures, view: LedgerView, targets: HeadingTargets, source: FigureSource
) -> list[ReadFigure]:
    """Read the figures whose headings have a line, each place of the ledger once, in the order of the sheet.

    Args:
        opened: the sheet.
        view: the ledger; what the sheet does not say of a figure stays as it is there.
        targets: where the amounts of each heading go.
        source: who gave figures of which the sheet does not say it.
    """
    found: list[ReadFigure] = []
    by_place: dict[CellPlace, list[tuple[RawFigure, FigureCell | Problem]]] = {}
    for raw in opened.raw:
        target = targets.of(raw.heading)
        if target.line is None and not target.staff:
            continue
        period = ledger_period_of(raw, view.ledger)
        if isinstance(period, Problem):
            found.append(ReadFigure((raw,), None, period))
        elif target.line is None:
            found += read_staff(opened, raw, period, source)
        else:
            place = (period, target.line, target.own_line_id)
            read = _cell(opened, view.ledger, raw, place, view.cells.get(place), source)
            if read is not None:
                by_place.setdefault(place, []).append((raw, read))
    for place, reads in by_place.items():
        found += settled(place[0], reads)
    return sorted(found, key=lambda one: (one.raws[0].line, one.raws[0].column))


def _cell(
    opened: OpenedFigures,
    ledger: Ledger,
    raw: RawFigure,
    place: CellPlace,
    before: FigureCell | None,
    source: FigureSource,
) -> FigureCell | Problem | None:
    """Read one cell; None where it says that nothing is known."""
    heading = read_heading(raw.heading)
    typed = amount_of(opened, raw, scale=heading.scale, currency=ledger.currency, rate=ledger.vat_rate)
    if isinstance(typed, Problem):
        return typed
    if typed is None or typed.amount is None:
        return None
    if place[1] in NEVER_NEGATIVE and typed.amount < 0:
        return Problem("negative_variable_cost", _NEGATIVE)
    if heading.with_vat and not typed.with_vat:
        if ledger.vat_rate is None:
            return Problem("vat_rate_missing", _NO_RATE)
        typed = replace(typed, with_vat=True, vat_rate=ledger.vat_rate)
    return as_said(_base(place, before, source), typed, raw, opened, ledger)


def _base(place: CellPlace, before: FigureCell | None, source: FigureSource) -> FigureCell:
    """Return a cell with what is known of it already; a figure that is new has the source of the file."""
    known = before or FigureCell(place[0], place[1], None, place[2])
    return FigureCell(
        place[0], place[1], None, place[2], source=source, remark=known.remark, visibility=known.visibility
    )
