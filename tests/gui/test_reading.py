"""What people type into date and amount fields."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.gui.entry.reading import read_amount, read_date, read_partial_date
from tests.gui.support import TODAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("23/11/2026", date(2026, 11, 23)),
        ("1.2.27", date(2027, 2, 1)),
        ("5/1", date(2027, 1, 5)),
        ("20/11", date(2026, 11, 20)),
        ("auj.", TODAY),
        ("Aujourd'hui", TODAY),
        ("vandaag", TODAY),
        ("demain", date(2026, 11, 24)),
        ("morgen", date(2026, 11, 24)),
        ("hier", date(2026, 11, 22)),
        ("+7", date(2026, 11, 30)),
        ("+2s", date(2026, 12, 7)),
        ("-3", date(2026, 11, 20)),
        ("ven.", date(2026, 11, 27)),
        ("lundi", date(2026, 11, 30)),
        ("vrijdag", date(2026, 11, 27)),
        ("27 novembre 2026", date(2026, 11, 27)),
    ],
)
def test_dates_are_understood(text: str, expected: date | None) -> None:
    reading = read_date(text, TODAY)
    assert reading.problem is None
    assert reading.value == expected


@pytest.mark.parametrize("text", ["31/4/2026", "31/04", "bientôt", "32/13/2026"])
def test_no_day_is_made_up(text: str) -> None:
    reading = read_date(text, TODAY)
    assert reading.value is None
    assert reading.problem is not None


@pytest.mark.parametrize(("text", "expected"), [("2024", "2024"), ("1/2024", "2024-01"), ("9/1/2024", "2024-01-09")])
def test_partial_dates_are_understood(text: str, expected: str) -> None:
    assert str(read_partial_date(text, TODAY).value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("57,60", "57.60"),
        ("48 200", "48200"),
        ("48\u202f200,50 €", "48200.50"),
        ("2.450.000,00", "2450000.00"),
        ("40k", "40000"),
        ("48,2 k€", "48200.0"),
        ("-12", "-12"),
    ],
)
def test_amounts_are_understood(text: str, expected: str | None) -> None:
    reading = read_amount(text)
    assert reading.problem is None
    assert reading.value == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize("text", ["douze", "1,2,3", "12 pommes"])
def test_no_amount_is_guessed(text: str) -> None:
    reading = read_amount(text)
    assert reading.value is None
    assert reading.problem is not None
