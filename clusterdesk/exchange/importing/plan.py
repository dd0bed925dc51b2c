"""The plan of an import: a verdict for every row, counted, and the one operation that carries it out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from clusterdesk.base.garbage import collector_asleep
from clusterdesk.base.progress import unheard
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.imports import ImportList
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.planners import RowPlanner, planner_of
from clusterdesk.exchange.importing.revived import revived
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.store.desk_store import Store

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows with their verdicts. Nothing was written yet; ``data_version`` says on what the verdicts rest.

    ``names`` holds the rows of lists, tags and colleagues that added parts point to.
    """

    opened: OpenedList
    rows: tuple[RowPlan, ...]
    fresh: Mapping[UUID, Record] = field(default_factory=dict)
    names: Mapping[UUID, Record] = field(default_factory=dict)
    data_version: int = 0

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many rows have each verdict."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found.get(verdict, 0) for verdict in Verdict}

    def changes(self, decisions: Mapping[int, Decision] | None = None) -> list[Change]:
        """Return what importing writes; ``decisions`` tell, by line, what becomes of the open ones."""
        chosen: list[Change] = []
        for row in self.rows:
            decision = (decisions or {}).get(row.line, Decision.SKIP)
            chosen += row.choices.get(decision, ()) if row.open else row.changes
        return [*self._needed(chosen), *_once(chosen)]

    def _needed(self, chosen: list[Change]) -> list[Change]:
        """Return the tags, colleagues and projects that the binder lacks and the chosen rows refer to."""
        needed: dict[UUID, Change] = {}
        if not self.fresh:
            return []
        for change in chosen:
            if isinstance(change, Insert):
                for spec in type_of(change.record).references:
                    target = getattr(change.record, spec.name)
                    if target in self.fresh:
                        needed[target] = Insert(self.fresh[target])
        return list(needed.values())


def _once(changes: list[Change]) -> list[Change]:
    """Leave out a second insert of the same record: two rows may name one person or one member of a set."""
    seen: set[int] = set()  # a number is hashed in a tenth of the time that its UUID is
    kept: list[Change] = []
    for change in changes:
        if isinstance(change, Insert):
            number = change.record.id.int
            if number in seen:
                continue
            seen.add(number)
        kept.append(change)
    return kept


def plan_import(
    store: Store, opened: OpenedList, progress: Progress | None = None, cancel: Stoppable | None = None
) -> ImportPlan:
    """Decide about every row of a list; nothing is written.

    Raises:
        CancelledError: when asked.
    """
    with collector_asleep():
        return _planned(store, opened, progress, cancel)


def _planned(store: Store, opened: OpenedList, progress: Progress | None, cancel: Stoppable | None) -> ImportPlan:
    known = Known(store, opened.source.path.name, about=opened.about)
    planner = planner_of(known, opened, store.clock.today())
    rows: list[RowPlan] = []
    total = max(len(opened.source.rows) - opened.layout.first_line + 1, 0)
    version = store.data_version()
    for read in opened.rows(None, cancel):
        if len(rows) % _CHUNK == 0:
            step(len(rows), total, progress, cancel)
        rows.append(_plan_row(planner, read))
    step(total, total, progress, cancel)
    return ImportPlan(opened, tuple(rows), known.fresh, known.names(), version)


def _plan_row(planner: RowPlanner, read: ReadRow) -> RowPlan:
    if read.skipped is not None:
        return RowPlan(read, Verdict.SKIPPED, reason=read.skipped)
    if read.refused:
        return RowPlan(read, Verdict.REFUSED, str(read.values.get("name") or ""))
    return planner.plan(read)


def run_import(
    store: Store,
    plan: ImportPlan,
    decisions: Mapping[int, Decision] | None = None,
    progress: Progress = unheard,
) -> OpResult[ImportPlan]:
    """Write an import as one operation, after a backup; undo takes all of it back. Stopped, nothing is written."""
    with collector_asleep():
        changes = revived(store, plan.changes(decisions))
        if changes:
            store.back_up("import", progress=progress)
        return OpResult(plan, store.apply(_command(plan, decisions), changes, progress=progress))


def _command(plan: ImportPlan, decisions: Mapping[int, Decision] | None) -> ImportList:
    path: Path = plan.opened.source.path
    decided = (row.choices.get((decisions or {}).get(row.line, Decision.SKIP)) for row in plan.rows if row.open)
    written = sum(plan.counts[verdict] for verdict in (Verdict.NEW, Verdict.UPDATED)) + sum(map(bool, decided))
    return ImportList(kind_label=plan.opened.mapping.target.label, file=path.name, count=written)
