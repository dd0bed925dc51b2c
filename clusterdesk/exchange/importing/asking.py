"""Rows about somebody who may not be clear: each possible meaning is planned, and a person chooses among them."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import folded
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.named_people import NamedPeople, NamedPerson, Unclear
from clusterdesk.exchange.importing.verdicts import CANDIDATES, Decision, RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_SAME_ROW = N_("Line {line} names the same: what is decided there stands.")


class AskingPlanner:
    """What planners share whose rows name people and organisations."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        self.known, self.mapping, self.today = known, mapping, today
        self.people = NamedPeople(known, mapping)
        self._asked: dict[tuple[object, ...], int] = {}
        self._ids: dict[tuple[object, ...], UUID] = {}

    def identity(self, key: tuple[object, ...], fresh: UUID) -> UUID:
        """Return the id of a new record that several rows, or several meanings of one row, may make."""
        return self._ids.setdefault(key, fresh)

    def ask(self, read: ReadRow, about: object, unclear: Unclear, settle: Callable[[NamedPerson], RowPlan]) -> RowPlan:
        """Return a row that is to be decided, with what each decision would write; a second such row says nothing."""
        written = unclear.as_written
        title = written.title
        key = (about, folded(written.name), folded(written.unknown), written.mail.casefold())
        line = self._asked.setdefault(key, read.line)
        if line != read.line:
            return RowPlan(read, Verdict.SKIPPED, title, reason=Problem("same_row", _SAME_ROW, {"line": line}))
        choices: dict[Decision, tuple[Change, ...]] = {Decision.SKIP: ()}
        for decision, (_, person) in zip(CANDIDATES, unclear.candidates, strict=False):
            choices[decision] = settle(person).changes
        choices[Decision.AS_NEW] = settle(written).changes
        candidates = tuple(same for same, _ in unclear.candidates)
        return RowPlan(read, Verdict.UNDECIDED, title, candidates=candidates, reason=unclear.why, choices=choices)

    def unknown_owner(self, person: NamedPerson) -> str:
        """Return the organisation that the binder lacks, as the list has it: "Société: Inconnue SA"."""
        column = self.mapping.column_of("organisation") or self.mapping.column_of("enterprise_number")
        return f"{column.header}: {person.unknown}" if person.unknown and column else person.unknown
