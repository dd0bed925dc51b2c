from collections.abc import Callable

import pytest

from clusterdesk.briefs.house import House
from clusterdesk.briefs.visit_report import visit_report_pdf
from clusterdesk.briefs.visit_sheet import visit_sheet_pdf
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

HOUSE = House("Cluster Économie circulaire")

type MakePdf = Callable[..., bytes]


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """A function from a read model to its PDF."""

    def make(view: VisitSheet | VisitReport, language: str = "fr", house: House = HOUSE) -> bytes:
        t, formats = Translator(language, strict=True), Formats(language)
        if isinstance(view, VisitSheet):
            return visit_sheet_pdf(view, t, formats, house)
        return visit_report_pdf(view, t, formats, house)

    return make
