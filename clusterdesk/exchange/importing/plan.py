"""The plan of an import: a verdict for every row, counted, and the one operation that carries it out."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.imports import ImportList
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.exchange.importing.coaching_rows import AdvicePlanner, FilePlanner, ProjectPlanner
from clusterdesk.exchange.importing.follow_up_rows import ActionPlanner, ResultPlanner, SessionPlanner
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_rows import OrganisationPlanner
from clusterdesk.exchange.importing.people_rows import ContactPlanner, MembershipPlanner
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.store.desk_store import Store

_CHUNK = 500
_DERIVED = 5  # the version of ids that derive from names


class RowPlanner(Protocol):
    """What decides about the rows of a kind of list."""

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        ...


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows with their verdicts. Nothing was written yet; ``data_version`` says on what the verdicts rest."""

    opened: OpenedList
    rows: tuple[RowPlan, ...]
    fresh: Mapping[UUID, Record] = field(default_factory=dict)
    data_version: int = 0

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many rows have each verdict."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found.get(verdict, 0) for verdict in Verdict}

    def changes(self, decisions: Mapping[int, Decision] | None = None) -> list[Change]:
        """Return what importing writes; ``decisions`` tell, by line, what becomes of likely duplicates."""
        chosen: list[Change] = []
        for row in self.rows:
            decision = (decisions or {}).get(row.line, Decision.SKIP)
            chosen += row.choices.get(decision, ()) if row.verdict is Verdict.DUPLICATE else row.changes
        return [*self._needed(chosen), *_once(chosen)]

    def _needed(self, chosen: list[Change]) -> list[Change]:
        """Return the tags, colleagues and projects that the binder lacks and the chosen rows refer to."""
        needed: dict[UUID, Change] = {}
        for change in chosen:
            if isinstance(change, Insert):
                for spec in type_of(change.record).references:
                    target = getattr(change.record, spec.name)
                    if target in self.fresh:
                        needed[target] = Insert(self.fresh[target])
        return list(needed.values())


def _once(changes: list[Change]) -> list[Change]:
    """Leave out a second insert of the same record: two rows may name one person or one member of a set."""
    seen: set[UUID] = set()
    kept: list[Change] = []
    for change in changes:
        if isinstance(change, Insert):
            if change.record.id in seen:
                continue
            seen.add(change.record.id)
        kept.append(change)
    return kept


def planner_of(known: Known, opened: OpenedList, today: date) -> RowPlanner:
    """Return what decides about the rows of a list."""
    kind = opened.mapping.kind
    if kind is ImportKind.ORGANISATIONS:
        return OrganisationPlanner(known, today)
    makers: Mapping[ImportKind, Callable[..., RowPlanner]] = {
        ImportKind.CONTACTS: ContactPlanner,
        ImportKind.MEMBERSHIPS: MembershipPlanner,
        ImportKind.PROJECTS: ProjectPlanner,
        ImportKind.FILES: FilePlanner,
        ImportKind.SESSIONS: SessionPlanner,
        ImportKind.ADVICE: AdvicePlanner,
        ImportKind.ACTIONS: ActionPlanner,
        ImportKind.RESULTS: ResultPlanner,
    }
    return makers[kind](known, opened.mapping, today)


def plan_import(
    store: Store, opened: OpenedList, progress: Progress | None = None, cancel: Stoppable | None = None
) -> ImportPlan:
    """Decide about every row of a list; nothing is written.

    Raises:
        CancelledError: when asked.
    """
    known = Known(store, opened.source.path.name)
    planner = planner_of(known, opened, store.clock.today())
    rows: list[RowPlan] = []
    total = max(len(opened.source.rows) - opened.layout.first_line + 1, 0)
    version = store.data_version()
    for read in opened.rows(None, cancel):
        if len(rows) % _CHUNK == 0:
            step(len(rows), total, progress, cancel)
        rows.append(_plan_row(planner, read))
    step(total, total, progress, cancel)
    return ImportPlan(opened, tuple(rows), known.fresh, version)


def _plan_row(planner: RowPlanner, read: ReadRow) -> RowPlan:
    if read.skipped is not None:
        return RowPlan(read, Verdict.SKIPPED, reason=read.skipped)
    if read.refused:
        return RowPlan(read, Verdict.REFUSED, str(read.values.get("name") or ""))
    return planner.plan(read)


def run_import(store: Store, plan: ImportPlan, decisions: Mapping[int, Decision] | None = None) -> OpResult[ImportPlan]:
    """Write an import as one operation, after a backup; undo takes all of it back."""
    changes = _revived(store, plan.changes(decisions))
    if changes:
        store.back_up("import")
    path: Path = plan.opened.source.path
    written = sum(plan.counts[verdict] for verdict in (Verdict.NEW, Verdict.UPDATED))
    command = ImportList(kind_label=plan.opened.mapping.target.label, file=path.name, count=written)
    return OpResult(plan, store.apply(command, changes))


def _revived(store: Store, changes: list[Change]) -> list[Change]:
    """Take out of the bin what a list brings again: tags and members of sets have the same id every time."""
    named: dict[type[Record], list[UUID]] = {}
    for change in changes:
        if isinstance(change, Insert) and change.record.id.version == _DERIVED:
            named.setdefault(type(change.record), []).append(change.record.id)
    present = {one.id: one for cls, ids in named.items() for one in store.find(cls, deleted=None, id=ids)}
    written: list[Change] = []
    for change in changes:
        before = present.get(change.record.id) if isinstance(change, Insert) else None
        if before is None or not isinstance(change, Insert):
            written.append(change)
        else:
            written += differences(before, change.record)
    return written
