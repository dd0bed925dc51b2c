"""Placeholders are filled by name; values are never read as templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.filling import MissingPlaceholderError, fill, placeholders


def test_names_are_found() -> None:
    assert placeholders("{a} and {b_2} but {{c}} and { d } and {0}") == {"a", "b_2"}


def test_literal_braces() -> None:
    assert fill("{{a}} {a}", {"a": 1}) == "{a} 1"


def test_missing_value() -> None:
    assert fill("{a} {b}", {"a": 1}) == "1 {b}"
    with pytest.raises(MissingPlaceholderError):
        fill("{a} {b}", {"a": 1}, strict=True)


@given(st.text(), st.text())
def test_any_text_and_any_value_pass(text: str, value: str) -> None:
    assert fill("<{v}>", {"v": value}, strict=True) == f"<{value}>"
    fill(text, {"v": value})
