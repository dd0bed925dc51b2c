"""How records look: as JSON, as a row of a list, as a page of labels and values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from clusterdesk.cli import country_values, told, values
from clusterdesk.cli.answer import Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.fields import FieldSpec, Kind, plain_values
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.i18n.countries import country_name
from clusterdesk.services import lookup

_BLANK = (None, "", ())
Titles = Mapping[UUID, str]
_MOST_COLUMNS = 7
_NOT_LISTED = frozenset(
    {
        "id",
        "external_id",
        "deleted",
        "recorded_on",
        "revoked_on",
        "merged_into",
        "merged_on",
        "vat_status",
        "sole_trader",
    }
)


def titles_for(context: Context, records: Iterable[Record]) -> dict[UUID, str]:
    """Return the names of these records and of all records they point to."""
    return {one: title for one, (_, title) in lookup.names(context.desk.store, records).items()}


def document(record: Record, titles: Titles) -> dict[str, Any]:
    """Return a record as JSON: its fields, its title, and the titles of what it points to."""
    kind = type_of(record)
    pointed = {
        spec.name: titles.get(getattr(record, spec.name))
        for spec in kind.references
        if getattr(record, spec.name) is not None
    }
    return {**plain_values(record), "title": titles.get(record.id, ""), "titles": pointed}


def list_table(context: Context, kind: RecordType, records: Sequence[Record], titles: Titles) -> Table:
    """Return a list of records for people: the telling fields, the id last."""
    columns = _columns(kind, records)
    headers = [context.t(spec.label) for spec in columns] + [context.t("Identifier")]
    rows = [[_cell(context, record, spec, titles) for spec in columns] + [str(record.id)] for record in records]
    right = frozenset(i for i, spec in enumerate(columns) if spec.kind in {Kind.INTEGER, Kind.DECIMAL})
    return Table(headers, rows, right)


def _columns(kind: RecordType, records: Sequence[Record]) -> list[FieldSpec]:
    """Return the first telling fields: the title's own, then the others in order; a column of blanks tells nothing."""
    listed = [
        spec
        for spec in kind.fields.values()
        if spec.name not in _NOT_LISTED
        and spec.kind is not Kind.NOTE
        and (not records or any(getattr(one, spec.name) not in _BLANK for one in records))
    ]
    first = [spec for spec in listed if spec.name in kind.title_fields]
    others = [spec for spec in listed if spec.name not in kind.title_fields]
    return (first + others)[:_MOST_COLUMNS]


def _cell(context: Context, record: Record, spec: FieldSpec, titles: Titles) -> str:
    value = getattr(record, spec.name)
    if spec.name == "enterprise_number" and value:
        return show_enterprise_number(value)
    if value and (country_values.is_country(spec) or spec.name == "countries"):
        codes = (value,) if isinstance(value, str) else value
        return ", ".join(country_name(code, context.t.language) for code in codes)
    is_link = isinstance(value, UUID) and spec.name != "id"
    return values.shown(context, value, _linked(context, spec, titles.get(value, "")) if is_link else "")


def _linked(context: Context, spec: FieldSpec, title: str) -> str:
    return told.title(context, spec.refers_to or "", title)


def pairs(context: Context, record: Record, titles: Titles) -> Pairs:
    """Return a record for people: the labels of its fields with their values; empty ones are left out."""
    kind = type_of(record)
    rows = []
    for spec in kind.fields.values():
        text = _cell(context, record, spec, titles)
        if text and not (spec.name == "deleted" and not record.deleted):
            rows.append((context.t(spec.label), text))
    return Pairs(rows)


def parts_tables(
    context: Context, groups: Iterable[tuple[str, Sequence[Record]]], titles: Titles, owner: UUID
) -> list[tuple[str, Table]]:
    """Return a table for each group of parts, with its heading; the column of the owner is left out."""
    found = []
    for key, records in groups:
        kind = RECORD_TYPES[key]
        columns = [spec for spec in _columns(kind, records) if any(getattr(one, spec.name) != owner for one in records)]
        headers = [context.t(spec.label) for spec in columns] + [context.t("Identifier")]
        rows = [[_cell(context, one, spec, titles) for spec in columns] + [str(one.id)] for one in records]
        found.append((context.t(kind.plural), Table(headers, rows)))
    return found
