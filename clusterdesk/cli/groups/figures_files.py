"""figures import, figures export: figures by file, with a preview of every cell."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.exit_codes import DONE, WITH_REFUSALS
from clusterdesk.cli.figures_plan import keep_asked, ledger_id_of, planned
from clusterdesk.cli.groups.figures_answer import figures_blocks, figures_document, figures_notes
from clusterdesk.cli.groups.figures_request import add_request
from clusterdesk.cli.groups.import_archive import existing_file
from clusterdesk.cli.parser import Actions, Parser

_EXISTING = ("keep", "take")
_SOURCES = ("oral", "company", "accountant", "filed")
_LAYOUTS = ("wide", "long", "quarterly")


def add_actions(actions: Actions, t: Translate) -> None:
    """Add import and export to the actions of figures."""
    taken = actions.add("import", t("take figures from a csv, xlsx or ods file: months as columns or rows"), take)
    add_import_options(taken, t)
    add_request(actions, t)
    export = actions.add("export", t("write the figures of a ledger into a csv or xlsx file"), write)
    export.wanted.add_argument("file", metavar=t("FILE"), help=t("file to write; its ending says which kind"))
    _add_ledger(export, t)
    add = export.options.add_argument
    add("--layout", choices=_LAYOUTS, default="wide", help=t("months as columns, a figure a row, or quarters"))
    add("--edition", choices=("internal", "shareable"), default="internal", help=t("who may read the file"))


def add_import_options(action: Parser, t: Translate) -> None:
    """Add what an import of figures takes."""
    action.wanted.add_argument("file", metavar=t("FILE"), help=t("csv, xlsx or ods"))
    _add_ledger(action, t)
    add = action.options.add_argument
    add("--existing", choices=_EXISTING, help=t("where a month has other figures already: keep them or take the new"))
    add("--source", choices=_SOURCES, default="company", help=t("who gave the figures, where the file does not say"))
    add(
        "--line",
        action="append",
        default=[],
        metavar=t("HEADING=LINE"),
        help=t("what a heading of the file is: revenue, variable, fixed … or skip; may be repeated"),
    )
    add("--mapping", metavar=t("NAME"), help=t("what the headings are, as kept in the binder under a name"))
    add("--save-mapping", metavar=t("NAME"), help=t("keep what the headings are in the binder under this name"))
    add("--decimal", choices=(",", "."), help=t("the decimal mark, where the file does not tell"))
    add("--year", type=int, metavar=t("YEAR"), help=t("the year of months that are written without one"))
    add("--sheet", metavar=t("NAME"), help=t("sheet of the workbook"))
    add("--encoding", metavar=t("NAME"), help=t("encoding of a text file, such as cp1252"))
    add("--delimiter", metavar=t("SIGN"), help=t("sign between the columns of a text file"))
    add("--dry-run", action="store_true", help=t("only say what would happen"))


def _add_ledger(action: Parser, t: Translate) -> None:
    add = action.options.add_argument
    add("--ledger", metavar="REF", help=t("ledger of figures: id or name"))
    add("--organisation", metavar="REF", help=t("organisation whose figures they are; a ledger is begun where needed"))


def take(context: Context, options: Namespace) -> Answer:
    """Read a file, compare it with the ledger, write it as one step; exit 3 where figures were refused."""
    from clusterdesk.exchange.figures.plan import FigureVerdict
    from clusterdesk.exchange.figures.run import run_figures_import

    path = existing_file(options.file)
    plan, request_id = planned(context, options, path)
    changed = len(plan.of(FigureVerdict.CHANGED))
    operation = None
    if not options.dry_run:
        if changed and options.existing is None:
            raise KnownError(
                "figures_differ",
                N_("The ledger has other figures already in {count} places."),
                advice=N_("Look at them with --dry-run, then say --existing keep or --existing take."),
                count=changed,
            )
        context.progress(context.t("Importing …"))
        done = run_figures_import(context.desk.store, plan, options.existing == "take", request_id=request_id)
        operation = done.changes.operation_id
        keep_asked(context, options, plan)
    document = figures_document(context, plan) | {
        "file": path.name,
        "request": None if request_id is None else str(request_id),
        "dry_run": bool(options.dry_run),
        "operation": None if operation is None else str(operation),
    }
    refused = bool(plan.of(FigureVerdict.REFUSED))
    code = WITH_REFUSALS if refused else DONE
    return Answer(document, figures_blocks(context, plan), figures_notes(context, plan), code)


def write(context: Context, options: Namespace) -> Answer:
    """Write the figures of a ledger into a file."""
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.exchange.figures.export import export_figures
    from clusterdesk.exchange.figures.export_table import ExportLayout

    ledger_id = ledger_id_of(context, options)
    path = Path(options.file).expanduser()
    if path.suffix.lower() not in {".csv", ".xlsx"}:
        raise KnownError(
            "export_kind",
            N_("Figures are written as .csv or .xlsx, not as {name}."),
            advice=N_("Give the file a name that ends in .csv or .xlsx."),
            name=path.name,
        )
    layout = ExportLayout(options.layout)
    count = export_figures(context.desk.store, ledger_id, path, layout, context.t, Edition(options.edition))
    document: dict[str, Any] = {
        "path": str(path.absolute()),
        "ledger": str(ledger_id),
        "layout": layout.value,
        "figures": count,
    }
    return Answer(document, [Lines([str(path)])])
