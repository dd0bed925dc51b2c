"""Break-even of a ledger as the command line gives it: documents for programs, tables for people."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from clusterdesk.cli.answer import Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.proposal_shapes import proposal_document, proposal_lines
from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.breakeven.outlook import Outlook
from clusterdesk.domain.breakeven.series import Track
from clusterdesk.domain.breakeven.what_if import Assumptions, Planned, deepest_need, reached_in
from clusterdesk.domain.views.break_even import BreakEven, BreakEvenMonth, KeptScenario
from clusterdesk.services.break_even_reached import ReachedWords
from clusterdesk.services.break_even_words import BreakEvenWords

_DIGITS = 24
_LEVEL = (
    *("revenue", "charges", "core", "with_subsidies", "with_all", "variable", "fixed", "cm", "cm_ratio", "threshold"),
    *("accounting_threshold", "safety", "safety_ratio", "leverage", "units", "threshold_units", "most_units"),
)
_MONTH = (
    *("revenue", "charges", "variable", "fixed", "operating_subsidy", "units", "core", "with_subsidies", "with_all"),
    *("cm_ratio", "threshold", "twelve_months"),
)


def break_even_document(context: Context, view: BreakEven) -> dict[str, Any]:
    """Return all of it; amounts are texts with a dot, what does not exist is ``None``."""
    words = BreakEvenWords(context.t, context.formats)
    return {
        "ledger": str(view.ledger_id),
        "organisation": view.organisation,
        "project": view.project or None,
        "as_of": view.as_of.isoformat(),
        "currency": view.currency,
        "rule": None if view.annual else view.rule.value,
        "annual": view.annual,
        "complete": view.complete,
        "sentence": words.sentence(view),
        "gap": words.gap(view) or None,
        "levers": [
            {
                "kind": one.kind.value,
                "amount": plain_amount(one.amount),
                "share": plain_amount(one.share),
                "possible": one.possible,
            }
            for one in view.levers
        ],
        "growths": [{"periods": one.periods, "growth": plain_amount(one.growth)} for one in view.growths],
        "last": _level(view.last),
        "year": _level(view.year),
        "without_subsidies": _track(view.core),
        "with_subsidies": _track(view.helped),
        "point": _point(view),
        "payback": _payback(view),
        "start": _start(view),
        "outlook": _outlook(view.outlook),
        "scenarios": [_scenario(one) for one in view.scenarios],
        "proposals": [proposal_document(context, one) for one in view.proposals],
        "months": [_month(one) for one in view.months],
        "messages": list(words.messages(view)),
    }


def break_even_blocks(context: Context, view: BreakEven) -> list[Block]:
    """Return what people read: the sentence, the months, what is proposed, the look ahead."""
    words, t = BreakEvenWords(context.t, context.formats), context.t
    said = [words.sentence(view), words.gap(view), words.levers(view), *words.messages(view)]
    heads = [
        t("Year") if view.annual else t("Month"),
        t("Turnover"),
        t("Charges"),
        t("Result without subsidies"),
        t("Threshold"),
    ]
    rows = [_row(context, one) for one in view.months[-24:]]
    proposed = [line for one in view.proposals for line in proposal_lines(context, one)]
    ahead = [*words.ahead(view), *words.growth(view)]
    return [
        Lines([one for one in said if one]),
        Table(heads, rows, frozenset({1, 2, 3, 4})),
        *(_reached(context, view) if view.complete else ()),
        *([Lines(proposed)] if proposed else []),
        Lines(ahead),
    ]


def _reached(context: Context, view: BreakEven) -> tuple[Block, ...]:
    words = ReachedWords(context.t, context.formats)
    heads, rows = words.table(view)
    apart = [one for one in (words.payback(view), words.point(view)) if one]
    return Table(list(heads), [list(one) for one in rows]), Lines(apart)


def plan_document(given: Assumptions, months: Sequence[Planned]) -> dict[str, Any]:
    """Return a what-if: its numbers, when it reaches break-even, its periods."""
    reached = reached_in(given)
    return {
        "first": str(given.first),
        "price": plain_amount(given.price),
        "variable_cost": plain_amount(given.variable_cost),
        "fixed_costs": plain_amount(given.fixed_costs),
        "units": plain_amount(given.units),
        "per_unit": given.per_unit,
        "growth": plain_amount(given.growth),
        "reached_in": str(reached) if reached is not None else None,
        "to_find": plain_amount(deepest_need(given)),
        "periods": [
            {
                "period": str(one.period),
                "revenue": plain_amount(one.revenue),
                "charges": plain_amount(one.charges),
                "core": plain_amount(one.core),
            }
            for one in months
        ],
    }


def _level(level: Level | None) -> dict[str, Any] | None:
    if level is None:
        return None
    made: dict[str, Any] = {"first": str(level.first), "last": str(level.last)}
    made |= {name: plain_amount(getattr(level, name)) for name in _LEVEL}
    made["messages"] = [one.code.value for one in level.said]
    return made


def _track(track: Track | None) -> dict[str, Any] | None:
    if track is None:
        return None
    return {
        "first_non_negative": _text(track.first_non_negative),
        "events": [[change.value, str(period)] for change, period in track.events],
        "first_t12_non_negative": _text(track.first_t12_non_negative),
        "t12_confirmed": _text(track.t12_confirmed),
    }


def _point(view: BreakEven) -> dict[str, Any] | None:
    """Return on which day of a year the threshold was passed; of a year known as a whole only by a regular activity."""
    point = view.year_point
    if point is None:
        return None
    days = {"regular": point.regular, "real": point.real}
    return {"year": point.year, "annual": point.whole} | {
        name: day.isoformat() if day is not None else None for name, day in days.items()
    }


def _payback(view: BreakEven) -> dict[str, Any] | None:
    paid = view.payback
    if paid is None:
        return None
    return {
        "since": str(paid.since),
        "total": plain_amount(paid.total),
        "deepest": plain_amount(paid.deepest),
        "recovered_in": _text(paid.recovered_in),
    }


def _start(view: BreakEven) -> dict[str, Any] | None:
    start = view.start
    if start is None:
        return None
    return {
        "state": start.state.value,
        "first_action": start.first_action.isoformat() if start.first_action is not None else None,
        "shown_by": start.shown_by.last_day.isoformat() if start.shown_by is not None else None,
    }


def _outlook(outlook: Outlook | None) -> dict[str, Any] | None:
    if outlook is None:
        return None
    error = outlook.error
    return {
        "complete": outlook.complete,
        "missing": [str(one) for one in outlook.missing],
        "horizon": outlook.horizon,
        "reached": outlook.reached,
        "earliest": _text(outlook.earliest),
        "latest": _text(outlook.latest),
        "scenarios": [
            {"method": one.projection.method.value, "turns_in": _text(one.turns_in)} for one in outlook.scenarios
        ],
        "error": {"trials": error.trials, "ahead": error.periods_ahead, "typical": plain_amount(error.typical)}
        if error is not None
        else None,
    }


def _scenario(kept: KeptScenario) -> dict[str, Any]:
    return {
        "id": str(kept.scenario.id),
        "name": kept.scenario.name,
        "on": kept.scenario.on.isoformat(),
        "reached_in": _text(kept.reached_in),
        "known": sum(one.revenue is not None for one in kept.compared),
        "revenue_off": plain_amount(kept.revenue_off),
    }


def _month(month: BreakEvenMonth) -> dict[str, Any]:
    made: dict[str, Any] = {"period": str(month.period), "complete": month.complete}
    made |= {name: plain_amount(getattr(month, name)) for name in _MONTH}
    made["about"] = month.about
    made["lacks"] = [one.value for one in month.lacks]
    made["messages"] = [one.code.value for one in month.said]
    return made


def _row(context: Context, month: BreakEvenMonth) -> list[str]:
    shown = (month.revenue, month.charges, month.core, month.threshold)
    return [
        context.formats.partial(month.period),
        *(context.formats.decimal(one, 2) if one is not None else "" for one in shown),
    ]


def plain_amount(value: Decimal | int | None) -> str | None:
    """Return a number as text with a dot, without trailing zeros, to twenty-four digits."""
    if value is None:
        return None
    exact = Decimal(value)
    digits = max(exact.adjusted() + 1, 1)
    places = max(_DIGITS - digits, 0)
    exponent = exact.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        exact = round(exact, places)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
