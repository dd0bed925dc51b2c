"""A cluster's strategy written as a file: what is read back gives the same records, and the rules that count."""

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import tomli_w

from clusterdesk.domain.measures import PLAIN_MEASURES
from clusterdesk.domain.records.strategy import Indicator, IndicatorYear, PlanItem
from clusterdesk.domain.strategy_file import (
    COUNTING,
    FORMAT,
    HOW,
    ITEM,
    ITEM_FIELDS,
    NAMES,
    OBJECTIVE,
    OPERATIONAL,
    StrategyFile,
)


def write_strategy(strategy: StrategyFile) -> str:
    """Write records as a strategy file that reads back into the same records."""
    keys = {one.id: one.key for one in (*strategy.objectives, *strategy.operational)}
    rules, tables = strategy.rule_set, _parameters(strategy)
    head: dict[str, Any] = {"format": FORMAT}
    if rules is not None:
        head |= {"version": rules.version, "valid_from": rules.valid_from}
        head |= _some(owner=rules.owner, reason=rules.reason)
    objectives = [{"key": one.key, **_named(one), **_some(code=one.code)} for one in strategy.objectives]
    operational = [
        {"key": one.key, **_under(OBJECTIVE, one.strategic_objective_id, keys), **_named(one), **_some(code=one.code)}
        | {name: getattr(one, name) for name in HOW if getattr(one, name)}
        for one in strategy.operational
    ]
    plain = {
        **head,
        COUNTING: tables.get(COUNTING, {}),
        OBJECTIVE: objectives,
        OPERATIONAL: operational,
        **{one.key: {**_indicator(one, strategy, keys), **tables.get(one.key, {})} for one in strategy.indicators},
        ITEM: [_item(one, keys) for one in strategy.plan],
    }
    return tomli_w.dumps({name: value for name, value in plain.items() if value})


def counting_text(strategy: StrategyFile) -> str:
    """Write only what counts: the indicators that results are counted for, with their rules."""
    counted = tuple(one for one in strategy.indicators if one.active and one.measure not in ("", *PLAIN_MEASURES))
    return write_strategy(StrategyFile(indicators=counted, rule_set=strategy.rule_set))


def _parameters(strategy: StrategyFile) -> Mapping[str, Any]:
    rules = strategy.rule_set
    return {} if rules is None else tomllib.loads(rules.parameters, parse_float=Decimal)


def _indicator(one: Indicator, strategy: StrategyFile, keys: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        **_some(measure=one.measure),
        **_under(OPERATIONAL, one.operational_objective_id, keys),
        **_named(one),
        **_some(target=one.target, start=one.start_on, end=one.end_on),
        **_some(expected=_expected(one, strategy.years)),
    }


def _item(one: PlanItem, keys: Mapping[UUID, str]) -> dict[str, Any]:
    values = {name: getattr(one, field) for name, field in ITEM_FIELDS.items()}
    return {**_under(OPERATIONAL, one.operational_objective_id, keys), **_some(**values | {"state": one.state.value})}


def _named(one: Any) -> dict[str, Any]:  # noqa: ANN401 - anything named
    names = {name: getattr(one, name) for name in NAMES if getattr(one, name)}
    return names if one.active else {**names, "active": False}


def _under(name: str, parent: UUID | None, keys: Mapping[UUID, str]) -> dict[str, str]:
    return {name: keys[parent]} if parent is not None and parent in keys else {}


def _some(**values: Any) -> dict[str, Any]:  # noqa: ANN401
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _expected(indicator: Indicator, years: Sequence[IndicatorYear]) -> dict[str, Any]:
    own = sorted((one for one in years if one.indicator_id == indicator.id), key=lambda one: one.year)
    return {str(one.year): _number(one.expected) for one in own if one.expected is not None}
