"""From drafts to records: every key read strictly, every reference followed."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import FieldSpec
from clusterdesk.domain.figures.cells import NEVER_NEGATIVE
from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number, parse_establishment_number
from clusterdesk.domain.identifiers.phone import parse_phone
from clusterdesk.domain.parsing.outcome import Parsed
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.exchange.archive.drafts import Draft
from clusterdesk.exchange.archive.identities import Identities
from clusterdesk.exchange.archive.known import Known
from clusterdesk.exchange.archive.problems import Problem, ProblemError, shown
from clusterdesk.exchange.archive.shift import Shift
from clusterdesk.exchange.archive.values import NOT_EMPTY, TEXT_WANTED, read_value

UNKNOWN_KEY = N_("A record of the type {record_type} has no key “{value}”.")
MISSING_KEY = N_("This key is missing.")
NEGATIVE_COST = N_("This amount cannot be negative. A negative variable cost is to be corrected.")
NO_SUCH_TYPE = N_("There is no record type “{value}”.")

# Kept by the program itself, or told by the id.
_NOT_WRITTEN = frozenset({"id", "deleted"})
# What a record cannot be known without.
_NAMES = frozenset(
    {
        ("organisation", "name"),
        ("project", "title"),
        ("prospect", "name"),
        ("tag", "name"),
        ("action", "text"),
        ("profile", "name"),
        ("saved_filter", "name"),
    }
)
_OWN_DAYS = ("on", "opened_on")
_COSTS = frozenset(line.value for line in NEVER_NEGATIVE)
_NUMBERS: Mapping[tuple[str, str], Callable[[str], Parsed[str]]] = MappingProxyType(
    {
        ("organisation", "enterprise_number"): parse_enterprise_number,
        ("prospect", "enterprise_number"): parse_enterprise_number,
        ("establishment", "establishment_number"): parse_establishment_number,
    }
)


class RecordBuilder:
    """Reads drafts into records, on top of what the binder knows of them."""

    def __init__(self, known: Known, identities: Identities, shift: Shift) -> None:
        """Move whole dates by ``shift``."""
        self._known = known
        self._identities = identities
        self._shift = shift

    def build(self, draft: Draft, problems: list[Problem]) -> Record | None:
        """Return the record as it will be after the import; ``None`` when the draft has problems (noted).

        Keys that are not given keep the value the binder has, or get the field's default.
        """
        values, own = self._values(draft, problems)
        if values is None or own is None:
            return None
        before = self._known.records(draft.kind.key).get(own)
        if before is not None:
            if draft.weak and not before.deleted:
                return before
            return replace(before, **values, deleted=False)
        missing = [
            spec.name
            for spec in draft.kind.fields.values()
            if spec.default is MISSING and spec.name not in values and spec.name not in _NOT_WRITTEN
        ]
        if missing:
            problems.extend(Problem(f"{draft.where}{name}", MISSING_KEY) for name in missing)
            return None
        self._date_of_old(draft.kind.fields, values)
        return draft.kind.cls(**{**values, "id": own})

    def _date_of_old(self, specs: Mapping[str, FieldSpec], values: dict[str, Any]) -> None:
        """Let a fact of the past that does not say since when it is known be known since its own day."""
        if "recorded_on" not in specs or "recorded_on" in values:
            return
        for name in _OWN_DAYS:
            day = values.get(name)
            if isinstance(day, date) and day <= self._known.today:
                values["recorded_on"] = day

    def _values(self, draft: Draft, problems: list[Problem]) -> tuple[dict[str, Any] | None, UUID | None]:
        specs = draft.kind.fields
        values: dict[str, Any] = dict(draft.given)
        before = len(problems)
        for key, plain in draft.data.items():
            if key in draft.given:
                continue
            spec = specs.get(key)
            try:
                if spec is None or key in _NOT_WRITTEN:
                    raise ProblemError(UNKNOWN_KEY, record_type=draft.kind.key, value=shown(key))
                values[key] = self._value(draft, spec, plain)
            except ProblemError as error:
                problems.append(error.at(f"{draft.where}{key}"))
        if values.get("recorded_on", ...) is None:
            del values["recorded_on"]
        if draft.foreign is not None:
            values["external_id"] = draft.foreign
        if len(problems) > before:
            return None, draft.own
        own = draft.own
        if draft.kind.member_of_set:
            try:
                own = set_member_id(draft.kind.key, {**self._defaults(draft), **values})
            except KeyError as error:
                problems.append(Problem(f"{draft.where}{error.args[0]}", MISSING_KEY))
        return values, own

    @staticmethod
    def _defaults(draft: Draft) -> dict[str, Any]:
        return {spec.name: spec.default for spec in draft.kind.fields.values() if spec.default is not MISSING}

    def _value(self, draft: Draft, spec: FieldSpec, plain: Any) -> Any:  # noqa: ANN401 - as varied as fields
        kind = draft.kind.key
        if spec.refers_to is not None:
            return self._reference(spec, spec.refers_to, plain)
        if (kind, spec.name) == ("record_tag", "record_id"):
            target = draft.data.get("record_type")
            if target not in RECORD_TYPES:
                raise ProblemError(NO_SUCH_TYPE, value=shown(target))
            return self._reference(spec, str(target), plain)
        value = read_value(spec, plain, self._shift)
        if value is not None and spec.rule is not None and not spec.rule.holds(value):
            raise ProblemError(spec.rule.message)
        if (kind, spec.name) in _NAMES and not value.strip():
            raise ProblemError(NOT_EMPTY)
        costs = (kind, spec.name) == ("figure", "amount") and draft.data.get("line") in _COSTS
        if costs and value is not None and value < 0:
            raise ProblemError(NEGATIVE_COST)
        read = _NUMBERS.get((kind, spec.name))
        if read is not None and value is not None:
            return _number(read, value)
        if kind == "contact_point" and draft.where and draft.data.get("kind") == "phone" and spec.name == "value":
            return parse_phone(value).value or value
        return value

    def _reference(self, spec: FieldSpec, target: str, plain: object) -> UUID | None:
        if plain is None:
            if not spec.optional:
                raise ProblemError(NOT_EMPTY)
            return None
        if not isinstance(plain, str):
            raise ProblemError(TEXT_WANTED, value=shown(plain))
        return self._identities.resolve(target, plain)


def _number(read: Callable[[str], Parsed[str]], text: str) -> str | None:
    parsed = read(text)
    if parsed.error is not None:
        raise ProblemError(parsed.error.message, **parsed.error.params)
    return parsed.value
