"""The part of a returned workbook that was asked for: its months and lines, checked against the token."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from clusterdesk.domain.figures.line_words import HeadingKind, read_heading
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.layout import LayoutKind
from clusterdesk.exchange.figures.opened import FiguresOptions, OpenedFigures, understood
from clusterdesk.exchange.figures.requests.recognising import altered
from clusterdesk.exchange.figures.requests.token import SHEET, RequestToken
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.source import ReadOptions


def asked_part(path: Path, token: RequestToken, ledger: Ledger, own: Collection[str]) -> OpenedFigures:
    """Return the sheet with nothing but the cells that were asked for.

    Raises:
        KnownError: its months or lines are others than those asked for.
    """
    first = open_source(path)
    sheet = next((one.name for one in first.sheets if one.name != SHEET), None)
    source = first if first.sheet == sheet else open_source(path, ReadOptions(sheet))
    opened = understood(source, FiguresOptions(ReadOptions(sheet)))
    layout = opened.layout
    if layout.kind is not LayoutKind.WIDE or len(layout.periods) < token.columns:
        raise altered(path)
    columns = sorted(layout.periods)[-token.columns :]
    lines = range(layout.first_line, layout.first_line + token.rows)
    headings = [one_line(cell_text(source.cell(line, layout.parts[Part.LINE]))) for line in lines]
    periods = [layout.periods[column].period or "" for column in columns]
    if not token.fits(ledger.currency, periods, headings):
        raise altered(path)
    kept = tuple(one for one in opened.raw if one.column in columns and one.line in lines)
    return replace(opened, raw=kept, options=replace(opened.options, lines=_given(headings, own)))


def _given(headings: Sequence[str], own: Collection[str]) -> dict[str, str]:
    """Return what the headings of the workbook are, so that none of them is taken for a part of another."""
    known = {heading: read_heading(heading) for heading in headings if heading not in own}
    return {
        heading: read.line.value
        for heading, read in known.items()
        if read.kind is HeadingKind.LINE and read.line is not None
    }
