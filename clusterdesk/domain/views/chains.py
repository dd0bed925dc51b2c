"""Read models of value chains: links in their order, who stands at each, what is missing in the Region."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.lists import ValueChain


@dataclass(frozen=True, slots=True)
class Stand:
    """An organisation at a link, as the kept one after merges; ``in_region``: it has a place in the Region today."""

    record: ChainActor
    organisation_id: UUID
    name: str
    in_region: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether it stands there on a day."""
        return holds_on(self.record, day)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link with everybody who stands or stood there, those of now first."""

    link: ChainLink
    stands: tuple[Stand, ...] = ()

    def now(self, day: date) -> tuple[Stand, ...]:
        """Return who stands there on a day."""
        return tuple(one for one in self.stands if one.holds_on(day))

    def is_hole(self, day: date) -> bool:
        """Tell whether nobody of the Region stands there."""
        return not any(one.in_region for one in self.now(day))


@dataclass(frozen=True, slots=True)
class ChainMember:
    """An organisation of a chain that stands at no link yet; ``at`` are the links its activities point to."""

    organisation_id: UUID
    name: str
    in_region: bool = False
    at: tuple[ChainLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainView:
    """A chain with its links in their order; links that are no longer in use are left out."""

    chain: ValueChain
    links: tuple[LinkRow, ...] = ()
    unplaced: tuple[ChainMember, ...] = ()

    def holes(self, day: date) -> tuple[ChainLink, ...]:
        """Return the links nobody of the Region stands at."""
        return tuple(one.link for one in self.links if one.link.active and one.is_hole(day))
