"""The list one came from, so that the page of one organisation leads to the one before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Walk:
    """The organisations of the list shown last, in its order; the list replaces them whenever its filter changes."""

    ids: Sequence[UUID] = field(default_factory=tuple)

    def step(self, current: UUID, by: int) -> UUID | None:
        """Return the organisation so many places further (or back), None at an end or where one is not in the list."""
        try:
            place = self.ids.index(current) + by
        except ValueError:
            return None
        return self.ids[place] if 0 <= place < len(self.ids) else None

    def place(self, current: UUID) -> tuple[int, int] | None:
        """Return the place of an organisation (from 1) and the length of the list, None where it is not in it."""
        try:
            return self.ids.index(current) + 1, len(self.ids)
        except ValueError:
            return None
