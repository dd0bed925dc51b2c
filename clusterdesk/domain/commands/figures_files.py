"""Figures that come in by file, and are asked for by file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.records.figures import Ledger


@dataclass(frozen=True, kw_only=True)
class ImportFigures(Command):
    """Take the figures of a file into a ledger in one step; ``new_ledger`` is the ledger where there was none.

    ``request_id`` is the promise that a returned workbook keeps: it is marked as done in the same step.
    """

    LABEL: ClassVar[str] = N_("Figures imported · {title} · {file} · {count}")
    ledger_id: UUID
    cells: tuple[FigureCell, ...]
    file: str
    staff: tuple[StaffCell, ...] = ()
    new_ledger: Ledger | None = None
    request_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger, the file, and say how many."""
        return {"title": self.title, "file": self.file, "count": str(len(self.cells) + len(self.staff))}


@dataclass(frozen=True, kw_only=True)
class RequestFigures(Command):
    """Ask a company for the figures of some periods: a promise it owes, which its workbook keeps when it returns."""

    LABEL: ClassVar[str] = N_("Figures asked for · {title}")
    ledger_id: UUID
    action_id: UUID
    text: str
    due_on: date | None = None
    contact_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the ledger."""
        return {"title": self.title}
