"""Printed pages into the outbox for the team's folder."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from clusterdesk.cli import sending
from clusterdesk.cli.context import Context
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.views.edition import Edition

if TYPE_CHECKING:
    from clusterdesk.cli.printing import Printed
    from clusterdesk.domain.views.difficulty_papers import DifficultyPaper


def print_and_queue(
    context: Context, print_into: "Callable[[Path | None], list[Printed]]", output: Path | None, edition: str
) -> "tuple[list[Printed], str]":
    """Print pages and put them into the outbox; return where they lie, and the sentence to say about it.

    Without an ``output`` they lie in the outbox only: what is just to be sent needs no second copy in the binder.

    Raises:
        KnownError: the folder of the settings leads nowhere, or the disk is full.
    """
    if output is not None:
        printed = print_into(output)
        return printed, sending.queued_note(context, len(_queue(context, printed, edition)))
    with TemporaryDirectory(prefix="clusterdesk-brief-", ignore_cleanup_errors=True) as place:
        queued = _queue(context, print_into(Path(place)), edition)
    return queued, sending.queued_note(context, len(queued))


def queue_paper(context: Context, paper: "DifficultyPaper", filename: str, content: bytes) -> tuple[Path | None, str]:
    """Put a paper about difficulties into the outbox; return where it waits, and the sentence to say about it.

    Raises:
        KnownError: the folder of the settings leads nowhere, or the disk is full.
    """
    from clusterdesk.services import outbox
    from clusterdesk.services.paper_sending import paper_export

    store = context.desk.store
    job = outbox.queue_bytes(store, paper_export(paper, filename, context.settings.drive_briefs), content)
    return outbox.local_path(store, job), sending.queued_note(context, 1)


def _queue(context: Context, printed: "Sequence[Printed]", edition: str) -> "list[Printed]":
    """Put printed pages into the outbox and return them with the places of their copies there."""
    from clusterdesk.services import outbox

    queued = []
    for one in printed:
        export = NewExport(
            title=one.path.stem,
            purpose=Purpose.BRIEF,
            filename=one.path.name,
            template=context.settings.drive_briefs,
            visibility=Edition(edition).visibility,
            values={"organisation": "" if one.merged else one.organisation, "language": one.language},
        )
        job = sending.queue_file(context, export, one.path)
        queued.append(replace(one, path=outbox.local_path(context.desk.store, job) or one.path))
    return queued
