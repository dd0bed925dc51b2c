"""What an import of an archive would do, line by line, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.changes import Change, Insert, differences
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.results import Document
from clusterdesk.exchange.archive.building import RecordBuilder
from clusterdesk.exchange.archive.container import MERGE, Container
from clusterdesk.exchange.archive.drafts import LineDrafts, drafts_of
from clusterdesk.exchange.archive.identities import Identities
from clusterdesk.exchange.archive.known import Known
from clusterdesk.exchange.archive.lines import Line, read_lines
from clusterdesk.exchange.archive.merges import Merge, read_merge
from clusterdesk.exchange.archive.problems import Problem
from clusterdesk.exchange.archive.shift import NO_SHIFT, Shift

REFERS_TO_REFUSED = N_("This refers to a line that is refused: {place}.")
NO_CONTENT = N_("The document itself is neither in the archive nor in the binder.")
WRONG_SIZE = N_("The document has {size} bytes, not {value}.")
NO_CHECKSUM = N_("A checksum has 64 hexadecimal digits in lower case.")

Key = tuple[str, UUID]
_LINES_BETWEEN = 100


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """A line of the archive: where it stands, what it is, what becomes of it and why it is refused."""

    file: str
    line: int
    record_type: str
    record_id: str
    verdict: Verdict
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class ArchivePlan:
    """The import of an archive as it would happen: a row per line, the changes, the documents it brings."""

    file: str
    rows: tuple[ArchiveRow, ...]
    changes: tuple[Change, ...]
    documents: frozenset[str]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Return how many lines there are of each verdict: new, updated, unchanged, refused."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict.value: counted[verdict] for verdict in Verdict}

    @property
    def refused(self) -> tuple[ArchiveRow, ...]:
        """Return the lines that are refused."""
        return tuple(row for row in self.rows if row.verdict is Verdict.REFUSED)


def plan_container(
    container: Container, known: Known, file: str, shift: Shift = NO_SHIFT, progress: Progress = unheard
) -> ArchivePlan:
    """Say what importing an opened archive would do to what is known."""
    planner = _Planner(known, container, shift)
    planner.read(_heard(read_lines(container), progress))
    planner.build(progress)
    progress(0, 0)
    planner.refuse_dependants()
    return planner.plan(file)


def _heard(lines: Iterable[Line], progress: Progress) -> Iterator[Line]:
    for number, line in enumerate(lines):
        if number % _LINES_BETWEEN == 0:
            progress(0, 0)
        yield line


class _Planner:
    """The passes over an archive: ids first, then values, then what depends on refused lines."""

    def __init__(self, known: Known, container: Container, shift: Shift) -> None:
        self._known = known
        self._container = container
        self._hashes = container.document_hashes()
        self._identities = Identities(known)
        self._builder = RecordBuilder(known, self._identities, shift)
        self._shift = shift
        self._lines: list[LineDrafts] = []
        self._records: dict[int, list[Record]] = {}
        self._merges: dict[int, Merge] = {}

    def read(self, lines: Iterable[Line]) -> None:
        tag_ids = self._known.tag_ids()
        for line in lines:
            if line.problem is not None:
                self._lines.append(LineDrafts(line, "", [], [line.problem]))
            elif line.type_key == MERGE:
                self._lines.append(LineDrafts(line, str(line.data.get("merged", ""))))
            else:
                self._lines.append(drafts_of(line, self._identities, tag_ids))

    def build(self, progress: Progress) -> None:
        for n, found in enumerate(self._lines):
            if n % _LINES_BETWEEN == 0:
                progress(n, len(self._lines))
            if found.line.type_key == MERGE and not found.problems:
                self._merges[n] = read_merge(found.line.data, self._identities, self._shift, found.problems)
            built = [self._builder.build(draft, found.problems) for draft in found.drafts]
            self._records[n] = [record for record in built if record is not None]
            for record in self._records[n]:
                if isinstance(record, Document):
                    found.problems.extend(self._document_problems(record))

    def _document_problems(self, record: Document) -> list[Problem]:
        sha256 = record.sha256
        if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
            return [Problem("sha256", NO_CHECKSUM)]
        if sha256 in self._hashes:
            size = len(self._container.document(sha256))
            return [] if size == record.size else [Problem("size", WRONG_SIZE, {"size": size, "value": record.size})]
        return [] if self._known.has_document(sha256) else [Problem("sha256", NO_CONTENT)]

    def refuse_dependants(self) -> None:
        """Refuse, until nothing more falls, every line that needs a record which only a refused line brings."""
        while True:
            standing = [n for n, found in enumerate(self._lines) if not found.problems]
            brought = {_key(record) for n in standing for record in self._records[n]}
            lost = {
                (draft.kind.key, draft.own): f"{found.line.file}:{found.line.number}"
                for found in self._lines
                if found.problems
                for draft in found.drafts
                if draft.own is not None
            }
            fallen = False
            for n, found in enumerate(self._lines):
                if not found.problems:
                    found.problems.extend(self._dangling(n, brought, lost))
                    fallen = fallen or bool(found.problems)
            if not fallen:
                return

    def _dangling(self, n: int, brought: set[Key], lost: Mapping[Key, str]) -> list[Problem]:
        found = []
        for field, target in self._references(n):
            key_known = target[1] in self._known.records(target[0])
            if target not in brought and not key_known:
                found.append(Problem(field, REFERS_TO_REFUSED, {"place": lost.get(target, str(target[1]))}))
        return found

    def _references(self, n: int) -> Iterable[tuple[str, Key]]:
        merge = self._merges.get(n)
        if merge is not None:
            yield "merged", ("organisation", merge.merged)
            yield "kept", ("organisation", merge.kept)
        for record in self._records[n]:
            for spec in type_of(record).references:
                value = getattr(record, spec.name)
                if value is not None and spec.refers_to is not None:
                    yield spec.name, (spec.refers_to, value)

    def plan(self, file: str) -> ArchivePlan:
        """Put rows and changes together from the lines that stand."""
        after: dict[Key, Record] = {}
        for n, found in enumerate(self._lines):
            if not found.problems:
                after.update((_key(record), record) for record in self._records[n])
        touched = {n: [_key(record) for record in self._records[n]] for n in self._records}
        for n, merge in self._merges.items():
            if not self._lines[n].problems:
                key = ("organisation", merge.merged)
                after[key] = merge.applied(after.get(key) or self._known.records("organisation")[merge.merged])
                touched[n] = [key]
        changes = {key: self._changes(key, record) for key, record in after.items()}
        order = {key: place for place, key in enumerate(RECORD_TYPES)}
        ordered = sorted(changes, key=lambda key: order[key[0]])
        documents = (record.sha256 for record in after.values() if isinstance(record, Document))
        return ArchivePlan(
            file,
            tuple(self._row(found, touched[n], changes) for n, found in enumerate(self._lines)),
            tuple(change for key in ordered for change in changes[key]),
            frozenset(documents) & self._hashes,
        )

    def _changes(self, key: Key, record: Record) -> list[Change]:
        before = self._known.records(key[0]).get(key[1])
        return [Insert(record)] if before is None else differences(before, record)

    def _row(self, found: LineDrafts, touched: list[Key], changes: Mapping[Key, list[Change]]) -> ArchiveRow:
        line = found.line
        verdict = Verdict.UNCHANGED
        if found.problems:
            verdict = Verdict.REFUSED
        elif touched and touched[0][1] not in self._known.records(touched[0][0]) and line.type_key != MERGE:
            verdict = Verdict.NEW
        elif any(changes[key] for key in touched):
            verdict = Verdict.UPDATED
        return ArchiveRow(line.file, line.number, line.type_key, found.shown_id, verdict, tuple(found.problems))


def _key(record: Record) -> Key:
    return type_of(record).key, record.id


__all__ = ["ArchivePlan", "ArchiveRow", "Verdict", "plan_container"]
