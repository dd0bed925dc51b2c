"""Counting what an import will do, with the decisions about likely duplicates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are new, update a known record, are duplicates left out, passed over, refused."""

    new: int = 0
    updated: int = 0
    left_out: int = 0
    passed_over: int = 0
    refused: int = 0

    @property
    def written(self) -> int:
        """How many rows are imported."""
        return self.new + self.updated


def tally_of(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> Tally:
    """Count the rows of a list."""
    counts = plan.counts
    chosen = [decisions.get(row.line, Decision.SKIP) for row in plan.rows if row.verdict is Verdict.DUPLICATE]
    as_new, updates = chosen.count(Decision.AS_NEW), chosen.count(Decision.UPDATE)
    return Tally(
        counts[Verdict.NEW] + as_new,
        counts[Verdict.UPDATED] + updates,
        len(chosen) - as_new - updates,
        counts[Verdict.SKIPPED],
        counts[Verdict.REFUSED],
    )


def tally_of_archive(plan: "ArchivePlan") -> Tally:
    """Count the lines of an archive."""
    counts = plan.counts
    return Tally(counts["new"], counts["updated"], 0, counts["unchanged"], counts["refused"])


def still_possible(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> dict[int, Decision]:
    """Return the decisions that a plan made anew still leaves open."""
    choices = {row.line: row.choices for row in plan.rows if row.verdict is Verdict.DUPLICATE}
    return {line: one for line, one in decisions.items() if one in choices.get(line, ())}


def decided_for_all(plan: "ImportPlan", decision: Decision) -> dict[int, Decision]:
    """Return one decision about all likely duplicates that allow it."""
    return {row.line: decision for row in duplicates(plan) if decision in row.choices}


def common_decision(plan: "ImportPlan", decisions: Mapping[int, Decision]) -> Decision | None:
    """Return what is decided about all likely duplicates alike, None where it differs."""
    chosen = {decisions.get(row.line, Decision.SKIP) for row in duplicates(plan)}
    return chosen.pop() if len(chosen) == 1 else None


def duplicates(plan: "ImportPlan") -> list[RowPlan]:
    """Return the likely duplicates."""
    return [row for row in plan.rows if row.verdict is Verdict.DUPLICATE]
