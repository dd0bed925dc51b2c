"""The day on one A4 and the weekly note: what stands on them, in every language, and that they stay one page."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pikepdf
import pytest

from clusterdesk.briefs.day_page import day_page_pdf
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.briefs.jobs import BriefJob, kind_of
from clusterdesk.briefs.week_note import week_note_pdf
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.views.day_page import DayPage
from clusterdesk.domain.views.week_note import MovedIndicator, NoteDecision, NoteWaiting, WaitsFor, WeekNote
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_text, pdf_words
from tests.briefs.sample_days import HOUSE, a_day, a_note, internal


def _day(view: DayPage, language: str = "fr") -> bytes:
    return day_page_pdf(view, Translator(language), Formats(language), HOUSE)


def _note(view: WeekNote, language: str = "fr") -> bytes:
    return week_note_pdf(view, Translator(language), Formats(language), HOUSE)


def text_of(pdf: bytes) -> str:
    """Read the text of all pages back, on one line."""
    return " ".join(pdf_text(pdf).split())


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def test_the_day_has_hours_places_phones_and_promises_in_order() -> None:
    text = text_of(_day(a_day(3)))
    for words in ("Lundi 23 novembre 2026", "09:00", "Quai 1, 1080 Molenbeek", "02 555 01 23", "Appeler le hub"):
        assert words in text
    assert text.index("Organisation 1") < text.index("Organisation 2") < text.index("Organisation 3")
    assert "retard 12 j" in text


@pytest.mark.parametrize(("language", "word"), [("fr", "Nous devons"), ("nl", "Bezoekdag"), ("en", "Day of visits")])
def test_the_day_speaks_its_language(language: str, word: str) -> None:
    assert word in text_of(_day(a_day(1), language))


@pytest.mark.parametrize("stops", [0, 1, 4, 7])
def test_a_usual_day_is_one_page(stops: int) -> None:
    assert _pages(_day(a_day(stops))) == 1


def test_a_very_full_day_goes_on_and_loses_nobody() -> None:
    pdf = _day(a_day(20))
    assert _pages(pdf) == 3
    text = text_of(pdf)
    assert all(f"Organisation {number}" in text for number in range(1, 21))


@pytest.mark.parametrize("stops", [1, 4, 7, 20])
def test_no_word_is_printed_over_another(stops: int) -> None:
    assert overprints(pdf_words(_day(a_day(stops, promises=4)))) == []
    assert overprints(pdf_words(_note(a_note(stops)))) == []


def test_promises_without_room_are_counted() -> None:
    text = text_of(_day(a_day(7, promises=9)))
    assert "autres" in text


@pytest.mark.parametrize("draw", [lambda: _day(internal(a_day(2))), lambda: _note(internal(a_note()))])
def test_an_internal_edition_says_so(draw: object) -> None:
    text = text_of(draw())  # type: ignore[operator]
    assert "Édition interne" in text
    assert "Renégocier le bail" in text


def test_what_is_internal_is_left_out_of_what_may_stay_on_the_table() -> None:
    assert "Renégocier" not in text_of(_day(a_day(2)))
    assert "Renégocier" not in text_of(_note(a_note()))


@pytest.mark.parametrize("rows", [0, 3, 60])
def test_the_note_is_always_one_page(rows: int) -> None:
    pdf = _note(a_note(rows))
    assert _pages(pdf) == 1
    text = text_of(pdf)
    assert "actes d’accompagnement" in text
    if rows == 60:
        assert "autres" in text


def test_days_and_sheets_together_are_a_bag() -> None:
    day = BriefJob(a_day(1), Translator("fr"), Formats("fr"))
    note = BriefJob(a_note(), Translator("fr"), Formats("fr"))
    assert kind_of([day]) is BriefKind.DAY
    assert kind_of([day, note]) is BriefKind.BAG
    assert (day.on, note.on) == (date(2026, 11, 23), date(2026, 11, 23))
    assert a_day(1).stops[0].starts_at == time(9)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_note_tells_the_director_what_moved_was_decided_and_waits(language: str) -> None:
    indicator = Indicator(key="industrialised", name_fr="Projets industrialisés", target=30)
    secret = NoteDecision(date(2026, 11, 25), "GT bois", "Ne pas le dire", Visibility.INTERNAL)
    view = replace(
        a_note(4),
        moved=(MovedIndicator(indicator, 11, 12),),
        decisions=(NoteDecision(date(2026, 11, 24), "GT bois", "Acheter une scie ensemble"), secret),
        waiting=tuple(NoteWaiting(one, 2, 41) for one in WaitsFor),
    )
    pdf = _note(view, language)
    text = text_of(pdf)
    assert _pages(pdf) == 1
    assert overprints(pdf_words(pdf)) == []
    assert "+1 Projets industrialisés · 12" in text
    assert "GT bois · Acheter une scie ensemble" in text
    assert text.count("41") == 3
    assert "Ne pas le dire" not in text
    assert "Ne pas le dire" in text_of(_note(internal(view), language))


def test_a_note_with_much_of_everything_stays_one_page() -> None:
    indicator = Indicator(key="industrialised", name_fr="Un indicateur dont le nom est bien long à écrire", target=30)
    view = replace(
        a_note(24),
        moved=(MovedIndicator(indicator, 1, 2),) * 12,
        decisions=(NoteDecision(date(2026, 11, 24), "GT bois", "Acheter une scie. " * 40),) * 9,
        waiting=tuple(NoteWaiting(one, 2, 41) for one in WaitsFor),
    )
    pdf = _note(view)
    assert _pages(pdf) == 1
    assert overprints(pdf_words(pdf)) == []
