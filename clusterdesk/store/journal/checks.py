"""What every change must satisfy before it is written, whoever sends it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.parsing.text import plain_line, plain_note
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import DatedFact, Record


def checked(changes: Sequence[Change], today: date) -> list[Change]:
    """Return the changes as they are to be written: texts plain and in NFC, facts with the day they were recorded.

    Raises:
        KnownError: a text is too long or holds what cannot be stored.
        BugError: a type or field does not exist, or a value is missing.
    """
    return [_checked(change, today) for change in changes]


def _checked(change: Change, today: date) -> Change:
    if isinstance(change, Insert):
        record = _checked_record(change.record, today)
        return change if record is change.record else Insert(record)
    kind = RECORD_TYPES.get(change.record_type)
    if kind is None or change.field not in kind.fields or change.field == "id":
        raise BugError(f"no field {change.record_type}.{change.field}")
    if isinstance(change, SetField):
        spec = kind.fields[change.field]
        value = clean_value(spec, change.value)
        if value is None and not spec.optional:
            raise BugError(f"{change.record_type}.{change.field} cannot be empty")
        check_rule(spec, value)
        if value is not change.value:
            return replace(change, value=value)
    return change


@cache
def _watched(key: str) -> tuple[tuple[FieldSpec, ...], tuple[str, ...], tuple[FieldSpec, ...]]:
    """Return the fields of a record type that hold text, the names of those never empty, and the fields with a rule."""
    specs = RECORD_TYPES[key].fields.values()
    texts = tuple(spec for spec in specs if spec.kind in {Kind.TEXT, Kind.NOTE, Kind.TEXTS})
    required = tuple(spec.name for spec in specs if not spec.optional)
    return texts, required, tuple(spec for spec in specs if spec.rule is not None)


def _checked_record(record: Record, today: date) -> Record:
    texts, required, ruled = _watched(type_of(record).key)
    updates: dict[str, Any] = {}
    for spec in texts:
        value = getattr(record, spec.name)
        if value and not (
            value.__class__ is str and value.isascii() and len(value) <= spec.limit and value.isprintable()
        ):
            cleaned = clean_value(spec, value)
            if cleaned is not value:
                updates[spec.name] = cleaned
    for name in required:
        if getattr(record, name) is None:
            raise BugError(f"{type_of(record).key}.{name} cannot be empty")
    for spec in ruled:
        check_rule(spec, getattr(record, spec.name))
    if isinstance(record, DatedFact) and record.recorded_on is None:
        updates["recorded_on"] = today
    return replace(record, **updates) if updates else record


def check_rule(spec: FieldSpec, value: Any) -> None:  # noqa: ANN401 - any field's value
    """Refuse a value that does not satisfy the rule of its field.

    Raises:
        KnownError: says which field, and what it wants.
    """
    if value is None or spec.rule is None or spec.rule.holds(value):
        return
    raise KnownError(
        "value_refused",
        N_("{field_label}: {value} was refused. {rule_label}"),
        advice=N_("Correct the value; nothing was written."),
        field_label=spec.label,
        value=str(value)[:40],
        rule_label=spec.rule.message,
    )


def clean_value(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - any field's value
    """Return a value fit to be stored: texts are in NFC, without control characters, on one line but for notes.

    Raises:
        KnownError: the text is longer than the field's limit or holds half a character.
    """
    if value.__class__ is str:
        return _clean_text(spec, value)
    if spec.kind is Kind.TEXTS and value:
        return tuple(_clean_text(spec, str(part)) for part in value)
    if spec.kind is Kind.ID and value is not None and not isinstance(value, UUID):
        raise BugError(f"{spec.name} must be an id")
    return value


def _clean_text(spec: FieldSpec, text: str) -> str:
    if text.isascii() and len(text) <= spec.limit and text.isprintable():
        return text
    text = plain_note(text) if spec.kind is Kind.NOTE else plain_line(text)
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise KnownError(
            "text_unstorable",
            N_("The text of “{field_label}” holds half a character that cannot be stored."),
            advice=N_("Type the text again, or paste it as plain text."),
            field_label=spec.label,
        ) from error
    if size > spec.limit:
        raise KnownError(
            "text_too_long",
            N_("The text of “{field_label}” is too long: {size} bytes, at most {limit}."),
            advice=N_("Shorten it, or attach it as a document."),
            field_label=spec.label,
            size=size,
            limit=spec.limit,
        )
    return text
