"""Inputs that make no sense are refused, each with the code that says why."""

from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.breakeven.calculate import calculate

_TOTALS = {"kind": "totals", "revenue": 100, "fixed_cost": 5}
_PRODUCT = {"kind": "single_product", "price": 5, "variable_cost": 1, "fixed_cost": 1}
_STEPS = {"kind": "step_fixed", "cm_unit": 1, "fixed_cost": 1}
_DATE = {"kind": "date", "be_revenue": 1, "revenue": 2}
_TAX = {"kind": "target_profit", "cm_unit": 1, "fixed_cost": 1, "target_net_profit": 1}


def _mix(*rows: object) -> dict[str, Any]:
    return {"kind": "mix_units", "fixed_cost": 1, "mix": list(rows)}


_REFUSED: dict[str, list[dict[str, Any]]] = {
    "senseless_input": [
        {**_TOTALS, "cm_ratio": 28},
        {**_TOTALS, "cm_ratio": "0.2", "fixed_cost": -5},
        {**_PRODUCT, "price": -5},
        {**_PRODUCT, "price": "1.2.3"},
        {**_PRODUCT, "price": "1e40"},
        {**_PRODUCT, "price": "1e999999999"},
        {**_PRODUCT, "price": "1e-99999"},
        {**_PRODUCT, "price": "Infinity"},
        {**_PRODUCT, "price": [1]},
        {**_PRODUCT, "price": {}},
        {**_PRODUCT, "price": ""},
        {**_TAX, "tax_rate": -1},
        {**_TAX, "tax_rate": 100},
        _mix(3),
        _mix({"name": ["a"], "share": 1, "cm": 1}),
        _mix({"name": " ", "share": 1, "cm": 1}),
        _mix({"name": "a", "share": -1, "cm": 1}),
        _mix({"name": "a", "share": "0.4", "cm": 1}),
        _mix({"name": "a", "share": "0.5", "cm": 4}, {"name": "a", "share": "0.5", "cm": 4}),
        {**_STEPS, "steps": [[0, 9]]},
        {**_STEPS, "steps": [[9, 0, 1]]},
        {**_STEPS, "steps": [[0, 9, 1], [4, 20, 2]]},
        {**_STEPS, "steps": [[0, None, 1], [4, 20, 2]]},
        {**_STEPS, "steps": [[0, 9, -5]]},
        {"kind": "grants", "cm_unit": 1, "fixed_cost": 1, "grant": -1},
        {"kind": "cash_breakeven", "cm_unit": 1, "total_fixed_cost": 1, "depreciation": 2},
        {**_DATE, "year_days": 0},
        {**_DATE, "year_days": 400},
        {**_DATE, "active_days": 0},
        {**_DATE, "active_days": 300, "closed_month": 13},
        {**_DATE, "years": [2101]},
        {**_DATE, "years": [1989]},
        {"kind": "seasonal_date", "quarter_revenue": [1, 2, 3], "cm_ratio": 1, "fixed_cost": 1},
        {"kind": "mixed_cost", "activity_cost": [[1, 2]]},
        {"kind": "mixed_cost", "activity_cost": [[1, 2], [-1, 2]]},
        {"kind": "mixed_cost", "activity_cost": [[1, 2, 3]]},
    ],
    "negative_variable_cost": [
        {**_TOTALS, "variable_cost": -1},
        {**_TOTALS, "variable_ratio": "-0.1"},
        {**_PRODUCT, "variable_cost": -1},
        _mix({"name": "a", "share": 1, "price": 3, "variable_cost": -1}),
    ],
    "contradicting_inputs": [
        {**_TOTALS, "variable_cost": 30, "cm": 20},
        {**_TOTALS, "variable_cost": 30, "cm_ratio": "0.2"},
        {**_TOTALS, "cm_ratio": "0.5", "variable_ratio": "0.4"},
        {**_TOTALS, "cm": 130},
        {"kind": "totals", "cm": 50, "fixed_cost": 10, "result": 10},
        {"kind": "single_product", "price": 5, "cm_unit": 6, "fixed_cost": 1},
        {**_PRODUCT, "cm_unit": 3},
        _mix({"name": "a", "share": 1, "price": 3, "cm": 4}),
    ],
    "missing_input": [
        {"kind": "totals", "revenue": 100},
        {"kind": "single_product", "price": 5, "fixed_cost": 1},
        {"kind": "moving_annual", "fixed_cost_ttm": 5},
        _mix(),
        _mix({"name": "a", "share": 1}),
        _STEPS,
        {"kind": "mixed_cost"},
        {"kind": "seasonal_date", "cm_ratio": 1, "fixed_cost": 1},
    ],
    "unknown_kind": [{"kind": ["totals"], "fixed_cost": 1}, {"kind": "magic"}],
}


@pytest.mark.parametrize(("code", "given"), [(code, one) for code, some in _REFUSED.items() for one in some])
def test_what_makes_no_sense_is_refused_with_its_reason(code: str, given: dict[str, Any]) -> None:
    with pytest.raises(KnownError) as refused:
        calculate(given)
    assert refused.value.code == code
    assert refused.value.advice
