"""Taking answers of teams from the command line: all that came at once, in one step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.cli import referral_shapes
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.referrals.received import Received


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
