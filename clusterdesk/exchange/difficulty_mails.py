"""Mail drafts that tell organisations what was answered to a difficulty they met; a person reads and sends them."""

from collections.abc import Iterable
from pathlib import Path

from clusterdesk.base.filenames import safe_filename, unique_path
from clusterdesk.base.told_file import write_file
from clusterdesk.exchange.mail import MailDraft, Receiver, mail_draft
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.difficulty_feedback import Feedback


def write_feedback(told: Iterable[Feedback], folder: Path, author: str, t: Translator) -> tuple[Path, ...]:
    """Write a draft for each organisation, in its language, and return the files.

    Raises:
        KnownError: a file cannot be written, or an address is none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for one in told:
        theirs = t.other(one.language)
        name = theirs.c("file name", "Answer to a difficulty {name}", name=one.name)
        path = unique_path(folder, safe_filename(name, ".eml"))
        write_file(path, mail_draft(feedback_draft(one, author, theirs)))
        made.append(path)
    return tuple(made)


def feedback_draft(told: Feedback, author: str, t: Translator) -> MailDraft:
    """Return the draft for one organisation; ``t`` speaks its language."""
    return MailDraft(
        subject=t("What was answered: {title}", title=told.title),
        body=_body(told, author, t),
        receivers=tuple(Receiver(one.mail, one.name) for one in told.mails),
    )


def _body(told: Feedback, author: str, t: Translator) -> str:
    formats = Formats(t.language)
    greeting = told.mails[0].name if len(told.mails) == 1 else ""
    parts = [
        t("Hello {name},", name=greeting) if greeting else t("Hello,"),
        t(
            "Since {date} we have been following with you a difficulty of the field: “{title}”.",
            date=formats.long_date(told.said_on),
            title=told.title,
        ),
        _way(told, t, formats),
        t("The answer:") + f"\n{told.answer}",
        t("What came of it:") + f"\n{told.result}" if told.result else "",
        t("What you told us counted: thank you. Tell us what you see of it on your side.\n\nKind regards,\n{author}\n",
          author=author),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def _way(told: Feedback, t: Translator, formats: Formats) -> str:
    if told.recipient is None or told.sent_on is None or told.answered_on is None:
        return ""
    return t(
        "It was sent on {sent} – {recipient} – and answered on {answered}.",
        sent=formats.long_date(told.sent_on),
        recipient=told.recipient.name_in(t.language),
        answered=formats.long_date(told.answered_on),
    )
