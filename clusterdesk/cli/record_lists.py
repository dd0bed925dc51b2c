"""list: a page of the records of a type, shown or written into a file."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import list_files, record_shapes
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.filters import add_list_options, wanted_records
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RecordType
from clusterdesk.domain.records.base import Record

if TYPE_CHECKING:
    from clusterdesk.cli.derived_columns import Derived

# Types with lists of their own making: the modules under ``cli.groups`` that know them.
_LISTS = {"organisation": "saved_lists"}


def add_options(parser: Parser, t: Translate, kind: RecordType) -> None:
    """Add what a list of this type can be asked."""
    add_list_options(parser, t)
    if kind.key in _LISTS:
        _other_lists(kind).add_option(parser, t)


def _other_lists(kind: RecordType) -> Any:  # noqa: ANN401 - a module
    return import_module(f"clusterdesk.cli.groups.{_LISTS[kind.key]}")


def list_records(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """List a page of records."""
    from clusterdesk.services import lookup

    if getattr(options, "saved", None):
        wanted, page = _other_lists(kind).saved_page(context, options)
    else:
        wanted = wanted_records(context, kind, options)
        page = lookup.page(context.desk.store, kind.key, wanted)
    if options.save:
        return list_files.save_list(context, kind, page, options.save)
    titles = record_shapes.titles_for(context, page.records)
    derived = _derived(kind, context, page.records)
    document = {
        "record_type": kind.key,
        "total": page.total,
        "limit": wanted.limit,
        "offset": wanted.offset,
        "items": [{**record_shapes.document(record, titles), **derived.plain(record)} for record in page.records],
    }
    notes = []
    if page.total > len(page.records):
        notes.append(
            context.t(
                "{first}–{last} of {total}; more with --offset and --limit",
                first=wanted.offset + 1 if page.records else wanted.offset,
                last=wanted.offset + len(page.records),
                total=page.total,
            )
        )
    if context.output.as_json:
        return Answer(document, notes=notes)
    return Answer(document, [derived.beside(record_shapes.list_table(context, kind, page.records, titles))], notes)


def _derived(kind: RecordType, context: Context, records: Sequence[Record]) -> "Derived":
    """Return what a list of this type shows beside the fields of its records."""
    from clusterdesk.cli.derived_columns import NOTHING, Derived

    if kind.key != "prospect":
        return NOTHING
    from clusterdesk.services.prospects import read_prospects

    states = {row.record.id: row.state for row in read_prospects(context.desk.store).rows}
    label = context.t("State")
    return Derived("state", label, {one.id: states.get(one.id) for one in records}, context.t)
