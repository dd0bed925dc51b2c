"""What the pages say and how they are laid out, from nothing at all to far too much."""

import re
from dataclasses import replace
from datetime import date

import pytest

from clusterdesk.briefs.style import BOTTOM, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_sheet import OpenPromise
from tests.briefs import sample_views as samples
from tests.briefs.conftest import HOUSE, MakePdf
from tests.briefs.pdf_reading import bare, overprints, pdf_info, pdf_pages, pdf_text, pdf_words
from tests.briefs.sample_dutch import dutch_sheet

SHEETS = {
    "sparse": samples.sparse_sheet(),
    "full": samples.full_sheet(),
    "figures": samples.sheet_with_figures(),
    "extreme": samples.extreme_sheet(),
    "dutch": dutch_sheet(),
}
REPORTS = {"sparse": samples.sparse_report(), "full": samples.full_report(), "extreme": samples.extreme_report()}
VIEWS = [*SHEETS.values(), *REPORTS.values()]
NAMES = [*(f"sheet-{name}" for name in SHEETS), *(f"report-{name}" for name in REPORTS)]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("view", VIEWS, ids=NAMES)
def test_no_word_is_printed_over_another(view: object, language: str, make_pdf: MakePdf) -> None:
    assert overprints(pdf_words(make_pdf(view, language))) == []


@pytest.mark.parametrize("view", VIEWS, ids=NAMES)
def test_every_word_stays_inside_the_margins(view: object, make_pdf: MakePdf) -> None:
    words = pdf_words(make_pdf(view))
    assert min(word.left for word in words) >= LEFT - 0.5
    assert max(word.right for word in words) <= PAGE_WIDTH - RIGHT + 0.5
    # Boxes of words are as high as the font's ascent, which is more than any letter.
    assert min(word.top for word in words) >= TOP - 6
    assert max(word.bottom for word in words) <= PAGE_HEIGHT - BOTTOM + 2


@pytest.mark.parametrize(("name", "pages"), [("sparse", 2), ("full", 2), ("figures", 2)])
def test_a_sheet_is_one_leaf_of_paper(name: str, pages: int, make_pdf: MakePdf) -> None:
    texts = pdf_pages(make_pdf(SHEETS[name]))
    assert len(texts) == pages
    assert "p. 1/2" in texts[0]
    assert "p. 2/2" in texts[1]


def test_footer_says_when_what_who_and_for_whom(make_pdf: MakePdf) -> None:
    text = pdf_text(make_pdf(SHEETS["full"]))
    footer = "Imprimé le 20/11/2026 16:42 · données au 20/11/2026 16:40 · Claire Dumont · édition partageable · p. 1/2"
    assert footer in text


def test_blocks_stand_where_the_page_law_says(make_pdf: MakePdf) -> None:
    words = pdf_words(make_pdf(SHEETS["figures"]))
    heights = {"lundi": 24, "En": 24 + 18, "Depuis": 24 + 18 + 24, "Nous": 24 + 18 + 24 + 34}
    heights |= {"Chiffres": 144, "Reste": 144 + 44, "À": 144 + 44 + 14}
    gaps = {"lundi": 1, "En": 2, "Depuis": 3, "Nous": 4, "Chiffres": 5, "Reste": 6, "À": 7}
    for text, above in heights.items():
        word = next(word for word in words if word.text == text)
        top = TOP + above * MM + gaps[text] * 2.5 * MM
        assert top - 2 <= word.top <= top + 6, text


def test_figures_block_is_there_only_when_something_is_followed(make_pdf: MakePdf) -> None:
    assert "Chiffres et effectif" in pdf_text(make_pdf(SHEETS["figures"]))
    assert "Chiffres et effectif" not in pdf_text(make_pdf(SHEETS["full"]))


def test_overflow_is_announced_and_complete(make_pdf: MakePdf) -> None:
    promises = tuple(OpenPromise(f"Promesse {n:02}", OwnerKind.US, due=date(2026, 12, 1)) for n in range(40))
    pages = pdf_pages(make_pdf(replace(SHEETS["sparse"], promises=promises)))
    assert "+ 35, voir verso" in pages[0]
    assert "+ 30, voir page suivante" in pages[1]
    assert all(f"Promesse {n:02}" in "".join(pages) for n in range(40))
    assert len(pages) == 3


def test_late_promises_say_how_late(make_pdf: MakePdf) -> None:
    text = pdf_text(make_pdf(SHEETS["full"]))
    assert "retard 12 j" in text
    assert "Halle aux Matériaux\u00a0: Confirmer" in text.replace(" :", "\u00a0:")


def test_last_sessions_are_cut_after_a_sentence(make_pdf: MakePdf) -> None:
    text = pdf_pages(make_pdf(SHEETS["full"]))[0]
    assert "la moyenne est de 6 h 20. …" in text


def test_a_name_of_200_characters_is_complete(make_pdf: MakePdf) -> None:
    assert len(samples.LONG_NAME) > 190
    for view in (SHEETS["extreme"], REPORTS["extreme"]):
        assert bare(samples.LONG_NAME) in bare(pdf_pages(make_pdf(view))[0])


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_file_says_its_language_title_and_author(language: str, make_pdf: MakePdf) -> None:
    pdf = make_pdf(SHEETS["full"], language)
    info = pdf_info(pdf)
    assert f"/Lang ({language}-BE)".encode() in pdf
    assert info["Author"] == "Claire Dumont"
    assert info["Title"].endswith("– Atelier Noord")
    assert info["Page size"].startswith("595.276 x 841.89")


def test_the_foot_says_nothing_of_an_author_nobody_named(make_pdf: MakePdf) -> None:
    for view in (SHEETS["full"], samples.full_report()):
        text = " ".join(pdf_text(make_pdf(replace(view, footer=replace(view.footer, author="")))).split())
        assert re.search(r"données au [\d/]+ [\d:]+ · édition partageable · p\. 1/", text)


def test_internal_edition_says_so(make_pdf: MakePdf) -> None:
    for view in (samples.planted_sheet(), samples.full_report()):
        internal = replace(view, footer=replace(view.footer, edition=Edition.INTERNAL))
        assert "Édition interne" in pdf_text(make_pdf(internal))
        assert "édition interne" in pdf_text(make_pdf(internal))
        assert "interne" not in pdf_text(make_pdf(view))


def test_fonts_are_embedded(make_pdf: MakePdf) -> None:
    pdf = make_pdf(SHEETS["extreme"])
    assert pdf.count(b"/FontFile2") >= 3
    assert b"Helvetica" not in pdf
    assert len(pdf) < 120_000


def test_a_logo_is_drawn_and_a_broken_one_forgiven(make_pdf: MakePdf) -> None:
    from io import BytesIO

    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (300, 100), "#1f6b4a").save(picture, "PNG")
    with_logo = make_pdf(SHEETS["full"], house=replace(HOUSE, logo=picture.getvalue()))
    assert b"/Subtype /Image" in with_logo
    assert HOUSE.name not in pdf_text(with_logo)
    broken = make_pdf(SHEETS["full"], house=replace(HOUSE, logo=b"not a picture"))
    assert bare(HOUSE.name) in bare(pdf_text(broken))


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_no_heading_stands_alone_at_a_foot(language: str, make_pdf: MakePdf) -> None:
    headings = {"fr": {"Notes", "Décisions", "Qui fait quoi", "Signatures", "Documents joints"}}
    headings["nl"] = {"Notities", "Beslissingen", "Wie doet wat", "Handtekeningen", "Bijgevoegde documenten"}
    for size in range(0, 60, 3):
        report = samples.full_report()
        text = "Une phrase de plus pour pousser la suite. " * size
        notes = (replace(report.notes[0], text=text or "x"), *report.notes[1:])
        for page in pdf_pages(make_pdf(replace(report, notes=notes), language)):
            # The last line is the footer.
            last = page.strip().splitlines()[-2]
            assert last not in headings[language]
            assert not last.endswith("?")


def test_qr_code_reads_back(make_pdf: MakePdf) -> None:
    import subprocess
    from io import BytesIO

    import zxingcpp
    from PIL import Image

    pdf = make_pdf(SHEETS["full"])
    command = ["pdftoppm", "-r", "100", "-gray", "-f", "1", "-l", "1", "-png", "-"]
    picture = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    with Image.open(BytesIO(picture)) as page:
        assert [code.text for code in zxingcpp.read_barcodes(page)] == ["V-7K3F-9Q2M"]
