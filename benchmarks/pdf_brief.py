"""Visit sheets as PDF, beside the same page drawn straight onto reportlab's canvas with the same fonts."""

import subprocess
import sys
from dataclasses import replace

from benchmarks import raw_canvas_sheet
from benchmarks.harness import BenchRow, compared
from clusterdesk.briefs.batch import print_briefs
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.visit_sheet import visit_sheet_pdf
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.sample_views import sheet_with_figures

NAME = "PDF brief"
ONE, BATCH, COLD = "PDF brief, warm", "500 briefs", "PDF brief, cold process"
# 500 briefs a second: at least 0.65 of the raw canvas, so at most 1 / 0.65 of its time.
TARGETS = {ONE: 1.5, BATCH: 1 / 0.65, COLD: 1.8}

_OURS_COLD = """
from clusterdesk.briefs.house import House
from clusterdesk.briefs.visit_sheet import visit_sheet_pdf
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.sample_views import sheet_with_figures
visit_sheet_pdf(sheet_with_figures(), Translator("fr"), Formats("fr"), House("Cluster"))
"""
_RAW_COLD = """
from benchmarks import raw_canvas_sheet
from tests.briefs.sample_views import sheet_with_figures
raw_canvas_sheet.register()
raw_canvas_sheet.sheet(sheet_with_figures())
"""


def run() -> list[BenchRow]:
    """Measure one sheet, five hundred, and one in a fresh process."""
    raw_canvas_sheet.register()
    t, formats, house = Translator("fr"), Formats("fr"), House("Cluster Économie circulaire")
    view = sheet_with_figures()
    views = [_numbered(view, number) for number in range(500)]
    jobs = [BriefJob(one, t, formats) for one in views]
    return [
        compared(
            ONE,
            lambda: visit_sheet_pdf(view, t, formats, house),
            lambda: raw_canvas_sheet.sheet(view),
            TARGETS[ONE],
            rounds=41,
            warm_ups=5,
        ),
        compared(
            BATCH,
            lambda: sum(len(brief.pdf) for brief in print_briefs(jobs, house)),
            lambda: sum(len(raw_canvas_sheet.sheet(one)) for one in views),
            TARGETS[BATCH],
            rounds=3,
            warm_ups=0,
        ),
        compared(COLD, lambda: _process(_OURS_COLD), lambda: _process(_RAW_COLD), TARGETS[COLD], rounds=7, warm_ups=1),
    ]


def _numbered(view: VisitSheet, number: int) -> VisitSheet:
    """Return a sheet of another organisation, so that nothing of one is reused for the next."""
    header = replace(view.header, organisation=f"{view.header.organisation} {number}", code=f"V-{number:04}-9Q2M")
    return replace(view, header=header)


def _process(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)
