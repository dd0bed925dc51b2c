"""Fields that are frozen once they are dated: another value needs a reason, given in the same step."""

from collections.abc import Mapping
from dataclasses import dataclass

from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record


@dataclass(frozen=True, slots=True)
class Frozen:
    """The ``fields`` are frozen from the day in ``since`` on; ``reason`` keeps why they were changed."""

    fields: tuple[str, ...]
    since: str
    reason: str


FROZEN: Mapping[str, Frozen] = {
    "coaching_file_track": Frozen(
        ("unit", "baseline", "baseline_on", "baseline_remark"), "baseline_on", "baseline_reason"
    )
}


def frozen_changes(before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of frozen fields that differ between two states of a record."""
    rule = FROZEN.get(type_of(before).key)
    if rule is None or getattr(before, rule.since) is None:
        return ()
    return tuple(name for name in rule.fields if getattr(before, name) != getattr(after, name))
