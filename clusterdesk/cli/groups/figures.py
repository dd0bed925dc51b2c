"""figures: ledgers opened and read, amounts entered as people type them, periods closed, what is due."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import figure_shapes, references, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups import figures_files
from clusterdesk.cli.ledger_reference import ledger_meant, ledgers_meant, period_meant
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

_LEDGER = RECORD_TYPES["ledger"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of figures."""
    from clusterdesk.cli.figure_entry import add_entry_options, enter

    actions = parser.actions("what", t)
    show = actions.add("show", t("the figures of an organisation, periods as columns"), show_figures)
    _add_ledger(show, t)
    show.options.add_argument("--from", dest="first", metavar=t("PERIOD"), help=t("first period; else a year back"))
    show.options.add_argument("--until", dest="last", metavar=t("PERIOD"), help=t("last period; else the newest"))
    entry = actions.add("enter", t("enter amounts of a period, as one types them"), enter)
    _add_ledger(entry, t)
    entry.wanted.add_argument("period", metavar=t("PERIOD"), help=t("2026-10, oct. 2026, T3 2026, 2026"))
    add_entry_options(entry, t)
    for word, help_text, handler in (
        ("close", t("close a period that is complete: it counts from then on"), close),
        ("reopen", t("open a closed period again, to correct it"), reopen),
    ):
        closing = actions.add(word, help_text, handler)
        _add_ledger(closing, t)
        closing.wanted.add_argument("period", metavar=t("PERIOD"), help=t("2026-10, oct. 2026, T3 2026, 2026"))
    figures_files.add_actions(actions, t)
    actions.add("due", t("whose figures of the last period are missing"), due)
    opening = actions.add("open", t("begin to follow the figures of an organisation, or of one of its projects"), begin)
    opening.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    for flag, name_of_field in _OPENED.items():
        opening.options.add_argument(f"--{flag}", metavar=t("VALUE"), help=t(_LEDGER[name_of_field].label))
    opening.options.add_argument("--seasonal", action="store_true", help=t("judge on twelve months"))
    opening.options.add_argument(
        "--line",
        action="append",
        default=[],
        metavar=t("NAME:SHARE"),
        help=t("a line of its own for semi-variable costs, with its variable share (0–1)"),
    )


_OPENED = {
    "project": "project_id",
    "name": "name",
    "currency": "currency",
    "cadence": "cadence",
    "from": "starts_on",
    "vat": "vat_rate",
}


def _add_ledger(parser: Parser, t: Translate) -> None:
    parser.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name; or the id of a ledger"))
    parser.options.add_argument("--ledger", metavar=t("NAME"), help=t("which ledger, where there are several"))


def show_figures(context: Context, options: Namespace) -> Answer:
    """Show the ledgers of an organisation."""
    named = options.ledger is not None
    views = [ledger_meant(context, options.ref, options.ledger)] if named else ledgers_meant(context, options.ref)
    first = period_meant(options.first) if options.first else None
    last = period_meant(options.last) if options.last else None
    document = {"ledgers": [figure_shapes.ledger_document(context, one, first, last) for one in views]}
    if not views:
        return Answer(document, [Lines([context.t("No figures are followed yet.")])])
    return Answer(
        document, [block for one in views for block in figure_shapes.ledger_blocks(context, one, first, last)]
    )


def close(context: Context, options: Namespace) -> Answer:
    """Close a period."""
    from clusterdesk.domain.commands.figures import ClosePeriod
    from clusterdesk.services.figures import close_period

    view, period = ledger_meant(context, options.ref, options.ledger), period_meant(options.period)
    month = close_period(context.desk.store, ClosePeriod(ledger_id=view.ledger.id, period=period)).output
    told = context.t("{period} is closed: it counts.", period=context.formats.partial(period))
    return figure_shapes.period_answer(view, month, told)


def reopen(context: Context, options: Namespace) -> Answer:
    """Open a period again."""
    from clusterdesk.domain.commands.figures import ReopenPeriod
    from clusterdesk.services.figures import reopen_period

    view, period = ledger_meant(context, options.ref, options.ledger), period_meant(options.period)
    month = reopen_period(context.desk.store, ReopenPeriod(ledger_id=view.ledger.id, period=period)).output
    told = context.t("{period} is open: it does not count.", period=context.formats.partial(period))
    return figure_shapes.period_answer(view, month, told)


def due(context: Context, options: Namespace) -> Answer:
    """List whose figures are due."""
    from clusterdesk.services.ledger_views import read_figures_due

    found = read_figures_due(context.desk.store)
    document = {"total": len(found), "items": [figure_shapes.due_document(one) for one in found]}
    t = context.t
    if not found:
        return Answer(document, [Lines([t("No figures are due.")])])
    headers = [t("Organisation"), t("Period"), t("Turnover"), t("Total costs"), t("FTE"), t("What is missing")]
    rows = [figure_shapes.due_row(context, one) for one in found]
    return Answer(
        document, [Table(headers, rows, frozenset({2, 3, 4}))], [t.n("{n} ledger", "{n} ledgers", n=len(found))]
    )


def begin(context: Context, options: Namespace) -> Answer:
    """Open a ledger, with lines of its own."""
    from clusterdesk.domain.commands.figures import OpenLedger
    from clusterdesk.services.figures import open_ledger
    from clusterdesk.services.ledger_views import read_ledgers

    organisation = references.target(context, options.ref, "organisation")
    given = {
        name: values.read(context, _LEDGER[name], f"--{flag}", text)
        for flag, name in _OPENED.items()
        if (text := getattr(options, flag.replace("-", "_"))) is not None
    }
    lines = tuple(figure_shapes.own_line(context, text) for text in options.line)
    command = OpenLedger(organisation_id=organisation, seasonal=options.seasonal, lines=lines, **given)
    made = open_ledger(context.desk.store, command).output
    view = next(one for one in read_ledgers(context.desk.store, organisation) if one.ledger.id == made.id)
    told = context.t("The figures of {name} are followed.", name=made.name)
    return Answer(figure_shapes.ledger_document(context, view, None, None), [Lines([told])])
