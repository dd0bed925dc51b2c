"""Papers about difficulties as PDF and docx: they say the same, are laid out well, and break over pages."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from clusterdesk.briefs.batch import print_briefs
from clusterdesk.briefs.difficulty_outline import PaperOutline, paper_outline
from clusterdesk.briefs.difficulty_paper_docx import difficulty_paper_docx
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.outline import BlockKind
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.briefs.style import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from clusterdesk.domain.difficulties.known import IdentifierKind
from clusterdesk.domain.views.difficulty_papers import Mark, PaperText, ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs import sample_difficulties as samples
from tests.briefs.conftest import HOUSE
from tests.briefs.pdf_reading import bare, overprints, pdf_info, pdf_pages, pdf_text, pdf_words

pytestmark = pytest.mark.slow

type Sample = Callable[[str], ReadPaper]
SAMPLES: dict[str, Sample] = {
    "full": samples.full_note,
    "sparse": samples.sparse_note,
    "internal": samples.internal_note,
    "long": samples.long_note,
    "roll-up": samples.roll_up,
    "long roll-up": samples.long_roll_up,
}


def pdf_of(read: ReadPaper) -> bytes:
    """Return the PDF as it is saved."""
    language = read.paper.language
    job = BriefJob(read, Translator(language, strict=True), Formats(language))
    return next(iter(print_briefs([job], HOUSE))).pdf


def outline_of(read: ReadPaper) -> PaperOutline:
    """Return the words of a paper."""
    language = read.paper.language
    return paper_outline(read.paper, Translator(language, strict=True), Formats(language))


def words_of(outline: PaperOutline) -> list[str]:
    """Return all texts of an outline."""
    found = [outline.title.text, outline.kind]
    for block in outline.blocks:
        if isinstance(block, OutlineTable):
            found += [column.heading for column in block.columns]
            found += [text for row in block.rows for text in row]
        else:
            found += [block.text.text, block.label]
    return [text for text in found if text]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_is_printed_over_another_or_in_the_margin(name: str, language: str) -> None:
    words = pdf_words(pdf_of(SAMPLES[name](language)))
    assert overprints(words) == []
    assert min(word.left for word in words) >= LEFT - 0.5
    assert max(word.right for word in words) <= PAGE_WIDTH - RIGHT + 0.5
    assert min(word.top for word in words) >= TOP - 6
    assert max(word.bottom for word in words) <= PAGE_HEIGHT - BOTTOM + 2


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_pdf_and_docx_say_all_that_the_preview_shows(name: str, language: str) -> None:
    read = SAMPLES[name](language)
    t, formats = Translator(language, strict=True), Formats(language)
    printed = bare(pdf_text(pdf_of(read)))
    document = Document(BytesIO(difficulty_paper_docx(read, t, formats, HOUSE)))
    parts = [one.text for one in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    written = "\n".join(parts)
    for text in words_of(outline_of(read)):
        if len(text) < 400:
            # A cell of a table may stand on two lines, with its neighbour between them.
            assert all(bare(word) in printed for word in text.split()), text
        assert bare(text) in bare(written), text


def test_a_note_is_one_page_and_a_long_one_goes_on_with_its_title() -> None:
    assert len(pdf_pages(pdf_of(samples.full_note()))) == 1
    assert len(pdf_pages(pdf_of(samples.sparse_note()))) == 1
    pages = pdf_pages(pdf_of(samples.long_note()))
    assert len(pages) > 3
    assert all("Ça n’en finit pas" in page for page in pages)
    assert f"p. {len(pages)}/{len(pages)}" in pages[-1]


def test_facts_of_a_difficulty_stay_with_its_text() -> None:
    for page in pdf_pages(pdf_of(samples.long_roll_up())):
        lines = [line for line in page.splitlines() if line.strip()]
        assert not lines[-2].startswith(("Bloque un projet ·", "Coûteuse ·", "Gênante ·"))


def test_the_head_says_for_whom_it_is_and_the_anonymous_foot_not_by_whom() -> None:
    assert "Édition interne" in pdf_text(pdf_of(samples.internal_note()))
    assert "Projet, pas encore approuvé" in pdf_text(pdf_of(samples.sparse_note()))
    pdf = pdf_of(samples.full_note())
    assert "Claire Dumont" not in pdf_text(pdf)
    assert pdf_info(pdf)["Author"] == HOUSE.name
    assert "Claire Dumont" in pdf_text(pdf_of(samples.internal_note()))


def test_numbers_that_are_not_told_say_so_in_words_and_in_the_table() -> None:
    text = pdf_text(pdf_of(samples.roll_up()))
    assert "Autres thèmes 3 n. c." in " ".join(text.split())
    assert "Le nombre d’organisations n’est pas communiqué" in text
    assert "Moins de trois organisations." in pdf_text(pdf_of(samples.sparse_note()))


def test_marks_move_with_the_lines_and_quotation_marks() -> None:
    text = PaperText(
        "Une entreprise attend.\nPuis une personne appelle Zwetschge.",
        (Mark(0, 14, "Houtlus", IdentifierKind.COMPANY), Mark(28, 40, "Zoé", IdentifierKind.PERSON)),
        ((49, 58),),
    )
    sample = samples.full_note().paper
    assert sample.note is not None
    note = replace(sample.note, happens=(text,), quotes=(replace(sample.note.quotes[0], text=text),))
    blocks = outline_of(ReadPaper(replace(sample, note=note))).blocks
    shown = [one for one in blocks if not isinstance(one, OutlineTable) and one.text.marks]
    said = [[(block.text.text[mark.start : mark.end], mark.said) for mark in block.text.marks] for block in shown]
    assert said == [
        [("Une entreprise", "Houtlus")],
        [("une personne", "Zoé")],
        [("Une entreprise", "Houtlus"), ("une personne", "Zoé")],
    ]
    assert shown[2].kind is BlockKind.QUOTE
    assert [shown[2].text.text[start:end] for start, end in shown[2].text.doubts] == ["Zwetschge"]
