"""What importing a sheet of figures would do: new, changed, unchanged, refused; nothing is written here."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.figures.cells import CellPlace, FigureCell, StaffCell
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.views.figures import LedgerView, StaffCount
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.heading_targets import HeadingTargets
from clusterdesk.exchange.figures.opened import OpenedFigures, two_currencies
from clusterdesk.exchange.figures.reading import read_figures
from clusterdesk.exchange.figures.settling import ReadFigure
from clusterdesk.store.desk_store import Store

type Place = CellPlace | str
"""Where a figure goes: the place of a cell, or the period of a head count."""


class FigureVerdict(StrEnum):
    """What becomes of a figure."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlannedFigure:
    """A figure with its verdict; ``before`` is what stands there now, ``closed`` tells whether its period is."""

    read: ReadFigure
    verdict: FigureVerdict
    before: FigureCell | StaffCount | None = None
    closed: bool = False

    @property
    def place(self) -> Place | None:
        """Where it goes; None where it is refused."""
        if self.read.staff is not None:
            return self.read.staff.period
        return self.read.cell.place if self.read.cell is not None else None

    @property
    def period(self) -> str | None:
        """Its period; None where it is refused."""
        one = self.read.cell or self.read.staff
        return one.period if one is not None else None

    @property
    def amount(self) -> Decimal | None:
        """What would be written."""
        if self.read.staff is not None:
            return self.read.staff.fte
        return None if self.read.cell is None else self.read.cell.amount

    @property
    def amount_before(self) -> Decimal | None:
        """What stands there now."""
        if isinstance(self.before, StaffCount):
            return self.before.fte
        return None if self.before is None else self.before.amount

    @property
    def precision(self) -> Precision | None:
        """How exact it is."""
        one = self.read.cell or self.read.staff
        return one.precision if one is not None else None


@dataclass(frozen=True, slots=True)
class SkippedHeading:
    """A heading whose amounts are not taken; ``reason`` is a key of ``SKIPPED``."""

    heading: str
    reason: str
    cells: int


@dataclass(frozen=True, slots=True)
class FiguresPlan:
    """What an import would do to a ledger. ``fresh``: the ledger is made by the import."""

    opened: OpenedFigures
    view: LedgerView
    fresh: bool
    figures: tuple[PlannedFigure, ...]
    skipped: tuple[SkippedHeading, ...]
    data_version: int = 0

    @property
    def counts(self) -> dict[FigureVerdict, int]:
        """Return how many figures have each verdict."""
        found = Counter(one.verdict for one in self.figures)
        return {verdict: found.get(verdict, 0) for verdict in FigureVerdict}

    def of(self, verdict: FigureVerdict) -> list[PlannedFigure]:
        """Return the figures with a verdict."""
        return [one for one in self.figures if one.verdict is verdict]

    def chosen(self, taken: bool | Collection[Place]) -> list[PlannedFigure]:
        """Return the figures to write; ``taken`` tells which changed ones take the new value: all, none, or these."""
        return [
            one
            for one in self.figures
            if one.verdict is FigureVerdict.NEW
            or (
                one.verdict is FigureVerdict.CHANGED and (taken if isinstance(taken, bool) else one.place in set(taken))
            )
        ]

    def cells(self, taken: bool | Collection[Place]) -> tuple[FigureCell, ...]:
        """Return the cells to write."""
        return tuple(one.read.cell for one in self.chosen(taken) if one.read.cell is not None)

    def staff(self, taken: bool | Collection[Place]) -> tuple[StaffCell, ...]:
        """Return the head counts to write."""
        return tuple(one.read.staff for one in self.chosen(taken) if one.read.staff is not None)


def plan_figures(
    store: Store,
    opened: OpenedFigures,
    view: LedgerView,
    *,
    fresh: bool = False,
    source: FigureSource = FigureSource.COMPANY,
) -> FiguresPlan:
    """Compare a sheet with a ledger.

    Args:
        store: the binder.
        opened: the sheet.
        view: the ledger with what it holds.
        fresh: it is not in the binder yet, the import makes it.
        source: who gave the figures, where the sheet does not say it.

    Raises:
        KnownError: the sheet is in another currency than the ledger.
    """
    if opened.currency is not None and opened.currency != view.ledger.currency:
        raise two_currencies(f"{opened.currency}, {view.ledger.currency}")
    targets = HeadingTargets(opened, view.lines)
    reads = read_figures(opened, view, targets, source)
    counts = {one.on: one for one in view.staff}
    planned = tuple(
        _staff(one, one.staff, counts.get(last_day(one.staff.period)), view)
        if one.staff is not None
        else _figure(one, view)
        for one in reads
    )
    return FiguresPlan(opened, view, fresh, planned, tuple(_skipped(opened, targets)), store.data_version())


def _figure(read: ReadFigure, view: LedgerView) -> PlannedFigure:
    if read.cell is None:
        return PlannedFigure(read, FigureVerdict.REFUSED)
    before = view.cells.get(read.cell.place)
    closed = read.cell.period in view.closed
    if before is None or before.amount is None:
        return PlannedFigure(read, FigureVerdict.NEW, None, closed)
    verdict = FigureVerdict.SAME if _same(read, read.cell, before) else FigureVerdict.CHANGED
    return PlannedFigure(read, verdict, before, closed)


def _staff(read: ReadFigure, cell: StaffCell, before: StaffCount | None, view: LedgerView) -> PlannedFigure:
    closed = cell.period in view.closed
    if before is None:
        return PlannedFigure(read, FigureVerdict.NEW, None, closed)
    differs = (cell.fte, cell.precision) != (before.fte, before.precision)
    differs = differs or (read.said(Part.SOURCE) and cell.source is not before.source)
    return PlannedFigure(read, FigureVerdict.CHANGED if differs else FigureVerdict.SAME, before, closed)


def _same(read: ReadFigure, cell: FigureCell, before: FigureCell) -> bool:
    """Tell whether a figure says nothing new; what the sheet does not say is no difference."""
    if cell.amount != before.amount or cell.precision is not before.precision:
        return False
    return not (
        (read.said(Part.SOURCE) and cell.source is not before.source)
        or (read.said(Part.REMARK) and cell.remark.strip() != before.remark.strip())
        or (read.said(Part.VISIBILITY) and cell.visibility is not before.visibility)
        or (read.said(Part.ENTERED) and (cell.entered, cell.vat_rate) != (before.entered, before.vat_rate))
    )


def _skipped(opened: OpenedFigures, targets: HeadingTargets) -> Iterable[SkippedHeading]:
    counts = Counter(one.heading for one in opened.raw)
    for heading, count in counts.items():
        target = targets.of(heading)
        if target.line is None and not target.staff:
            yield SkippedHeading(heading, target.why_not, count)
