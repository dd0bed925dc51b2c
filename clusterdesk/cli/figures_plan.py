"""Reading a file of figures for the ledger that is meant: as an answer to a request, or as the options say."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.context import Context
from clusterdesk.cli.ledger_reference import ledger_meant, ledgers_meant

if TYPE_CHECKING:
    from clusterdesk.domain.records.figures import Cadence
    from clusterdesk.domain.views.figures import LedgerView
    from clusterdesk.exchange.figures.plan import FiguresPlan
    from clusterdesk.exchange.figures.requests.returned import ReturnedRequest


def planned(context: Context, options: Namespace, path: Path) -> "tuple[FiguresPlan, UUID | None]":
    """Return what importing a file would do, and the promise it keeps where it answers a request.

    Raises:
        KnownError: it cannot be read, or it is not said whose figures it holds.
    """
    from clusterdesk.exchange.figures.kept_headings import check_corrected

    returned = _returned(context, options, path)
    plan = returned.plan if returned is not None else _plan(context, options, path)
    if options.save_mapping:
        check_corrected(plan.opened.options.lines)
    return plan, returned.token.request_id if returned is not None else None


def keep_asked(context: Context, options: Namespace, plan: "FiguresPlan") -> None:
    """Keep what the headings are, where that is asked."""
    from clusterdesk.exchange.figures.kept_headings import keep_headings

    if options.save_mapping:
        keep_headings(context.desk.store, options.save_mapping, plan.opened.options.lines)


def _returned(context: Context, options: Namespace, path: Path) -> "ReturnedRequest | None":
    """Read the file as an answer to a request, where it is one and no other ledger was named."""
    from clusterdesk.exchange.figures.requests.recognising import token_in
    from clusterdesk.exchange.figures.requests.returned import read_returned

    token = token_in(path)
    if token is None:
        return None
    if options.ledger or options.organisation:
        named = (
            {one.ledger.id for one in ledgers_meant(context, options.organisation)} if options.organisation else set()
        )
        if options.ledger:
            named = {ledger_id_of(context, options)}
        if token.ledger_id not in named:
            raise KnownError(
                "request_of_other",
                N_("{name} holds the figures of another ledger than the one that is named."),
                advice=N_("Leave out --ledger and --organisation: the file knows whose figures it holds."),
                name=path.name,
            )
    return read_returned(context.desk.store, path, token)


def _plan(context: Context, options: Namespace, path: Path) -> "FiguresPlan":
    from clusterdesk.domain.records.figures import FigureSource
    from clusterdesk.exchange.figures.kept_headings import kept_under
    from clusterdesk.exchange.figures.opened import FiguresOptions, open_figures
    from clusterdesk.exchange.figures.plan import plan_figures
    from clusterdesk.exchange.reading.source import ReadOptions
    from clusterdesk.services.ledgers import fitting_ledgers, ledger_view, new_ledger

    store = context.desk.store
    reading = ReadOptions(options.sheet, options.encoding, options.delimiter)
    opened = open_figures(path, FiguresOptions(reading, _lines(options.line), options.decimal, options.year))
    if options.mapping:
        opened = opened.with_kept(kept_under(store, options.mapping).lines)
    source = FigureSource(options.source)
    if options.ledger or not options.organisation:
        return plan_figures(store, opened, ledger_view(store, ledger_id_of(context, options)), source=source)
    holder = references.target(context, options.organisation, "organisation")
    if not fitting_ledgers(store, holder, opened.cadence):
        begun = new_ledger(store, holder, opened.cadence, opened.currency)
        return plan_figures(store, opened, begun, fresh=True, source=source)
    return plan_figures(store, opened, _fitting(context, options.organisation, opened.cadence), source=source)


def _fitting(context: Context, text: str, cadence: "Cadence") -> "LedgerView":
    """Return the one ledger of an organisation that figures of a cadence go into; its own before its projects'."""
    from clusterdesk.services.ledgers import fits

    found = [one for one in ledgers_meant(context, text) if fits(one.ledger, cadence)]
    own = [one for one in found if one.ledger.project_id is None]
    return own[0] if len(own) == 1 else found[0] if len(found) == 1 else ledger_meant(context, text, None)


def _lines(given: list[str]) -> dict[str, str]:
    lines: dict[str, str] = {}
    for one in given:
        heading, mark, target = one.rpartition("=")
        if not mark or not heading.strip() or not target.strip():
            raise KnownError(
                "bad_line_option",
                N_("“{text}” does not say which line a heading is."),
                advice=N_('Write the heading, an equals sign and the line: --line "Marchandises=variable".'),
                text=one,
            )
        lines[heading.strip()] = target.strip().lower().replace("-", "_") if _is_line(target) else target.strip()
    return lines


def _is_line(target: str) -> bool:
    from clusterdesk.domain.records.figures import FigureLine
    from clusterdesk.exchange.figures.opened import SKIP, STAFF

    return target.strip().lower().replace("-", "_") in {*FigureLine, SKIP, STAFF}


def _whose() -> KnownError:
    return KnownError(
        "figures_of_whom",
        N_("It is not said whose figures these are."),
        advice=N_("Name the ledger (--ledger) or the organisation (--organisation)."),
    )


def ledger_id_of(context: Context, options: Namespace) -> UUID:
    """Return the ledger that is named, among those of the organisation where it is named too, or its only one."""
    if options.organisation:
        return ledger_meant(context, options.organisation, options.ledger).ledger.id
    if options.ledger:
        return references.one(context, options.ledger, ("ledger",)).id
    raise _whose()
