"""What an import of figures answers: a document for programs, tables for people."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from clusterdesk.cli.answer import Block, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label

if TYPE_CHECKING:
    from clusterdesk.exchange.figures.plan import FiguresPlan, PlannedFigure


def figures_document(context: Context, plan: "FiguresPlan") -> dict[str, Any]:
    """Return the JSON answer: how the sheet was read, and every figure with its verdict."""
    opened = plan.opened
    return {
        "counts": {verdict.value: count for verdict, count in plan.counts.items()},
        "ledger": str(plan.view.ledger.id),
        "ledger_name": plan.view.ledger.name,
        "new_ledger": plan.fresh,
        "layout": opened.layout.kind.value,
        "cadence": opened.cadence.value,
        "header_row": opened.layout.header_line or None,
        "currency": plan.view.ledger.currency,
        "decimal_mark": opened.mark,
        "sheet": opened.source.sheet,
        "skipped": [{"heading": one.heading, "reason": one.reason, "cells": one.cells} for one in plan.skipped],
        "notices": [
            {"code": one.code, "message": context.t(one.message, **one.params)} for one in opened.source.notices
        ],
        "figures": [_figure(context, plan, one) for one in plan.figures],
    }


def _figure(context: Context, plan: "FiguresPlan", one: "PlannedFigure") -> dict[str, Any]:
    cell, staff, problem = one.read.cell, one.read.staff, one.read.problem
    own = {line.id: line.name for line in plan.view.lines}
    said = cell or staff
    document: dict[str, Any] = {
        "cell": one.read.address,
        "heading": one.read.heading,
        "verdict": one.verdict.value,
        "period": one.period,
        "line": cell.line.value if cell else ("fte" if staff else None),
        "own_line": own.get(cell.own_line_id) if cell and cell.own_line_id else None,
        "amount": _amount(one.amount),
        "source": said.source.value if said else None,
        "precision": said.precision.value if said else None,
        "before": _amount(one.amount_before),
        "closed": one.closed,
    }
    if problem is not None:
        document["error"] = {"code": problem.code, "message": problem.text(context.t)}
    return document


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def figures_blocks(context: Context, plan: "FiguresPlan") -> list[Block]:
    """Return the tables to print: the counts, then the figures there is something to say about."""
    from clusterdesk.exchange.figures.plan import FigureVerdict

    t, counts = context.t, plan.counts
    names = {
        FigureVerdict.NEW: t("New"),
        FigureVerdict.CHANGED: t("Changed"),
        FigureVerdict.SAME: t("Unchanged"),
        FigureVerdict.REFUSED: t("Refused"),
    }
    blocks: list[Block] = [
        Table(list(names.values()), [[str(counts[verdict]) for verdict in names]], frozenset(range(4)))
    ]
    told = [one for one in plan.figures if one.verdict in (FigureVerdict.CHANGED, FigureVerdict.REFUSED)]
    if told:
        headers = [t("Cell"), t("Verdict"), t("Line"), t("Period"), t("Why")]
        blocks.append(Table(headers, [[*_row(context, one, names[one.verdict])] for one in told]))
    return blocks


def _row(context: Context, one: "PlannedFigure", verdict: str) -> list[str]:
    t, cell, problem = context.t, one.read.cell, one.read.problem
    if one.period is None:
        why = problem.text(t) if problem else ""
        return [one.read.address, verdict, one.read.heading, one.read.raws[0].written_period, why]
    words = t("{old} → {new}", old=_shown(context, one.amount_before), new=_shown(context, one.amount))
    return [one.read.address, verdict, t(choice_label(cell.line)) if cell else t("FTE"), one.period, words]


def _shown(context: Context, amount: Decimal | None) -> str:
    return "–" if amount is None else context.formats.number(amount)


def figures_notes(context: Context, plan: "FiguresPlan") -> list[str]:
    """Return what is odd about the file, and which of its headings are not taken."""
    from clusterdesk.exchange.figures.heading_targets import SKIPPED

    t = context.t
    notes = [t(one.message, **one.params) for one in plan.opened.source.notices]
    return notes + [
        t("{heading}: {message}", heading=one.heading, message=t(SKIPPED[one.reason])) for one in plan.skipped
    ]
