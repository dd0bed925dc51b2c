"""A paper about difficulties that somebody has read, on its way out: into a file, into the outbox."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.filenames import unique_path
from clusterdesk.base.marks import N_
from clusterdesk.briefs.filenames import brief_filename
from clusterdesk.cli import brief_sending, printing
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.domain.views.difficulty_papers import DifficultyPaper

_PDF, _DOCX = ".pdf", ".docx"


def leave(context: Context, paper: "DifficultyPaper", options: Namespace) -> Answer:
    """Write the paper, which was read, into a file or a folder, or into the outbox for the team's folder.

    Raises:
        KnownError: nobody read exactly this, or the place cannot be written.
    """
    from clusterdesk.cli.writing import write
    from clusterdesk.services.paper_gate import through_gate

    read = through_gate(context.desk.store, paper)
    job = printing.job(context, read, paper.language)
    text = options.save or ""
    path = Path(text).expanduser() if text else None
    content, suffix = _content(context, job, path)
    filename = brief_filename(job.kind, job.filed_on, "", job.t, suffix=suffix)
    notes = []
    if path is not None and _is_folder(path, text):
        path = unique_path(path, filename)
    if path is not None:
        write(path, content)
    if options.send:
        waiting, note = brief_sending.queue_paper(context, paper, filename, content)
        path = path or waiting
        notes.append(note)
    document = {
        "path": str(path.absolute()) if path is not None else None,
        "sent": bool(options.send),
        "sha256": paper.sha256,
        "edition": paper.naming.value,
        "language": paper.language,
        "read_by": read.by,
        "read_on": read.on.isoformat() if read.on is not None else None,
    }
    return Answer(document, [Lines([str(path)])], notes)


def _content(context: Context, job: "BriefJob", path: Path | None) -> tuple[bytes, str]:
    """Return the bytes of a paper in the form that the name asks for, and the ending of that form."""
    suffix = path.suffix.lower() if path is not None else ""
    if suffix == _DOCX:
        from clusterdesk.cli.report_docx import report_docx

        return report_docx(context, job), _DOCX
    if suffix and suffix != _PDF and path is not None and not path.is_dir():
        raise WrongUseError(N_("A paper is written as .pdf or .docx."), advice=N_("Name such a file, or a folder."))
    from clusterdesk.briefs.drawing import pdf_of

    return pdf_of(job, printing.house_of(context)), _PDF


def _is_folder(path: Path, text: str) -> bool:
    return path.is_dir() or text.endswith(("/", "\\")) or path.suffix.lower() not in (_PDF, _DOCX)
