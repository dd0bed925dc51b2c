"""brief: visit sheets and reports, the day on one page, the weekly note and break-even sheets on paper."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import brief_jobs, printing, writing
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import LANGUAGES, Parser
from clusterdesk.cli.printing import Printed
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob

_PDF, _DOCX = ".pdf", ".docx"


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the arguments of brief."""
    parser.wanted.add_argument(
        "kind",
        metavar=t("KIND"),
        choices=brief_jobs.KINDS,
        help=t("one of: {kinds}", kinds=", ".join(brief_jobs.KINDS)),
    )
    parser.wanted.add_argument(
        "refs",
        metavar="REF",
        nargs="*",
        help=t("organisations or sessions: id, number or name; for a day or a week a date, else the next one"),
    )
    parser.options.add_argument(
        "--in", dest="document_language", metavar="fr|nl|en", choices=LANGUAGES, help=t("language of the document")
    )
    parser.options.add_argument(
        "--edition", choices=brief_jobs.EDITIONS, metavar="|".join(brief_jobs.EDITIONS), help=t("who will read it")
    )
    parser.options.add_argument("--quarter", metavar=t("QUARTER"), help=t("with board: the end of a quarter: 2026-Q3"))
    parser.options.add_argument("--as-of", metavar=t("DATE"), help=t("with board: as it was known on a day"))
    parser.options.add_argument(
        "--workbook", metavar=t("FILE"), help=t("with board: the xlsx behind it; else it lies beside the PDF")
    )
    parser.options.add_argument("--sheets", action="store_true", help=t("with a day: the sheets of its visits too"))
    parser.options.add_argument("--merge", action="store_true", help=t("all in one PDF, a bookmark each"))
    parser.options.add_argument(
        "--output", metavar=t("FILE"), help=t("file to write, or folder for several; a report may end in .docx")
    )
    parser.options.add_argument("--send", action="store_true", help=t("put it into the outbox for the team’s folder"))
    parser.set_defaults(handler=brief)


def brief(context: Context, options: Namespace) -> Answer:
    """Print briefs into files, and put those into the outbox where that is asked for."""
    output = Path(options.output).expanduser() if options.output else None
    if not options.send:
        return _answer(options, _print(context, options, output))
    from clusterdesk.cli import brief_sending

    edition = brief_jobs.edition_of(options.kind, options.edition)
    written, note = brief_sending.print_and_queue(context, partial(_print, context, options), output, edition)
    return _answer(options, written, [note])


def _print(context: Context, options: Namespace, output: Path | None) -> list[Printed]:
    jobs = brief_jobs.jobs(context, options)
    printed = _pages(context, options, jobs, output)
    ends = {(job.organisation, job.t.language): getattr(job.view, "provisional_until", None) for job in jobs}
    return [
        replace(one, provisional_until=ends.get((one.organisation, one.language)))
        for one in (*printed, *brief_jobs.behind(options, jobs, printed))
    ]


def _pages(context: Context, options: Namespace, jobs: "list[BriefJob]", output: Path | None) -> list[Printed]:
    if options.merge and len(jobs) > 1:
        return [_merged(context, options.kind, jobs, output)]
    if output is not None and not _is_folder(output, options.output or str(output)):
        return [_single(context, jobs, output)]
    return printing.write_each(context, jobs, output or context.desk.store.folder.outbox)


def _answer(options: Namespace, written: list[Printed], notes: Sequence[str] = ()) -> Answer:
    document: dict[str, Any] = {
        "kind": options.kind,
        "edition": brief_jobs.edition_of(options.kind, options.edition),
        "merged": any(one.merged for one in written),
        "briefs": [
            {
                "path": str(one.path.absolute()),
                "organisation": one.organisation,
                "language": one.language,
                "provisional_until": one.provisional_until.isoformat() if one.provisional_until else None,
            }
            for one in written
        ],
    }
    return Answer(document, [Lines([str(one.path) for one in written])], list(notes))


def _is_folder(path: Path, text: str) -> bool:
    return path.is_dir() or text.endswith(("/", "\\")) or path.suffix.lower() not in (_PDF, _DOCX)


def _single(context: Context, jobs: "list[BriefJob]", output: Path) -> Printed:
    """Write one brief to the file that was named."""
    if len(jobs) > 1:
        raise WrongUseError(
            N_("Several documents do not fit into one file."),
            advice=N_("Add --merge, or name a folder with --output."),
        )
    from clusterdesk.cli.report_docx import report_docx

    job = jobs[0]
    writing.write(output, report_docx(context, job) if output.suffix.lower() == _DOCX else _pdf(context, job))
    return Printed(output, job.organisation, job.t.language)


def _pdf(context: Context, job: "BriefJob") -> bytes:
    from clusterdesk.briefs.batch import print_briefs

    return next(iter(print_briefs([job], printing.house_of(context)))).pdf


def _merged(context: Context, kind: str, jobs: "list[BriefJob]", output: Path | None) -> Printed:
    from clusterdesk.base.filenames import unique_path
    from clusterdesk.briefs.filenames import batch_filename
    from clusterdesk.briefs.jobs import kind_of

    first = jobs[0]
    name = batch_filename(kind_of(jobs), _day(context), first.t)
    if output is None:
        output = unique_path(context.desk.store.folder.outbox, name)
    elif _is_folder(output, str(output)):
        output = unique_path(output, name)
    elif output.suffix.lower() != _PDF:
        raise WrongUseError(N_("Several are merged into one PDF."), advice=N_("Name a file that ends in .pdf."))
    writing.write(output, printing.merged_pdf(context, jobs))
    names = ", ".join(job.organisation for job in jobs if job.organisation)
    return Printed(output, names, first.t.language, merged=True)


def _day(context: Context) -> date:
    return context.desk.clock.today()
