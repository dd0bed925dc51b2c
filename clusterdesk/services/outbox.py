"""The outbox: files for the team's folder, kept here first, so that making one never needs the drive.

How the rest of the program uses it::

    export = NewExport(title=…, purpose=Purpose.BRIEF, filename=…, template=settings.drive_briefs,
                       visibility=Visibility.INTERNAL, values={"organisation": …})
    job = outbox.queue_bytes(store, export, pdf)
    outbox.jobs(store)                     every export with its state, trouble, and where it arrived; newest first
    outbox.send_again(store, [job.id])     no more waiting for its turn: the next round takes it
    outbox.forget(store, job.id)           gives one up that still waits

Bringing them to the drive is what ``sync.rounds`` does.
"""

import hashlib
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from clusterdesk.base.clock import Clock
from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.base.marks import N_
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.outgoing.destinations import destination
from clusterdesk.domain.outgoing.new_export import NewExport, check_visibility
from clusterdesk.domain.outgoing.states import JobState
from clusterdesk.domain.outgoing.timing import KEPT_LOCALLY
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.services.documents import content_of
from clusterdesk.store.desk_store import Store
from clusterdesk.store.repositories import export_jobs

FOLDER = "team"


def queue_bytes(store: Store, export: NewExport, content: bytes) -> ExportJob:
    """Put an export into the outbox; it is safe on this computer's disk when this returns.

    What is kept in the binder as a document, too, leaves only as that document may, whatever the export says.

    Raises:
        KnownError: it may not leave, its folder leads nowhere, or the disk is full.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    check_visibility(export)
    for document in store.find(Document, deleted=None, sha256=sha256):
        check_visibility(replace(export, visibility=document.visibility))
    where = destination(export.template, export.values, store.clock.today(), export.filename)
    job_id = new_id()
    local_name = f"{FOLDER}/{job_id.hex}/{where.rpartition('/')[2]}"
    path = store.folder.outbox / local_name
    write_file(path, content)
    job = ExportJob(
        id=job_id,
        title=export.title,
        purpose=export.purpose,
        local_name=local_name,
        sha256=sha256,
        size=len(content),
        destination=where,
        created_at=store.clock.now(),
        record_type=export.record_type,
        record_id=export.record_id,
    )
    try:
        with store.bookkeeping() as connection:
            export_jobs.insert(connection, job)
    except BaseException:
        shutil.rmtree(path.parent, ignore_errors=True)
        raise
    return job


def queue_file(store: Store, export: NewExport, path: Path, *, limit_mb: int) -> ExportJob:
    """Put a copy of a file into the outbox, as it is now; a photo without the place it was taken at.

    Raises:
        KnownError: as ``queue_bytes``; or the file cannot be read, is too large, or is a program.
    """
    _name, content = content_of(path, limit_mb)
    return queue_bytes(store, export, content)


def jobs(store: Store) -> tuple[ExportJob, ...]:
    """Return every export, the newest first."""
    with store.read() as connection:
        return export_jobs.all_jobs(connection)


def unfinished(store: Store) -> tuple[ExportJob, ...]:
    """Return what still has to get there, or to be read there a second time; what was tried least comes first."""
    with store.read() as connection:
        return export_jobs.unfinished(connection)


def job(store: Store, job_id: UUID) -> ExportJob:
    """Return one export.

    Raises:
        KnownError: there is none of this id.
    """
    with store.read() as connection:
        found = export_jobs.find(connection, job_id)
    if found is None:
        raise KnownError(
            "no_such_export",
            N_("There is no export “{id}” in the outbox."),
            advice=N_("See them with “clusterdesk outbox list”."),
            id=str(job_id),
        )
    return found


def local_path(store: Store, job: ExportJob) -> Path | None:
    """Return where the local copy lies, None once it was cleaned up."""
    return store.folder.outbox / job.local_name if job.local_name else None


def write_down(store: Store, changed: ExportJob) -> None:
    """Keep how an export stands now."""
    with store.bookkeeping() as connection:
        export_jobs.update(connection, changed)


def send_again(store: Store, ids: Iterable[UUID]) -> tuple[ExportJob, ...]:
    """Let exports be tried at the next round without waiting; one that had failed for good is taken up again."""
    done = []
    for job_id in ids:
        found = job(store, job_id)
        if found.state is JobState.VERIFIED:
            continue
        state = JobState.QUEUED if found.state is JobState.FAILED else found.state
        changed = replace(found, state=state, next_try_at=store.clock.now())
        write_down(store, changed)
        done.append(changed)
    return tuple(done)


def forget(store: Store, job_id: UUID) -> ExportJob:
    """Give up an export that has not arrived, with its local copy.

    Raises:
        KnownError: there is none; or it lies on the drive already, where nothing is ever removed by us.
    """
    found = job(store, job_id)
    if found.state in (JobState.COPIED, JobState.VERIFIED):
        raise KnownError(
            "export_arrived",
            N_("“{title}” has arrived on the drive already."),
            advice=N_("Remove it there yourself, if it should not lie there: {path}"),
            title=found.title,
            path=found.arrived_as,
        )
    with store.bookkeeping() as connection:
        export_jobs.delete(connection, job_id)
    _drop_local(store, found)
    return found


def clean_up(store: Store, clock: Clock | None = None) -> int:
    """Remove the local copies of what has lain verified on the drive for thirty days; return how many.

    The list keeps where each of them went.
    """
    before = (clock or store.clock).now() - KEPT_LOCALLY
    old = [
        each
        for each in jobs(store)
        if each.state is JobState.VERIFIED and each.local_name and each.verified_at and each.verified_at <= before
    ]
    for each in old:
        write_down(store, replace(each, local_name=""))
        _drop_local(store, each)
    return len(old)


def _drop_local(store: Store, job: ExportJob) -> None:
    path = local_path(store, job)
    if path is None:
        return
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.parent.rmdir()
