"""Facts that hold between two days, known to the day, the month or the year."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from clusterdesk.domain.partial_date import PartialDate


class Lasting(Protocol):
    """A fact with a first and a last day; ``None`` leaves that side open."""

    @property
    def from_on(self) -> PartialDate | None:
        """Return the first day."""
        ...

    @property
    def to_on(self) -> PartialDate | None:
        """Return the last day."""
        ...


def holds_on(fact: Lasting, day: date) -> bool:
    """Tell whether a fact may hold on a day: a vague beginning counts from its first day, a vague end to its last."""
    started = fact.from_on is None or fact.from_on.earliest() <= day
    return started and (fact.to_on is None or fact.to_on.latest() >= day)


def in_force[Fact: Lasting](facts: Iterable[Fact], day: date) -> Fact | None:
    """Return the fact that holds on a day; where several do, the one that began last."""
    holding = [one for one in facts if holds_on(one, day)]
    return max(holding, key=_beginning, default=None)


def _beginning(fact: Lasting) -> date:
    return fact.from_on.earliest() if fact.from_on is not None else date.min
