"""A file that was dropped on the window to be read: a list, a calendar."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, eq=False, slots=True)
class FileToImport:
    """Each drop is another request, also of the same file."""

    path: Path
