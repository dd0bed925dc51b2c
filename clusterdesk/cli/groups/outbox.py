"""outbox: what goes to the team's folder; list, send, add, forget."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import outbox_reference, outside_file, sending
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.exit_codes import DONE, WITH_REFUSALS
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    from clusterdesk.sync.rounds import Report

_SHOWN_ID = 8


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of the outbox."""
    actions = parser.actions("action", t)
    listing = actions.add("list", t("what waits, why and since when; where the others went"), list_jobs)
    listing.options.add_argument("--waiting", action="store_true", help=t("only what has not arrived"))
    send = actions.add("send", t("bring to the drive now what waits, and check again what arrived"), send_jobs)
    send.wanted.add_argument("ids", metavar="ID", nargs="*", help=t("exports: id, its end, or title; else all"))
    add = actions.add("add", t("put a file into the outbox"), outside_file.add_file)
    add.wanted.add_argument("file", metavar=t("FILE"), help=t("file to send"))
    add.options.add_argument(
        "--to", metavar=t("FOLDER"), help=t("folder in the team’s folder, such as lists/{example}", example="{year}")
    )
    add.options.add_argument(
        "--visibility", metavar=t("VALUE"), help=t("what it is: shareable, or internal, which is asked about once more")
    )
    add.options.add_argument("--title", metavar=t("TEXT"), help=t("what it is called in the list"))
    add.options.add_argument("--organisation", metavar="REF", help=t("the organisation it is about"))
    forget = actions.add("forget", t("give up what has not arrived, with its copy in the outbox"), forget_jobs)
    forget.wanted.add_argument("ids", metavar="ID", nargs="+", help=t("exports: id, its end, or title"))


def list_jobs(context: Context, options: Namespace) -> Answer:
    """List the exports; the drive is not asked."""
    from clusterdesk.services import outbox

    found = [job for job in outbox.jobs(context.desk.store) if not options.waiting or not job.verified_at]
    folder = context.settings.shared_folder
    document = {"folder": folder or None, "exports": [sending.job_document(context, job) for job in found]}
    return Answer(
        document, [outbox_reference.table(context, found)] if found else [Lines([context.t("The outbox is empty.")])]
    )


def send_jobs(context: Context, options: Namespace) -> Answer:
    """Send now; exit 3 where something could not be sent, 1 where the drive is not there."""
    from clusterdesk.services import outbox
    from clusterdesk.sync import rounds
    from clusterdesk.sync.drive_words import drive_error
    from clusterdesk.sync.rounds import Drive

    store, folder = context.desk.store, context.settings.shared_folder
    if not folder:
        raise _no_drive()
    asked = [job.id for job in outbox_reference.meant(context, options.ids)] if options.ids else None
    ids = asked or [job.id for job in outbox.jobs(store)]
    outbox.send_again(store, ids)
    context.progress(context.t("Asking the shared drive …"))
    with sending.helper(context) as helper:
        report = rounds.run_round(store, Drive(folder, store.binder_id), helper, ids=asked, insist=True)
    if report.elsewhere:
        raise KnownError(
            "sending_elsewhere",
            N_("The outbox is being sent already, by the window or by another command."),
            advice=N_("Wait until it is done: clusterdesk outbox list"),
        )
    outbox.clean_up(store)
    still = [job for job in outbox.jobs(store) if job.waits]
    error = drive_error(report.drive, folder, sum(job.size for job in still))
    if error is not None:
        raise error
    return _sent(context, report)


def _sent(context: Context, report: "Report") -> Answer:
    from clusterdesk.services import outbox

    t, store = context.t, context.desk.store
    touched = {*report.copied, *report.verified, *report.troubled}
    found = [job for job in outbox.jobs(store) if job.id in touched]
    document = {
        "drive": sending.drive_document(context.settings.shared_folder, report.drive),
        "copied": [str(each) for each in report.copied],
        "verified": [str(each) for each in report.verified],
        "troubled": [str(each) for each in report.troubled],
        "exports": [sending.job_document(context, job) for job in found],
    }
    block = outbox_reference.table(context, found) if found else Lines([t("There was nothing to send.")])
    return Answer(document, [block], code=WITH_REFUSALS if report.troubled else DONE)


def forget_jobs(context: Context, options: Namespace) -> Answer:
    """Give exports up."""
    from clusterdesk.services import outbox

    t = context.t
    meant = outbox_reference.meant(context, options.ids)
    names = ", ".join(job.title for job in meant)
    context.confirm(t("Give up {names}? The copies in the outbox are removed.", names=names))
    gone = [outbox.forget(context.desk.store, job.id) for job in meant]
    lines = [t("Given up: {title}", title=job.title) for job in gone]
    return Answer({"forgotten": [str(job.id) for job in gone]}, [Lines(lines)])


def _no_drive() -> KnownError:
    return KnownError(
        "no_drive",
        N_("No shared folder was chosen."),
        safe=N_("Your data is safe: everything waits in the outbox of this computer."),
        advice=N_("Choose the folder that your team shares: clusterdesk drive set FOLDER"),
    )
