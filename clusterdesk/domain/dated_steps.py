"""What happened on a day, step by step: the order of steps, and which day the next one may bear.

A day is noted once it has come, and not before what happened last. That is the same for prospects, production projects,
the common vision, orientations and difficulties; each of them only says it in its own words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from clusterdesk.base.errors import KnownError


class Happened(Protocol):
    """Something that happened on a day."""

    @property
    def id(self) -> UUID:
        """Return the id: of one day, those made first come first."""
        ...

    @property
    def on(self) -> date:
        """Return the day."""
        ...


class Step(Happened, Protocol):
    """A step that may be taken back, or put into the bin."""

    @property
    def revoked_on(self) -> date | None:
        """Return the day it was taken back."""
        ...

    @property
    def deleted(self) -> bool:
        """Tell whether it lies in the bin."""
        ...


@dataclass(frozen=True, slots=True)
class DayRefusal:
    """How a day is refused: the code of the error, and two msgids that may name ``{day}`` and what else is given."""

    code: str
    message: str
    advice: str

    def error(self, day: date, **params: Any) -> KnownError:  # noqa: ANN401 - what the message names
        """Return the error for a day."""
        return KnownError(self.code, self.message, advice=self.advice, day=day, **params)

    def check_come(self, day: date, today: date) -> None:
        """Refuse a day that is still to come.

        Raises:
            KnownError: it is.
        """
        if day > today:
            raise self.error(day)

    def check_follows(self, day: date, before: date, **params: str) -> None:
        """Refuse a day that is earlier than what happened before; the message may name ``{before}``.

        Raises:
            KnownError: it is.
        """
        if day < before:
            raise self.error(day, before=before, **params)

    def check_precedes(self, day: date, after: date) -> None:
        """Refuse a day that is later than what happened after; the message may name ``{after}``.

        Raises:
            KnownError: it is.
        """
        if day > after:
            raise self.error(day, after=after)


def day_order(one: Happened) -> tuple[date, UUID]:
    """Return the key that sorts by day; ids of one day keep the order in which they were made."""
    return one.on, one.id


def in_order[S: Step](steps: Iterable[S]) -> list[S]:
    """Return the steps that hold, the first one first."""
    return sorted((one for one in steps if one.revoked_on is None and not one.deleted), key=day_order)


def last_of[S: Step](steps: Iterable[S]) -> S | None:
    """Return the last step that holds; None where nothing happened yet."""
    return next(reversed(in_order(steps)), None)


@dataclass(frozen=True, slots=True)
class StepDays:
    """How one road refuses a day that is to come, earlier than the step before, or later than the one that followed."""

    ahead: DayRefusal
    early: DayRefusal
    late: DayRefusal

    def check_next(self, steps: Iterable[Step], day: date, today: date) -> None:
        """Refuse a day for the next step.

        Raises:
            KnownError: it is to come, or before the last step.
        """
        self.ahead.check_come(day, today)
        last = last_of(steps)
        if last is not None:
            self.early.check_follows(day, last.on)

    def check_changed(self, steps: Iterable[Step], step: Step, day: date, today: date) -> None:
        """Refuse another day for a step that puts the steps out of their order; one that does not hold may have any.

        Raises:
            KnownError: it is to come, before the step before, or after the one that followed.
        """
        ordered = in_order(steps)
        place = next((index for index, one in enumerate(ordered) if one.id == step.id), None)
        if place is None:
            return
        self.check_next(ordered[:place], day, today)
        for following in ordered[place + 1 : place + 2]:
            self.late.check_precedes(day, following.on)
