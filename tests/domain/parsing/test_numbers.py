"""Numbers as Belgian lists write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.parsing.numbers import FTE_UNITS, MONEY_UNITS, decimal_mark, parse_decimal, unfolded
from clusterdesk.domain.parsing.outcome import Parsed

_UNITS = MONEY_UNITS | FTE_UNITS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("57,60", "57.60"),
        ("248 900,50", "248900.50"),
        ("1 034 000,00 €", "1034000.00"),
        ("1\u00a0034\u00a0000,00\u00a0€", "1034000.00"),
        ("1\u202f034\u202f000,00 €", "1034000.00"),
        ("2.450.000,00", "2450000.00"),
        ("1,234.50", "1234.50"),
        ("-1 250,00", "-1250.00"),
        ("-1\u00a0250,00", "-1250.00"),
        ("−5", "-5"),
        ("1250-", "-1250"),
        ("(1 200)", "-1200"),
        ("1'000.50", "1000.50"),
        ("EUR 45,5", "45.5"),
        ("12 ETP", "12"),
        ("0.8", "0.8"),
        ("0,125", "0.125"),
        ("7,25", "7.25"),
        ("96500", "96500"),
        (",5", ".5"),
        ("1.234.567", "1234567"),
    ],
)
def test_read(text: str, value: str) -> None:
    assert parse_decimal(text, units=_UNITS) == Parsed(Decimal(value))


@pytest.mark.parametrize("text", ["", "  ", "n.c.", "N.C.", "-", "n/a", "onbekend", "niet gekend"])
def test_unknown_is_neither_zero_nor_an_error(text: str) -> None:
    assert parse_decimal(text) == Parsed(None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12,5k€", "unit_in_number"),
        ("1.5M€", "unit_in_number"),
        ("3 mio", "unit_in_number"),
        ("abc", "not_a_number"),
        ("1 000 00", "not_a_number"),
        ("12.5.6", "not_a_number"),
        ("10%", "not_a_number"),
        ("env. 40.000", "not_a_number"),
        ("1" * 40, "not_a_number"),
    ],
)
def test_refused(text: str, code: str) -> None:
    parsed = parse_decimal(text, units=_UNITS)
    assert parsed.value is None
    assert parsed.error is not None
    assert parsed.error.code == code


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1.234", None, "1234"),
        ("1,234", None, "1.234"),
        ("1.234", ".", "1.234"),
        ("1,234", ".", "1234"),
        ("1.234", ",", "1234"),
    ],
)
def test_either_way_is_settled_by_the_column_or_warned_of(text: str, mark: str | None, value: str) -> None:
    parsed = parse_decimal(text, mark=mark)
    assert parsed.value == Decimal(value)
    assert bool(parsed.warnings) is (mark is None)


def test_decimal_mark_of_a_column() -> None:
    assert decimal_mark(["1.234", "3,5", "12"]) == ","
    assert decimal_mark(["1,234", "0.8"]) == "."
    assert decimal_mark(["3,5", "3.5"]) is None
    assert decimal_mark(["12", "n.c.", "1.234"]) is None
    assert decimal_mark(["1.234.567"]) == ","


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False), st.sampled_from([" ", "\u00a0", "\u202f", "."]))
def test_belgian_spelling_comes_back(value: Decimal, gap: str) -> None:
    text = f"{value:,.2f}".replace(",", "|").replace(".", ",").replace("|", gap)
    assert parse_decimal(text).value == value
    assert parse_decimal(text + " €", units=MONEY_UNITS).value == value


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    parsed = parse_decimal(text, units=_UNITS)
    assert parsed.value is None or parsed.error is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("4,78123456E+08", "478123456"),
        ("4.030192610E+8", "403019261"),
        ("3E+0", "3"),
        ("4.500E+2", "450"),
        ("4,78E+08", "4,78E+08"),
        ("4,781E+02", "4,781E+02"),
        ("0,5E+01", "0,5E+01"),
        ("bois", "bois"),
    ],
)
def test_only_whole_digits_are_unfolded(text: str, digits: str) -> None:
    assert unfolded(text) == digits
