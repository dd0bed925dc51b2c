"""The parameters of a rule set as a form: groups of fields with their labels, and back to what changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.strategy.rule_values import COUNTING
from clusterdesk.domain.strategy.rules import REFERRALS, CountingRules, IndicatorRules, Measure, Unit, Validation

FOR_ALL = "counting"
# What an indicator may say for itself instead of what is for all.
OWN = ("months_after_closing", "region_test", "evidence_level", "validation")
UNITS: Mapping[Unit, str] = {Unit.PROJECT: N_("Project"), Unit.ORGANISATION: N_("Organisation")}
# What each kind of validation does, for whoever chooses one.
VALIDATION_TOLD: Mapping[Validation, str] = {
    Validation.REQUIRED: N_("Required: until then it counts, and is not provable; no quarter is frozen before."),
    Validation.RECOMMENDED: N_("Recommended: until then it counts, and is not provable; a reminder says so."),
    Validation.OFF: N_("Not asked: the evidence alone makes it provable."),
}
VALIDATIONS: Mapping[Validation, str] = {
    Validation.REQUIRED: N_("Required"),
    Validation.RECOMMENDED: N_("Recommended"),
    Validation.OFF: N_("Not asked"),
}


class FieldKind(StrEnum):
    """How a parameter is entered."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    TRUTH = "truth"
    UNIT = "unit"
    VALIDATION = "validation"
    EVIDENCE = "evidence"
    POSTCODES = "postcodes"
    CHAINS = "chains"


@dataclass(frozen=True, slots=True)
class RuleField:
    """A parameter: in which table it stands, under which key, what it is called (a msgid), and its present value.

    One that is ``optional`` may be left out: of an indicator, what is for all holds then.
    """

    table: str
    key: str
    label: str
    kind: FieldKind
    value: object
    optional: bool = False


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The parameters of one indicator; ``indicator`` is ``None`` for those of all."""

    indicator: IndicatorRules | None
    fields: tuple[RuleField, ...]


def rule_groups(
    rules: CountingRules, tables: Mapping[str, Mapping[str, object]] = MappingProxyType({})
) -> tuple[RuleGroup, ...]:
    """Return the parameters of all indicators first, then those of each; ``tables``: as the rules are written.

    What an indicator does not say for itself has no value of its own: what is for all holds.
    """
    counted = [one for one in rules.indicators if one.measure not in REFERRALS]
    if not counted:
        return ()
    said = {key: COUNTING[key](value) for key, value in tables.get(FOR_ALL, {}).items() if key in COUNTING}
    for_all = replace(IndicatorRules("", Measure.INDUSTRIALISED), **said) if tables else counted[0]
    own = (RuleGroup(one, (*_own(one), *_apart(one, tables.get(one.key, {})))) for one in counted)
    return (RuleGroup(None, _for_all(for_all)), *own)


def as_parameters(values: Mapping[tuple[str, str], object]) -> dict[str, dict[str, Any]]:
    """Return values by table and key as they stand in a file of rules."""
    tables: dict[str, dict[str, Any]] = {}
    for (table, key), value in values.items():
        tables.setdefault(table, {})[key] = _plain(value)
    return tables


def postcodes_text(region: tuple[tuple[int, int], ...]) -> str:
    """Return ranges of postcodes as they are typed: "1000-1299, 1930"."""
    return ", ".join(f"{first:04}" if first == last else f"{first:04}-{last:04}" for first, last in region)


def _for_all(one: IndicatorRules) -> tuple[RuleField, ...]:
    made = (
        ("months_after_closing", N_("Months after closing"), FieldKind.WHOLE, one.months_after_closing),
        ("region_test", N_("In the Region only"), FieldKind.TRUTH, one.region_test),
        ("region", N_("Postcodes of the Region"), FieldKind.POSTCODES, postcodes_text(one.region)),
        ("evidence_level", N_("Evidence needed"), FieldKind.EVIDENCE, one.evidence_level),
        ("validation", N_("Validation by a second person"), FieldKind.VALIDATION, one.validation),
    )
    return tuple(RuleField(FOR_ALL, *each) for each in made)


def _apart(one: IndicatorRules, said: Mapping[str, object]) -> tuple[RuleField, ...]:
    """Return what an indicator may say for itself; its value is ``None`` where it does not."""
    fields = (field for field in _for_all(one) if field.key in OWN)
    return tuple(
        RuleField(
            one.key, field.key, field.label, field.kind, field.value if field.key in said else None, optional=True
        )
        for field in fields
    )


def _own(one: IndicatorRules) -> tuple[RuleField, ...]:
    made: list[tuple[str, str, FieldKind, object]] = [("unit", N_("Counted once per"), FieldKind.UNIT, one.unit)]
    if one.measure is Measure.JOB_GROWTH:
        staff = one.employment
        made += [
            ("growth", N_("Growth needed (FTE)"), FieldKind.DECIMAL, staff.growth),
            ("quarters_needed", N_("Quarter ends needed"), FieldKind.WHOLE, staff.quarters_needed),
            ("days_after_start", N_("Days for a later baseline"), FieldKind.WHOLE, staff.days_after_start),
            ("days_before_end", N_("Days before a quarter end"), FieldKind.WHOLE, staff.days_before_end),
            ("about_counts", N_("“About” numbers count"), FieldKind.TRUTH, staff.about_counts),
        ]
    made.append(("value_chains", N_("Value chains that count (none: all)"), FieldKind.CHAINS, one.value_chains))
    return tuple(RuleField(one.key, *each, optional=each[0] == "days_before_end") for each in made)


def _plain(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else value
