"""A jotted line that is a difficulty, filed as one from the command line."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups import capture as capturing
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.capture.understood import Understood
from clusterdesk.domain.commands.difficulties import NoteDifficulty
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.difficulties import Severity
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote


def add_options(parser: Parser, t: Translate) -> None:
    """Add what a difficulty is told beside its line."""
    parser.options.add_argument("--theme", metavar="REF", help=t("theme of a difficulty"))
    parser.options.add_argument("--severity", metavar=t("VALUE"), help=t("how much a difficulty weighs"))


def is_difficulty(meant: Understood) -> bool:
    """Tell whether a line is a difficulty whose organisation, where it names one, is known."""
    named = meant.captured.organisation is not None and not meant.nobody
    known = meant.organisation is not None or not named
    return meant.kind is CaptureKind.DIFFICULTY and known and not meant.empty


def file_difficulty(context: Context, options: Namespace, note: QuickNote, meant: Understood) -> Answer:
    """Note the difficulty that a waiting line is; the line is sorted with it, in one step."""
    from clusterdesk.services.difficulties import note_difficulty

    organisation = meant.organisation
    severity = Severity.COSTLY
    if options.severity is not None:
        field = RECORD_TYPES["difficulty"].fields["severity"]
        severity = values.read(context, field, "--severity", options.severity)
    command = NoteDifficulty(
        title=meant.text,
        theme_id=references.target(context, options.theme, "difficulty_theme") if options.theme else None,
        severity=severity,
        organisation_ids=(organisation.id,) if organisation is not None else (),
        visibility=note.visibility,
        quick_note_id=note.id,
    )
    done = note_difficulty(context.desk.store, command).output
    told = capturing.answer(context, meant, None)
    document = {**told.document, "kept": True, "destination": "difficulty", "id": str(done.id), "unclear": None}
    return Answer(document, [Lines([context.t("Difficulty noted: {title}", title=done.title)])])
