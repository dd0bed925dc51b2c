"""A strategy file: objectives, indicators, action plan and rules of a cluster as TOML, read into records.

The format is explained in ``docs/strategy-file.md``; what cannot be used is refused with the place in the file. Each
table beside the objectives is an indicator; what it says of counting is kept as parameters of the rules, by its key.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import tomli_w

from clusterdesk.base.errors import DATA_SAFE, KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import Kind
from clusterdesk.domain.measures import MEASURES
from clusterdesk.domain.parsing.text import clipped, plain_line, plain_note
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.strategy import Indicator, IndicatorYear, OperationalObjective, PlanItem, RuleSet
from clusterdesk.domain.records.strategy import StrategicObjective as Objective
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.domain.strategy.reading_rules import parse_rules, read_rules

COUNTING, PLAN = "counting", "plan"
HEAD = ("format", "version", "valid_from", "owner", "reason", "name_fr", "name_nl", "name_en")
OBJECTIVE, OPERATIONAL, ITEM = "strategic_objective", "operational_objective", "plan_item"
RESERVED = frozenset({*HEAD, COUNTING, PLAN, OBJECTIVE, OPERATIONAL, ITEM})
FORMAT = 1
NAMES = ("name_fr", "name_nl", "name_en")
HOW = ("how_fr", "how_nl", "how_en")
ITEM_FIELDS: Mapping[str, str] = {
    "year": "year",
    "text": "text",
    "owner": "owner_name",
    "due": "due_on",
    "done": "done_on",
    "state": "state",
    "remark": "remark",
}
# What the table of an indicator says of the indicator itself; the rest of it are rules of counting.
OWN = frozenset({*NAMES, OPERATIONAL, "measure", "target", "start", "end", "expected", "position", "active"})
_KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
_TYPES: Mapping[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.NOTE: (str,),
    Kind.CHOICE: (str,),
    Kind.DATE: (date,),
    Kind.INTEGER: (int,),
    Kind.DECIMAL: (int, Decimal),
}


@dataclass(frozen=True, slots=True)
class StrategyFile:
    """What a strategy file says: records whose ids derive from their keys, the rules with their parameters as text."""

    objectives: tuple[Objective, ...] = ()
    operational: tuple[OperationalObjective, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    years: tuple[IndicatorYear, ...] = ()
    plan: tuple[PlanItem, ...] = ()
    rule_set: RuleSet | None = None

    def records(self) -> tuple[Record, ...]:
        """Return all records, those that others point to first."""
        rules = () if self.rule_set is None else (self.rule_set,)
        return (*self.objectives, *self.operational, *self.indicators, *self.years, *self.plan, *rules)


def read_strategy(text: str) -> StrategyFile:
    """Read a strategy file.

    Raises:
        KnownError: it is no TOML, of a later format, lacks something, or names what there is not.
    """
    plain = parse_rules(text)
    if plain.get("format", FORMAT) != FORMAT:
        raise wrong(N_("This strategy file is of a format that this version does not know."))
    read_rules(text)  # whatever makes no sense as a rule is told as such
    objectives = tuple(_objective(*each) for each in _rows(plain, OBJECTIVE))
    operational = tuple(_operational(*each) for each in _rows(plain, OPERATIONAL))
    tables = {key: value for key, value in plain.items() if key not in RESERVED}
    indicators = tuple(_indicator(key, n, table, plain) for n, (key, table) in enumerate(tables.items(), start=1))
    if not indicators:
        raise wrong(N_("This file has no indicator: a table of its own for each is needed, with what it measures."))
    years = tuple(year for one in indicators for year in _years(one, tables[one.key]))
    plan = tuple(_plan_item(*each) for each in _rows(plain, ITEM))
    for name, records in ((OBJECTIVE, objectives), (OPERATIONAL, operational)):
        _no_doubles(name, [one.key for one in records])
    _known(OBJECTIVE, operational, "strategic_objective_id", objectives)
    _known(OPERATIONAL, indicators, "operational_objective_id", operational)
    _known(OPERATIONAL, plan, "operational_objective_id", operational)
    return StrategyFile(objectives, operational, indicators, years, plan, _rule_set(plain, tables))


def wrong(message: str, **params: str) -> KnownError:
    """Return the error of a strategy file that cannot be used."""
    advice = N_("Correct the file; docs/strategy-file.md explains every line.")
    return KnownError("strategy_file", message, advice=advice, safe=DATA_SAFE, **params)


def _rows(plain: Mapping[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = plain.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise wrong(N_("[[{name}]] must be a list of tables."), name=name)
    for number, row in enumerate(found, start=1):
        yield f"[[{name}]] {row.get('key') or number}", {**row, "position": number}


def _objective(place: str, row: dict[str, Any]) -> Objective:
    values = _values(OBJECTIVE, place, row, ("key", "code"))
    return Objective(id=derived_id(OBJECTIVE, values["key"]), **values)


def _operational(place: str, row: dict[str, Any]) -> OperationalObjective:
    values = _values(OPERATIONAL, place, row, ("key", "code", *HOW))
    made = derived_id(OPERATIONAL, values["key"])
    return OperationalObjective(id=made, strategic_objective_id=_reference(row, OBJECTIVE), **values)


def _indicator(key: str, number: int, table: object, plain: Mapping[str, Any]) -> Indicator:
    place = f"[{key}]"
    if not isinstance(table, dict):
        raise wrong(N_("{place}: this must be a table."), place=place)
    measure = table.get("measure")
    if measure not in MEASURES:
        raise wrong(
            N_("{place}: what “{measure}” counts is not known. Known are: {known}."),
            place=place,
            measure=str(measure or ""),
            known=", ".join(MEASURES),
        )
    row = {"position": number, **table, "key": key}
    values = _values("indicator", place, row, ("key", "measure", "target"))
    spread = {**plain.get(PLAN, {}), **table}
    for name in ("start", "end"):
        if name in spread:
            values[f"{name}_on"] = _value("indicator", place, f"{name}_on", spread[name])
    made = derived_id("indicator", key)
    return Indicator(id=made, operational_objective_id=_reference(row, OPERATIONAL), **values)


def _years(indicator: Indicator, table: Mapping[str, Any]) -> Iterator[IndicatorYear]:
    place, example = f"[{indicator.key}] expected", "{ 2026 = 15 }"
    expected = table.get("expected", {})
    if not isinstance(expected, dict):
        raise wrong(N_("{place}: this must be a table of years, like {example}."), place=place, example=example)
    for year, amount in expected.items():
        if not str(year).isdigit():
            raise wrong(N_("{place}: “{year}” is no year."), place=place, year=clipped(str(year)))
        number = _value("indicator_year", place, "year", int(year))
        ends = {"indicator_id": indicator.id, "year": number}
        planned = _value("indicator_year", place, "expected", amount)
        yield IndicatorYear(id=set_member_id("indicator_year", ends), expected=planned, **ends)


def _plan_item(place: str, row: dict[str, Any]) -> PlanItem:
    given = {field: row[name] for name, field in ITEM_FIELDS.items() if name in row}
    values = {field: _value(ITEM, place, field, value) for field, value in given.items()}
    if "year" not in values or not values.get("text"):
        raise wrong(N_("{place}: a year and a text are needed."), place=place)
    parent = _reference(row, OPERATIONAL)
    made = derived_id(ITEM, str(parent or ""), str(values["year"]), values["text"])
    return PlanItem(id=made, operational_objective_id=parent, position=row["position"], **values)


def _rule_set(plain: Mapping[str, Any], tables: Mapping[str, Any]) -> RuleSet | None:
    found: dict[str, Any] = {COUNTING: plain.get(COUNTING, {})}
    found |= {key: {name: value for name, value in table.items() if name not in OWN} for key, table in tables.items()}
    parameters = tomli_w.dumps({key: table for key, table in found.items() if table})
    if "valid_from" not in plain:
        if not parameters:
            return None
        raise wrong(N_("The day from which the rules are valid is needed: valid_from, at the head of the file."))
    version = str(plain.get("version", "1"))
    if not version.isdigit():
        raise wrong(N_("The version of the rules must be a whole number, not “{version}”."), version=clipped(version))
    told = [name for name in ("valid_from", "owner", "reason") if name in plain]
    values = {name: _value("rule_set", name, name, plain[name]) for name in told}
    values["version"] = _value("rule_set", "version", "version", int(version))
    return RuleSet(id=derived_id("rule_set", version), parameters=parameters, **values)


def _values(type_key: str, place: str, row: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return the values of a named record, checked field by field."""
    key = row.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise wrong(N_("{place}: a key of small letters, digits and _ is needed."), place=place)
    if not isinstance(row.get("name_fr"), str) or not row["name_fr"].strip():
        raise wrong(N_("{place}: a name in French (name_fr) is needed."), place=place)
    wanted = (*names, *NAMES, "position")
    values = {name: _value(type_key, place, name, row[name]) for name in wanted if name in row}
    active = row.get("active", True)
    if not isinstance(active, bool):
        raise _not_so(place, "active", active)
    return {**values, "active": active}


def _value(type_key: str, place: str, field: str, plain: Any) -> Any:  # noqa: ANN401 - values are as varied as fields
    spec = RECORD_TYPES[type_key].fields[field]
    if not isinstance(plain, _TYPES[spec.kind]) or isinstance(plain, bool | datetime):
        raise _not_so(place, field, plain)
    value: Any = plain
    text = str(plain)
    if spec.choices is not None:
        if plain not in {one.value for one in spec.choices}:
            raise _not_so(place, field, plain)
        value = spec.choices(plain)
    elif spec.kind in (Kind.TEXT, Kind.NOTE):
        value = plain_line(text) if spec.kind is Kind.TEXT else plain_note(text)
        if len(value.encode()) > spec.limit:
            raise _not_so(place, field, value)
    elif spec.kind is Kind.DECIMAL:
        value = Decimal(text)
    if spec.rule is not None and not spec.rule.holds(value):
        raise _not_so(place, field, value)
    return value


def _reference(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - an id or nothing
    return derived_id(name, str(row[name])) if name in row else None


def _no_doubles(name: str, keys: Sequence[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise wrong(N_("[[{name}]] {key} stands twice in the file."), name=name, key=key)


def _known(name: str, rows: Sequence[Any], field: str, targets: Sequence[Any]) -> None:
    ids = {one.id for one in targets}
    for row in rows:
        if getattr(row, field) is not None and getattr(row, field) not in ids:
            what = getattr(row, "key", "") or getattr(row, "text", "")
            raise wrong(N_("{place}: there is no such [[{name}]] in the file."), place=clipped(what), name=name)


def _not_so(place: str, field: str, value: object) -> KnownError:
    return wrong(N_("{place}: “{value}” is no value for {field}."), place=place, field=field, value=clipped(str(value)))
