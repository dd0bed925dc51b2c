"""Comparing what a row says with what is known: new, an update of some fields, or nothing new."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import DatedFact, Record
from clusterdesk.domain.records.organisations import Membership
from clusterdesk.exchange.importing.verdicts import FieldUpdate, RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import Finding, ReadRow
from clusterdesk.exchange.reading.source import address

NOTHING_NEW = Problem("nothing_new", N_("Everything in this row is in the binder already."))


def updates_of(known: Record, made: Record, given: Collection[str]) -> tuple[FieldUpdate, ...]:
    """Return the given fields in which a row differs from the record that is known."""
    differing = {name for name in given if getattr(made, name) != getattr(known, name)}
    if not differing:
        return ()
    kind = type_of(known)
    return tuple(
        FieldUpdate(kind.key, name, spec.label, getattr(known, name), getattr(made, name))
        for name, spec in kind.fields.items()
        if name in differing
    )


def set_fields(known: Record, updates: Iterable[FieldUpdate]) -> list[Change]:
    """Return the changes that carry updates out."""
    return [SetField(update.record_type, known.id, update.field, update.new) for update in updates]


def settled(
    read: ReadRow, known: Record | None, made: Record, given: Collection[str], parts: Iterable[Record], title: str
) -> RowPlan:
    """Return the plan of a row about one record: new with its parts, updated, or nothing new.

    ``parts`` belong to the known record where there is one, and are those it does not have yet.
    """
    if known is None:
        return RowPlan(read, Verdict.NEW, title, tuple(Insert(one) for one in (made, *parts)))
    updates = updates_of(known, made, given)
    changes = [*set_fields(known, updates), *(Insert(one) for one in parts)]
    if not changes:
        return RowPlan(read, Verdict.SKIPPED, title, reason=NOTHING_NEW)
    return RowPlan(read, Verdict.UPDATED, title, tuple(changes), updates)


def refusal(
    read: ReadRow, mapping: ColumnMapping, field: str, code: str, message: str, title: str = "", **params: object
) -> RowPlan:
    """Return the plan of a row that cannot be imported, with the cell that is to blame."""
    column = mapping.column_of(field)
    place = address(read.line, column.column) if column else str(read.line)
    finding = Finding(column.header if column else "", field, place, code, message, params, refuses=True)
    return RowPlan(read, Verdict.REFUSED, title, problems=(finding,))


def noticed(
    read: ReadRow, mapping: ColumnMapping, fields: Iterable[str], code: str, message: str, **params: object
) -> Finding:
    """Return something worth a look about the first of some fields that the list has."""
    column = next(filter(None, map(mapping.column_of, fields)), None)
    place = address(read.line, column.column) if column else str(read.line)
    return Finding(column.header if column else "", column.field if column else None, place, code, message, params)


def dated[R: Record](record: R, known_since: date | None) -> R:
    """Say since when a fact is known, where the list tells it."""
    if known_since is not None and isinstance(record, DatedFact):
        changed: Any = replace(record, recorded_on=known_since)
        return changed  # type: ignore[no-any-return]
    return record


def joined(values: Iterable[Any]) -> str:
    """Join the texts of several cells of one field, a line each."""
    return "\n".join(str(value) for value in values if value)


def added(present: str, text: str) -> str:
    """Return a long text with that of a row below it, where it does not say so already: nothing typed is replaced."""
    return present if text in present else joined([present, text])


def same_membership(one: Membership, other: Membership) -> bool:
    """Tell whether a row means a membership that is known: of that day, or the present one where it gives no day."""
    if one.status is not other.status:
        return False
    return one.from_on == other.from_on or (other.from_on is None and one.to_on is None)
