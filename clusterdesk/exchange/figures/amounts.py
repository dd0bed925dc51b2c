"""Amounts in the cells of a sheet: exact, whatever a spreadsheet made of them."""

from decimal import ROUND_HALF_EVEN, Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import AMOUNT, LARGEST_AMOUNT, is_amount
from clusterdesk.domain.figures.typed_amounts import TypedAmount, read_typed_amount
from clusterdesk.domain.parsing.outcome import Parsed, Problem, refused
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.exchange.figures.opened import OpenedFigures
from clusterdesk.exchange.figures.raw_cells import RawFigure
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell

_SIXTH = Decimal("0.000001")

FORMULA = N_("The cell holds a formula without a result: open the file, let it calculate, save it, import it again.")
FAILED = N_("The cell shows a spreadsheet error ({text}).")
_NO_AMOUNT = N_("“{text}” is no amount.")
AMBIGUOUS = N_("“{text}” can be read in two ways: say whether the comma or the dot is the decimal mark.")


def read_cell(
    cell: Cell, *, mark: str | None, currency: str, rate: Decimal | None, scale: int = 1
) -> Parsed[TypedAmount]:
    """Read an amount.

    Args:
        cell: as the file gives it.
        mark: the decimal mark of the file, where it is known.
        currency: that of the ledger.
        rate: the rate of VAT of the ledger.
        scale: by how much amounts of this heading are multiplied: 1000 where they are in thousands.

    Returns:
        The amount; the error ``not_an_amount``, ``ambiguous_number``, ``amount_too_large``, or one of typed amounts.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return refused("not_an_amount", _NO_AMOUNT, text=clipped(cell_text(cell)))
    if isinstance(cell, str):
        read = read_typed_amount(cell, mark=mark, currency=currency, rate=rate)
        if read.value is not None and read.value.readings:
            return refused("ambiguous_number", AMBIGUOUS, text=clipped(cell))
    else:
        read = Parsed(TypedAmount(_exact(cell)))
    typed = read.value
    if typed is None or typed.amount is None:
        return read
    amount = typed.amount * scale
    if not is_amount(amount):
        return Parsed(None, (), Problem("amount_too_large", AMOUNT.message))
    scaled = TypedAmount(amount, typed.about, typed.oral, typed.with_vat, typed.vat_rate)
    return Parsed(scaled, read.warnings)


def _exact(number: float) -> Decimal:
    """Return a number of a spreadsheet; what its arithmetic added behind the sixth place is taken off."""
    value = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not value.is_finite() or not -LARGEST_AMOUNT < value < LARGEST_AMOUNT:
        return value
    rounded = value.quantize(_SIXTH, ROUND_HALF_EVEN)
    return rounded if rounded != rounded.to_integral_value() else rounded.to_integral_value()


def amount_of(
    opened: OpenedFigures, raw: RawFigure, *, scale: int, currency: str, rate: Decimal | None
) -> TypedAmount | Problem | None:
    """Read the amount of a cell; None where it says that nothing is known."""
    spot = (raw.line, raw.column)
    if spot in opened.source.facts.formulas:
        return Problem("formula_without_value", FORMULA)
    if spot in opened.source.facts.failed:
        return Problem("error_cell", FAILED, {"text": opened.source.facts.failed[spot]})
    read = read_cell(raw.cell, mark=opened.mark, currency=currency, rate=rate, scale=scale)
    return read.error if read.error is not None else read.value
