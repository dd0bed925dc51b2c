"""Reading rules of counting from TOML: a strategy file, or a few keys that change the rules in force."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from clusterdesk.base.errors import DATA_SAFE, KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.measures import PLAIN_MEASURES
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.strategy.rule_values import (
    COUNTING,
    EMPLOYMENT,
    INDICATOR,
    PLAN,
    SERIES,
    Reader,
    RuleValueError,
)
from clusterdesk.domain.strategy.rules import CountingRules, IndicatorRules, Measure

_PARTS: Mapping[str, Mapping[str, Reader]] = {"plan": PLAN, "counting": COUNTING}
_NAMES = tuple(f"name_{language}" for language in ("fr", "nl", "en"))
# Of a strategy, but no rule of counting: who imports the strategy reads them.
_HEAD = ("format", "version", "valid_from", "owner", "reason")
_STRATEGY = frozenset({*_HEAD, "strategic_objective", "operational_objective", "plan_item", *_NAMES})
_DESCRIBED = frozenset({"operational_objective", "position", "expected", "active", *_NAMES})
_MOST_YEARS = 50
# What Python says, in English only, ends in where it is.
_PLACE = re.compile(r"at line (?P<line>\d+), column (?P<column>\d+)")
EMPTY = CountingRules("", ())


def parse_rules(text: str) -> dict[str, Any]:
    """Return the tables of a text of rules.

    Raises:
        KnownError: it is no TOML.
    """
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _PLACE.search(str(error))
        message = N_("This is no TOML, from line {line}, column {column} on.") if at else N_("This is no TOML.")
        raise KnownError(
            "rules_unreadable",
            message,
            advice=N_('Write it as in this example: [break_even] and below it unit = "organisation".'),
            **(at.groupdict() if at else {}),
        ) from error


def read_rules(text: str, base: CountingRules = EMPTY) -> CountingRules:
    """Return ``base`` changed by what a text of rules says; an indicator that ``base`` has not is added.

    Raises:
        KnownError: it is no TOML, has a key that is none, or a value that makes no sense.
    """
    tables = parse_rules(text)
    everywhere: dict[str, Any] = {}
    for part, readers in _PARTS.items():
        given = _table(part, tables.pop(part, {}))
        everywhere |= {key: _read(part, key, value, readers) for key, value in given.items()}
    version = _version(tables.get("version", base.version))
    found = {one.key: _changed(one, everywhere) for one in base.indicators}
    for key, value in tables.items():
        if key in _STRATEGY or (isinstance(value, dict) and value.get("measure") in PLAIN_MEASURES):
            continue
        if not isinstance(value, dict) or (key not in found and "measure" not in value):
            known = ", ".join([*_PARTS, *found])
            raise _unknown(key, N_("There are: {known}. A new indicator says what it counts by “measure”."), known)
        found[key] = _indicator(key, value, found.get(key), everywhere)
    for one in found.values():
        _check_plan(one)
    return CountingRules(version, tuple(found.values()))


def _indicator(
    key: str, table: Mapping[str, Any], base: IndicatorRules | None, everywhere: Mapping[str, Any]
) -> IndicatorRules:
    measure = _read(key, "measure", table["measure"], INDICATOR) if "measure" in table else None
    rules = base or _changed(IndicatorRules(key, measure or Measure.INDUSTRIALISED), everywhere)
    if measure is not None:
        rules = replace(rules, measure=measure)
    more = {Measure.JOB_GROWTH: EMPLOYMENT, Measure.BREAK_EVEN: SERIES}.get(rules.measure, {})
    readers = {**INDICATOR, **more}
    values = {
        name: _read(key, name, value, readers)
        for name, value in table.items()
        if name not in _DESCRIBED and not (value == "" and name in COUNTING)  # an empty text: as for all
    }
    names = {name[-2:]: str(table[name]) for name in _NAMES if name in table}
    staff = {name: values.pop(name) for name in tuple(values) if name in EMPLOYMENT}
    for name in SERIES:
        values.pop(name, None)
    if staff:
        values["employment"] = replace(rules.employment, **staff)
    return replace(rules, names={**rules.names, **names}, **values)


def _changed(rules: IndicatorRules, everywhere: Mapping[str, Any]) -> IndicatorRules:
    return replace(rules, **everywhere) if everywhere else rules


def _table(name: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _refused(name, "", RuleValueError(N_("Write it as a table: [{name}]."), name=name))
    return value


def _read(part: str, key: str, value: object, readers: Mapping[str, Reader]) -> Any:  # noqa: ANN401 - as varied as rules
    if key not in readers:
        raise _unknown(f"{part}.{key}", N_("In this part there are: {known}."), ", ".join(readers))
    try:
        return readers[key](value)
    except RuleValueError as error:
        raise _refused(f"{part}.{key}", value, error) from error


def _version(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _refused("version", value, RuleValueError(N_("Give a whole number or a short text.")))
    return str(value)[:40]


def _check_plan(rules: IndicatorRules) -> None:
    if rules.end < rules.start or rules.end.year - rules.start.year >= _MOST_YEARS:
        raise KnownError(
            "rules_plan",
            N_("The plan of “{key}” ends before it starts, or lasts longer than {most} years: {start} to {end}."),
            advice=N_("Correct “start” and “end” in [plan], or in the part of the indicator."),
            key=rules.key,
            most=_MOST_YEARS,
            start=rules.start,
            end=rules.end,
        )


def _unknown(key: str, advice: str, known: str) -> KnownError:
    return KnownError(
        "rules_unknown_key",
        N_("There is no rule “{key}”."),
        advice=advice,
        key=clipped(key),
        known=known,
    )


def _refused(key: str, value: object, error: RuleValueError) -> KnownError:
    return KnownError(
        "rules_value",
        N_("The rule “{key}” cannot be “{value}”."),
        advice=error.wanted,
        safe=DATA_SAFE,
        **{**error.values, "key": clipped(key), "value": clipped(str(value))},
    )
