"""A ledger named by its id or by its organisation, and its lines and periods as people name them."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.typed_amounts import TypedAmount, read_typed_amount
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.figures import FigureLine

if TYPE_CHECKING:
    from clusterdesk.domain.views.figures import LedgerView

STAFF = "fte"
_STAFF_WORDS = frozenset({STAFF, "etp", "vte"})
_SHORT = {"ca": FigureLine.REVENUE, "omzet": FigureLine.REVENUE, "turnover": FigureLine.REVENUE}


def ledgers_meant(context: Context, text: str) -> "list[LedgerView]":
    """Return the ledgers of an organisation, or the one with an id; an organisation may have none.

    Raises:
        KnownError: there is no such organisation.
        WrongUseError: the name matches several.
    """
    from clusterdesk.domain.records.figures import Ledger
    from clusterdesk.services import lookup
    from clusterdesk.services.ledger_views import read_ledgers

    store = context.desk.store
    try:
        by_id = lookup.meant(store, str(UUID(text.strip())), ("ledger",))
    except ValueError:
        by_id = []
    if by_id:
        ledger = store.get(Ledger, by_id[0].id)
        return [one for one in read_ledgers(store, ledger.organisation_id) if one.ledger.id == ledger.id]
    return read_ledgers(store, references.target(context, text, "organisation"))


def ledger_meant(context: Context, text: str, name: str | None) -> "LedgerView":
    """Return the one ledger that is meant.

    Raises:
        KnownError: there is none.
        WrongUseError: there are several and none was named.
    """
    views = ledgers_meant(context, text)
    if name is not None:
        wanted = folded(name)
        views = [one for one in views if wanted in {folded(one.ledger.name), folded(one.project), str(one.ledger.id)}]
    if not views:
        raise KnownError(
            "no_ledger",
            N_("No figures of “{text}” are followed."),
            advice=N_("Begin with “clusterdesk figures open”."),
            text=text if name is None else name,
        )
    if len(views) > 1:
        lines = [f"{one.ledger.id}  {one.project or one.ledger.name}" for one in views]
        raise WrongUseError(
            N_("“{text}” has {count} ledgers."),
            code="ambiguous",
            advice=N_("Name one of them with --ledger, or by its id."),
            text=text,
            count=len(views),
            lines=lines,
        )
    return views[0]


def period_meant(text: str) -> str:
    """Return the period a text names.

    Raises:
        WrongUseError: it names none.
    """
    from clusterdesk.domain.figures.typed_periods import read_typed_period

    period = read_typed_period(text)
    if period is None:
        raise WrongUseError(
            N_("“{text}” is no month, quarter or year of 1990–2100."),
            code="no_period",
            advice=N_("Write 2026-10, 2026-Q3 or 2026."),
            text=text,
        )
    return period


def line_meant(context: Context, view: "LedgerView", name: str) -> tuple[FigureLine, UUID | None] | None:
    """Return the line a word names, and the line of its own where it is one; ``None`` for the head count.

    Raises:
        WrongUseError: there is no such line.
    """
    wanted = folded(name).strip().replace("-", "_")
    if wanted in _STAFF_WORDS:
        return None
    for own in view.lines:
        if wanted in {folded(own.name).strip(), str(own.id)}:
            return FigureLine.SEMI_VARIABLE, own.id
    if wanted in _SHORT:
        return _SHORT[wanted], None
    for line in FigureLine:
        if line is not FigureLine.SEMI_VARIABLE and wanted in {line.value, folded(context.t(choice_label(line)))}:
            return line, None
    known = [line.value for line in FigureLine if line is not FigureLine.SEMI_VARIABLE]
    raise WrongUseError(
        N_("“{value}” is not known for {name}. Use one of: {choices}."),
        code="unknown_choice",
        value=name,
        name=context.t("LINE=AMOUNT"),
        choices=", ".join([*known, STAFF, *(own.name for own in view.lines)]),
    )


def amount_meant(context: Context, name: str, text: str, mark: str | None, view: "LedgerView") -> TypedAmount:
    """Return the amount that was typed for a line; ``mark`` is the decimal mark, where it was said.

    Raises:
        WrongUseError: it is no amount, or can be read in two ways.
    """
    ledger = view.ledger
    parsed = read_typed_amount(text, mark=mark, currency=ledger.currency, rate=ledger.vat_rate)
    problem = parsed.error or next(iter(parsed.warnings), None)
    if problem is None and parsed.value is not None:
        return parsed.value
    assert problem is not None
    advice = N_("Correct the value and give the command again.")
    if parsed.error is None:
        advice = N_("Say which mark is the decimal one: --decimal comma, or --decimal point.")
    readings = [values.plain(one) for one in parsed.value.readings] if parsed.value is not None else []
    raise WrongUseError(
        N_("{name}: {problem}"),
        code=problem.code,
        advice=advice,
        details={"readings": readings} if readings else {},
        name=name,
        problem=context.t(problem.message, **problem.params),
    )
