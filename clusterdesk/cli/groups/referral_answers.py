"""referral answer, pick-up, form: what a team answers, and the form it can answer by."""

import sys
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.cli import referral_shapes
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.cli.referral_taking import DRIVE_GONE, files_at, take
from clusterdesk.cli.writing import write
from clusterdesk.i18n.translator import LANGUAGES

if TYPE_CHECKING:
    from clusterdesk.domain.referrals.received import Received

_LARGEST = 1_000_000


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what takes answers."""
    ref_help = t("orientation: id, code, or the organisation that has one open")
    answering = actions.add("answer", t("take an answer: pasted text, mail or answer file"), take_answer)
    answering.options.add_argument(
        "--file", metavar=t("FILE"), help=t("mail (.eml, .msg) or answer file (.json) instead of standard input")
    )
    answering.options.add_argument("--text", metavar=t("TEXT"), help=t("the answer itself instead of standard input"))
    answering.options.add_argument("--referral", metavar="REF", help=ref_help)
    answering.options.add_argument("--dry-run", action="store_true", help=t("only show what would happen"))
    where = t("file, or folder to look through; else the folders of the parcels on the drive")
    picking = actions.add("pick-up", t("take the answers that lie in the folder of a parcel, or in files"), pick_up)
    picking.wanted.add_argument(
        "paths",
        metavar=t("FILE"),
        nargs="*",
        help=where,
    )
    picking.options.add_argument("--dry-run", action="store_true", help=t("only show what would happen"))
    form = actions.add("form", t("write the form by which a team can answer without a network"), write_form)
    form.wanted.add_argument("ref", metavar="REF", help=ref_help)
    form.options.add_argument("--in", dest="in_", choices=LANGUAGES, help=t("the language it opens in"))
    form.options.add_argument("--output", metavar=t("FILE"), help=t("where to write it; else answer.html here"))


def take_answer(context: Context, options: Namespace) -> Answer:
    """Take the answer of a text or a file."""
    from clusterdesk.exchange.answers.receiving import read_pasted, read_received

    today = context.desk.clock.today()
    referral_id = referral_meant(context, options.referral) if options.referral else None
    if options.file:
        path = Path(options.file).expanduser()
        came = read_received(path, today, limit_mb=context.settings.document_size_limit_mb)
    else:
        text = options.text if options.text is not None else sys.stdin.read(_LARGEST)
        came = (read_pasted(text, today),)
    rows = take(context, came, referral_id, dry_run=options.dry_run)
    return referral_shapes.told(context, rows)


def pick_up(context: Context, options: Namespace) -> Answer:
    """Take all that lies in folders and files; what cannot be taken is named and stops no other."""
    from clusterdesk.exchange.answers.receiving import read_received
    from clusterdesk.services.parcel_folders import parcel_folders

    today, limit = context.desk.clock.today(), context.settings.document_size_limit_mb
    came: list[Received] = []
    refused: list[dict[str, Any]] = []
    given = [Path(name).expanduser() for name in options.paths]
    with ExitStack() as stack:
        for path in given or parcel_folders(context.desk.store, context.settings.shared_folder):
            try:
                files = files_at(context, path, stack)
            except KnownError as error:
                refused.append(referral_shapes.refused(context, path.name, error))
                if error.code in DRIVE_GONE:
                    break  # what else lies there is not to be had now either
                continue
            for file in files:
                try:
                    came += read_received(file, today, limit_mb=limit)
                except KnownError as error:
                    refused.append(referral_shapes.refused(context, file.name, error))
    return referral_shapes.told(context, [*refused, *take(context, came, None, dry_run=options.dry_run, all_=True)])


def write_form(context: Context, options: Namespace) -> Answer:
    """Write the form of an orientation."""
    from clusterdesk.exchange.answers.form import FILENAME
    from clusterdesk.exchange.answers.forms import form_of

    referral_id = referral_meant(context, options.ref)
    author = context.settings.profile_name or context.desk.store.author
    path = Path(options.output or FILENAME).expanduser()
    write(path, form_of(context.desk.store, referral_id, author, context.t, options.in_ or "", context.silence))
    document = {"referral": str(referral_id), "path": str(path.resolve())}
    return Answer(document, [Lines([context.t("Written: {path}", path=path)])])
