"""The exports on their way to the team: what is no record, has no history, and is written outside of operations."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.domain.outgoing.states import JobState, Purpose, Trouble
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.store.tables import export_job

_INSTANTS = ("created_at", "last_try_at", "next_try_at", "copied_at", "verified_at")


def all_jobs(connection: sa.Connection) -> tuple[ExportJob, ...]:
    """Return every export, the newest first."""
    newest_first = sa.select(export_job).order_by(export_job.c.created_at.desc(), export_job.c.id.desc())
    return tuple(_job(row) for row in connection.execute(newest_first).mappings())


def unfinished(connection: sa.Connection) -> tuple[ExportJob, ...]:
    """Return what still has something to do, the least tried first, then the oldest."""
    busy = [JobState.QUEUED, JobState.COPYING, JobState.COPIED]
    least_tried_first = (
        sa.select(export_job)
        .where(export_job.c.state.in_([each.value for each in busy]))
        .order_by(export_job.c.attempts, export_job.c.created_at, export_job.c.id)
    )
    return tuple(_job(row) for row in connection.execute(least_tried_first).mappings())


def find(connection: sa.Connection, job_id: UUID) -> ExportJob | None:
    """Return one export by its id."""
    row = connection.execute(sa.select(export_job).where(export_job.c.id == job_id.bytes)).mappings().one_or_none()
    return _job(row) if row is not None else None


def insert(connection: sa.Connection, job: ExportJob) -> None:
    """Add an export."""
    connection.execute(sa.insert(export_job).values(**_row(job)))


def update(connection: sa.Connection, job: ExportJob) -> None:
    """Write an export as it stands now; one that was forgotten meanwhile stays away."""
    connection.execute(sa.update(export_job).where(export_job.c.id == job.id.bytes).values(**_row(job)))


def delete(connection: sa.Connection, job_id: UUID) -> None:
    """Forget an export."""
    connection.execute(sa.delete(export_job).where(export_job.c.id == job_id.bytes))


def _row(job: ExportJob) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": job.id.bytes,
        "title": job.title,
        "purpose": job.purpose.value,
        "local_name": job.local_name,
        "sha256": job.sha256,
        "size": job.size,
        "destination": job.destination,
        "state": job.state.value,
        "attempts": job.attempts,
        "arrived_as": job.arrived_as,
        "error_code": job.trouble.value if job.trouble is not None else "",
        "error_detail": job.detail,
        "record_type": job.record_type,
        "record_id": job.record_id.bytes if job.record_id is not None else None,
    }
    for name in _INSTANTS:
        moment: datetime | None = getattr(job, name)
        row[name] = instant_text(moment) if moment is not None else None
    return row


def _job(row: "sa.RowMapping") -> ExportJob:
    moments = {name: read_instant(row[name]) if row[name] else None for name in _INSTANTS}
    created_at = moments.pop("created_at")
    assert created_at is not None
    return ExportJob(
        id=UUID(bytes=bytes(row["id"])),
        title=row["title"],
        purpose=Purpose(row["purpose"]),
        local_name=row["local_name"] or "",
        sha256=row["sha256"],
        size=row["size"],
        destination=row["destination"],
        created_at=created_at,
        state=JobState(row["state"]),
        attempts=row["attempts"],
        arrived_as=row["arrived_as"] or "",
        trouble=Trouble(row["error_code"]) if row["error_code"] else None,
        detail=row["error_detail"] or "",
        record_type=row["record_type"] or "",
        record_id=UUID(bytes=bytes(row["record_id"])) if row["record_id"] else None,
        **moments,
    )
