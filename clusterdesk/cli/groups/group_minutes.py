"""group minutes: the minutes as PDF or Word file, and the mail draft that carries them to the group."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.cli import printing, writing
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.meeting_reference import meeting_meant
from clusterdesk.cli.minutes_mail import write_draft
from clusterdesk.cli.parser import LANGUAGES, Actions

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob

_DOCX = ".docx"


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the action."""
    writing_them = actions.add("minutes", t("write the minutes, and a mail draft to the group"), minutes)
    writing_them.wanted.add_argument(
        "meeting", metavar=t("MEETING"), help=t("a meeting; of a group its last or next one")
    )
    writing_them.options.add_argument(
        "--in", dest="document_language", metavar="fr|nl|en", choices=LANGUAGES, help=t("language of the document")
    )
    writing_them.options.add_argument(
        "--edition", choices=("shareable", "internal"), default="shareable", help=t("who will read it")
    )
    writing_them.options.add_argument("--output", metavar=t("FILE"), help=t("file to write; it may end in .docx"))
    writing_them.options.add_argument("--mail", action="store_true", help=t("a mail draft to the members, too"))


def minutes(context: Context, options: Namespace) -> Answer:
    """Write the minutes of a meeting, and the draft where that is asked for."""
    from clusterdesk.base.filenames import unique_path
    from clusterdesk.briefs.filenames import brief_filename
    from clusterdesk.domain.views.edition import Edition

    found = meeting_meant(context, options.meeting)
    edition = Edition(options.edition)
    asked = Asked("minutes", (options.meeting,), options.document_language or "", edition)
    job = page_job(context, asked, found)
    filename = brief_filename(job.kind, job.filed_on, job.organisation, job.t)
    folder = context.desk.store.folder.outbox
    output = Path(options.output).expanduser() if options.output else unique_path(folder, filename)
    docx = output.suffix.lower() == _DOCX
    writing.write(output, _docx(context, job) if docx else _pdf(context, job))
    draft = write_draft(context, job, found, filename, _pdf(context, job)) if options.mail else None
    document = {
        "path": str(output.absolute()),
        "language": job.t.language,
        "edition": edition.value,
        "draft": str(draft.absolute()) if draft is not None else None,
    }
    return Answer(document, [Lines([str(one) for one in (output, draft) if one is not None])])


def _pdf(context: Context, job: "BriefJob") -> bytes:
    from clusterdesk.briefs.batch import print_briefs

    return next(iter(print_briefs([job], printing.house_of(context)))).pdf


def _docx(context: Context, job: "BriefJob") -> bytes:
    from clusterdesk.cli.report_docx import report_docx

    return report_docx(context, job)
