"""Where the tracks of a file stand: the last value known of what each is measured by."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching_plan.milestones import value_now
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.views.coaching import ValueNow
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

# What the indicator of a track is measured by: the type of the record, and its field.
_MEASURES: Mapping[str, tuple[str, str]] = {
    "job_growth": ("headcount", "fte"),
    "industrialised": ("mrl_assessment", "level"),
}
# The units of a track in which its measure speaks; a track counted in anything else is known by its milestones.
_UNITS: Mapping[str, frozenset[str]] = {
    "headcount": frozenset({"", "etp", "vte", "fte"}),
    "mrl_assessment": frozenset({"", "mrl"}),
}


def values_now(
    connection: sa.Connection,
    family: Sequence[bytes],
    file: CoachingFile,
    tracks: Sequence[tuple[CoachingFileTrack, Track]],
    milestones: Sequence[Milestone],
) -> dict[UUID, ValueNow]:
    """Return the value of each track that has one: of its measure, else of the milestone reached last."""
    found: dict[UUID, ValueNow] = {}
    for record, track in tracks:
        measured = _measured(connection, family, file, record, track)
        reached = value_now(record, milestones)
        if measured is not None:
            found[record.id] = measured
        elif reached is not None and reached[1].reached_value is not None:
            found[record.id] = ValueNow(reached[1].reached_value, reached[0], "milestone")
    return found


def _measured(
    connection: sa.Connection, family: Sequence[bytes], file: CoachingFile, record: CoachingFileTrack, track: Track
) -> ValueNow | None:
    measure = _MEASURES.get(track.indicator or "")
    if measure is None or record.unit.strip().casefold() not in _UNITS[measure[0]]:
        return None
    kind, _ = measure
    ids = family if kind == "headcount" else (file.project_id.bytes,)
    if not ids:
        return None
    found: list[Any] = rows(connection, _text(kind, len(ids)), ids)
    if not found or found[0][0] is None:
        return None
    return ValueNow(Decimal(str(found[0][0])), date.fromisoformat(found[0][1]), kind)


@cache
def _text(kind: str, count: int) -> str:
    table = RECORD_TABLES[kind]
    field = next(name for key, name in _MEASURES.values() if key == kind)
    owner = "organisation_id" if kind == "headcount" else "project_id"
    known = sa.select(table.c[field], table.c.on).where(
        table.c[owner].in_(places(count)),
        table.c.deleted == sa.text("0"),
        table.c.revoked_on.is_(None),
        table.c[field].is_not(None),
    )
    return f"{compiled(known.order_by(table.c.on.desc(), table.c.id.desc()))}\n LIMIT 1"
