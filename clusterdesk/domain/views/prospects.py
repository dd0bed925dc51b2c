"""Read models of prospects: each with its state, what it is to fill, who it became; and how many per chain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.prospects.states import OPEN, state_of
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """A prospect with what it is to fill; ``organisation_id`` is who it became, as the kept one after merges."""

    record: Prospect
    steps: tuple[ProspectStep, ...] = ()
    link: ChainLink | None = None
    chain: ValueChain | None = None
    project: str = ""
    profile: str = ""
    organisation_id: UUID | None = None
    organisation: str = ""

    @property
    def state(self) -> ProspectState:
        """Return where it stands."""
        return state_of(self.steps)

    @property
    def since(self) -> date | None:
        """Return since when: the day of the last step, else the day it was found."""
        return self.steps[-1].on if self.steps else self.record.recorded_on

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done."""
        return self.state in OPEN

    def is_due(self, day: date) -> bool:
        """Tell whether its next step is due on a day."""
        on = self.record.next_step_on
        return self.is_open and on is not None and on <= day


@dataclass(frozen=True, slots=True)
class ProspectList:
    """All prospects, those nearest to joining first, with the lists their fields choose from."""

    rows: tuple[ProspectRow, ...] = ()
    chains: tuple[ValueChain, ...] = ()
    links: tuple[ChainLink, ...] = ()
    projects: tuple[Project, ...] = ()
    profiles: tuple[Profile, ...] = ()

    def row(self, prospect_id: UUID) -> ProspectRow | None:
        """Return one by its id, or by that of one of its steps; None where there is none."""
        for row in self.rows:
            if prospect_id == row.record.id or any(prospect_id == step.id for step in row.steps):
                return row
        return None


@dataclass(frozen=True, slots=True)
class ChainProspects:
    """How many prospects of a chain are at each state; ``chain`` is None for those that are for no chain."""

    chain: ValueChain | None
    counts: Mapping[ProspectState, int] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """Return how many something is still to be done with."""
        return sum(self.counts.get(state, 0) for state in OPEN)

    @property
    def total(self) -> int:
        """Return how many there are."""
        return sum(self.counts.values())
