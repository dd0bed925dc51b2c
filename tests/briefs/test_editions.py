"""Internal and restricted sentences are planted everywhere and looked for in everything that prints."""

from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from docx import Document

from clusterdesk.base.errors import BugError
from clusterdesk.briefs.visit_report_docx import visit_report_docx
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import Edition, MarkedText, for_edition
from clusterdesk.domain.views.visit_report import AttachedDocument, NextStep, QuestionNote, ReportAction, VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.conftest import HOUSE, MakePdf
from tests.briefs.pdf_reading import pdf_text
from tests.briefs.sample_views import full_report, full_sheet, planted_sheet


def planted_report(edition: Edition) -> VisitReport:
    report = full_report()
    inner, hidden = Visibility.INTERNAL, Visibility.RESTRICTED
    return replace(
        report,
        footer=replace(report.footer, edition=edition),
        project=MarkedText("RESTRICTED-project", hidden),
        notes=(
            *report.notes,
            QuestionNote("INTERNAL-question", "INTERNAL-note", inner),
            QuestionNote("", "RESTRICTED-note", hidden),
        ),
        decisions=(*report.decisions, MarkedText("INTERNAL-decision", inner)),
        actions=(*report.actions, ReportAction("INTERNAL-action", "x", visibility=inner)),
        next_step=NextStep("RESTRICTED-step", visibility=hidden),
        documents=(AttachedDocument("INTERNAL-document.pdf", inner),),
    )


@pytest.mark.parametrize("edition", Edition)
def test_sheet_shows_only_what_its_edition_admits(edition: Edition, make_pdf: MakePdf) -> None:
    text = pdf_text(make_pdf(planted_sheet(edition)))
    assert "RESTRICTED" not in text
    assert ("INTERNAL" in text) == (edition is Edition.INTERNAL)
    assert "Visible promise" in text


@pytest.mark.parametrize("edition", Edition)
def test_report_shows_only_what_its_edition_admits(edition: Edition, make_pdf: MakePdf) -> None:
    view = planted_report(edition)
    text = pdf_text(make_pdf(view))
    docx = Document(BytesIO(visit_report_docx(view, Translator("fr"), Formats("fr"), HOUSE)))
    word = docx.element.xml
    for content in (text, word):
        assert "RESTRICTED" not in content
        assert ("INTERNAL" in content) == (edition is Edition.INTERNAL)


def test_a_cleared_view_without_secrets_is_the_same_object() -> None:
    sheet = full_sheet()
    assert for_edition(sheet, Edition.SHAREABLE) is sheet


@dataclass(frozen=True)
class Box:
    secret: MarkedText


def test_marked_content_that_cannot_be_left_out_is_a_bug() -> None:
    with pytest.raises(BugError):
        for_edition(Box(MarkedText("x", Visibility.INTERNAL)), Edition.SHAREABLE)
    with pytest.raises(BugError):
        for_edition(MarkedText("x", Visibility.RESTRICTED), Edition.INTERNAL)
