"""Days in words, in three languages."""

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.parsing.calendar_words import DAYS_AWAY, MONTHS, WEEKDAYS, WEEKDAYS_CUT_SHORT
from clusterdesk.domain.parsing.day_words import Year, find_days, read_day

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ven.", "2026-11-27"),
        ("vendredi", "2026-11-27"),
        ("vrij.", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("lundi", "2026-11-30"),
        ("aujourd’hui", "2026-11-23"),
        ("ce soir", "2026-11-23"),
        ("demain", "2026-11-24"),
        ("morgen", "2026-11-24"),
        ("Tomorrow", "2026-11-24"),
        ("après-demain", "2026-11-25"),
        ("overmorgen", "2026-11-25"),
        ("the day after tomorrow", "2026-11-25"),
        ("lundi prochain", "2026-11-30"),
        ("vendredi prochain", "2026-12-04"),
        ("volgende maandag", "2026-11-30"),
        ("vrijdag volgende week", "2026-12-04"),
        ("next Monday", "2026-11-30"),
        ("next week Tuesday", "2026-12-01"),
        ("ce vendredi", "2026-11-27"),
        ("komende vrijdag", "2026-11-27"),
        ("vendredi en huit", "2026-12-04"),
        ("dans 2 semaines", "2026-12-07"),
        ("dans une quinzaine", "2026-12-07"),
        ("dans trois mois", "2027-02-23"),
        ("over 2 weken", "2026-12-07"),
        ("over een week", "2026-11-30"),
        ("binnen 10 dagen", "2026-12-03"),
        ("in 2 weeks", "2026-12-07"),
        ("within a month", "2026-12-23"),
        ("d'ici 8 jours", "2026-12-01"),
        ("+7", "2026-11-30"),
        ("+2s", "2026-12-07"),
        ("+1m", "2026-12-23"),
        ("fin du mois", "2026-11-30"),
        ("pour la fin du mois prochain", "2026-12-31"),
        ("einde van de maand", "2026-11-30"),
        ("eind volgende maand", "2026-12-31"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("fin mars", "2027-03-31"),
        ("fin février", "2027-02-28"),
        ("eind maart", "2027-03-31"),
        ("mi-mars", "2027-03-15"),
        ("half maart", "2027-03-15"),
        ("early March", "2027-03-01"),
        ("fin de la semaine", "2026-11-27"),
        ("fin d’année", "2026-12-31"),
        ("einde van het jaar", "2026-12-31"),
        ("la semaine prochaine", "2026-12-04"),
        ("volgende week", "2026-12-04"),
        ("next week", "2026-12-04"),
        ("deze week", "2026-11-27"),
        ("le mois prochain", "2026-12-31"),
        ("12/3", "2027-03-12"),
        ("27/11", "2026-11-27"),
        ("23/11", "2026-11-23"),
        ("22/11", "2027-11-22"),
        ("12/03/2027", "2027-03-12"),
        ("12/3/27", "2027-03-12"),
        ("2027-03-12", "2027-03-12"),
        ("12 mars", "2027-03-12"),
        ("12 mrt", "2027-03-12"),
        ("le 1er mars", "2027-03-01"),
        ("op 12 maart 2028", "2028-03-12"),
        ("March 12", "2027-03-12"),
        ("12th of March", "2027-03-12"),
        ("vendredi 27 novembre", "2026-11-27"),
        ("lun. 30/11", "2026-11-30"),
        ("29/2", "2028-02-29"),
        ("le 12", "2026-12-12"),
        ("uiterlijk op vrijdag", "2026-11-27"),
        ("by the 12th", "2026-12-12"),
    ],
)
def test_a_day_is_read_alone_and_in_a_sentence(text: str, iso: str) -> None:
    assert read_day(text, MONDAY) == date.fromisoformat(iso)
    sentence = f"Devis ponceuse {text}"
    found = find_days(sentence, MONDAY)
    assert [(one.day, sentence[one.start : one.end]) for one in found] == [(date.fromisoformat(iso), text)]


@pytest.mark.parametrize("text", ["31/04", "31/4/2027", "31 avril", "29/02/2027", "30 februari"])
def test_what_is_no_day_is_never_another_one(text: str) -> None:
    assert read_day(text, MONDAY) is None
    (found,) = find_days(f"bilan {text}", MONDAY)
    assert found.day is None


@pytest.mark.parametrize(
    "text",
    [
        "appeler mon contact",
        "ma visite chez Sam",
        "de zon en de maan",
        "mer calme, vente en gros",
        "1/2 ETP et 3/4 temps",
        "ouvert 24/7",
        "les 2/3 des ventes",
        "tel. +32 2 555 01 23",
        "mail: ven@atelier.example",
        "dossier 12/03/2027-b",
        "version 12.3",
        "machine 50/50",
        "48.200 euros",
        "may I call",
        "on part de loin",
        "www.atelier.example/12/3",
    ],
)
def test_words_of_a_sentence_are_not_mistaken_for_days(text: str) -> None:
    assert find_days(text, MONDAY) == ()


def test_several_days_are_found_in_order() -> None:
    text = "envoyer le devis pour vendredi, sinon lundi prochain"
    assert [text[one.start : one.end] for one in find_days(text, MONDAY)] == ["pour vendredi", "lundi prochain"]


def test_the_nearest_year_may_be_the_one_before() -> None:
    assert read_day("22/11", MONDAY, Year.NEAREST) == date(2026, 11, 22)
    assert read_day("22 novembre", MONDAY, Year.NEAREST) == date(2026, 11, 22)
    assert read_day("5/1", MONDAY, Year.NEAREST) == date(2027, 1, 5)


def test_the_week_ends_on_sunday_once_friday_has_passed() -> None:
    assert read_day("fin de la semaine", date(2026, 11, 28)) == date(2026, 11, 29)


@given(st.text(max_size=80), DAYS)
def test_any_text_can_be_looked_through(text: str, today: date) -> None:
    found = find_days(text, today)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    read_day(text, today)


@given(
    st.lists(
        st.sampled_from(
            [
                *WEEKDAYS,
                *DAYS_AWAY,
                *MONTHS,
                "fin",
                "12",
                "/",
                "3",
                "prochain",
                "le",
                "over",
                "2",
                "weken",
                "dans",
                "mois",
                "next",
                "ven.",
                "#",
                "31",
                "de",
                "la",
                "+",
            ]
        ),
        max_size=8,
    ),
    DAYS,
)
def test_words_of_the_calendar_in_any_order_name_days_to_come(parts: list[str], today: date) -> None:
    for one in find_days(" ".join(parts), today):
        assert one.day is None or one.day >= today


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_to_come(today: date, day: date) -> None:
    for written in (f"{day.day}/{day.month}", f"{day:%d/%m}", f"{day.day} {_month(day)}"):
        read = read_day(written, today)
        assert read is not None
        assert (read.day, read.month) == (day.day, day.month)
        assert today <= read
        between = range(today.year, read.year)
        passed = [date(year, read.month, read.day) for year in between if _exists(year, read)]
        assert all(one < today for one in passed)


@given(DAYS, st.sampled_from([*WEEKDAYS.items(), *WEEKDAYS_CUT_SHORT.items()]))
def test_a_weekday_is_within_a_week_and_never_today(today: date, named: tuple[str, int]) -> None:
    name, weekday = named
    read = read_day(name, today)
    assert read is not None
    assert read.weekday() == weekday
    assert today < read <= today + timedelta(days=7)


@given(DAYS, st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_whole_date_is_that_date(today: date, day: date) -> None:
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day.day} {_month(day)} {day.year}"):
        assert read_day(written, today) == day


def _month(day: date) -> str:
    return next(name for name, number in MONTHS.items() if number == day.month)


def _exists(year: int, day: date) -> bool:
    return day.day <= calendar.monthrange(year, day.month)[1]
