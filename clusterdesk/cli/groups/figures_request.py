"""figures request: a workbook for a company to fill in, and the mail draft that carries it."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.ledger_reference import ledger_meant, period_meant
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.record_types import RECORD_TYPES


def add_request(actions: Actions, t: Translate) -> None:
    """Add request to the actions of figures."""
    asked = actions.add("request", t("ask a company for its figures: a workbook to fill in, and a mail draft"), request)
    asked.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name; or the id of a ledger"))
    add = asked.options.add_argument
    add("--ledger", metavar=t("NAME"), help=t("which ledger, where there are several"))
    add(
        "--period",
        action="append",
        default=[],
        metavar=t("PERIOD"),
        help=t("a month or quarter to ask for, may be repeated; else all that is missing"),
    )
    add("--in", dest="document_language", choices=("fr", "nl", "en"), help=t("language of workbook and mail"))
    add("--due", metavar=t("DATE"), help=t("by when; else in two weeks"))
    add("--output", metavar=t("FOLDER"), help=t("folder for the two files; else the drafts of the binder"))


def request(context: Context, options: Namespace) -> Answer:
    """Write workbook and draft, and note the promise."""
    from clusterdesk.exchange.figures.requests.sending import send_request
    from clusterdesk.services.figure_requests import figure_request

    store, t = context.desk.store, context.t
    view = ledger_meant(context, options.ref, options.ledger)
    periods = [period_meant(text) for text in options.period]
    default = context.settings.default_document_language
    asked = figure_request(store, view.ledger.id, periods, options.document_language, default)
    folder = Path(options.output).expanduser() if options.output else store.folder.outbox / "mail"
    due: date | None = None
    if options.due:
        due = values.read(context, RECORD_TYPES["action"].fields["due_on"], "--due", options.due)
    done = send_request(store, asked, folder, store.author, t, due)
    sent = done.output
    document = {
        "ledger": str(view.ledger.id),
        "periods": list(asked.due),
        "language": asked.language,
        "receivers": [one.mail for one in asked.recipients],
        "due_on": sent.due_on.isoformat(),
        "workbook": str(sent.workbook.absolute()),
        "draft": str(sent.draft.absolute()),
        "operation": str(done.changes.operation_id),
    }
    notes = [] if asked.recipients else [t("No mail address is known: fill it in in the draft.")]
    return Answer(document, [Lines([str(sent.workbook), str(sent.draft)])], notes)
