"""How many difficulties went up and came back, by theme and state, and how long answers took. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyState, DifficultyStep


@dataclass(frozen=True, slots=True)
class Round:
    """Once up and back: when a difficulty was sent, and when it was answered, if it was."""

    sent_on: date
    answered_on: date | None = None

    @property
    def days(self) -> int | None:
        """Return how many days the answer took."""
        return None if self.answered_on is None else (self.answered_on - self.sent_on).days


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of a difficulty: its steps, and the organisations that meet it or what was joined into it."""

    difficulty: Difficulty
    steps: tuple[DifficultyStep, ...] = ()
    organisation_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """How many difficulties of a theme (or of all) there are, in which state, met by how many organisations.

    ``sent`` and ``answered`` ever were; ``median_days`` is that of all answers, from sent to answered.
    """

    theme_id: UUID | None
    number: int
    states: Mapping[DifficultyState, int] = field(default_factory=dict)
    organisations: int = 0
    sent: int = 0
    answered: int = 0
    median_days: float | None = None


def rounds(difficulty: Difficulty, steps: Iterable[DifficultyStep]) -> tuple[Round, ...]:
    """Return each time a difficulty went up, also before it was taken up again.

    Where no step tells, because it came with a list, its own days do.
    """
    found: list[Round] = []
    for step in sorted(steps, key=day_order):
        if step.act is DifficultyAct.SENT:
            found.append(Round(step.on))
        elif step.act is DifficultyAct.ANSWERED and found and found[-1].answered_on is None:
            found[-1] = Round(found[-1].sent_on, step.on)
    if not found and difficulty.sent_on is not None:
        found = [Round(difficulty.sent_on, difficulty.answered_on)]
    return tuple(found)


def median_days(all_rounds: Iterable[Round]) -> float | None:
    """Return the median number of days from sent to answered; ``None`` while nothing was answered."""
    # Imported here: a start counts difficulties, but not how long their answers took.
    from statistics import median

    days = [one.days for one in all_rounds if one.days is not None]
    return float(median(days)) if days else None


def counted(items: Iterable[Counted], theme_id: UUID | None = None) -> Count:
    """Count difficulties that stand on their own; ``theme_id`` is only a name for the result."""
    taken = tuple(items)
    up = [rounds(one.difficulty, one.steps) for one in taken]
    return Count(
        theme_id,
        len(taken),
        dict(Counter(one.difficulty.state for one in taken)),
        len(frozenset[UUID]().union(*(one.organisation_ids for one in taken))),
        sum(bool(one) for one in up),
        sum(any(each.answered_on is not None for each in one) for one in up),
        median_days(each for one in up for each in one),
    )


def by_theme(items: Iterable[Counted]) -> dict[UUID | None, Count]:
    """Count difficulties by theme; those without one stand under ``None``."""
    groups: dict[UUID | None, list[Counted]] = {}
    for one in items:
        groups.setdefault(one.difficulty.theme_id, []).append(one)
    return {theme_id: counted(group, theme_id) for theme_id, group in groups.items()}
