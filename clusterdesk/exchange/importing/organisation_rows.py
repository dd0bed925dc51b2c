"""Verdicts on the rows of a list of organisations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.duplicates import SAME_NUMBER, Confidence, DuplicateIndex, Match, NameCard, likely_duplicates
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_parts import RowParts
from clusterdesk.exchange.importing.organisation_places import PlaceUpdates
from clusterdesk.exchange.importing.organisation_updates import OrganisationUpdates
from clusterdesk.exchange.importing.settling import NOTHING_NEW
from clusterdesk.exchange.importing.verdicts import Decision, LikelySame, RowPlan, RowUpdate, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_NOWHERE: frozenset[str] = frozenset()


class OrganisationPlanner:
    """Decides row by row; rows that were read before are known to those that follow."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        self._known, self._organisations = known, known.organisations
        self._parts = RowParts(known, today)
        self._updates = OrganisationUpdates(known, self._parts, PlaceUpdates(mapping, today), today)
        self._index: DuplicateIndex = self._organisations.index()
        self._lines: dict[UUID, int] = {}
        self._updated: dict[UUID, int] = {}

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        value = read.values.get
        title = str(value("name") or value("enterprise_number") or "")
        known = self._organisations.by_external(value("external_id")) or self._organisations.by_number(
            value("enterprise_number")
        )
        if known is not None:
            line = self._lines.get(known.id) or self._updated.get(known.id)
            if line is not None:
                return self._duplicate(read, title, LikelySame(SAME_NUMBER, known.name, line=line), known)
            self._updated[known.id] = read.line
            return self._update(read, title, known)
        made = self._parts.organisation(read)
        postcode = value("postcode")
        card = NameCard(made.id, made.name, made.enterprise_number, frozenset((postcode,)) if postcode else _NOWHERE)
        matches = likely_duplicates(card, self._index, at_least=Confidence.LIKELY)
        if matches:
            return self._duplicate(read, title, self._same(matches[0]), self._organisation(matches[0]), made)
        parts = self._parts.of(read, made.id)
        self._organisations.remember(made)
        self._index.add(card)
        self._lines[made.id] = read.line
        self._remember_parts(made.id, parts)
        return RowPlan(read, Verdict.NEW, title, tuple(map(Insert, (made, *parts))))

    def _remember_parts(self, owner: UUID, parts: Iterable[Record]) -> None:
        for part in parts:
            if part.__class__ is Contact:
                self._known.remember_person(owner, part)
            self._known.remember_existing(part)

    def _organisation(self, match: Match) -> Organisation | None:
        return self._organisations.get(match.card.key) if isinstance(match.card.key, UUID) else None

    def _same(self, match: Match) -> LikelySame:
        key = match.card.key
        line = self._lines.get(key) if isinstance(key, UUID) else None
        record = key if isinstance(key, UUID) and line is None else None
        return LikelySame(match.reason, match.card.name, record, line)

    def _duplicate(
        self, read: ReadRow, title: str, same: LikelySame, known: Organisation | None, made: Organisation | None = None
    ) -> RowPlan:
        """Leave a likely duplicate out, and keep ready what a person may decide instead."""
        choices: dict[Decision, tuple[Change, ...]] = {Decision.SKIP: ()}
        if made is not None:
            choices[Decision.AS_NEW] = tuple(map(Insert, (made, *self._parts.of(read, made.id))))
        found = RowUpdate()
        if known is not None:
            found = self._updates.of(read, known)
            choices[Decision.UPDATE] = found.changes
        return RowPlan(
            read, Verdict.DUPLICATE, title, updates=found.updates, same=same, move=found.move, choices=choices
        )

    def _update(self, read: ReadRow, title: str, known: Organisation) -> RowPlan:
        found = self._updates.of(read, known)
        if found.notices:
            read = replace(read, warnings=(*read.warnings, *found.notices))
        if not found.changes:
            return RowPlan(read, Verdict.SKIPPED, title, reason=NOTHING_NEW)
        if found.move:
            self._known.replace_existing(found.move.old)
        self._remember_parts(known.id, (one.record for one in found.changes if isinstance(one, Insert)))
        return RowPlan(read, Verdict.UPDATED, title, found.changes, found.updates, move=found.move)
