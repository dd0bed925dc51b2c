"""What a search gives back."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record that holds the words looked for.

    ``kind`` is the key of its type, ``title`` the name people know it by, ``snippet`` a piece of its text around
    the first word found (one line, without marks). ``organisation`` is the name of the organisation it belongs to.
    A merged organisation is found under its old name and given as the kept one.
    """

    kind: str
    id: UUID
    title: str
    snippet: str
    organisation_id: UUID | None = None
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some of the hits, names first, then texts, each newest first.

    ``total`` counts all of them where that was asked; else it is one more than what was shown so far, or all.
    """

    query: str
    total: int
    hits: tuple[SearchHit, ...]
