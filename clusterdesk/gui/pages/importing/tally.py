"""Counting what an import will do, with the decisions about likely duplicates and names that are not clear."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are new, update a known record, are duplicates left out, passed over, refused, or not decided."""

    new: int = 0
    updated: int = 0
    left_out: int = 0
    passed_over: int = 0
    refused: int = 0
    undecided: int = 0

    @property
    def kept_out(self) -> int:
        """How many rows may be saved as a file, to be corrected."""
        return self.refused + self.undecided

    @property
    def written(self) -> int:
        """How many rows are imported."""
        return self.new + self.updated


def tally_of(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> Tally:
    """Count the rows of a list."""
    counts = plan.counts
    chosen = [decisions.get(row.line, Decision.SKIP) for row in plan.rows if row.verdict is Verdict.DUPLICATE]
    as_new, updates = chosen.count(Decision.AS_NEW), chosen.count(Decision.UPDATE)
    meant = [decisions.get(row.line, Decision.SKIP) for row in plan.rows if row.verdict is Verdict.UNDECIDED]
    open_yet = meant.count(Decision.SKIP)
    return Tally(
        counts[Verdict.NEW] + as_new + len(meant) - open_yet,
        counts[Verdict.UPDATED] + updates,
        len(chosen) - as_new - updates,
        counts[Verdict.SKIPPED],
        counts[Verdict.REFUSED],
        open_yet,
    )


def tally_of_archive(plan: "ArchivePlan") -> Tally:
    """Count the lines of an archive."""
    counts = plan.counts
    return Tally(counts["new"], counts["updated"], 0, counts["unchanged"], counts["refused"])


def still_possible(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> dict[int, Decision]:
    """Return the decisions that a plan made anew still leaves open."""
    choices = {row.line: row.choices for row in open_rows(plan)}
    return {line: one for line, one in decisions.items() if one in choices.get(line, ())}


def decided_for_all(plan: "ImportPlan", decision: Decision) -> dict[int, Decision]:
    """Return one decision about all open rows that allow it."""
    return {row.line: decision for row in open_rows(plan) if decision in row.choices}


def common_decision(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> Decision | None:
    """Return what is decided about all open rows alike, None where it differs."""
    chosen = {decisions.get(row.line, Decision.SKIP) for row in open_rows(plan)}
    return chosen.pop() if len(chosen) == 1 else None


def open_rows(plan: "ImportPlan") -> list[RowPlan]:
    """Return the rows that a person decides about."""
    return [row for row in plan.rows if row.open]
