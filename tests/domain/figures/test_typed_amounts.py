"""Amounts as people type them: read right, or asked about; nothing is guessed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.typed_amounts import read_typed_amount
from clusterdesk.domain.records.figures import FigureLine, FigureSource, Precision

CELL = FigureCell("2026-10", FigureLine.REVENUE, None, remark="kept")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("48.200,50", "48200.50"),
        ("48 200,50", "48200.50"),
        ("48\u202f200,50\u00a0€", "48200.50"),
        ("48,200.50", "48200.50"),
        ("48'200,50", "48200.50"),
        ("48k", "48000"),
        ("48,2 K", "48200"),
        ("48.2k", "48200"),
        ("48 k€", "48000"),
        ("48keur", "48000"),
        ("1,2 mio", "1200000"),
        ("(1 200)", "-1200"),
        ("(1,2k)", "-1200"),
        ("(1 200) €", "-1200"),
        ("−1.200,00", "-1200.00"),
        ("1200-", "-1200"),
        ("0", "0"),
        ("€ 12,5", "12.5"),
        ("EUR 48200", "48200"),
        ("1.234.567", "1234567"),
        ("12,345,678.9", "12345678.9"),
        ("0,125", "0.125"),
        ("48200 htva", "48200"),
        ("48200 excl. btw", "48200"),
    ],
)
def test_amounts_are_read_right(text: str, amount: str) -> None:
    parsed = read_typed_amount(text)
    assert parsed.clean
    assert parsed.value is not None
    assert (parsed.value.amount, parsed.value.about, parsed.value.oral) == (Decimal(amount), False, False)
    assert not parsed.value.with_vat


@pytest.mark.parametrize("text", ["", "  ", "n.c.", "-", "?"])
def test_nothing_is_missing_and_not_zero(text: str) -> None:
    parsed = read_typed_amount(text)
    assert parsed.clean
    assert parsed.value is not None
    assert parsed.value.amount is None


@pytest.mark.parametrize(
    "text",
    ["≈ 40k", "~40.000,00", "environ 40k", "env. 40 000", "ca. 40k", "ca 40 000", "about 40k", "à peu près 40k",
     "ongeveer 40k", "40k environ", "40 000 ca.", "± 40k", "circa 40k"],
)  # fmt: skip
def test_what_is_about_right_says_so(text: str) -> None:
    typed = read_typed_amount(text).value
    assert typed is not None
    assert typed.amount == 40_000
    assert typed.fill(CELL).precision is Precision.ABOUT
    assert typed.fill(CELL).source is FigureSource.COMPANY
    assert typed.fill(CELL).remark == "kept"


@pytest.mark.parametrize(
    "text",
    ["≈ 40k, said by phone", "40k environ, par téléphone", "ca. 40k telefonisch", "about 40k (by phone)",
     "par téléphone : environ 40k", "ongeveer 40k, gezegd per telefoon", "≈ 40k oral"],
)  # fmt: skip
def test_what_was_said_by_phone_says_so(text: str) -> None:
    typed = read_typed_amount(text).value
    assert typed is not None
    cell = typed.fill(CELL)
    assert (cell.amount, cell.source, cell.precision) == (Decimal(40_000), FigureSource.ORAL, Precision.ABOUT)


@pytest.mark.parametrize(
    "text", ["48.200,50 tvac 21", "48 200,50 tvac 21 %", "48200,50 incl. btw 21", "48.200,50 TTC 21%"]
)
def test_vat_is_taken_off_and_both_are_kept(text: str) -> None:
    typed = read_typed_amount(text).value
    assert typed is not None
    cell = typed.fill(CELL)
    assert (cell.amount, cell.entered, cell.vat_rate) == (Decimal("39835.12"), Decimal("48200.50"), Decimal(21))


def test_the_rate_of_the_ledger_is_used_where_none_is_typed() -> None:
    typed = read_typed_amount("121 tvac", rate=Decimal(21)).value
    assert typed is not None
    assert typed.fill(CELL).amount == 100
    assert typed.vat_rate == 21
    refused = read_typed_amount("121 tvac").error
    assert refused is not None
    assert refused.code == "vat_rate_missing"
    plain = read_typed_amount("121").value
    assert plain is not None
    assert plain.fill(CELL, Decimal(21)).amount == 100, "a switch of the ledger has every amount be one with VAT"
    assert plain.fill(CELL).amount == 121


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.234", ("1234", "1.234")),
        ("1,234", ("1234", "1.234")),
        ("-1.234", ("-1234", "-1.234")),
        ("(1.234)", ("-1234", "-1.234")),
        ("1.234k", ("1234000", "1234")),
        ("≈ 1.234 €", ("1234", "1.234")),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(text: str, readings: tuple[str, str]) -> None:
    parsed = read_typed_amount(text)
    assert parsed.value is not None
    assert parsed.value.amount is None
    assert parsed.value.readings == tuple(Decimal(one) for one in readings)
    assert [one.code for one in parsed.warnings] == ["ambiguous_number"]
    for mark, digits in ((",", "."), (".", ",")):
        settled = read_typed_amount(text, mark=mark)
        assert settled.clean, digits
        assert settled.value is not None
        assert settled.value.amount in {Decimal(one) for one in readings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "not_a_number"),
        ("NaN", "not_a_number"),
        ("inf", "not_a_number"),
        ("1e400", "not_a_number"),
        ("4,78E+08", "not_a_number"),
        ("environ", "not_a_number"),
        ("12 34", "not_a_number"),
        ("9" * 16, "amount_too_large"),
        ("9" * 14 + "k", "amount_too_large"),
        ("0,1234567", "amount_too_large"),
        ("9" * 200, "not_a_number"),
        ("48 $", "two_currencies"),
        ("USD 48", "two_currencies"),
        ("100 tvac 210", "vat_rate"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, code: str) -> None:
    parsed = read_typed_amount(text)
    assert parsed.value is None
    assert parsed.error is not None
    assert parsed.error.code == code


def test_the_currency_of_the_ledger_is_no_other_one() -> None:
    assert read_typed_amount("48 $", currency="USD").clean
    error = read_typed_amount("48 €", currency="USD").error
    assert error is not None
    assert error.code == "two_currencies"


def test_a_new_amount_is_exact_and_keeps_what_else_the_cell_says() -> None:
    before = replace(CELL, amount=Decimal(40_000), precision=Precision.ABOUT, source=FigureSource.ACCOUNTANT)
    typed = read_typed_amount("41.250,00").value
    assert typed is not None
    cell = typed.fill(before)
    assert (cell.precision, cell.source, cell.remark) == (Precision.EXACT, FigureSource.ACCOUNTANT, "kept")
