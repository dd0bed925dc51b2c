"""Read models of difficulties: rows of the list, the page of one, what an organisation meets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.difficulties.counting import Count, Counted
from clusterdesk.domain.difficulties.similar import Similar
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyQuote,
    DifficultyRecipient,
    DifficultyState,
    DifficultyStep,
    DifficultyTheme,
)
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Session


class Waits(StrEnum):
    """What a difficulty waits for."""

    APPROVAL = "approval"
    CHANGES = "changes"
    SENDING = "sending"
    ANSWER = "answer"
    TELLING = "telling"
    CLOSING = "closing"
    NOTHING = "nothing"


_WAITS: Mapping[DifficultyState, Waits] = {
    DifficultyState.DRAFT: Waits.APPROVAL,
    DifficultyState.APPROVED: Waits.SENDING,
    DifficultyState.SENT: Waits.ANSWER,
    DifficultyState.ANSWERED: Waits.TELLING,
    DifficultyState.FED_BACK: Waits.CLOSING,
    DifficultyState.CLOSED: Waits.NOTHING,
}


@dataclass(frozen=True, slots=True)
class Met:
    """An organisation that meets a difficulty, as the kept one after merges: may it be named, was it told.

    ``record_id`` is the record that says so, the first of several.
    """

    record_id: UUID
    organisation_id: UUID
    name: str
    named: bool = False
    named_by: str = ""
    named_on: date | None = None
    fed_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    """A difficulty that stands on its own, with what was joined into it read together."""

    record: Difficulty
    theme: DifficultyTheme | None = None
    recipient: DifficultyRecipient | None = None
    organisations: tuple[Met, ...] = ()
    quotes: int = 0
    steps: tuple[DifficultyStep, ...] = ()
    joined: tuple[Difficulty, ...] = ()

    @property
    def since(self) -> date:
        """Return since when it is in its state."""
        return self.record.state_on or self.record.on

    @property
    def sent_back(self) -> DifficultyStep | None:
        """Return the step that sent a draft back for changes, where that is what happened last."""
        told = [one for one in self.steps if one.act not in {DifficultyAct.JOINED, DifficultyAct.PREVIEWED}]
        last = told[-1] if told else None
        waits = self.record.state is DifficultyState.DRAFT and last is not None
        return last if waits and last is not None and last.act is DifficultyAct.SENT_BACK else None

    @property
    def waits(self) -> Waits:
        """Return what comes next: changes where it was sent back, telling where an organisation came to it late."""
        if self.sent_back is not None:
            return Waits.CHANGES
        if self.record.state is DifficultyState.FED_BACK and self.untold:
            return Waits.TELLING
        return _WAITS[self.record.state]

    @property
    def untold(self) -> tuple[Met, ...]:
        """Return the organisations that were not told of the answer yet."""
        return tuple(one for one in self.organisations if one.fed_back_on is None)

    @property
    def counted(self) -> Counted:
        """Return what is counted of it."""
        return Counted(self.record, self.steps, frozenset(one.organisation_id for one in self.organisations))


@dataclass(frozen=True, slots=True)
class DifficultyList:
    """All difficulties that stand on their own, by theme and weight, with counts and the lists they choose from."""

    rows: tuple[DifficultyRow, ...]
    themes: tuple[DifficultyTheme, ...] = ()
    recipients: tuple[DifficultyRecipient, ...] = ()
    profiles: tuple[Profile, ...] = ()
    total: Count = field(default_factory=lambda: Count(None, 0))
    by_theme: Mapping[UUID | None, Count] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote, with the name of the organisation it is of."""

    record: DifficultyQuote
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SimilarLine:
    """A difficulty that says much the same, and why."""

    row: DifficultyRow
    why: Similar


@dataclass(frozen=True, slots=True)
class DifficultyPage:
    """One difficulty with all that belongs to it; ``into`` is the one it was joined into and is read as.

    ``profiles`` are the colleagues; ``directors`` those of them who approve.
    """

    row: DifficultyRow
    quotes: tuple[QuoteLine, ...] = ()
    similar: tuple[SimilarLine, ...] = ()
    into: Difficulty | None = None
    session: Session | None = None
    themes: tuple[DifficultyTheme, ...] = ()
    recipients: tuple[DifficultyRecipient, ...] = ()
    profiles: tuple[Profile, ...] = ()
    directors: tuple[Profile, ...] = ()
