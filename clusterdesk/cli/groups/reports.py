"""reports: the local error reports and the log of the window."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions."""
    actions = parser.actions("action", t)
    actions.add("list", t("the reports and logs on this computer"), list_reports)
    showing = actions.add("show", t("print one"), show)
    showing.wanted.add_argument("name", metavar=t("NAME"), help=t("name of the file"))
    deleting = actions.add("delete", t("delete one for good"), delete)
    deleting.wanted.add_argument("name", metavar=t("NAME"), help=t("name of the file"))


def list_reports(context: Context, options: Namespace) -> Answer:
    """List the reports."""
    from clusterdesk.config.paths import reports_dir
    from clusterdesk.config.reports import reports

    t, found = context.t, reports()
    document = {
        "folder": str(reports_dir()),
        "reports": [
            {"name": one.name, "at": one.at.isoformat().replace("+00:00", "Z"), "size": one.size} for one in found
        ],
    }
    if not found:
        return Answer(document, [Lines([t("There is no report: nothing went wrong.")])])
    rows = [[one.name, context.formats.instant(one.at), context.formats.file_size(one.size)] for one in found]
    return Answer(document, [Table([t("Name"), t("Date"), t("Size")], rows, frozenset({2}))])


def show(context: Context, options: Namespace) -> Answer:
    """Print a report."""
    from clusterdesk.config.reports import report_content

    text = report_content(options.name)
    return Answer({"name": options.name, "text": text}, [Lines(text.splitlines())])


def delete(context: Context, options: Namespace) -> Answer:
    """Delete a report."""
    from clusterdesk.config.reports import delete_report

    delete_report(options.name)
    return Answer({"name": options.name, "deleted": True}, [Lines([context.t("Deleted: {name}", name=options.name)])])
