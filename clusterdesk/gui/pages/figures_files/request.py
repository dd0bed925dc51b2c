"""A file of figures to be taken in, and whose it is thought to be."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, eq=False, slots=True)
class FiguresFile:
    """Each drop is another request, also of the same file; without a path the file is still to be chosen."""

    path: Path | None = None
    organisation_id: UUID | None = None
    ledger_id: UUID | None = None
