"""Reading what came: a pasted text, a mail (.eml, .msg) with or without the form's file, or that file alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.domain.dropped import DroppedMail
from clusterdesk.domain.records.referrals import AnswerChannel
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Certainty, ReadReply
from clusterdesk.domain.referrals.reply_blocks import answer_line
from clusterdesk.domain.referrals.reply_reading import read_replies
from clusterdesk.domain.referrals.tokens import read_token, tokens_in
from clusterdesk.exchange.answers.answer_files import is_answer_file, read_answer_file
from clusterdesk.exchange.answers.country_words import countries_by_name
from clusterdesk.exchange.filing.look import look_at
from clusterdesk.exchange.filing.mail_files import read_mail
from clusterdesk.i18n.countries import countries

ENDINGS = frozenset({".json", ".eml", ".msg"})
_MAILS = frozenset({".eml", ".msg"})
_MOST_IN_FOLDER = 500
_SOME_DAY = date(2000, 1, 1)  # of a mail that gives none, where only its words matter
# What was meant as a code: three groups, the last of them perhaps cut off.
_LIKE_A_CODE = re.compile(r"(?<![0-9A-Za-z-])[0-9A-Z]{4}-[0-9A-Z]{2,5}(?:-[0-9A-Z]{0,5})?(?![0-9A-Za-z-])")


def read_pasted(text: str, today: date) -> Received:
    """Read a text that was pasted."""
    read = read_replies(text, today, countries_by_name())
    return Received(
        AnswerChannel.PASTED, today, read.tokens, read.answers, blank=read.blank, spoilt=_spoilt(text, read.tokens)
    )


def read_received(path: Path, today: date, *, limit_mb: int) -> tuple[Received, ...]:
    """Read a file: one answer file or mail; a mail may bring the files of several forms.

    Raises:
        KnownError: it cannot be read, is no answer, or was altered.
    """
    dropped = look_at(path, limit_mb=limit_mb)
    if path.suffix.lower() in _MAILS:
        mail = dropped.mail or read_mail(dropped.name, dropped.content)
        return _of_mail(mail, dropped.name, dropped.content, today)
    return (_of_form(dropped.name, dropped.content),)


def may_be_answer(path: Path) -> bool:
    """Tell whether a dropped file is meant as an answer: the form's, or a mail with a code of an orientation.

    Our own mail, with its empty block, is none.
    """
    suffix = path.suffix.lower()
    if suffix not in ENDINGS or not path.is_file():
        return False
    try:
        content = path.read_bytes()
        if suffix == ".json":
            return is_answer_file(content)
        mail = read_mail(path.name, content)
    except (OSError, KnownError):
        return False
    if any(is_answer_file(part.content) for part in mail.parts):
        return True
    tokens = tokens_in(f"{mail.subject}\n{mail.body}")
    return bool(tokens) and bool(read_replies(mail.body, mail.on or _SOME_DAY, countries_by_name()).answers)


def in_folder(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, and of the folders in it, that may be answers, in the order of their names.

    Raises:
        KnownError: the folder cannot be read.
    """
    try:
        found = sorted(path for path in _files(folder) if may_be_answer(path))
    except OSError as error:
        raise KnownError(
            "answer_folder",
            N_("The folder “{name}” cannot be read."),
            advice=N_("See whether the drive is connected, or save the answer on this laptop and drop it here."),
            name=folder.name or str(folder),
        ) from error
    return tuple(found[:_MOST_IN_FOLDER])


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from (each for each in path.iterdir() if each.is_file())
        elif path.is_file():
            yield path


def _of_form(name: str, content: bytes) -> Received:
    answer = read_answer_file(name, content)
    names = {one.code: one.name for one in countries(answer.language)}
    answers = tuple(
        ReadReply(reply, answer_line(answer.language, reply, names), Certainty.SURE) for reply in answer.replies
    )
    return Received(
        AnswerChannel.FORM,
        answer.saved_on,
        (answer.token,),
        answers,
        sender=next((reply.by for reply in answer.replies if reply.by), ""),
        name=name,
        content=content,
    )


def _of_mail(mail: DroppedMail, name: str, content: bytes, today: date) -> tuple[Received, ...]:
    """Read a mail; where it brings the form's file, that is the answer: its text says the same."""
    sent = min(mail.on or today, today)
    sender = mail.sender.name or mail.sender.mailbox
    forms = [part for part in mail.parts if is_answer_file(part.content)]
    if forms:
        read = (_of_form(safe_filename(part.name), part.content) for part in forms)
        return tuple(replace(one, name=name, content=content, sender=one.sender or sender) for one in read)
    read_text = read_replies(mail.body, sent, countries_by_name(), by=sender)
    tokens = read_text.tokens or tokens_in(mail.subject)
    return (
        Received(
            AnswerChannel.MAIL,
            sent,
            tokens,
            read_text.answers,
            blank=read_text.blank,
            sender=sender,
            name=name,
            content=content,
            spoilt=_spoilt(mail.body, tokens),
        ),
    )


def _spoilt(text: str, tokens: tuple[str, ...]) -> str:
    """Return what looks like a code and is none, where there is no other."""
    if tokens:
        return ""
    found = _LIKE_A_CODE.search(text)
    return found[0] if found is not None and read_token(found[0]) is None else ""
