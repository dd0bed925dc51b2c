"""undo and redo: of every step of this laptop, also one from before a restart or from the window."""

import json
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from clusterdesk.base.clock import instant_text
from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    from clusterdesk.domain.views.history import OperationView


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the options of undo or redo."""
    parser.options.add_argument(
        "--list", action="store_true", help=t("only list what could be taken back or done again")
    )
    parser.options.add_argument(
        "--leave-others", action="store_true", help=t("leave fields as somebody else has set them since")
    )
    parser.set_defaults(handler=partial(take_back, name))


def take_back(name: str, context: Context, options: Namespace) -> Answer:
    """Take back the last step, or do it again."""
    from clusterdesk.cli import told
    from clusterdesk.services import lookup, undo

    store = context.desk.store
    if options.list:
        return _listing(context, *lookup.undoable(store), lookup.erasures(store))
    step = undo.undo if name == "undo" else undo.redo
    try:
        result = step(store)
    except KnownError as error:
        fields = getattr(error, "fields", None)
        if fields is None or not options.leave_others:
            raise
        result = step(store, leave=fields)
    label = told.operation(context, result.output.label)
    count = sum(map(len, result.changes.touched.values()))
    to_undo, to_redo = lookup.undoable(store)
    document = {
        "undone" if name == "undo" else "redone": operation_document(context, result.output),
        "records": count,
        "next_undo": operation_document(context, to_undo[0]) if to_undo else None,
        "next_redo": operation_document(context, to_redo[0]) if to_redo else None,
    }
    line = context.t("Taken back: {operation}", operation=label)
    if not count:
        line = context.t("Skipped: {operation} – somebody else has changed all of it since.", operation=label)
    elif name == "redo":
        line = context.t("Done again: {operation}", operation=label)
    return Answer(document, [Lines([line])])


def operation_document(context: Context, operation: "OperationView") -> dict[str, Any]:
    """Return an operation as JSON; an undo or a redo has the name of what it took back or did again."""
    return {
        "id": str(operation.id),
        "name": json.loads(operation.args).get("of_name", operation.name),
        "label": operation.label.text(context.t),
        "at": instant_text(operation.at),
        "author": operation.author,
        "changes": operation.change_count,
    }


def _listing(
    context: Context,
    to_undo: "Sequence[OperationView]",
    to_redo: "Sequence[OperationView]",
    final: "Sequence[OperationView]",
) -> Answer:
    t = context.t
    document = {
        "undo": [operation_document(context, one) for one in to_undo],
        "redo": [operation_document(context, one) for one in to_redo],
        "final": [operation_document(context, one) for one in final],
    }
    blocks: list[Lines | Table] = []
    told = (
        (t("Can be taken back, the next one first"), to_undo),
        (t("Can be done again"), to_redo),
        (t("Stays as it is: what was erased cannot come back"), final),
    )
    for heading, found in told:
        if found:
            rows = [operation_row(context, one) for one in found]
            blocks += [Lines([heading]), Table([t("When"), t("Who"), t("What"), t("Changes")], rows, frozenset({3}))]
    return Answer(document, blocks or [Lines([t("There is nothing to undo.")])])


def operation_row(context: Context, operation: "OperationView") -> list[str]:
    """Return an operation as a row: when, who, what, number of changes."""
    from clusterdesk.cli import told, values

    return [
        values.shown(context, operation.at),
        told.author(context, operation.author),
        told.operation(context, operation.label),
        str(operation.change_count),
    ]
