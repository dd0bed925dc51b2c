"""Figures from the command line: amounts as people type them, asked about where they read two ways."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def followed(run: Run) -> Run:
    """Follow the figures of an organisation, with a line of its own."""
    opened = run("figures", "open", "noord", "--from", "2026-01-01", "--vat", "21", "--line", "Sous-traitance:0,6")
    assert opened.code == 0, opened.err
    assert "Atelier Noord" in opened.out
    return run


def test_a_month_is_entered_as_one_types_it_and_closed(followed: Run) -> None:
    done = followed("figures", "enter", "noord", "oct. 2024", "ca=48.200,50", "total_costs=51k", "fte=7,5", "--json")
    assert done.code == 0, done.err
    assert done.json["changed"] == 3
    assert done.json["lacks"] == ["not_closed"]
    assert [one["amount"] for one in done.json["cells"]] == ["48200.50", "51000"]
    assert followed("figures", "close", "noord", "10/2024", "--json").json["closed_on"]
    (ledger,) = followed("figures", "show", "noord", "--json").json["ledgers"]
    assert ledger["periods"][0]["complete"]
    assert ledger["headcounts"] == [{"on": "2024-10-31", "fte": "7.5"}]
    assert ledger["lines"][0]["share"] == "0.6"
    shown = followed("figures", "show", "noord", "--language", "fr")
    assert "48 200,5" in shown.out.replace("\u202f", " ")
    assert "oct. 2024" in shown.out
    assert followed("figures", "reopen", "noord", "2024-10", "--json").json["closed_on"] is None
    told = followed("undo", "--language", "fr").out
    assert "oct. 2024" in told


@pytest.mark.parametrize(
    ("text", "amount", "source", "precision", "entered"),
    [
        ("48 200,50", "48200.50", "company", "exact", None),
        ("48,200.50", "48200.50", "company", "exact", None),
        ("(1 200)", "-1200", "company", "exact", None),
        ("≈ 40k", "40000", "company", "about", None),
        ("≈ 40k, said by phone", "40000", "oral", "about", None),
        ("48.200,50 tvac 21", "39835.12", "company", "exact", "48200.50"),
        ("121 tvac", "100.00", "company", "exact", "121"),
        ("0", "0", "company", "exact", None),
    ],
)
def test_amounts_are_read_right(
    followed: Run, text: str, amount: str, source: str, precision: str, entered: str | None
) -> None:
    done = followed("figures", "enter", "noord", "2024-10", f"revenue={text}", "--json")
    assert done.code == 0, done.err
    (cell,) = done.json["cells"]
    assert (cell["amount"], cell["source"], cell["precision"], cell["entered"]) == (amount, source, precision, entered)


def test_what_reads_two_ways_is_asked_about(followed: Run) -> None:
    asked = followed("figures", "enter", "noord", "2024-10", "revenue=1.234", "--json")
    assert (asked.code, asked.error["code"], asked.error["readings"]) == (2, "ambiguous_number", ["1234", "1.234"])
    assert "1234" in asked.error["message"]
    assert "--decimal" in asked.error["advice"]
    for mark, amount in (("comma", "1234"), ("point", "1.234")):
        done = followed(
            "figures", "enter", "noord", "2024-10", "revenue=1.234", "--decimal", mark, "--over", "new", "--json"
        )
        assert done.json["cells"][0]["amount"] == amount


def test_a_month_entered_twice_asks(followed: Run) -> None:
    assert followed("figures", "enter", "noord", "2024-10", "ca=48k").code == 0
    assert followed("figures", "enter", "noord", "2024-10", "ca=48k").code == 0, "the same again is no question"
    asked = followed("figures", "enter", "noord", "2024-10", "ca=50k", "--json")
    assert (asked.code, asked.error["code"]) == (2, "month_twice")
    assert asked.error["present"][0]["amount"] == "48000"
    kept = followed("figures", "enter", "noord", "2024-10", "ca=50k", "fixed=3k", "--over", "old", "--json")
    assert [one["line"] for one in kept.json["cells"]] == ["fixed"]
    taken = followed("figures", "enter", "noord", "2024-10", "ca=50k", "--over", "new", "--json")
    assert taken.json["cells"][0]["amount"] == "50000"
    emptied = followed("figures", "enter", "noord", "2024-10", "ca=", "--json")
    assert emptied.json["cells"][0]["amount"] is None


@pytest.mark.parametrize(
    ("period", "amount", "code"),
    [
        ("2024-10", "variable=-1", "negative_variable_cost"),
        ("2024-10", "ca=48 $", "two_currencies"),
        ("2024-10", "ca=NaN", "not_a_number"),
        ("2024-10", "ca=9999999999999999", "amount_too_large"),
        ("2024-10", "marge=3", "unknown_choice"),
        ("1989-10", "ca=3", "no_period"),
        ("2024-Q3", "ca=3", "period_of_other_length"),
        ("2024-10", "fte=7,51", "fte"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(followed: Run, period: str, amount: str, code: str) -> None:
    done = followed("figures", "enter", "noord", period, "units=5", amount, "--json")
    assert done.error["code"] == code
    assert followed("figures", "show", "noord", "--json").json["ledgers"][0]["periods"] == []


def test_what_is_odd_is_said_and_entered_all_the_same(followed: Run) -> None:
    for month in ("2024-06", "2024-07", "2024-08"):
        assert followed("figures", "enter", "noord", month, "ca=40k").code == 0
    done = followed("figures", "enter", "noord", "2024-09", "ca=4 000 000", "variable=3", "fixed=0", "--json")
    assert {one["code"] for one in done.json["warnings"]} == {"unusual_amount", "no_fixed_costs"}
    assert done.json["changed"] == 3


def test_what_is_due_is_listed_until_it_is_closed(followed: Run) -> None:
    (item,) = followed("figures", "due", "--json").json["items"]
    assert (item["organisation"], item["revenue"]) == ("Atelier Noord", None)
    entered = followed("figures", "enter", "noord", item["period"], "ca=1k", "total-costs=900", "--close", "--json")
    assert entered.json["complete"]
    assert followed("figures", "due", "--json").json["total"] == 0


def test_the_ledger_is_named_where_there_are_several(followed: Run) -> None:
    assert followed("figures", "open", "noord", "--project", "chaises", "--cadence", "quarterly").code == 0
    asked = followed("figures", "enter", "noord", "2024-Q3", "ca=1k", "--json")
    assert (asked.code, asked.error["code"]) == (2, "ambiguous")
    done = followed("figures", "enter", "noord", "T3 2024", "ca=1k", "--ledger", "chaises en chutes", "--json")
    assert done.json["period"] == "2024-Q3"
    by_id = followed("figures", "show", done.json["ledger_id"], "--json").json["ledgers"]
    assert [one["cadence"] for one in by_id] == ["quarterly"]
    assert followed("figures", "show", "élan", "--json").json["ledgers"] == []
    assert followed("figures", "close", "élan", "2024-10", "--json").error["code"] == "no_ledger"
