"""What stands beside a number of the board: by value chain, how far the vision is, how long answers took, the year."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.vision import StageReached


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the things that were counted as they stand: its record type, id, name and day."""

    type_key: str
    id: UUID
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class ChainCount:
    """How many of the projects that count are in a value chain; one in two chains is in both."""

    chain: ValueChain
    project_ids: tuple[UUID, ...] = ()

    @property
    def count(self) -> int:
        """Return how many there are."""
        return len(self.project_ids)


@dataclass(frozen=True, slots=True)
class DossierState:
    """How far a dossier of the common vision is; ``held`` of the ``meetings`` of the working groups for it."""

    dossier_id: UUID
    title: str
    stage: VisionStage | None
    stages: tuple[StageReached, ...]
    sources: int = 0
    held: int = 0
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class YearHeld:
    """How many events of a year were held, of how many that the year owes or has planned."""

    year: int
    held: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a number, as far as its measure has any; ``things`` are what was counted, the newest first.

    ``median_days``: from sent to answered, None while nothing was answered.
    """

    things: tuple[Thing, ...] = ()
    chains: tuple[ChainCount, ...] = ()
    dossiers: tuple[DossierState, ...] = ()
    year: YearHeld | None = None
    median_days: float | None = None
