"""What is odd is said: slips of two places, reversed signs, parts that do not add up, no fixed costs."""

from decimal import Decimal

import pytest

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.figures.cells import CellPlace, FigureCell, overwritten
from clusterdesk.domain.figures.warnings import cell_warnings
from clusterdesk.domain.records.figures import FigureLine, Precision

KNOWN = {
    cell.place: cell
    for month, amount in (("2026-07", 41_000), ("2026-08", 38_000), ("2026-09", 46_100))
    for cell in (FigureCell(month, FigureLine.REVENUE, Decimal(amount)),)
}


def codes(cells: dict[CellPlace, FigureCell], cell: FigureCell) -> list[Message]:
    """Return the codes of what is said about a cell."""
    return [one.message for one in cell_warnings(cells, cell)]


@pytest.mark.parametrize(
    ("amount", "odd"),
    [("48200", False), ("4820000", True), ("48.2", True), ("-48200", True), ("0", False), ("150000", False)],
)
def test_slips_of_two_places_and_reversed_signs_are_unusual(amount: str, odd: bool) -> None:
    cell = FigureCell("2026-10", FigureLine.REVENUE, Decimal(amount))
    assert (Message.UNUSUAL_AMOUNT in codes(dict(KNOWN), cell)) is odd


def test_nothing_is_unusual_among_too_few() -> None:
    cell = FigureCell("2026-10", FigureLine.REVENUE, Decimal(4_820_000))
    assert codes(dict(list(KNOWN.items())[:2]), cell) == []
    assert codes(dict(KNOWN), FigureCell("2026-10", FigureLine.VARIABLE, Decimal(5))) == []


def costs(total: int | None, variable: int | None, fixed: int | None) -> list[FigureCell]:
    """Return the costs of a month."""
    amounts = {FigureLine.TOTAL_COSTS: total, FigureLine.VARIABLE: variable, FigureLine.FIXED: fixed}
    return [FigureCell("2026-10", line, Decimal(one)) for line, one in amounts.items() if one is not None]


@pytest.mark.parametrize(
    ("amounts", "odd"),
    [
        ((100, 60, 40), False),
        ((100, 60, 41), False),  # rounded
        ((100, 60, 30), True),
        ((100, 120, None), True),
        ((100, 60, None), False),  # the rest is not known yet
        ((None, 60, 40), False),
    ],
)
def test_parts_that_do_not_add_up_to_the_total(amounts: tuple[int | None, ...], odd: bool) -> None:
    *others, last = costs(*amounts)
    there: dict[CellPlace, FigureCell] = {one.place: one for one in others}
    assert (Message.PARTS_DIFFER in codes(there, last)) is odd


def test_parts_that_are_about_right_may_differ() -> None:
    total, variable, fixed = costs(100, 60, 30)
    about = FigureCell("2026-10", fixed.line, fixed.amount, precision=Precision.ABOUT)
    assert codes({total.place: total, variable.place: variable}, about) == []


def test_no_fixed_costs_are_to_be_checked() -> None:
    variable, fixed = costs(None, 60, 0)
    assert codes({variable.place: variable}, fixed) == [Message.NO_FIXED_COSTS]


def test_what_is_entered_over_another_amount_is_found() -> None:
    same, other = (FigureCell("2026-09", FigureLine.REVENUE, Decimal(one)) for one in (46_100, 47_000))
    assert overwritten(KNOWN, [same]) == []
    assert overwritten(KNOWN, [other, FigureCell("2026-10", FigureLine.REVENUE, Decimal(1))]) == [KNOWN[other.place]]
    assert overwritten(KNOWN, [FigureCell("2026-09", FigureLine.REVENUE, None)]) == []
