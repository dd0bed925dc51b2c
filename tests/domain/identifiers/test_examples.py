"""Every example of the identifiers file, valid and invalid, and spellings made from them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import vat

from clusterdesk.domain.identifiers import (
    is_enterprise_number,
    parse_enterprise_number,
    parse_establishment_number,
    parse_iban,
    parse_phone,
    parse_vat_number,
    show_enterprise_number,
)
from clusterdesk.domain.parsing.outcome import Parsed

_EXAMPLES = json.loads((Path(__file__).parents[2] / "data" / "identifiers_examples.json").read_text(encoding="utf-8"))
_PARSERS: dict[str, Callable[[str], Parsed[str]]] = {
    "enterprise": parse_enterprise_number,
    "vat": parse_vat_number,
    "establishment": parse_establishment_number,
    "phone": parse_phone,
    "iban": parse_iban,
}
_ONLY_WARNED = {"phone", "iban"}
_CODES = {"O314.595.348": "letter_in_number", "3.14595348E8": "scientific_notation", "0000.000.097": "zero_number"}


@pytest.mark.parametrize("example", _EXAMPLES["valid"], ids=lambda e: e["input"])
def test_valid(example: dict[str, Any]) -> None:
    parsed = _PARSERS[example["type"]](example["input"])
    assert parsed == Parsed(example["normalised"])


@pytest.mark.parametrize("example", _EXAMPLES["invalid"], ids=lambda e: e["input"])
def test_invalid(example: dict[str, Any]) -> None:
    parsed = _PARSERS[example["type"]](example["input"])
    if example["type"] in _ONLY_WARNED:
        assert parsed.value is not None
        assert parsed.warnings
        assert parsed.error is None
    else:
        assert parsed.value is None
        assert parsed.error is not None
        assert parsed.error.code == _CODES.get(example["input"], parsed.error.code)


def _number(start: int) -> str:
    return f"{start:08d}{97 - start % 97:02d}"


_NUMBERS = st.integers(1, 19_999_999).map(_number)
_LABELS = st.sampled_from(
    [
        "",
        "BE",
        "BE ",
        "BE-",
        "TVA ",
        "TVA BE ",
        "T.V.A. ",
        "BTW-BE-",
        "BTW BE",
        "RPM ",
        "RPM Bruxelles ",
        "RPR ",
        "KBO ",
        "BCE: ",
        "N° ",
    ]
)
_GAPS = st.sampled_from(["", ".", " ", "\u00a0", "\u202f", "/", "-", " . ", "\u2009"])


@given(_NUMBERS, _LABELS, _GAPS, st.sampled_from(["", " ", "\u00a0", "\n"]))
def test_any_spelling_of_a_good_number(number: str, label: str, gap: str, end: str) -> None:
    text = end + label + gap.join((number[:4], number[4:7], number[7:])) + end
    assert parse_enterprise_number(text) == Parsed(number)
    assert is_enterprise_number(number)
    assert parse_enterprise_number(show_enterprise_number(number)) == Parsed(number)


@given(st.integers(1_000_000, 9_999_999).map(_number))
def test_lost_zero_is_given_back(number: str) -> None:
    parsed = parse_enterprise_number(number[1:])
    assert parsed.value == number
    assert [warning.code for warning in parsed.warnings] == ["zero_restored"]


@given(_NUMBERS, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(number: str, place: int, shift: int) -> None:
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert parse_enterprise_number(wrong).value is None


@given(st.text(st.sampled_from("0123456789"), min_size=10, max_size=10).filter(lambda t: int(t[:8]) > 0))
def test_agrees_with_the_library(digits: str) -> None:
    assert is_enterprise_number(digits) == (vat.is_valid(digits) and digits[0] in "01")


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    for parse in _PARSERS.values():
        parsed = parse(text)
        assert parsed.value is None or parsed.error is None
