"""Asking for figures: the workbook and the mail draft are written, and the promise is noted."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from clusterdesk.base.filenames import safe_filename, unique_path
from clusterdesk.base.ids import new_id
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.figures_files import RequestFigures
from clusterdesk.exchange.figures.requests.workbook import period_words, request_workbook
from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.figure_requests import FigureRequest
from clusterdesk.services.figures_files import request_figures
from clusterdesk.store.desk_store import Store

DAYS_TO_ANSWER = 14


@dataclass(frozen=True, slots=True)
class SentRequest:
    """The files made, and the promise noted."""

    workbook: Path
    draft: Path
    text: str
    due_on: date


def send_request(
    store: Store,
    request: FigureRequest,
    folder: Path,
    author: str,
    t: Translator,
    due_on: date | None = None,
) -> OpResult[SentRequest]:
    """Write the workbook and a mail draft with it into a folder, and note that the company owes an answer.

    Args:
        store: the binder.
        request: what is asked for; its language is that of the files.
        folder: where the files go.
        author: who signs the mail.
        t: the language in which the promise is noted.
        due_on: by when; two weeks from today unless given.

    Raises:
        KnownError: a file cannot be written, or an address is none.
    """
    theirs = t.other(request.language)
    formats = Formats(theirs.language)
    due = due_on or store.clock.today() + timedelta(days=DAYS_TO_ANSWER)
    name = request.view.ledger.name or request.view.holder
    cmd = RequestFigures(
        ledger_id=request.view.ledger.id,
        action_id=new_id(),
        text=t("Send the figures of {periods}", periods=period_words(request.due, t, Formats(t.language))),
        due_on=due,
        contact_id=request.contact_id,
    )
    content = request_workbook(request, cmd.action_id, theirs)
    asked = period_words(request.due, theirs, formats)
    filename = safe_filename(theirs.c("file name", "Figures {name} {periods}", name=name, periods=asked), ".xlsx")
    folder.mkdir(parents=True, exist_ok=True)
    workbook = unique_path(folder, filename)
    draft = MailDraft(
        subject=_subject(asked, name, theirs),
        body=_body(request, asked, due, author, theirs, formats),
        receivers=tuple(Receiver(one.mail, one.name) for one in request.recipients),
        attachments=(Attachment(filename, content),),
    )
    eml = unique_path(folder, filename.removesuffix(".xlsx") + ".eml")
    mail = mail_draft(draft)
    write_file(workbook, content)
    write_file(eml, mail)
    done = request_figures(store, cmd)
    return OpResult(SentRequest(workbook, eml, cmd.text, due), done.changes)


def _subject(asked: str, name: str, t: Translator) -> str:
    return t("Your figures of {periods} – {name}", periods=asked, name=name)


def _body(request: FigureRequest, asked: str, due: date, author: str, t: Translator, formats: Formats) -> str:
    greeting = request.recipients[0].name if len(request.recipients) == 1 else ""
    return t(
        "{opening}\n\n"
        "To follow your activity together, could you fill in your figures of {periods} in the attached file and send "
        "it back by {date}? Turnover, total costs and FTE are enough: a few minutes.\n\n"
        "Thank you and kind regards,\n{author}\n",
        opening=t("Hello {name},", name=greeting) if greeting else t("Hello,"),
        periods=asked,
        date=formats.long_date(due),
        author=author,
    )
