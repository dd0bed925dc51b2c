"""What a sheet says about an amount beside the amount: who gave it, how exact it is, notes, VAT as entered."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import FigureCell, with_vat
from clusterdesk.domain.figures.typed_amounts import TypedAmount
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import plain_note
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureSource, Ledger, Precision
from clusterdesk.exchange.figures import amounts, column_words
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.opened import OpenedFigures
from clusterdesk.exchange.figures.raw_cells import RawFigure

_NOT_SAID = N_("“{text}” is not one of: {choices}.")


def as_said(
    base: FigureCell, typed: TypedAmount, raw: RawFigure, opened: OpenedFigures, ledger: Ledger
) -> FigureCell | Problem:
    """Fill a cell with an amount and with what the sheet says about it."""
    cell = typed.fill(base)
    said = raw.said
    given: dict[str, Any] = {}
    readers: tuple[tuple[Part, str, Callable[[str], StrEnum | None], type[StrEnum]], ...] = (
        (Part.SOURCE, "source", column_words.source_of, FigureSource),
        (Part.PRECISION, "precision", column_words.precision_of, Precision),
        (Part.VISIBILITY, "visibility", column_words.visibility_of, Visibility),
    )
    for part, name, read, kind in readers:
        if part in said:
            value = read(said[part])
            if value is None:
                choices = ", ".join(one.value for one in kind)
                return Problem("not_a_choice", _NOT_SAID, {"text": said[part], "choices": choices})
            given[name] = value
    if Part.REMARK in said:
        given["remark"] = plain_note(said[Part.REMARK])
    if Part.CURRENCY in said and said[Part.CURRENCY].strip().upper() not in {ledger.currency, ""}:
        return Problem("two_currencies", _NOT_SAID, {"text": said[Part.CURRENCY], "choices": ledger.currency})
    cell = replace(cell, **given)
    if Part.ENTERED in said and Part.VAT_RATE in said:
        entered = amounts.read_cell(said[Part.ENTERED], mark=opened.mark, currency=ledger.currency, rate=None).value
        rate = amounts.read_cell(said[Part.VAT_RATE], mark=opened.mark, currency=ledger.currency, rate=None).value
        if entered and rate and entered.amount is not None and rate.amount is not None and 0 <= rate.amount <= 100:
            cell = _with_entered(cell, entered.amount, rate.amount)
    return cell


def _with_entered(cell: FigureCell, entered: Decimal, rate: Decimal) -> FigureCell:
    """Keep what was entered with VAT, where it agrees with the amount; an amount corrected since stands alone."""
    return with_vat(entered, rate, cell) if with_vat(entered, rate, cell).amount == cell.amount else cell
