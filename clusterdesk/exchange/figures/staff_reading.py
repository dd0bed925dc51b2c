"""Head counts on a sheet of figures: the full-time equivalents on the last day of a period."""

from collections.abc import Iterable

from clusterdesk.domain.field_rules import FTE
from clusterdesk.domain.figures.cells import StaffCell
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.exchange.figures import column_words
from clusterdesk.exchange.figures.amounts import amount_of
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.opened import OpenedFigures
from clusterdesk.exchange.figures.raw_cells import RawFigure
from clusterdesk.exchange.figures.settling import ReadFigure


def read_staff(opened: OpenedFigures, raw: RawFigure, period: str, source: FigureSource) -> Iterable[ReadFigure]:
    """Read the full-time equivalents of a period; nothing where the cell says that nothing is known."""
    read = amount_of(opened, raw, scale=1, currency="", rate=None)
    if isinstance(read, Problem):
        yield ReadFigure((raw,), None, read)
    elif read is not None and read.amount is not None:
        if not FTE.holds(read.amount):
            yield ReadFigure((raw,), None, Problem("fte", FTE.message))
            return
        about = Precision.ABOUT if read.about else Precision.EXACT
        precision = column_words.precision_of(raw.said.get(Part.PRECISION, "")) or about
        said = column_words.source_of(raw.said.get(Part.SOURCE, ""))
        cell = StaffCell(period, read.amount, FigureSource.ORAL if read.oral else said or source, precision)
        yield ReadFigure((raw,), staff=cell)
