"""Mails saved as files: .eml, as every mail program writes them, and .msg, as Outlook does."""

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.domain.dropped import DroppedMail, MailPart, Person

MOST_PARTS = 60
_LONGEST_BODY, _LONGEST_SUBJECT = 200_000, 300
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_SHOWN = re.compile(r"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->")
_BREAKS = re.compile(r"(?i)<br\s*/?>|</(p|div|li|tr|h[1-6])\s*>")
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


def read_mail(name: str, content: bytes) -> DroppedMail:
    """Read a mail of either kind.

    Raises:
        KnownError: it is no mail, or damaged.
    """
    return _outlook(name, content) if content.startswith(_OLE) else _internet(name, content)


def _internet(name: str, content: bytes) -> DroppedMail:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    if not any(message[header] for header in ("From", "To", "Date", "Subject")):
        raise _no_mail(name)
    sent = _sent(str(message["Date"] or ""))
    people = getaddresses([str(message["From"] or "")])
    receivers = getaddresses([str(each) for header in ("To", "Cc") for each in message.get_all(header, [])])
    sender = _person(*people[0]) if people else Person("")
    key = str(message["Message-ID"] or "").strip() or hashlib.sha256(content).hexdigest()
    return DroppedMail(
        key=key,
        on=_day(sent),
        at=_hour(sent),
        subject=_one_line(str(message["Subject"] or "")),
        sender=sender,
        receivers=tuple(_person(*one) for one in receivers if one[1]),
        body=_clean(_text_of(message)),
        parts=tuple(_parts(message)),
    )


def _text_of(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError, ValueError):
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return plain_text(text) if part.get_content_type() == "text/html" else text


def _parts(message: EmailMessage) -> Iterator[MailPart]:
    for number, part in enumerate(message.iter_attachments()):
        if number == MOST_PARTS:
            return
        inner = part.get_payload(decode=True)
        if isinstance(inner, bytes):
            content = inner
        elif part.is_multipart():
            content = b"".join(bytes(one) for one in part.get_payload() if isinstance(one, EmailMessage))
        else:
            continue
        fallback = "message.eml" if part.get_content_maintype() == "message" else f"piece-{number + 1}"
        if content:
            yield MailPart(safe_filename(part.get_filename() or fallback), content)


def _outlook(name: str, content: bytes) -> DroppedMail:
    import oxmsg

    try:
        message = oxmsg.Message.load(io.BytesIO(content))
        headers = {str(key).casefold(): str(value) for key, value in (message.message_headers or {}).items()}
        people = getaddresses([message.sender or headers.get("from", "")])
        sent = message.sent_date
        local = sent.astimezone() if sent is not None else _sent(headers.get("date", ""))
        parts = tuple(
            MailPart(safe_filename(one.file_name or f"piece-{number}"), one.file_bytes)
            for number, one in enumerate(message.attachments, start=1)
            if number <= MOST_PARTS and one.file_bytes
        )
        return DroppedMail(
            key=headers.get("message-id", "").strip() or hashlib.sha256(content).hexdigest(),
            on=_day(local),
            at=_hour(local),
            subject=_one_line(message.subject or ""),
            sender=_person(*people[0]) if people else Person(""),
            receivers=tuple(Person(one.email_address.casefold(), one.name or "") for one in message.recipients),
            body=_clean(message.body or plain_text(message.html_body or "")),
            parts=parts,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError) as error:
        raise _no_mail(name) from error


def plain_text(html: str) -> str:
    """Return the words of an HTML mail; nothing of it is ever shown as markup."""
    text = _BREAKS.sub("\n", _NOT_SHOWN.sub("", html[: 20 * _LONGEST_BODY]))
    return unescape(_TAGS.sub("", text))


def _clean(text: str) -> str:
    plain = "".join(each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each in "\n\t" or each >= " ")
    return _BLANK_LINES.sub("\n\n", plain).strip()[:_LONGEST_BODY]


def _one_line(text: str) -> str:
    return " ".join("".join(each if each >= " " else " " for each in text).split())[:_LONGEST_SUBJECT]


def _person(name: str, mailbox: str) -> Person:
    return Person(mailbox.strip().casefold(), _one_line(name))


def _sent(text: str) -> datetime | None:
    """Return the local moment a mail was sent, None where it does not say."""
    try:
        sent = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return sent.astimezone() if sent.tzinfo is not None else sent.replace(tzinfo=UTC).astimezone()


def _day(sent: datetime | None) -> date | None:
    return sent.date() if sent is not None else None


def _hour(sent: datetime | None) -> time | None:
    return sent.time().replace(second=0, microsecond=0, tzinfo=None) if sent is not None else None


def _no_mail(name: str) -> KnownError:
    return KnownError(
        "mail_unreadable",
        N_("“{name}” cannot be read as a mail: it is damaged or of another kind."),
        advice=N_("Save the mail again from your mail program, as .eml or .msg."),
        name=name,
    )
