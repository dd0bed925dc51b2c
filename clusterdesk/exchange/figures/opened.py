"""A sheet of figures opened for import: read, laid out, its headings understood and corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.messages import TEXTS, Message
from clusterdesk.domain.figures.line_words import Heading, HeadingKind, currencies_in, read_heading
from clusterdesk.domain.parsing.numbers import decimal_mark
from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.figures import Cadence, FigureLine
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.layout import FiguresLayout, lay_out
from clusterdesk.exchange.figures.raw_cells import RawFigure, raw_figures
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.progress import Progress, Stoppable
from clusterdesk.exchange.reading.source import ReadOptions, TableSource

SKIP, STAFF = "skip", "fte"
"""What a heading is set to where its amounts are not wanted, or are head counts; else a line, or a line's own name."""


@dataclass(frozen=True, slots=True)
class FiguresOptions:
    """What the user chose against our guess.

    ``lines`` sets headings to the value of a line, to the name of a line of its own, or to ``SKIP``; ``mark`` is the
    decimal mark, ``year`` that of months without one.
    """

    reading: ReadOptions = field(default_factory=ReadOptions)
    lines: Mapping[str, str] = field(default_factory=dict)
    mark: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class OpenedFigures:
    """A sheet of figures; nothing of it was compared with a ledger yet."""

    source: TableSource
    layout: FiguresLayout
    raw: tuple[RawFigure, ...]
    options: FiguresOptions
    currency: str | None = None
    mark: str | None = None

    @property
    def headings(self) -> dict[str, Heading]:
        """Return the headings of the sheet in their order, as they are understood by themselves."""
        found = dict.fromkeys(one.heading for one in self.raw)
        return {heading: read_heading(heading) for heading in found}

    @property
    def cadence(self) -> Cadence:
        """Return what most of its periods are: months, quarters or years."""
        counts = dict.fromkeys(Cadence, 0)
        for one in self.raw:
            if one.period is not None:
                counts[one.period.cadence] += 1
        return max((Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.ANNUAL), key=lambda cadence: counts[cadence])

    def chosen(self, heading: str) -> str:
        """Return what a heading's amounts go to: a line, the name of a line of its own, ``STAFF`` or ``SKIP``."""
        by_key = {match_key(name): target for name, target in self.options.lines.items()}
        if match_key(heading) in by_key:
            return by_key[match_key(heading)]
        read = self.headings.get(heading) or read_heading(heading)
        if read.kind is HeadingKind.STAFF:
            return STAFF
        if read.kind is not HeadingKind.LINE or read.line is None or self._in_total(heading, read.line):
            return SKIP
        return read.line.value

    def with_line(self, heading: str, target: str) -> "OpenedFigures":
        """Return the sheet with a heading corrected by hand."""
        return replace(self, options=replace(self.options, lines={**self.options.lines, heading: target}))

    def with_kept(self, lines: Mapping[str, str]) -> "OpenedFigures":
        """Return the sheet with headings as they were kept; what was corrected by hand goes before."""
        by_hand = {match_key(one) for one in self.options.lines}
        known = {name: target for name, target in lines.items() if match_key(name) not in by_hand}
        return replace(self, options=replace(self.options, lines={**known, **self.options.lines}))

    def _in_total(self, heading: str, line: FigureLine) -> bool:
        """Tell whether a heading is a part of a total that stands on the sheet as well."""
        same = {name: read for name, read in self.headings.items() if read.line is line}
        totals = [name for name, read in same.items() if read.total]
        return len(same) > 1 and len(totals) == 1 and heading not in totals


def open_figures(
    path: Path,
    options: FiguresOptions | None = None,
    progress: Progress | None = None,
    cancel: Stoppable | None = None,
) -> OpenedFigures:
    """Read a sheet of figures.

    Raises:
        KnownError: the file cannot be read, holds no months, too many figures, or several currencies.
    """
    chosen = options or FiguresOptions()
    source = open_source(path, chosen.reading, progress, cancel)
    return understood(source, chosen)


def understood(source: TableSource, options: FiguresOptions) -> OpenedFigures:
    """Understand a sheet that was read.

    Raises:
        KnownError: it holds no months, too many figures, or several currencies.
    """
    layout = lay_out(source, options.year)
    raw = raw_figures(source, layout)
    texts = [one.cell for one in raw if isinstance(one.cell, str)]
    return OpenedFigures(
        source, layout, raw, options, _currency(source, layout, raw), options.mark or decimal_mark(texts)
    )


def _currency(source: TableSource, layout: FiguresLayout, raw: tuple[RawFigure, ...]) -> str | None:
    """Return the currency the sheet names, if any.

    Raises:
        KnownError: it names two.
    """
    found: set[str] = set()
    for row in source.rows[: layout.header_line]:
        for cell in row:
            if isinstance(cell, str) and len(cell) < 200:
                found |= currencies_in(cell)
    for one in raw:
        found |= currencies_in(one.heading)
        if isinstance(one.cell, str):
            found |= currencies_in(one.cell)
        if Part.CURRENCY in one.said:
            found |= currencies_in(one.said[Part.CURRENCY])
    if len(found) > 1:
        raise two_currencies(", ".join(sorted(found)))
    return next(iter(found), None)


def two_currencies(currencies: str) -> KnownError:
    """Return the refusal of figures in several currencies."""
    return KnownError(
        Message.TWO_CURRENCIES,
        TEXTS[Message.TWO_CURRENCIES],
        advice=N_(
            "The file has amounts in {currencies}. Convert them into one currency, and note the rate and its date."
        ),
        currencies=currencies,
    )
