"""The parameters of a rule set as a form: groups of fields with their labels, and back to what changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.strategy.rules import REFERRALS, CountingRules, IndicatorRules, Measure, Unit, Validation

FOR_ALL = "counting"
UNITS: Mapping[Unit, str] = {Unit.PROJECT: N_("Project"), Unit.ORGANISATION: N_("Organisation")}
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
    """A parameter: in which table it stands, under which key, what it is called (a msgid), and its present value."""

    table: str
    key: str
    label: str
    kind: FieldKind
    value: object


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The parameters of one indicator; ``indicator`` is ``None`` for those of all."""

    indicator: IndicatorRules | None
    fields: tuple[RuleField, ...]


def rule_groups(rules: CountingRules) -> tuple[RuleGroup, ...]:
    """Return the parameters of all indicators first, then those of each that has some of its own."""
    counted = [one for one in rules.indicators if one.measure not in REFERRALS]
    if not counted:
        return ()
    return (RuleGroup(None, _for_all(counted[0])), *(RuleGroup(one, _own(one)) for one in counted))


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


def _own(one: IndicatorRules) -> tuple[RuleField, ...]:
    made: list[tuple[str, str, FieldKind, object]] = [("unit", N_("Counted once per"), FieldKind.UNIT, one.unit)]
    if one.measure is Measure.JOB_GROWTH:
        staff = one.employment
        made += [
            ("growth", N_("Growth needed (FTE)"), FieldKind.DECIMAL, staff.growth),
            ("quarters_needed", N_("Quarter ends needed"), FieldKind.WHOLE, staff.quarters_needed),
            ("days_after_start", N_("Days for a later baseline"), FieldKind.WHOLE, staff.days_after_start),
            ("about_counts", N_("“About” numbers count"), FieldKind.TRUTH, staff.about_counts),
        ]
    made.append(("value_chains", N_("Value chains that count (none: all)"), FieldKind.CHAINS, one.value_chains))
    return tuple(RuleField(one.key, *each) for each in made)


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else value
