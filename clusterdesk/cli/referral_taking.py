"""Taking answers of teams from the command line: all that came at once, in one step."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.cli import referral_shapes
from clusterdesk.cli.context import Context
from clusterdesk.cli.sending import helper

if TYPE_CHECKING:
    from clusterdesk.domain.referrals.received import Received

_MEGABYTE = 1_000_000
DRIVE_GONE = frozenset({"drive_silent", "drive_offline"})


def files_at(context: Context, path: Path, stack: ExitStack) -> tuple[Path, ...]:
    """Return the answers at a path: copies, kept until the stack closes, where it lies in the team's folder.

    There the helper process of the drive fetches them, so that a drive that does not answer is given up.

    Raises:
        KnownError: the drive does not answer, or the folder cannot be read.
    """
    from clusterdesk.exchange.answers.receiving import ENDINGS, in_folder, may_be_answer
    from clusterdesk.sync.fetching import Wanted, fetch_from

    shared = context.settings.shared_folder.strip()
    if not shared or not path.is_relative_to(shared):
        return in_folder(path) if path.is_dir() else (path,)
    scratch = Path(stack.enter_context(TemporaryDirectory(prefix="clusterdesk-")))
    wanted = Wanted(tuple(ENDINGS), context.settings.document_size_limit_mb * _MEGABYTE)
    with helper(context) as drive:
        ((_place, found),) = fetch_from(drive, Path(shared), (path,), scratch, wanted)
    if isinstance(found, KnownError):
        raise found
    return tuple(file for file in found if may_be_answer(file))


def take(
    context: Context, came: Sequence["Received"], referral_id: UUID | None, *, dry_run: bool, all_: bool = False
) -> list[dict[str, Any]]:
    """Take what can be taken, in one step, and tell of each answer what became of it.

    Raises:
        KnownError: something cannot be put beside its orientation; with ``all_`` that is told in its row instead.
    """
    from clusterdesk.domain.commands.referral_answers import TakeAllAnswers
    from clusterdesk.services.referral_answer_views import all_of, propose_each
    from clusterdesk.services.referral_answers import take_all

    store = context.desk.store
    found = propose_each(store, came, referral_id)
    for one in found:
        if isinstance(one, KnownError) and not all_:
            raise one
    commands = [command for one in found if not isinstance(one, KnownError) and (command := all_of(one)) is not None]
    if commands and not dry_run:
        take_all(store, TakeAllAnswers(parts=tuple(commands)))
    keys = {one.key for command in commands for one in command.answers if not dry_run}
    rows: list[dict[str, Any]] = []
    for received, one in zip(came, found, strict=True):
        if isinstance(one, KnownError):
            rows.append(referral_shapes.refused(context, received.name, one))
            continue
        rows += [
            referral_shapes.row(context, one, each, taken=each.key in keys and each.end is not None)
            for each in one.answers
        ]
    return rows
