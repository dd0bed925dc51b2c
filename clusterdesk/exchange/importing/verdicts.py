"""What is decided about each row of a list before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Address
from clusterdesk.exchange.mapping.read_row import Finding, ReadRow


class Verdict(StrEnum):
    """What will become of a row."""

    NEW = "new"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    UNDECIDED = "undecided"
    REFUSED = "refused"
    SKIPPED = "skipped"


class Decision(StrEnum):
    """What a person wants done with a likely duplicate, or with a row whose name is not clear.

    For such a row ``AS_NEW`` takes the name as it is written, ``UPDATE`` means the likeliest of those that may be
    meant, ``SECOND`` and ``THIRD`` the following ones.
    """

    SKIP = "skip"
    UPDATE = "update"
    SECOND = "second"
    THIRD = "third"
    AS_NEW = "as_new"


CANDIDATES = (Decision.UPDATE, Decision.SECOND, Decision.THIRD)


@dataclass(frozen=True, slots=True)
class FieldUpdate:
    """A field of a known record that the row would change; ``label`` is a msgid."""

    record_type: str
    field: str
    label: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Move:
    """An organisation has moved: its seat until now ends, the new one begins on its first day."""

    old: Address
    new: Address


@dataclass(slots=True)
class RowUpdate:
    """What a row changes about a known organisation, told and as changes."""

    updates: tuple[FieldUpdate, ...] = ()
    changes: tuple[Change, ...] = ()
    move: Move | None = None
    notices: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LikelySame:
    """Whom a row is probably: a record of the binder (``record_id``) or an earlier row (``line``), and why (msgid).

    ``score`` compares the names from 0 to 100; None where the reason says it all.
    """

    reason: str
    name: str
    record_id: UUID | None = None
    line: int | None = None
    record_type: str = "organisation"
    score: int | None = None

    @property
    def reference(self) -> int | str:
        """Return the line or the id, for programs."""
        return self.line if self.line is not None else str(self.record_id)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row with its verdict.

    ``changes`` is what importing it writes; ``choices`` what the other decisions about a duplicate would write.
    ``move`` says that the organisation has moved. ``problems`` are errors beside those of its cells (an organisation
    that is not known); ``reason`` says why it is skipped or has to be decided. ``candidates`` are those that the name
    of an undecided row may mean, in the order of ``CANDIDATES``.
    """

    read: ReadRow
    verdict: Verdict
    title: str = ""
    changes: tuple[Change, ...] = ()
    updates: tuple[FieldUpdate, ...] = ()
    move: Move | None = None
    same: LikelySame | None = None
    candidates: tuple[LikelySame, ...] = ()
    problems: tuple[Finding, ...] = ()
    reason: Problem | None = None
    choices: Mapping[Decision, tuple[Change, ...]] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Tell whether a person decides what becomes of the row."""
        return self.verdict in (Verdict.DUPLICATE, Verdict.UNDECIDED)

    @property
    def line(self) -> int:
        """Return the record number of the row in its source."""
        return self.read.line

    @property
    def added(self) -> tuple[Record, ...]:
        """Return the parts that updating adds to a known record; a new seat is told as a move."""
        if self.verdict is Verdict.NEW:
            return ()
        changes = self.changes or self.choices.get(Decision.UPDATE, ())
        seat = self.move.new.id if self.move else None
        return tuple(one.record for one in changes if isinstance(one, Insert) and one.record.id != seat)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Return everything that is wrong, cell by cell."""
        return self.read.errors + self.problems
