"""clusterdesk breakeven calc and series, as other programs call them; no binder is there."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

DATA = Path(__file__).resolve().parents[1] / "data" / "breakeven_examples.json"
EXAMPLES = json.loads(DATA.read_text(encoding="utf-8"))


@pytest.fixture
def calc(run_bare: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    def ask(text: str) -> Any:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return run_bare("breakeven", "calc", "--json")

    return ask


@pytest.mark.parametrize("case", EXAMPLES["cases"], ids=[case["id"] for case in EXAMPLES["cases"]])
def test_every_example_is_answered(case: dict[str, Any], calc: Any) -> None:
    inputs = {"kind": case["kind"], **{name: one["value"] for name, one in case["inputs"].items()}}
    answer = calc(json.dumps(inputs)).json
    for name, wanted in case["expected"].items():
        if isinstance(wanted["value"], str):
            assert answer[name] == wanted["value"]
        else:
            assert float(answer[name]) == pytest.approx(wanted["value"], abs=max(wanted.get("tolerance", 0), 1e-9))


def test_what_makes_no_sense_is_a_known_error(calc: Any) -> None:
    for text, code in (
        ("", "no_json_object"),
        ("[1]", "no_json_object"),
        ("{}", "missing_input"),
        ('{"kind": "magic"}', "unknown_kind"),
        ('{"kind": "single_product", "price": "NaN", "variable_cost": 1, "fixed_cost": 1}', "senseless_input"),
        ('{"kind": "single_product", "price": 1, "variable_cost": -1, "fixed_cost": 1}', "negative_variable_cost"),
        ('{"kind": "single_product", "price": true, "variable_cost": 1, "fixed_cost": 1}', "senseless_input"),
        ('{"kind": "date", "be_revenue": 1, "revenue": 2, "years": [1889]}', "senseless_input"),
        (
            '{"kind": "target_profit", "cm_unit": 1, "fixed_cost": 1, "tax_rate": 100, "target_net_profit": 1}',
            "senseless_input",
        ),
        ('{"kind": "mix_units", "fixed_cost": 1, "mix": [{"name": "a", "share": 0.4, "cm": 1}]}', "senseless_input"),
    ):
        done = calc(text)
        assert (done.code, done.error["code"]) == (1, code), text
        assert all(done.error[part] for part in ("message", "safe", "advice"))


def test_a_series_is_followed(run_bare: Run, tmp_path: Path) -> None:
    case = next(one for one in EXAMPLES["series_cases"] if one["id"] == "MS-06")
    path = tmp_path / "series.csv"
    path.write_text("month,core\n" + "".join(f"{month},{value}\n" for month, value in case["data"]), encoding="utf-8")
    answer = run_bare("breakeven", "series", str(path), "--json").json
    assert {name: answer[name] for name in case["expected"]} == case["expected"]
    assert len(answer["months"]) == 9
    rules = tmp_path / "rules.toml"
    rules.write_text("[break_even]\nconsecutive_months = 2\n", encoding="utf-8")
    other = run_bare("breakeven", "series", str(path), "--rules", str(rules), "--json").json
    assert other["events"][0] == ["reached", "2024-02"]
    assert run_bare("breakeven", "series", str(tmp_path / "none.csv")).code == 1
    rules.write_text("[break_even]\nconsecutive_months = 0\n", encoding="utf-8")
    assert run_bare("breakeven", "series", str(path), "--rules", str(rules)).code == 1


def test_a_table_of_costs_as_a_spreadsheet_writes_it(run_bare: Run, tmp_path: Path) -> None:
    path = tmp_path / "charges.csv"
    rows = "month;revenue;variable;fixed;operating_subsidy\n2024-01;8.000,00;9 000;2000;\n2024-02;;1;1;1\n"
    path.write_bytes(rows.encode("utf-8-sig"))
    answer = run_bare("breakeven", "series", str(path), "--json").json
    first = answer["months"][0]
    assert (first["core"], first["cm"], first["cm_ratio"]) == ("-3000", "-1000", "-0.125")
    assert (first["break_even_revenue"], first["messages"]) == (None, ["negative_margin"])
    assert answer["missing"] == ["2024-02"]


def test_steps_of_fixed_costs_say_the_first_volume_that_pays_in_each(calc: Any) -> None:
    given = {"kind": "step_fixed", "price": 50, "variable_cost": 30, "fixed_cost": 4000, "result_at": [260, 900]}
    answer = calc(json.dumps({**given, "steps": [[0, 150, 0], [151, 300, 1200], [301, 600, 3000]]})).json
    assert (answer["be_units"], answer["be_units_last"]) == (260, 350)
    assert [answer[f"be_units_zone_{zone}"] for zone in (1, 2, 3)] == [None, 260, 350]
    assert (answer["result_at_260"], answer["result_at_900"]) == ("0", None), "nothing is known beyond the last step"
