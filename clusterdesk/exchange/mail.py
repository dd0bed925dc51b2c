"""A mail draft as an .eml file: the mail program opens it ready to be read over and sent by a person."""

import mimetypes
import re
import unicodedata
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_

_MAILBOX = re.compile(r"[^@\s<>\"(),:;\[\]\\]+@[^@\s<>\"(),:;\[\]\\]+\.[^@\s<>\"(),:;\[\]\\.]+")
_SUBJECT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whom a draft is for; the name may be empty."""

    mailbox: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a draft; its name is cleaned when the draft is made."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What a draft says; without receivers the person fills them in. ``hidden`` receivers do not see each other."""

    subject: str
    body: str
    receivers: tuple[Receiver, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    hidden: tuple[Receiver, ...] = ()


def mail_draft(draft: MailDraft) -> bytes:
    """Return the .eml file of a draft; ``X-Unsent: 1`` makes mail programs open it for editing.

    Line breaks and control characters in subject, names and file names are taken out, so that nothing typed can add a
    header. KnownError when a receiver is not a mail address.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(draft.subject)[:_SUBJECT_LIMIT]
    if draft.receivers:
        message["To"] = [_address(receiver) for receiver in draft.receivers]
    if draft.hidden:
        message["Bcc"] = [_address(receiver) for receiver in draft.hidden]
    message.set_content(_body(draft.body))
    for attachment in draft.attachments:
        name = safe_filename(attachment.filename)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        params = {"charset": "utf-8"} if main == "text" else None
        message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=name, params=params)
    return message.as_bytes()


def _address(receiver: Receiver) -> Address:
    mailbox = _one_line(receiver.mailbox)
    try:
        if not _MAILBOX.fullmatch(mailbox):
            raise ValueError(mailbox)
        return Address(_one_line(receiver.name), addr_spec=mailbox)
    except (ValueError, IndexError, HeaderParseError) as problem:
        raise KnownError(
            "bad_mail_address",
            N_("“{mailbox}” is not a mail address."),
            advice=N_("Correct the address on the contact’s page, or make the draft without it."),
            mailbox=mailbox,
        ) from problem


def _one_line(text: str) -> str:
    """Take out what could end a header or hide in it."""
    spaced = " ".join(text.split())
    return "".join(character for character in spaced if unicodedata.category(character) not in {"Cc", "Cf", "Cs"})


def _body(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
