"""Dates, day first, in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.parsing.dates import parse_day, parse_partial_date
from clusterdesk.domain.parsing.outcome import Parsed
from clusterdesk.domain.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3/5/2024", "2024-05-03"),
        ("15-01-2022", "2022-01-15"),
        ("12.05.2021", "2021-05-12"),
        ("2023-11-30", "2023-11-30"),
        ("2024-01-09T00:00:00", "2024-01-09"),
        ("09/01/2024 14h30", "2024-01-09"),
        ("20240109", "2024-01-09"),
        ("29/02/2024", "2024-02-29"),
        ("janv. 2024", "2024-01"),
        ("jan 2024", "2024-01"),
        ("januari 2024", "2024-01"),
        ("mars 2024", "2024-03"),
        ("août 2023", "2023-08"),
        ("01/2024", "2024-01"),
        ("2024-01", "2024-01"),
        ("2024", "2024"),
        ("9 janvier 2024", "2024-01-09"),
        ("1er mars 2024", "2024-03-01"),
        ("lundi 9 janvier 2024", "2024-01-09"),
        ("maandag 9 maart 2024", "2024-03-09"),
        ("January 9, 2024", "2024-01-09"),
        ("3 déc. 2022", "2022-12-03"),
    ],
)
def test_read(text: str, iso: str) -> None:
    assert parse_partial_date(text) == Parsed(PartialDate(iso))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/04/2024", "no_such_date"),
        ("29/02/2023", "no_such_date"),
        ("05/31/2024", "no_such_date"),
        ("2024-13", "no_such_date"),
        ("00/00/0000", "year_out_of_range"),
        ("01-01-1850", "year_out_of_range"),
        ("2101", "year_out_of_range"),
        ("x", "not_a_date"),
        ("2023-2024", "not_a_date"),
        ("début 2024", "not_a_date"),
        ("99999", "not_a_date"),
        ("5 3 janvier 2024", "not_a_date"),
    ],
)
def test_refused(text: str, code: str) -> None:
    parsed = parse_partial_date(text)
    assert parsed.value is None
    assert parsed.error is not None
    assert parsed.error.code == code


@pytest.mark.parametrize(
    ("text", "iso", "code"),
    [
        ("45300", "2024-01-09", "spreadsheet_date"),
        ("45300.5", "2024-01-09", "spreadsheet_date"),
        ("01/09/23", "2023-09-01", "short_year"),
        ("31-12-99", "1999-12-31", "short_year"),
        ("jan-24", "2024-01", "short_year"),
    ],
)
def test_read_with_a_warning(text: str, iso: str, code: str) -> None:
    parsed = parse_partial_date(text)
    assert parsed.value == PartialDate(iso)
    assert [warning.code for warning in parsed.warnings] == [code]


def test_whole_date_needed() -> None:
    assert parse_day("3/5/2024") == Parsed(date(2024, 5, 3))
    assert parse_day("") == Parsed(None)
    error = parse_day("05/2024").error
    assert error is not None
    assert error.code == "day_needed"


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"])
)
def test_every_day_comes_back(day: date, form: str) -> None:
    assert parse_day(day.strftime(form)) == Parsed(day)


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    parsed = parse_partial_date(text)
    assert parsed.value is None or parsed.error is None
