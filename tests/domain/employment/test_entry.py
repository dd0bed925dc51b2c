"""A head count typed on one line."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.employment.entry import Entry, read_entry

TODAY = date(2026, 11, 23)
SEPTEMBER = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("7,5", Entry(Decimal("7.5"))),
        ("7.5 ETP", Entry(Decimal("7.5"))),
        (" 12 VTE ", Entry(Decimal(12))),
        ("7,5 ETP 30/09/2026", Entry(Decimal("7.5"), on=SEPTEMBER)),
        ("7,5 ETP 30/09", Entry(Decimal("7.5"), on=SEPTEMBER)),
        ("7,5 30/9", Entry(Decimal("7.5"), on=SEPTEMBER)),
        ("30/09/2026 : 7,5 ETP", Entry(Decimal("7.5"), on=SEPTEMBER)),
        ("7,5 ETP au 30 septembre", Entry(Decimal("7.5"), on=SEPTEMBER)),
        ("≈ 8", Entry(Decimal(8), about=True)),
        ("environ 8 ETP", Entry(Decimal(8), about=True)),
        ("ca. 8,25 VTE op 30/09/2026", Entry(Decimal("8.25"), on=SEPTEMBER, about=True)),
        ("7,5 ETP, 9 personnes", Entry(Decimal("7.5"), 9)),
        ("9 personnes", Entry(None, 9)),
        ("0 FTE", Entry(Decimal(0))),
    ],
)
def test_it_is_read(text: str, entry: Entry) -> None:
    assert read_entry(text, TODAY).value == entry


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_headcount"),
        ("beaucoup", "no_headcount"),
        ("7,53", "fte_step"),
        ("7,5 ETP 31/02/2026", "no_such_day"),
        ("7,5 ETP demain peut-être", "no_such_day"),
        ("-3 ETP", "no_headcount"),
    ],
)
def test_it_is_refused_with_a_reason(text: str, code: str) -> None:
    parsed = read_entry(text, TODAY)
    assert parsed.error is not None
    assert parsed.error.code == code


@given(st.text(max_size=60))
def test_any_text_may_be_given(text: str) -> None:
    parsed = read_entry(text, TODAY)
    assert (parsed.value is None) is (parsed.error is not None)
