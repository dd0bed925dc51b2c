"""breakeven target, mix and steps start from the last complete month of a ledger and write nothing."""

from tests.cli.conftest import Run


def _followed(run: Run, *units: str) -> None:
    assert run("figures", "open", "atelier noord", "--from", "2024-01-01").code == 0
    cells = ("revenue=30000", "variable=10000", "fixed=24000", *units)
    assert run("figures", "enter", "atelier noord", "2024-01", *cells).code == 0
    assert run("figures", "close", "atelier noord", "2024-01").code == 0


def test_a_result_after_tax(run: Run) -> None:
    _followed(run)
    before = len(run("undo", "--list", "--json").json)
    found = run("breakeven", "target", "atelier noord", "--result", "30 000", "--tax", "20%", "--json").json
    assert (found["before_tax"], found["units"], found["revenue"]) == ("37500", None, "488250")
    assert (found["revenue_now"], found["fixed_costs"], found["periods_a_year"]) == ("360000", "24000", 12)
    said = run("breakeven", "target", "atelier noord", "--result", "30000", "--language", "fr").out
    assert "après 25 % d’impôt" in said.replace("\u202f", " ").replace("\xa0", " ")
    cheaper = run("breakeven", "target", "atelier noord", "--result", "0", "--fixed-costs", "20000", "--json").json
    assert cheaper["revenue"] == "360000"
    assert "suffit" in " ".join(cheaper["sentences"]) or "enough" in " ".join(cheaper["sentences"])
    assert len(run("undo", "--list", "--json").json) == before


def test_several_products(run: Run) -> None:
    _followed(run)
    asked = ("--product", "Chaise", "60%", "80", "50", "--product", "Table", "40", "200,00", "100")
    found = run("breakeven", "mix", "atelier noord", *asked, "--json").json
    assert (found["weighted_margin"], found["units"], found["messages"]) == ("58", 414, [])
    assert found["products"] == [{"name": "Chaise", "units": 249}, {"name": "Table", "units": 166}]
    losing = run("breakeven", "mix", "atelier noord", "--product", "Banc", "1", "3", "5", "--json").json
    assert (losing["units"], losing["messages"]) == (None, ["negative_margin"])
    twice = run("breakeven", "mix", "atelier noord", *(["--product", "Banc", "1", "3", "2"] * 2), "--json")
    assert (twice.code, twice.error["code"]) == (1, "product_name")
    assert run("breakeven", "mix", "atelier noord", "--product", "Banc", "x", "3", "2").code == 2


def test_steps_of_fixed_costs(run: Run) -> None:
    _followed(run, "units=600")
    asked = ("--step", "700", "0", "--step", "900", "4000", "--step", "-", "20000")
    found = run("breakeven", "steps", "atelier noord", *asked, "--json").json
    assert found["per_unit"] is True
    assert [(one["up_to"], one["break_even"]) for one in found["steps"]] == [(700, None), (900, 840), (None, 1320)]
    assert found["result_now"] == "-4000"
    wrong = run("breakeven", "steps", "atelier noord", "--step", "9", "0", "--step", "9", "1", "--json")
    assert (wrong.code, wrong.error["code"]) == (1, "step_order")
    assert run("breakeven", "steps", "atelier noord", "--step", "9,5", "0").code == 2


def test_nothing_complete_is_told(run: Run) -> None:
    assert run("figures", "open", "atelier noord", "--from", "2024-01-01").code == 0
    done = run("breakeven", "target", "atelier noord", "--result", "1", "--json")
    assert (done.code, done.error["code"]) == (1, "no_complete_month")
