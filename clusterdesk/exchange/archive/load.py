"""Take an archive over into a binder, as one operation."""

from pathlib import Path

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.archive import ImportArchive
from clusterdesk.domain.commands.base import Command
from clusterdesk.exchange.archive.container import opened
from clusterdesk.exchange.archive.known import Known
from clusterdesk.exchange.archive.plan import ArchivePlan, plan_container
from clusterdesk.exchange.archive.shift import NO_SHIFT, Shift
from clusterdesk.services.maturity_levels import level_changes
from clusterdesk.store.desk_store import Store


def plan_archive(store: Store, path: Path, *, progress: Progress = unheard) -> ArchivePlan:
    """Read an archive (zip, ``.jsonl`` or folder) and say what importing it would do; nothing is written.

    Raises:
        KnownError: the archive cannot be read, is newer than this program, or is built to do harm.
    """
    with opened(path) as container:
        return plan_container(container, Known.of(store), path.name, progress=progress)


def import_archive(store: Store, path: Path, progress: Progress = unheard) -> OpResult[ArchivePlan]:
    """Import an archive (zip, ``.jsonl`` or folder): what is fit is taken over, the rest is in the plan's ``refused``.

    The binder is looked at anew, so that what changed since a preview is respected. One undo takes all of it back.

    Raises:
        KnownError: the archive cannot be read, is newer than this program, or is built to do harm.
    """
    return load(store, path, ImportArchive(file=path.name), progress=progress)


def load(
    store: Store, path: Path, command: Command, *, shift: Shift = NO_SHIFT, progress: Progress = unheard
) -> OpResult[ArchivePlan]:
    """Import an archive under a command of the caller's, whole dates moved by ``shift``.

    Stopped by ``progress``, no record is written.
    """
    with opened(path) as container:
        plan = plan_container(container, Known.of(store), path.name, shift, progress)
        # Documents first: a record never stands without its file; a file without record does no harm.
        for number, sha256 in enumerate(sorted(plan.documents)):
            progress(number, len(plan.documents))
            if not store.documents.path(sha256).is_file():
                store.documents.add(container.document(sha256))
    changes = [*plan.changes, *level_changes(store, plan.changes)]
    return OpResult(plan, store.apply(command, changes, progress=progress))
