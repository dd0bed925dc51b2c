"""The year on one page and the badges of an event, as PDF bytes: sizes, words, names that shrink."""

from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from clusterdesk.briefs.badges import badges_pdf
from clusterdesk.briefs.year_plan import year_plan_pdf
from clusterdesk.domain.programme.counting import counted
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import Commitment, EventKind, ProgrammeEvent
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.programme import EventRow, KindYear, ProgrammeYear
from clusterdesk.domain.views.programme_pages import Badge, Badges, YearPlan
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_text, pdf_words
from tests.briefs.sample_days import HOUSE

TODAY = date(2026, 11, 23)
FOOTER = PageFooter(
    datetime(2026, 11, 23, 9, 42, tzinfo=UTC), datetime(2026, 11, 23, 9, 42, tzinfo=UTC), "Claire Delvaux"
)
MM = 72 / 25.4


def a_year(events: int = 1, title: str = "Visite chez Houtlus") -> ProgrammeYear:
    kind = EventKind(
        key="company_visit", name_fr="Visite d’entreprise", name_nl="Bedrijfsbezoek", name_en="Company visit"
    )
    owed = Commitment(year=2026, event_kind_id=kind.id, planned=events + 1, due_month=10)
    rows = [
        ProgrammeEvent(title=title, on=date(2026, 4, 2 + place), state=GatheringState.HELD) for place in range(events)
    ]
    shown = tuple(EventRow(one, kind, host="Houtlus") for one in rows)
    return ProgrammeYear(2026, TODAY, (KindYear(kind, owed, counted(owed, rows, TODAY), shown),))


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        boxes = [[float(one) for one in page.mediabox.as_list()] for page in opened.pages]
    return [(round(box[2] / MM), round(box[3] / MM)) for box in boxes]


@pytest.mark.parametrize(("language", "word"), [("fr", "avr."), ("nl", "apr"), ("en", "Apr")])
@pytest.mark.parametrize(("large", "size"), [(False, (297, 210)), (True, (420, 297))])
def test_the_year_is_one_landscape_page(language: str, word: str, large: bool, size: tuple[int, int]) -> None:
    t = Translator(language, strict=True)
    pdf = year_plan_pdf(YearPlan(a_year(), FOOTER, large), t, Formats(language), HOUSE)
    assert sizes(pdf) == [size]
    text = pdf_text(pdf)
    assert word in text
    assert "Houtlus" in text
    assert t.n("{n} to be planned", "{n} to be planned", n=1) in " ".join(text.split())
    assert overprints(pdf_words(pdf)) == []


def test_a_full_month_says_how_many_more_there_are() -> None:
    view = YearPlan(a_year(9, "Une visite dont le titre est vraiment très long et ne tient pas"), FOOTER)
    pdf = year_plan_pdf(view, Translator("fr", strict=True), Formats("fr"), HOUSE)
    assert "(+" in pdf_text(pdf)
    assert overprints(pdf_words(pdf)) == []


def test_an_empty_year_says_so() -> None:
    empty = YearPlan(ProgrammeYear(2031, TODAY), FOOTER)
    pdf = year_plan_pdf(empty, Translator("fr", strict=True), Formats("fr"), HOUSE)
    assert "Rien n’est encore promis" in pdf_text(pdf)


LONG = Badge(
    "Marie-Emmanuelle Van den Bossche-Vandenbroucke de la Tour d’Auvergne",
    "Coopérative bruxelloise de réemploi des matériaux et équipements de seconde main",
)


def some_badges(*badges: Badge) -> bytes:
    view = Badges("Event annuel 2026", date(2026, 12, 10), badges, FOOTER)
    return badges_pdf(view, Translator("fr", strict=True), Formats("fr"), HOUSE)


def test_badges_go_two_by_five_and_long_names_shrink_within_theirs() -> None:
    pdf = some_badges(LONG, *(Badge(f"Personne {number}") for number in range(11)))
    assert sizes(pdf) == [(210, 297), (210, 297)]
    assert [text.count("Event annuel 2026") for text in pdf_pages(pdf)] == [10, 2]
    assert overprints(pdf_words(pdf)) == []
    words = pdf_words(pdf)
    tall = {word.text: word.bottom - word.top for word in words}
    assert tall["Marie-Emmanuelle"] < tall["Personne"]
    middle = 210 * MM / 2
    assert all(word.right < middle for word in words if word.text in LONG.name.split()), "it stays on its badge"


def test_nobody_is_cut_without_a_sign() -> None:
    text = pdf_text(some_badges(Badge("Anne " * 60, "Maison " * 60)))
    assert text.count("…") == 2
