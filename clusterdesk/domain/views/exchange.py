"""Read models of offers and needs: each with its organisation, and what meets it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.exchanges.matching import Match, is_live
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.lists import ValueChain


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """An offer or a need with its organisation, as the kept one after merges, and where that is."""

    record: Exchange
    organisation_id: UUID
    organisation: str = ""
    city: str = ""

    def is_live(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return is_live(self.record, day)


@dataclass(frozen=True, slots=True)
class MatchLine:
    """A need and an offer that meet, and why; ``introduced`` is the day they were introduced, if they were."""

    need: ExchangeRow
    offer: ExchangeRow
    match: Match
    introduced: date | None = None


@dataclass(frozen=True, slots=True)
class ExchangeList:
    """All offers and needs, the newest first, what meets, and the chains they may name."""

    rows: tuple[ExchangeRow, ...] = ()
    matches: tuple[MatchLine, ...] = ()
    chains: tuple[ValueChain, ...] = ()

    def of(self, record_id: UUID) -> tuple[MatchLine, ...]:
        """Return what meets an offer or a need."""
        return tuple(line for line in self.matches if record_id in {line.need.record.id, line.offer.record.id})
