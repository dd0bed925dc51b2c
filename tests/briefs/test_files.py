"""File names, batches, merged PDFs, the docx and the mail's words."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from clusterdesk.base.errors import BugError
from clusterdesk.briefs.batch import PrintedBrief, print_briefs, print_sheets_merged
from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.filenames import BriefKind, batch_filename, brief_filename
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.mail_text import report_mail, sheet_mail
from clusterdesk.briefs.merge import merge_pdfs
from clusterdesk.briefs.pen import About
from clusterdesk.briefs.visit_report_docx import visit_report_docx
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs import sample_views as samples
from tests.briefs.conftest import HOUSE, MakePdf
from tests.briefs.pdf_reading import pdf_pages

FR, FR_FORMATS = Translator("fr", strict=True), Formats("fr")
MONDAY = date(2026, 11, 23)


def job(name: str) -> BriefJob:
    sheet = samples.full_sheet()
    return BriefJob(replace(sheet, header=replace(sheet.header, organisation=name)), FR, FR_FORMATS)


def outline(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as entries:
        return [item.title for item in entries.root]


def test_names_of_files() -> None:
    name = brief_filename(BriefKind.VISIT_SHEET, MONDAY, "Atelier Noord", FR)
    assert name == "2026-11-23 Fiche de visite – Atelier Noord.pdf"
    assert brief_filename(BriefKind.VISIT_REPORT, MONDAY, "Atelier Noord", Translator("nl"), suffix=".docx") == (
        "2026-11-23 Bezoekverslag – Atelier Noord.docx"
    )
    assert brief_filename(BriefKind.VISIT_SHEET, None, "a/b:c\n\u202e", FR) == "Fiche de visite – a-b-c.pdf"
    assert batch_filename(BriefKind.VISIT_SHEET, MONDAY, FR) == "2026-11-23 Fiches de visite.pdf"


def test_a_batch_names_its_files_apart_and_tells_how_far_it_is() -> None:
    seen: list[tuple[int, int]] = []
    jobs = [job("Atelier Noord"), job("ATELIER NOORD"), job("x" * 300), job("x" * 300)]
    made = list(print_briefs(jobs, HOUSE, progress=lambda done, of: seen.append((done, of))))
    names = [brief.filename for brief in made]
    assert len({name.casefold() for name in names}) == 4
    assert names[1] == "2026-11-23 Fiche de visite – ATELIER NOORD (2).pdf"
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert all(brief.pdf.startswith(b"%PDF") for brief in made)


def test_a_batch_stops_when_asked() -> None:
    made: list[PrintedBrief] = []
    for brief in print_briefs([job("a"), job("b"), job("c")], HOUSE, cancelled=lambda: len(made) >= 2):
        made.append(brief)
    assert len(made) == 2
    about = About("t", "a", "s", "fr-BE")
    assert print_sheets_merged([job("a")], HOUSE, about, cancelled=lambda: True) is None


def test_a_sheet_without_a_day_is_filed_under_the_day_it_was_printed() -> None:
    sheet = samples.full_sheet()
    view = replace(sheet, appointment=replace(sheet.appointment, on=None))
    (made,) = print_briefs([BriefJob(view, FR, FR_FORMATS)], HOUSE)
    assert made.filename == f"{sheet.footer.printed_at:%Y-%m-%d} Fiche de visite – Atelier Noord.pdf"


def test_sheets_in_one_pdf_each_start_on_a_front_page() -> None:
    long = BriefJob(samples.extreme_sheet(), FR, FR_FORMATS)
    pdf = print_sheets_merged([long, job("Deuxième")], HOUSE, About("Fiches", "a", "s", "fr-BE"))
    assert pdf is not None
    pages = pdf_pages(pdf)
    start = next(index for index, page in enumerate(pages) if "Deuxième" in page)
    assert start % 2 == 0
    assert outline(pdf) == [samples.LONG_NAME, "Deuxième"]


def test_merging_keeps_all_pages_and_names_them(make_pdf: MakePdf) -> None:
    report, sheet = make_pdf(samples.full_report()), make_pdf(samples.full_sheet())
    merged = merge_pdfs([report, sheet], ["Compte rendu", "Fiche"], title="Valise", language="fr-BE")
    assert len(pdf_pages(merged)) == 4
    assert outline(merged) == ["Compte rendu", "Fiche"]
    with pytest.raises(BugError):
        merge_pdfs([report], [])


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_docx_says_the_same_as_the_pdf(language: str, make_pdf: MakePdf) -> None:
    view = samples.full_report()
    t = Translator(language, strict=True)
    document = Document(BytesIO(visit_report_docx(view, t, Formats(language), HOUSE)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(line.text for line in document.paragraphs), *cells])
    for note in view.notes:
        assert one_line(note.question) in said
        assert all(one_line(part) in said for part in note.text.splitlines())
    for text in (*(item.text for item in view.decisions), *(item.text for item in view.actions), *view.signatures):
        assert one_line(text) in said
    assert document.core_properties.language == f"{language}-BE"
    assert document.core_properties.author == "Claire Dumont"


def test_docx_counts_its_pages_at_the_foot() -> None:
    view = samples.full_report()
    document = Document(BytesIO(visit_report_docx(view, FR, FR_FORMATS, HOUSE)))
    foot = document.sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Imprimé le ")
    assert foot.text.endswith("· Claire Dumont · édition partageable · p. 1/1")
    assert [one.text for one in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_docx_takes_hostile_text() -> None:
    view = replace(samples.extreme_report(), organisation="R&D <b>\x00\x0b\ufffe & 😀")
    document = Document(BytesIO(visit_report_docx(view, FR, FR_FORMATS, HOUSE)))
    assert any(line.text == "R&D <b> & 😀" for line in document.paragraphs)


def test_words_of_the_mails() -> None:
    mail = report_mail("Atelier Noord", MONDAY, "Sofie", "Claire Dumont", FR, FR_FORMATS)
    assert mail.subject == "Compte rendu de notre visite du 23/11/2026 – Atelier Noord"
    assert mail.body.startswith("Bonjour Sofie,\n\nVoici, en pièce jointe")
    assert sheet_mail("Atelier Noord", None, "Claire", FR, FR_FORMATS).subject == "Fiche de visite – Atelier Noord"
