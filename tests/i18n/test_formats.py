"""Dates, numbers and amounts as Belgians write them; Babel is the judge of our written-down facts."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from babel.core import Locale
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import BugError
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.locale_facts import FACTS

MONDAY = date(2026, 11, 23)
LANGUAGES = ("fr", "nl", "en")
AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("language", "date_text", "long_text", "short_text", "day_text"),
    [
        ("fr", "23/11/2026", "lundi 23 novembre 2026", "lun. 23 nov.", "23 novembre"),
        ("nl", "23/11/2026", "maandag 23 november 2026", "ma 23 nov", "23 november"),
        ("en", "23/11/2026", "Monday, 23 November 2026", "Mon, 23 Nov", "23 November"),
    ],
)
def test_dates(language: str, date_text: str, long_text: str, short_text: str, day_text: str) -> None:
    formats = Formats(language)
    assert formats.date(MONDAY) == date_text
    assert formats.long_date(MONDAY) == long_text
    assert formats.weekday_date(MONDAY) == short_text
    assert formats.weekday_day(MONDAY) == f"{short_text.split()[0].strip(',')} 23"
    assert formats.day_month(MONDAY) == day_text


def test_the_first_of_a_month_in_french() -> None:
    assert Formats("fr").long_date(date(2026, 11, 1)) == "dimanche 1er novembre 2026"
    assert Formats("nl").long_date(date(2026, 11, 1)) == "zondag 1 november 2026"


@pytest.mark.parametrize(
    ("text", "fr", "nl"),
    [("2024", "2024", "2024"), ("2024-01", "janv. 2024", "jan 2024"), ("2024-01-09", "09/01/2024", "09/01/2024")],
)
def test_partial_dates(text: str, fr: str, nl: str) -> None:
    assert Formats("fr").partial(text) == fr
    assert Formats("nl").partial(text) == nl


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [date(2026, month, 20 + month % 7) for month in range(1, 13)])
def test_dates_agree_with_babel(language: str, day: date) -> None:
    formats, locale = Formats(language), FACTS[language].locale
    assert formats.long_date(day) == format_date(day, "full", locale=locale)
    assert formats.month_year(day) == format_date(day, "MMMM y", locale=locale)
    assert formats.short_month_year(day) == format_date(day, "MMM y", locale=locale)
    pattern = Locale.parse(locale).datetime_skeletons["MMMEd"]
    assert formats.weekday_date(day) == format_date(day, str(pattern.pattern), locale=locale)
    assert formats.weekday(day) == format_date(day, "EEEE", locale=locale)
    assert formats.weekday(day, short=True) == format_date(day, "EEE", locale=locale)


def test_times() -> None:
    formats = Formats("fr")
    moment = datetime(2026, 11, 23, 9, 5, 59, tzinfo=UTC)
    assert formats.time(time(9, 5)) == "09:05"
    assert formats.time(moment.astimezone().replace(tzinfo=None)) == formats.time(moment)
    assert formats.instant(datetime(2026, 11, 23, 9, 5)) == "23/11/2026 09:05"  # noqa: DTZ001 - a local, naive one


@pytest.mark.parametrize(("days", "text"), [(0, "aujourd’hui"), (1, "demain"), (-1, "hier"), (3, "dans 3 jours")])
def test_relative_days_near(days: int, text: str) -> None:
    assert Formats("fr").relative_days(days) == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [-400, -12, -2, 2, 12, 400])
def test_relative_days_agree_with_babel(language: str, days: int) -> None:
    expected = format_timedelta(
        days * 86400, granularity="day", threshold=1e9, add_direction=True, locale=FACTS[language].locale
    )
    assert Formats(language).relative_days(days) == expected


@pytest.mark.parametrize(
    ("language", "money", "negative", "number", "percent"),
    [
        ("fr", "1\u202f234\u202f567,89\u00a0€", "-1\u202f234,50\u00a0€", "1\u202f234,5", "12,5\u00a0%"),
        ("nl", "€\u00a01.234.567,89", "€\u00a0-1.234,50", "1.234,5", "12,5%"),
        ("en", "1.234.567,89\u00a0€", "-1.234,50\u00a0€", "1.234,5", "12,5%"),
    ],
)
def test_numbers(language: str, money: str, negative: str, number: str, percent: str) -> None:
    formats = Formats(language)
    assert formats.money(Decimal("1234567.89")) == money
    assert formats.money(Decimal("-1234.5")) == negative
    assert formats.number(Decimal("1234.50")) == number
    assert formats.percent(Decimal("0.125"), 1) == percent


@given(AMOUNTS, st.sampled_from(LANGUAGES))
def test_numbers_agree_with_babel(amount: Decimal, language: str) -> None:
    formats, locale = Formats(language), FACTS[language].locale
    assert formats.money(amount) == format_currency(amount + 0, "EUR", locale=locale)
    assert formats.money(amount, "GBP") == format_currency(amount + 0, "GBP", locale=locale)
    assert formats.number(amount) == format_decimal(amount + 0, locale=locale)


def test_rounding_is_half_up_and_never_minus_zero() -> None:
    formats = Formats("nl")
    assert formats.decimal(Decimal("0.125"), 2) == "0,13"
    assert formats.decimal(Decimal("-0.125"), 2) == "-0,13"
    assert formats.decimal(Decimal("-0.001"), 2) == "0,00"
    assert formats.number(0.1) == "0,1"
    assert formats.number(10) == "10"
    assert formats.number(Decimal("1E+3")) == "1.000"
    assert formats.money(12, places=0) == "€\u00a012"
    assert formats.money(1234, "JPY").endswith("1.234")


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("language", LANGUAGES)
def test_joined_agrees_with_babel(language: str, count: int) -> None:
    items = list("abcde")[:count]
    expected = format_list(items, locale=FACTS[language].locale) if items else ""
    # Dutch, French and Belgian English have no comma before the last joint.
    assert Formats(language).joined(items) == expected.replace(", and", " and")
    either = format_list(items, style="or", locale=FACTS[language].locale)
    assert Formats(language).joined(items, either=True) == either.replace(", or", " or")


def test_durations_and_sizes() -> None:
    formats = Formats("fr")
    assert [formats.duration(m) for m in (0, 45, 60, 95)] == [
        "0\u00a0min",
        "45\u00a0min",
        "1\u00a0h",
        "1\u00a0h\u00a035",
    ]
    assert Formats("nl").duration(90) == "1\u00a0u\u00a030"
    assert [formats.file_size(s) for s in (0, 999, 3_400_000, 5 * 10**12)] == [
        "0\u00a0o",
        "999\u00a0o",
        "3,4\u00a0Mo",
        "5\u202f000\u00a0Go",
    ]


def test_countries() -> None:
    assert Formats("fr").country("be") == "Belgique"
    assert Formats("nl").country("DE") == "Duitsland"
    assert Formats("en").country("??") == "??"


def test_unknown_language_is_a_bug() -> None:
    with pytest.raises(BugError):
        Formats("de")


def test_what_every_screen_shows_never_loads_babel() -> None:
    program = (
        "import sys, datetime\n"
        "from clusterdesk.i18n.formats import Formats\n"
        "from clusterdesk.i18n.translator import Translator\n"
        "t, f = Translator('fr'), Formats('fr')\n"
        "t('x'); f.money(1); f.long_date(datetime.date(2026, 11, 23)); f.relative_days(-3)\n"
        "sys.exit('babel' in sys.modules or 'gettext' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
