"""Ledgers, cells and periods as the command line answers them."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.ledger_reference import STAFF
from clusterdesk.cli.values import plain
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.field_rules import SHARE
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.periods import first_day, following, last_day, period_at
from clusterdesk.domain.records.figures import FigureLine, MonthlyFigures, Precision

if TYPE_CHECKING:
    from clusterdesk.domain.views.figures import DueLedger, LedgerView

_SHOWN_BACK = 11
_MOST_PERIODS = 1332


def ledger_document(context: Context, view: "LedgerView", first: str | None, last: str | None) -> dict[str, Any]:
    """Return a ledger with its periods."""
    ledger = view.ledger
    periods = sorted({*(cell.period for cell in view.cells.values()), *view.closed}, key=last_day)
    within = [one for one in periods if _within(one, first, last)]
    return {
        "id": str(ledger.id),
        "organisation_id": str(ledger.organisation_id),
        "organisation": view.holder,
        "project_id": plain(ledger.project_id),
        "project": view.project or None,
        "name": ledger.name,
        "currency": ledger.currency,
        "cadence": ledger.cadence.value,
        "seasonal": ledger.seasonal,
        "starts_on": plain(ledger.starts_on),
        "vat_rate": plain(ledger.vat_rate),
        "lines": [{"id": str(one.id), "name": one.name, "share": plain(one.share)} for one in view.lines],
        "periods": [_period_document(context, view, one) for one in within],
        "headcounts": [{"on": plain(one.on), "fte": plain(one.fte)} for one in view.staff],
    }


def _within(period: str, first: str | None, last: str | None) -> bool:
    return (first is None or last_day(period) >= first_day(first)) and (
        last is None or first_day(period) <= last_day(last)
    )


def _period_document(context: Context, view: "LedgerView", period: str) -> dict[str, Any]:
    state = view.period(period, context.desk.clock.today())
    cells = [cell for cell in view.cells.values() if cell.period == period and cell.amount is not None]
    return {
        "period": period,
        "closed_on": plain(view.closed.get(period)),
        "complete": state.complete,
        "lacks": [one.value for one in state.lacks],
        "cells": [cell_document(one, view) for one in cells],
    }


def cell_document(cell: FigureCell, view: "LedgerView") -> dict[str, Any]:
    """Return a cell; amounts are ex VAT, ``entered`` is what was typed with VAT."""
    own = next((one.name for one in view.lines if one.id == cell.own_line_id), None)
    return {
        "line": cell.line.value,
        "own_line": own,
        "amount": plain(cell.amount),
        "entered": plain(cell.entered),
        "vat_rate": plain(cell.vat_rate),
        "source": cell.source.value,
        "precision": cell.precision.value,
        "remark": cell.remark,
        "visibility": cell.visibility.value,
    }


def ledger_blocks(context: Context, view: "LedgerView", first: str | None, last: str | None) -> list[Block]:
    """Return a ledger as a table: periods as columns, lines as rows."""
    t, formats, ledger = context.t, context.formats, view.ledger
    periods = _shown_periods(context, view, first, last)
    title = f"{view.holder} · {view.project}" if view.project else ledger.name
    rows = []
    for line, own, label in _lines(context, view):
        cells = [view.cells.get((period, line, own)) for period in periods]
        if any(cell is not None and cell.amount is not None for cell in cells):
            rows.append([label, *(_shown(context, cell) for cell in cells)])
    staff = {one.on: one.fte for one in view.staff}
    counts = [staff.get(last_day(period)) for period in periods]
    if any(one is not None for one in counts):
        rows.append([t("FTE"), *(formats.number(one) if one is not None else "" for one in counts)])
    rows.append([t("Closed"), *(formats.date(view.closed[one]) if one in view.closed else "" for one in periods)])
    heads = [ledger.currency, *(formats.partial(one) for one in periods)]
    return [Lines([title]), Table(heads, rows, frozenset(range(1, len(heads))))]


def _shown_periods(context: Context, view: "LedgerView", first: str | None, last: str | None) -> list[str]:
    known = [cell.period for cell in view.cells.values() if cell.amount is not None]
    newest = last or max(known, key=last_day, default=period_at(context.desk.clock.today(), view.ledger.cadence))
    oldest = first or following(newest, -_SHOWN_BACK)
    found = [oldest]
    while last_day(found[-1]) < last_day(newest) and len(found) < _MOST_PERIODS:
        found.append(following(found[-1]))
    return found


def _lines(context: Context, view: "LedgerView") -> list[tuple[FigureLine, Any, str]]:
    found: list[tuple[FigureLine, Any, str]] = []
    for line in FigureLine:
        if line is FigureLine.SEMI_VARIABLE:
            found += [(line, own.id, own.name) for own in view.lines]
        found.append((line, None, context.t(choice_label(line))))
    return found


def _shown(context: Context, cell: FigureCell | None) -> str:
    if cell is None or cell.amount is None:
        return ""
    formats, units = context.formats, cell.line is FigureLine.UNITS
    amount = formats.number(cell.amount) if units else formats.decimal(cell.amount, 2)
    return f"≈ {amount}" if cell.precision is Precision.ABOUT else amount


def entered(context: Context, view: "LedgerView", period: str, cells: Sequence[FigureCell], changed: int) -> Answer:
    """Answer what was entered, what is odd about it, and what the period still lacks."""
    from clusterdesk.domain.figures.warnings import cell_warnings
    from clusterdesk.services.figure_words import LACKS, warning_words

    t, currency = context.t, view.ledger.currency
    found = {one.message: one for cell in cells for one in cell_warnings(view.cells, cell)}
    told = {code: warning_words(one, t, context.formats, currency) for code, one in found.items()}
    state = view.period(period, context.desk.clock.today())
    document = {
        "ledger_id": str(view.ledger.id),
        "period": period,
        "changed": changed,
        "cells": [cell_document(view.cell(one.place), view) for one in cells],
        "warnings": [{"code": code.value, "message": words} for code, words in told.items()],
        "complete": state.complete,
        "lacks": [one.value for one in state.lacks],
    }
    lines = [t.n("{n} figure was entered.", "{n} figures were entered.", n=changed)]
    lines += [t("{period}: {lack}.", period=context.formats.partial(period), lack=t(LACKS[one])) for one in state.lacks]
    return Answer(document, [Lines(lines)], list(told.values()))


def period_answer(view: "LedgerView", month: MonthlyFigures, told: str) -> Answer:
    """Answer that a period was closed, or opened again."""
    document = {"ledger_id": str(view.ledger.id), "period": month.period, "closed_on": plain(month.closed_on)}
    return Answer(document, [Lines([told])])


def due_document(one: "DueLedger") -> dict[str, Any]:
    """Return a ledger whose figures are due."""
    return {
        "ledger_id": str(one.ledger_id),
        "organisation_id": str(one.organisation_id),
        "organisation": one.organisation,
        "project": one.project or None,
        "period": one.period,
        "lacks": [lack.value for lack in one.state.lacks],
        "revenue": plain(one.state.amounts.get(FigureLine.REVENUE)),
        "total_costs": plain(one.state.amounts.get(FigureLine.TOTAL_COSTS)),
        STAFF: plain(one.fte),
    }


def due_row(context: Context, one: "DueLedger") -> list[str]:
    """Return the row of a ledger whose figures are due."""
    from clusterdesk.services.figure_words import LACKS

    amounts = (one.state.amounts.get(FigureLine.REVENUE), one.state.amounts.get(FigureLine.TOTAL_COSTS))
    shown = [context.formats.decimal(amount, 2) if amount is not None else "" for amount in amounts]
    shown.append(context.formats.number(one.fte) if one.fte is not None else "")
    lacks = "; ".join(context.t(LACKS[lack]) for lack in one.state.lacks)
    return [one.title, context.formats.partial(one.period), *shown, lacks]


def own_line(context: Context, text: str) -> tuple[str, Decimal]:
    """Read ``NAME:SHARE``.

    Raises:
        WrongUseError: it is not that.
    """
    name, _, share = text.rpartition(":")
    try:
        read = Decimal(share.strip().replace(",", "."))
    except InvalidOperation:
        read = Decimal("NaN")
    if not name.strip() or not SHARE.holds(read):
        raise WrongUseError(N_("Write NAME:SHARE with a share between 0 and 1, not “{text}”."), text=text)
    return name.strip(), read
