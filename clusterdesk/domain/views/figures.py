"""What grids of figures show: a ledger with its cells, and the ledgers whose last period is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.figures.cells import CellPlace, FigureCell
from clusterdesk.domain.figures.months import KnownCell, LedgerPeriod, ledger_period
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource, Ledger, LedgerLine, Precision


@dataclass(frozen=True, slots=True)
class StaffCount:
    """A head count that belongs to a ledger, as a period shows it."""

    id: UUID
    on: date
    fte: Decimal
    source: FigureSource = FigureSource.COMPANY
    precision: Precision = Precision.EXACT
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A ledger: its lines of its own in order, its cells that were ever entered, closed periods, notes, head counts.

    ``holder`` is the name of the organisation, ``project`` the title of the project where it is one's. ``staff`` is in
    the order of the days.
    """

    ledger: Ledger
    holder: str
    project: str = ""
    lines: tuple[LedgerLine, ...] = ()
    cells: Mapping[CellPlace, FigureCell] = field(default_factory=dict)
    closed: Mapping[str, date] = field(default_factory=dict)
    staff: tuple[StaffCount, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def cell(self, place: CellPlace) -> FigureCell:
        """Return a cell as it stands; one that was never entered is empty."""
        return self.cells.get(place) or FigureCell(place[0], place[1], None, place[2])

    def known(self, period: str) -> list[KnownCell]:
        """Return the cells of a period that hold an amount, as rules read them."""
        shares = {line.id: line.share for line in self.lines}
        return [
            KnownCell(period, cell.line, cell.amount, cell.precision, cell.own_line_id, _share(shares, cell))
            for cell in self.cells.values()
            if cell.period == period and cell.amount is not None
        ]

    def period(self, period: str, today: date) -> LedgerPeriod:
        """Return what a period holds and lacks."""
        return ledger_period(period, self.known(period), self.closed.get(period), today)


def _share(shares: Mapping[UUID, Decimal], cell: FigureCell) -> Decimal:
    return shares.get(cell.own_line_id, Decimal(0)) if cell.own_line_id is not None else Decimal(0)


@dataclass(frozen=True, slots=True)
class DueLedger:
    """A ledger whose last ended period is not complete: what that period holds, and the one before it.

    ``known`` and ``before`` hold the cells of both periods by line (lines of their own added up); ``state`` says what
    the period lacks; ``history`` are all amounts of turnover and total costs, by which odd ones are told; ``fte`` is
    the head count of its last day, ``fte_before`` the last one before that.
    """

    ledger_id: UUID
    organisation_id: UUID
    organisation: str
    name: str
    cadence: Cadence
    currency: str
    period: str
    period_before: str
    state: LedgerPeriod
    before: LedgerPeriod
    project_id: UUID | None = None
    project: str = ""
    vat_rate: Decimal | None = None
    cells: Mapping[FigureLine, FigureCell] = field(default_factory=dict)
    history: Mapping[CellPlace, FigureCell] = field(default_factory=dict)
    fte: Decimal | None = None
    fte_before: Decimal | None = None

    @property
    def title(self) -> str:
        """What people call it: the project beside the organisation where it is one's, or a name of its own."""
        more = self.project or (self.name if self.name != self.organisation else "")
        return f"{self.organisation} · {more}" if more else self.organisation
