from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft


def read(draft: MailDraft) -> EmailMessage:
    message = message_from_bytes(mail_draft(draft), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_for_editing_with_its_pdf() -> None:
    name = "2026-11-23 Compte rendu de visite – Atelier Noord.pdf"
    message = read(
        MailDraft(
            "Compte rendu – Atelier Noord à l’été",
            "Bonjour,\n\nVoici…\n",
            (Receiver("sofie@atelier-noord.example", "Sofie Peeters"),),
            (Attachment(name, b"%PDF-1.4"),),
        )
    )
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Compte rendu – Atelier Noord à l’été"
    assert message["To"] == "Sofie Peeters <sofie@atelier-noord.example>"
    attachment = next(message.iter_attachments())
    assert attachment.get_filename() == name
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_payload(decode=True) == b"%PDF-1.4"
    body = message.get_body()
    assert body is not None
    assert "Voici…" in body.get_content()


def test_an_appointment_says_in_which_letters_it_is_written() -> None:
    content = "LOCATION:Le Quai des Matières".encode()
    message = read(MailDraft("s", "b", (Receiver("a@b.example"),), (Attachment("Réunion.ics", content),)))
    attachment = next(message.iter_attachments())
    assert (attachment.get_content_type(), attachment.get_content_charset()) == ("text/calendar", "utf-8")
    assert attachment.get_content() == content.decode()


def test_typed_text_cannot_add_a_header() -> None:
    evil = "x\r\nBcc: everybody@example.org\r\n\r\nbody"
    message = read(MailDraft(evil, evil, (Receiver("a@b.example", evil),), (Attachment(evil, b""),)))
    assert message["Bcc"] is None
    assert message["Subject"] == "x Bcc: everybody@example.org body"
    assert [part.get_filename() for part in message.iter_attachments()] == ["x Bcc- everybody@example.org body"]


@pytest.mark.parametrize(
    "mailbox", ["", "no", "a b@c.example", "a@b.example\nBcc: x@y.example", "a@b", "a@b.c>,<d@e.f"]
)
def test_what_is_no_address_is_refused(mailbox: str) -> None:
    with pytest.raises(KnownError) as caught:
        mail_draft(MailDraft("s", "b", (Receiver(mailbox),)))
    assert caught.value.code == "bad_mail_address"


@given(subject=st.text(max_size=300), body=st.text(max_size=300), name=st.text(max_size=80), file=st.text(max_size=80))
def test_any_text_makes_a_readable_draft(subject: str, body: str, name: str, file: str) -> None:
    message = read(MailDraft(subject, body, (Receiver("a@b.example", name),), (Attachment(file, b"x"),)))
    assert set(message.keys()) == {"X-Unsent", "Subject", "To", "MIME-Version", "Content-Type"}
    assert len(list(message.iter_attachments())) == 1
    assert message["To"].addresses[0].addr_spec == "a@b.example"
