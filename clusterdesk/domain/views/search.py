"""What a search gives back."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from clusterdesk.domain.snippets import folded_words, snippet


class SearchHit(NamedTuple):
    """A record that holds the words looked for.

    ``kind`` is the key of its type, ``title`` the name people know it by. ``organisation`` is the name of the
    organisation it belongs to. A merged organisation is found under its old name and given as the kept one.
    ``stored_id`` and ``owner_id`` are ids as the database has them, ``text`` is all of the record's text: what a
    screen shows of them is made when it is painted, not at each keystroke.
    """

    kind: str
    stored_id: bytes
    title: str
    text: str
    query: str
    owner_id: bytes | None = None
    organisation: str = ""

    @property
    def id(self) -> UUID:
        """Return the id of the record."""
        return UUID(bytes=self.stored_id)

    @property
    def organisation_id(self) -> UUID | None:
        """Return the id of the organisation the record belongs to."""
        return UUID(bytes=self.owner_id) if self.owner_id is not None else None

    @property
    def snippet(self) -> str:
        """Return a piece of the text around the first word found: one line, without marks."""
        return snippet(self.text, folded_words(self.query))


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some of the hits: what begins with the text first, then other names, then texts, the newest first.

    ``total`` counts all of them where that was asked; else it is one more than what was shown so far, or all.
    """

    query: str
    total: int
    hits: tuple[SearchHit, ...]

    @property
    def complete(self) -> bool:
        """Tell of a first page whether it holds all there is."""
        return self.total <= len(self.hits)
