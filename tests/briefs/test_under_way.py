"""The back of the visit sheet tells what was sent on and is still open."""

from dataclasses import replace
from datetime import date

import pytest

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_sheet import MatterKind, OpenMatter
from tests.briefs.conftest import MakePdf
from tests.briefs.pdf_reading import pdf_pages, pdf_words
from tests.briefs.sample_views import full_sheet

SENT = choice_label(DifficultyState.SENT)
TITLES = ("Un permis prend des mois", "Trois références", "La TVA", "Le raccordement", "Les halles", "Le statut")


def matters(count: int) -> tuple[OpenMatter, ...]:
    return tuple(OpenMatter(MatterKind.DIFFICULTY, title, SENT, date(2026, 10, 5)) for title in TITLES[:count])


@pytest.mark.parametrize(("language", "kind"), [("fr", "Difficulté"), ("nl", "Knelpunt"), ("en", "Difficulty")])
def test_an_open_difficulty_stands_on_the_back_with_where_it_is(language: str, kind: str, make_pdf: MakePdf) -> None:
    front, back = pdf_pages(make_pdf(replace(full_sheet(), under_way=matters(1)), language))
    assert TITLES[0] in back
    assert kind in back
    assert "2026" in back
    assert TITLES[0] not in front


def test_lines_to_write_on_give_way_and_nothing_overlaps(make_pdf: MakePdf) -> None:
    with_one = [word for word in pdf_words(make_pdf(replace(full_sheet(), under_way=matters(4)))) if word.page == 2]
    without = [word for word in pdf_words(make_pdf(full_sheet())) if word.page == 2]
    lines = [sum(word.text == "D" for word in words) for words in (without, with_one)]
    assert lines[0] - lines[1] == 3
    table = [next(word.top for word in words if word.text == "Décidé") for words in (without, with_one)]
    assert table[0] == pytest.approx(table[1], abs=0.5), "what follows keeps its place"
    last = max(word.bottom for word in with_one if word.text.startswith("raccordement"))
    notes = min(word.top for word in with_one if word.text == "Notes")
    assert last < notes


def test_what_finds_no_room_goes_on_the_next_page(make_pdf: MakePdf) -> None:
    _front, back, rest = pdf_pages(make_pdf(replace(full_sheet(), under_way=matters(6))))
    assert "+ 2" in back.replace("\u00a0", " ").replace("\u202f", " ")
    assert TITLES[5] in rest


def test_what_is_internal_stays_off_a_sheet_that_may_stay_on_the_table(make_pdf: MakePdf) -> None:
    hidden = replace(matters(1)[0], text="INTERNAL-difficulty", visibility=Visibility.INTERNAL)
    sheet = replace(full_sheet(), under_way=(hidden,))
    assert "INTERNAL-difficulty" not in "".join(pdf_pages(make_pdf(sheet)))
    inner = replace(sheet, footer=replace(sheet.footer, edition=Edition.INTERNAL))
    assert "INTERNAL-difficulty" in "".join(pdf_pages(make_pdf(inner)))
