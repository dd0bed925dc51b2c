"""The list of organisations: what it can be filtered and sorted by, its rows, its counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import overload
from uuid import UUID

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import MembershipStatus, OrganisationKind


class OrganisationSort(StrEnum):
    """What the list is sorted by; names break ties, what is unknown comes last."""

    NAME = "name"
    NUMBER = "number"
    MEMBERSHIP = "membership"
    CITY = "city"
    LAST_CONTACT = "last_contact"
    NEXT_VISIT = "next_visit"
    OPEN_PROMISES = "open_promises"


@dataclass(frozen=True, slots=True)
class OrganisationOrder:
    """A column and a direction."""

    by: OrganisationSort = OrganisationSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationFilter:
    """Which organisations are shown; several values of one kind mean any of them, several kinds mean all of them.

    ``text``: words of the name (accents and case ignored, prefixes from two letters) or the enterprise number.
    ``day`` is the local day that memberships and silence are judged on; ``silent``: members and candidates without
    a session for more than ``silent_after_days``; ``mine``: those whose open file ``profile_id`` (whoever looks)
    follows, or is to visit; ``without_next_step``: those with an open file, where nothing is planned or agreed;
    ``late``: those with a promise, of whomever, whose day has passed.
    """

    day: date
    text: str = ""
    value_chain_ids: tuple[UUID, ...] = ()
    memberships: tuple[MembershipStatus, ...] = ()
    kinds: tuple[OrganisationKind, ...] = ()
    tag_ids: tuple[UUID, ...] = ()
    without_number: bool = False
    silent: bool = False
    open_file: bool = False
    without_next_step: bool = False
    late: bool = False
    mine: bool = False
    profile_id: UUID | None = None
    silent_after_days: int = 90


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One row. ``value_chains`` are names in the asked language, by rank; ``membership`` is that of the day."""

    id: UUID
    name: str
    enterprise_number: str | None
    kind: OrganisationKind
    value_chains: tuple[str, ...]
    membership: MembershipStatus | None
    city: str
    last_contact_on: date | None
    next_visit_on: date | None
    next_step: str
    next_step_on: date | None
    next_due_on: date | None
    open_promises: int
    next_step_visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """What is shown of an organisation while its name is typed; ``stored_id`` is its id as the database has it."""

    stored_id: bytes
    name: str
    enterprise_number: str | None

    @property
    def id(self) -> UUID:
        """Return the id; made when looked at, since most matches never are."""
        return UUID(bytes=self.stored_id)


@dataclass(frozen=True, slots=True)
class NamedCount:
    """How many organisations bear an entry of an editable list."""

    id: UUID
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many organisations each filter would show beside the other filters in force; ``total`` with all of them."""

    total: int
    value_chains: tuple[NamedCount, ...]
    memberships: dict[MembershipStatus, int]
    kinds: dict[OrganisationKind, int]
    tags: tuple[NamedCount, ...]
    without_number: int
    silent: int
    open_file: int
    without_next_step: int
    late: int
    mine: int


class OrganisationIds(Sequence[UUID]):
    """The ids of a list in order, kept as the database has them; each becomes an id when it is looked at."""

    __slots__ = ("_stored",)

    def __init__(self, stored: list[bytes]) -> None:
        """Keep ids of 16 bytes each."""
        self._stored = stored

    @property
    def stored(self) -> Sequence[bytes]:
        """The ids as the database has them."""
        return self._stored

    @overload
    def __getitem__(self, index: int) -> UUID: ...

    @overload
    def __getitem__(self, index: slice) -> list[UUID]: ...

    def __getitem__(self, index: int | slice) -> UUID | list[UUID]:
        if isinstance(index, slice):
            return [UUID(bytes=one) for one in self._stored[index]]
        return UUID(bytes=self._stored[index])

    def __len__(self) -> int:
        return len(self._stored)

    def __iter__(self) -> Iterator[UUID]:
        return (UUID(bytes=one) for one in self._stored)

    def __contains__(self, value: object) -> bool:
        return isinstance(value, UUID) and value.bytes in self._stored

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OrganisationIds) and self._stored == other._stored

    def __hash__(self) -> int:
        return hash(tuple(self._stored))

    def index(self, value: UUID, start: int = 0, stop: int | None = None) -> int:
        """Return where an id stands.

        Raises:
            ValueError: it is not in the list.
        """
        return self._stored.index(value.bytes, start, len(self._stored) if stop is None else stop)
