"""Figures: ledgers opened, amounts entered, periods closed and opened again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.records.figures import Cadence


@dataclass(frozen=True, kw_only=True)
class OpenLedger(Command):
    """Begin to follow the figures of an organisation, or of one of its projects; ``lines``: name and variable share."""

    LABEL: ClassVar[str] = N_("Follow the figures · {title}")
    organisation_id: UUID
    project_id: UUID | None = None
    name: str = ""
    currency: str = "EUR"
    cadence: Cadence = Cadence.MONTHLY
    seasonal: bool = False
    starts_on: date | None = None
    vat_rate: Decimal | None = None
    lines: tuple[tuple[str, Decimal], ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation or project."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class EnterFigure(Command):
    """Enter one amount, or empty a cell."""

    LABEL: ClassVar[str] = N_("Figure · {title} · {line_label} {period} · {amount}")
    ledger_id: UUID
    cell: FigureCell
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger, the cell and the amount."""
        amount = "–" if self.cell.amount is None else f"{self.cell.amount:f}"
        return {
            "title": self.title,
            "line_label": choice_label(self.cell.line),
            "period": self.cell.period,
            "amount": amount,
        }


@dataclass(frozen=True, kw_only=True)
class EnterFigures(Command):
    """Enter many amounts in one step: what was pasted, filled right or imported."""

    LABEL: ClassVar[str] = N_("Figures · {title} · {count}")
    ledger_id: UUID
    cells: tuple[FigureCell, ...]
    staff: tuple[StaffCell, ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger and say how many."""
        return {"title": self.title, "count": str(len(self.cells) + len(self.staff))}


@dataclass(frozen=True, kw_only=True)
class EnterFiguresOfMany(Command):
    """Enter amounts of several ledgers in one step: what was pasted into the grid of what is due."""

    LABEL: ClassVar[str] = N_("Figures of several ledgers · {count}")
    parts: tuple[EnterFigures, ...]

    def label_values(self) -> Mapping[str, str]:
        """Say how many."""
        return {"count": str(sum(len(part.cells) + len(part.staff) for part in self.parts))}


@dataclass(frozen=True, kw_only=True)
class EnterStaff(Command):
    """Enter the full-time equivalents on the last day of a period, or take them away."""

    LABEL: ClassVar[str] = N_("FTE · {title} · {period} · {amount}")
    ledger_id: UUID
    cell: StaffCell
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger, the period and the number."""
        amount = "–" if self.cell.fte is None else f"{self.cell.fte:f}"
        return {"title": self.title, "period": self.cell.period, "amount": amount}


@dataclass(frozen=True, kw_only=True)
class _OfPeriod(Command):
    ledger_id: UUID
    period: str
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger and the period."""
        return {"title": self.title, "period": self.period}


@dataclass(frozen=True, kw_only=True)
class ClosePeriod(_OfPeriod):
    """Say that a period is complete: from now on it counts."""

    LABEL: ClassVar[str] = N_("Close {period} · {title}")


@dataclass(frozen=True, kw_only=True)
class ReopenPeriod(_OfPeriod):
    """Open a closed period again: it does not count until it is closed."""

    LABEL: ClassVar[str] = N_("Open {period} again · {title}")


@dataclass(frozen=True, kw_only=True)
class NotePeriod(_OfPeriod):
    """Note something about a whole period: a strike, a move, a big order."""

    LABEL: ClassVar[str] = N_("Note on {period} · {title}")
    remark: str = ""
