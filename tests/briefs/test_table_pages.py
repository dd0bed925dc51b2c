"""Tables that run over pages: no row stands alone, and every page that has rows has the head over them."""

from datetime import datetime

import pytest

from clusterdesk.briefs import report_flow
from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import draw_page, paginated
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import Outline, TextBlock, heading, soft
from clusterdesk.briefs.outline_pdf import outline_pdf
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import pdf_pages

NOW = datetime(2026, 11, 28, 9, 0).astimezone()


def a_table(rows: int) -> OutlineTable:
    columns = (OutlineColumn("Kopregel", 0.5), OutlineColumn("Aantal", 0.5, right=True))
    return OutlineTable(columns, tuple((f"rij{place}", str(place)) for place in range(rows)))


def kept_together(pages: list[str], rows: int) -> None:
    counted = [page.count("rij") for page in pages]
    assert sum(counted) == rows
    assert all(number != 1 for number in counted), counted
    assert all("Kopregel" in page for page, number in zip(pages, counted, strict=True) if number)
    assert sum(page.count("Kopregel") for page in pages) == len([number for number in counted if number])


@pytest.mark.parametrize("rows", [2, 3, 4, 5, 40])
def test_a_table_of_the_report_is_not_torn_badly_wherever_it_begins(rows: int) -> None:
    for lines in range(30, 52):
        strips = [strip for _ in range(lines) for strip in report_flow.soft("regel")]
        strips += [*report_flow.heading("Kop"), *report_flow.table(a_table(rows))]
        pen = Pen(About("Rapport", "", "", "nl-BE"))
        for place, page in enumerate(paginated(strips, lambda _: Area(50, 800, 495, 700))):
            if place:
                pen.turn_page()
            draw_page(pen, 50, page)
        kept_together(pdf_pages(pen.finish()), rows)


@pytest.mark.parametrize("lines", range(36, 44))
def test_a_table_of_a_paper_is_not_torn_badly(lines: int) -> None:
    blocks: list[TextBlock | OutlineTable] = [soft("regel") for _ in range(lines)]
    outline = Outline("Verslag", "Notulen", "", (*blocks, heading("Zitting"), a_table(5)))
    footer = PageFooter(NOW, NOW, "", Edition.SHAREABLE)
    pages = pdf_pages(outline_pdf(outline, footer, Translator("nl"), Formats("nl"), House("Cluster")))
    kept_together(pages, 5)
    assert any("Zitting" in page and "Kopregel" in page for page in pages), "the heading stays with its table"
