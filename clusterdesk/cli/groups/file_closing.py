"""coaching-file close, reopen, due: the result of each track and why, the next step; what falls due."""

from argparse import Namespace
from datetime import date
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import coaching_shapes as shapes
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.file_reference import file_meant
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands.coaching import TrackResult
from clusterdesk.domain.record_types import RECORD_TYPES

_FILE = RECORD_TYPES["coaching_file"].fields
_TRACK = RECORD_TYPES["coaching_file_track"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what ends a coaching file, and takes it up again."""
    file_help = t("coaching file: id, title of its project, or its organisation")
    closing = actions.add("close", t("close a file: the result of each track and why, and the next step"), close_file)
    closing.wanted.add_argument("ref", metavar="REF", help=file_help)
    closing.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    closing.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why it is closed"))
    closing.options.add_argument(
        "--result",
        metavar=t("TRACK=OUTCOME:WHY"),
        action="append",
        default=[],
        help=t("once for each track; outcomes: achieved, partly, not_achieved, abandoned"),
    )
    closing.options.add_argument("--next-step", metavar=t("TEXT"), default="", help=t("what comes next"))
    closing.options.add_argument("--next-step-on", metavar=t("DATE"), help=t("when it comes"))
    closing.options.add_argument("--no-next-step", action="store_true", help=t("no next step is wanted"))
    actions.add("due", t("what falls due: funding, next steps of files, milestones"), show_due)
    again = actions.add("reopen", t("take a closed file up again"), reopen_file)
    again.wanted.add_argument("ref", metavar="REF", help=file_help)


def show_due(context: Context, options: Namespace) -> Answer:
    """Show what is late or falls due soon."""
    from clusterdesk.services.coaching_views import read_deadlines

    found = read_deadlines(context.desk.store)
    return Answer(shapes.due_document(found), [shapes.due_table(context, found)])


def close_file(context: Context, options: Namespace) -> Answer:
    """Close a file."""
    from clusterdesk.domain.commands.coaching import CloseCoachingFile
    from clusterdesk.services.file_closing import close_coaching_file

    command = CloseCoachingFile(
        coaching_file_id=file_meant(context, options.ref),
        on=_day(context, "--on", options.on) if options.on else context.desk.clock.today(),
        reason=options.reason,
        results=tuple(_result(context, text) for text in options.result),
        next_step=options.next_step,
        next_step_on=_day(context, "--next-step-on", options.next_step_on) if options.next_step_on else None,
        no_next_step=options.no_next_step,
    )
    file = close_coaching_file(context.desk.store, command).output
    return _plan_answer(context, file, context.t("The file is closed. Back with: clusterdesk undo"))


def reopen_file(context: Context, options: Namespace) -> Answer:
    """Take a file up again."""
    from clusterdesk.domain.commands.coaching import ReopenCoachingFile
    from clusterdesk.services.file_closing import reopen_coaching_file

    file_id = file_meant(context, options.ref)
    file = reopen_coaching_file(context.desk.store, ReopenCoachingFile(coaching_file_id=file_id)).output
    return _plan_answer(context, file, context.t("The file is open again."))


def _plan_answer(context: Context, file: Any, line: str) -> Answer:  # noqa: ANN401 - a coaching file
    from clusterdesk.services.coaching_views import read_file_plan

    return Answer(shapes.plan_document(read_file_plan(context.desk.store, file.id)), [Lines([line])])


def _result(context: Context, text: str) -> TrackResult:
    track, mark, rest = text.partition("=")
    outcome, _, why = rest.partition(":")
    if not mark:
        raise WrongUseError(N_("Write a result as TRACK=OUTCOME:WHY, not “{text}”."), text=text)
    return TrackResult(
        references.target(context, track, "track"),
        values.read(context, _TRACK["outcome"], "--result", outcome),
        why.strip(),
    )


def _day(context: Context, flag: str, text: str) -> date:
    day: date = values.read(context, _FILE["opened_on"], flag, text)
    return day
