"""figures enter: amounts of one period as people type them; what reads two ways is asked about, nothing is guessed."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import figure_shapes, values
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.ledger_reference import amount_meant, ledger_meant, line_meant, period_meant
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.figures.cells import FigureCell, StaffCell, overwritten
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.views.figures import LedgerView

_FIGURE = RECORD_TYPES["figure"].fields
_MARKS = {"comma": ",", "point": "."}


def add_entry_options(parser: Parser, t: Translate) -> None:
    """Add amounts and their options."""
    parser.wanted.add_argument(
        "amounts",
        metavar=t("LINE=AMOUNT"),
        nargs="+",
        help=t("revenue=48.200,50 total_costs=48k fte=7,5; an empty amount empties the cell"),
    )
    add = parser.options.add_argument
    add("--decimal", choices=sorted(_MARKS), help=t("what the decimal mark is, where an amount reads two ways"))
    add("--vat", metavar=t("RATE"), help=t("the amounts are with VAT at this rate (%)"))
    add("--source", metavar=t("VALUE"), help=t(_FIGURE["source"].label))
    add("--about", action="store_true", help=t("the amounts are only about right"))
    add("--remark", metavar=t("TEXT"), help=t(_FIGURE["remark"].label))
    add("--visibility", metavar=t("VALUE"), help=t(_FIGURE["visibility"].label))
    add(
        "--over",
        choices=("new", "old"),
        help=t("where another amount is there already: take the new one, or keep the old"),
    )
    add("--close", action="store_true", help=t("close the period as well"))


def enter(context: Context, options: Namespace) -> Answer:
    """Enter amounts in one step."""
    from clusterdesk.domain.commands.figures import EnterFigures
    from clusterdesk.services.figures import enter_figures
    from clusterdesk.services.ledger_views import read_ledgers

    view, period = ledger_meant(context, options.ref, options.ledger), period_meant(options.period)
    cells, staff = _read(context, options, view, period)
    cells, staff = _settled(options.over, view, cells, staff)
    store = context.desk.store
    command = EnterFigures(ledger_id=view.ledger.id, cells=tuple(cells), staff=tuple(staff))
    changed = enter_figures(store, command).output
    if options.close:
        _close(context, view, period)
    again = next(one for one in read_ledgers(store, view.ledger.organisation_id) if one.ledger.id == view.ledger.id)
    return figure_shapes.entered(context, again, period, cells, changed)


def _close(context: Context, view: "LedgerView", period: str) -> None:
    from clusterdesk.domain.commands.figures import ClosePeriod
    from clusterdesk.services.figures import close_period

    close_period(context.desk.store, ClosePeriod(ledger_id=view.ledger.id, period=period))


def _read(
    context: Context, options: Namespace, view: "LedgerView", period: str
) -> tuple[list[FigureCell], list[StaffCell]]:
    cells: list[FigureCell] = []
    staff: list[StaffCell] = []
    rate = _number(context, "--vat", options.vat) if options.vat else None
    for given in options.amounts:
        name, equals, text = given.partition("=")
        if not equals:
            raise WrongUseError(N_("Write LINE=AMOUNT, not “{text}”."), text=given)
        line = line_meant(context, view, name)
        typed = amount_meant(context, name, text, _MARKS.get(options.decimal or ""), view)
        typed = replace(typed, about=typed.about or options.about)
        if line is None:
            staff.append(typed.staff(period))
        else:
            cell = view.cell((period, line[0], line[1]))
            cells.append(_marked(context, options, typed.fill(cell, rate)))
    return cells, staff


def _marked(context: Context, options: Namespace, cell: FigureCell) -> FigureCell:
    """Return a cell with what options say of all amounts given."""
    if options.source:
        cell = replace(cell, source=values.read(context, _FIGURE["source"], "--source", options.source))
    if options.remark is not None:
        cell = replace(cell, remark=options.remark)
    if options.visibility:
        cell = replace(cell, visibility=values.read(context, _FIGURE["visibility"], "--visibility", options.visibility))
    return cell


def _settled(
    over: str | None, view: "LedgerView", cells: Sequence[FigureCell], staff: list[StaffCell]
) -> tuple[list[FigureCell], list[StaffCell]]:
    """Ask about amounts that are there already and differ: none is replaced unseen.

    Raises:
        WrongUseError: it was not said whether to take the new ones.
    """
    there = overwritten(view.cells, cells)
    if not there or over == "new":
        return list(cells), staff
    if over == "old":
        kept = {one.place for one in there}
        return [one for one in cells if one.place not in kept], staff
    raise WrongUseError(
        N_("{period} holds other amounts already: {amounts}."),
        code="month_twice",
        advice=N_("Take the new ones with --over new, or keep the old ones with --over old."),
        period=there[0].period,
        amounts="; ".join(f"{one.line.value} {one.amount:f}" for one in there),
        details={"present": [figure_shapes.cell_document(one, view) for one in there]},
    )


def _number(context: Context, flag: str, text: str) -> Decimal:
    found: Decimal = values.read(context, _FIGURE["vat_rate"], flag, text.removesuffix("%"))
    return found
