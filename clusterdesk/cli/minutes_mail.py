"""The mail draft that carries minutes to those who sit in a group; a person opens, reads and sends it."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.cli import writing
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def write_draft(context: Context, job: "BriefJob", meeting_id: UUID, filename: str, pdf: bytes) -> Path:
    """Write the draft; an internal edition is addressed to nobody: it stays with the team.

    Raises:
        KnownError: the place cannot be written, or an address is none.
    """
    from clusterdesk.base.filenames import unique_path
    from clusterdesk.briefs.mail_text import minutes_mail
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft
    from clusterdesk.services.meeting_papers import minutes_recipients

    store = context.desk.store
    ours = job.view.footer.edition is Edition.INTERNAL
    recipients = () if ours else minutes_recipients(store, meeting_id)
    author = context.settings.profile_name
    words = minutes_mail(job.organisation, job.filed_on, "", author, job.t, job.formats)
    draft = MailDraft(
        subject=words.subject,
        body=words.body,
        receivers=tuple(Receiver(one.mail, one.name) for one in recipients),
        attachments=(Attachment(filename, pdf),),
    )
    path = unique_path(store.folder.outbox / "mail", filename.removesuffix(".pdf") + ".eml")
    writing.write(path, mail_draft(draft))
    return path
