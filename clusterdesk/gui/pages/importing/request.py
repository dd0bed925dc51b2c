"""A file that was dropped on the window to be read – a list, a calendar –, or a list that is still to be chosen."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, eq=False, slots=True)
class FileToImport:
    """Each drop is another request, also of the same file; ``kind`` is the ImportKind of a list, empty where open.

    ``about`` is the record that all rows are about.
    """

    path: Path
    kind: str = ""
    about: UUID | None = None


@dataclass(frozen=True, eq=False, slots=True)
class ListToChoose:
    """What the list will hold that is chosen next."""

    kind: str
