"""What the preview lists: the rows of a list or the lines of an archive, written when they are painted."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.importing.told_parts import PartWords
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.pages.importing import words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.filter_chips import FilterChoice

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan

ALL, REMARKS = "all", "remarks"
_CUT = 300
_ARCHIVE_TONES = {"new": Tone.OK, "updated": Tone.INFO, "unchanged": Tone.NEUTRAL, "refused": Tone.BAD}


class Lines(Protocol):
    """What a preview shows."""

    @property
    def columns(self) -> Sequence[Column]:
        """Return the columns."""
        ...

    def choices(self) -> Sequence[FilterChoice]:
        """Return the filters with their counts, "all" first."""
        ...

    def ids(self, key: str) -> Sequence[int]:
        """Return the ids of the rows that a filter shows."""
        ...

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Write rows (a RowSource)."""
        ...


class PlanLines:
    """The rows of a list; their ids are their places in the plan."""

    def __init__(self, kit: Kit, plan: "ImportPlan", decisions: Mapping[int, Decision]) -> None:
        """``decisions`` is looked at whenever a row is written."""
        self._kit, self.plan, self._decisions = kit, plan, decisions
        self.parts = PartWords(kit.t, kit.formats, plan.names)
        t = kit.t
        self.columns = (
            Column("line", t.c("list", "Line"), 56, number=True, sortable=False),
            Column("verdict", t("What becomes of it"), 142, chip=True, sortable=False),
            Column("name", t("Name"), 170, sortable=False),
            Column("why", t("Why"), 200, sortable=False),
        )

    def row(self, number: object) -> RowPlan | None:
        """Return a row by its id."""
        return self.plan.rows[number] if isinstance(number, int) and 0 <= number < len(self.plan.rows) else None

    def choices(self) -> Sequence[FilterChoice]:
        """Return a chip for all, one for each verdict there is, and one for rows with remarks."""
        t, counts = self._kit.t, self.plan.counts
        found = [FilterChoice(ALL, t("All"), len(self.plan.rows))]
        found += [FilterChoice(one.value, words.of_several(t, one), counts[one]) for one in Verdict if counts[one]]
        remarks = len(self.ids(REMARKS))
        if remarks:
            found.append(FilterChoice(REMARKS, t("With a remark"), remarks))
        return found

    def ids(self, key: str) -> Sequence[int]:
        """Return the rows that a chip shows."""
        rows = self.plan.rows
        if key == ALL:
            return range(len(rows))
        if key == REMARKS:
            return [n for n, row in enumerate(rows) if row.verdict is not Verdict.REFUSED and _remarked(row)]
        return [n for n, row in enumerate(rows) if row.verdict.value == key]

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Write rows now: a window of them takes a few milliseconds."""
        deliver([self._written(number) for number in ids if isinstance(number, int)])

    def _written(self, number: int) -> TableRow:
        kit, row = self._kit, self.plan.rows[number]
        why = words.why(kit, self.parts, row, self._decisions.get(row.line))
        cells = (kit.formats.number(row.line), words.of_one(kit.t, row.verdict), row.title, why[:_CUT])
        return TableRow(number, cells, (Tone.NEUTRAL, words.TONES[row.verdict], None, None))


class ArchiveLines:
    """The lines of an archive."""

    def __init__(self, kit: Kit, plan: "ArchivePlan") -> None:
        """Show a plan."""
        self._kit, self._plan = kit, plan
        t = kit.t
        self.columns = (
            Column("place", t("Line"), 190, sortable=False),
            Column("verdict", t("What becomes of it"), 142, chip=True, sortable=False),
            Column("kind", t("Kind"), 190, sortable=False),
            Column("why", t("Why"), 200, sortable=False),
        )

    def choices(self) -> Sequence[FilterChoice]:
        """Return a chip for all and one for each verdict there is."""
        t = self._kit.t
        found = [FilterChoice(ALL, t("All"), len(self._plan.rows))]
        names = {
            "new": t.c("several rows", "New"),
            "updated": t.c("several rows", "Updates"),
            "unchanged": t.c("several rows", "Known already"),
            "refused": t.c("several rows", "Refused"),
        }
        counts = self._plan.counts
        return found + [FilterChoice(key, name, counts[key]) for key, name in names.items() if counts[key]]

    def ids(self, key: str) -> Sequence[int]:
        """Return the lines that a chip shows."""
        rows = self._plan.rows
        return range(len(rows)) if key == ALL else [n for n, row in enumerate(rows) if row.verdict.value == key]

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Write rows now."""
        deliver([self._written(number) for number in ids if isinstance(number, int)])

    def _written(self, number: int) -> TableRow:
        kit, row = self._kit, self._plan.rows[number]
        t, verdict, kind = kit.t, row.verdict.value, RECORD_TYPES.get(row.record_type)
        place = t("{file}, line {line}", file=row.file, line=kit.formats.number(row.line))
        why = " · ".join(one.text(t) for one in row.problems)[:_CUT]
        cells = (place, self._word(verdict), t(kind.label) if kind else row.record_type, why)
        return TableRow(number, cells, (Tone.NEUTRAL, _ARCHIVE_TONES[verdict], None, None))

    def _word(self, verdict: str) -> str:
        t = self._kit.t
        return {
            "new": t.c("one row", "New"),
            "updated": t.c("one row", "Update"),
            "unchanged": t.c("one row", "Known already"),
            "refused": t.c("one row", "Refused"),
        }[verdict]


def _remarked(row: RowPlan) -> bool:
    return bool(row.errors or row.read.warnings)
