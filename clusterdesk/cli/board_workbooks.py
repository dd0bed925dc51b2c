"""The workbooks behind the reports to the Advisory Board that the brief command has printed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.filenames import unique_path
from clusterdesk.base.marks import N_
from clusterdesk.cli.printing import Printed
from clusterdesk.cli.writing import write
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob

_XLSX = ".xlsx"


def workbooks(jobs: "Sequence[BriefJob]", printed: Sequence[Printed], wanted: str | None) -> Iterator[Printed]:
    """Write the workbook behind each report: to the file that is wanted, else beside the PDF.

    Raises:
        WrongUseError: one file is wanted for several, or its name says that it is no workbook.
        KnownError: it cannot be written.
    """
    if wanted is not None and (len(jobs) > 1 or not wanted.lower().endswith(_XLSX)):
        raise WrongUseError(
            N_("A workbook is one file that ends in .xlsx, of one report."),
            advice=N_("Leave --workbook out: each lies beside its PDF."),
        )
    for job, path in zip(jobs, _places(jobs, printed, wanted), strict=True):
        write(path, _workbook(job))
        yield Printed(path, job.organisation, job.t.language)


def _places(jobs: "Sequence[BriefJob]", printed: Sequence[Printed], wanted: str | None) -> Iterable[Path]:
    if wanted is not None:
        return [Path(wanted).expanduser()]
    if len(printed) == len(jobs):
        return [one.path.with_suffix(_XLSX) for one in printed]
    from clusterdesk.briefs.filenames import brief_filename

    folder = printed[0].path.parent
    return [
        unique_path(folder, brief_filename(job.kind, job.filed_on, job.organisation, job.t, suffix=_XLSX))
        for job in jobs
    ]


def _workbook(job: "BriefJob") -> bytes:
    from clusterdesk.domain.views.board_report import BoardReport
    from clusterdesk.exchange.board_workbook import board_workbook

    assert isinstance(job.view, BoardReport)
    return board_workbook(job.view, job.t, job.formats)
