"""The team's folder on the command line: files into the outbox, and the helper that touches the drive."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.clock import instant_text
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from datetime import datetime

    from clusterdesk.base.errors import Translate
    from clusterdesk.cli.parser import Parser
    from clusterdesk.domain.outgoing.new_export import NewExport
    from clusterdesk.domain.views.outbox import ExportJob
    from clusterdesk.sync.watched_process import DriveHelper
    from clusterdesk.sync.wire import Looked


@contextmanager
def helper(context: Context) -> "Iterator[DriveHelper]":
    """Give the helper process for one command."""
    from clusterdesk.sync.watched_process import DriveHelper

    asked = DriveHelper(context.settings.drive_silence_seconds)
    try:
        yield asked
    finally:
        asked.close()


def queue_file(context: Context, export: "NewExport", path: Path) -> "ExportJob":
    """Put a file into the outbox.

    Raises:
        KnownError: it may not leave, or cannot be read.
    """
    from clusterdesk.services import outbox

    return outbox.queue_file(context.desk.store, export, path, limit_mb=context.settings.document_size_limit_mb)


def add_send(parser: "Parser", t: "Translate") -> None:
    """Let a copy of what is written go to the team's folder."""
    parser.options.add_argument(
        "--send", action="store_true", help=t("put a copy into the outbox for the team’s folder")
    )


def queue_lists(context: Context, paths: Sequence[Path], edition: str) -> list[str]:
    """Put lists that were written into the outbox, and return the sentence to say about it.

    Raises:
        KnownError: the folder of the settings leads nowhere, or the disk is full.
    """
    from clusterdesk.domain.outgoing.new_export import NewExport
    from clusterdesk.domain.outgoing.states import Purpose
    from clusterdesk.domain.records.base import Visibility

    for path in paths:
        export = NewExport(
            title=path.stem,
            purpose=Purpose.LIST,
            filename=path.name,
            template=context.settings.drive_lists,
            visibility=Visibility(edition),
        )
        queue_file(context, export, path)
    return [queued_note(context, len(paths))]


def queued_note(context: Context, count: int) -> str:
    """Say that files wait in the outbox, and what brings them to the drive."""
    return context.t.n(
        "{n} file waits in the outbox for the team’s folder; the window brings it there, or: clusterdesk outbox send",
        "{n} files wait in the outbox for the team’s folder; the window brings them there, or: clusterdesk outbox send",
        n=count,
    )


def job_document(context: Context, job: "ExportJob") -> dict[str, Any]:
    """Return an export as JSON."""
    from clusterdesk.services import outbox

    local = outbox.local_path(context.desk.store, job)
    return {
        "id": str(job.id),
        "title": job.title,
        "purpose": job.purpose.value,
        "state": job.state.value,
        "destination": job.destination,
        "arrived_as": job.arrived_as or None,
        "size": job.size,
        "sha256": job.sha256,
        "created_at": instant_text(job.created_at),
        "last_try_at": _instant(job.last_try_at),
        "next_try_at": _instant(job.next_try_at),
        "copied_at": _instant(job.copied_at) if not job.waits else None,
        "verified_at": _instant(job.verified_at),
        "attempts": job.attempts,
        "trouble": job.trouble.value if job.trouble is not None else None,
        "detail": job.detail or None,
        "path": str(local) if local is not None else None,
        "record_type": job.record_type or None,
        "record_id": str(job.record_id) if job.record_id is not None else None,
    }


def drive_document(folder: str, found: "Looked") -> dict[str, Any]:
    """Return how the drive stands as JSON."""
    return {
        "folder": folder or None,
        "state": found.state.value,
        "reason": found.reason.value or None,
        "detail": found.detail or None,
        "free": found.free,
    }


def _instant(moment: "datetime | None") -> str | None:
    return instant_text(moment) if moment is not None else None
