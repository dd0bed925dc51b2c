"""The worked examples: each expected value within its tolerance, also with inputs scaled and keys shuffled."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.domain.breakeven.calculate import calculate

DATA = Path(__file__).resolve().parents[2] / "data" / "breakeven_examples.json"
CASES: list[dict[str, Any]] = json.loads(DATA.read_text(encoding="utf-8"))["cases"]
# Names of inputs and answers that are money, and so grow with the currency unit.
_MONEY = (
    *("price", "variable_cost", "fixed_cost", "target_profit", "target_net_profit", "pretax_target", "cm", "cm_unit"),
    *("revenue", "be_revenue", "margin_of_safety", "result", "operating_result", "operating_income", "daily_revenue"),
    *("target_revenue", "fixed_cash_cost", "depreciation", "weighted_cm", "quarter_revenue", "grant", "fixed"),
)


def _inputs(case: dict[str, Any]) -> dict[str, Any]:
    return {"kind": case["kind"], **{name: one["value"] for name, one in case["inputs"].items()}}


def _check(answer: dict[str, Any], expected: dict[str, Any], factor: int = 1) -> None:
    for name, wanted in expected.items():
        assert name in answer, name
        value, tolerance = wanted["value"], wanted.get("tolerance", 0)
        money = name in _MONEY or name.startswith(("result_at", "core_result_at", "cost_at"))
        times = factor if money else 1
        if isinstance(value, int | float):
            assert float(answer[name]) == pytest.approx(value * times, abs=max(tolerance * times, 1e-9)), name
        else:
            assert answer[name] == value, name


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_an_example_gives_its_answers(case: dict[str, Any]) -> None:
    _check(calculate(_inputs(case)), case["expected"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_texts_and_another_order_give_the_same(case: dict[str, Any]) -> None:
    items = list(_inputs(case).items())
    random.Random(7).shuffle(items)
    texts = {name: str(value) if isinstance(value, int | float) else value for name, value in items}
    assert calculate(texts) == calculate(_inputs(case))


@pytest.mark.parametrize("case", [c for c in CASES if c["kind"] not in ("mix_units", "mixed_cost", "leverage")])
def test_money_a_hundred_times_larger_keeps_units_and_days(case: dict[str, Any]) -> None:
    scaled = {}
    for name, value in _inputs(case).items():
        if name in _MONEY:
            scaled[name] = [one * 100 for one in value] if isinstance(value, list) else value * 100
        else:
            scaled[name] = value
    _check(calculate(scaled), case["expected"], 100)
