"""Filing what comes from phones, scanners and mail programs, in one step each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.documents import AttachDocument, FileDropped, FileMail
from clusterdesk.domain.commands.sessions import Participant
from clusterdesk.domain.document_types import may_run
from clusterdesk.domain.dropped import DroppedFile, DroppedMail, MailPart
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.services.documents import attach_content, document_changes, kept_document
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.session_parts import attendee_changes
from clusterdesk.store.desk_store import Store

_START = 16


@dataclass(frozen=True, slots=True)
class FiledMail:
    """The session a mail became, and the names of attachments left out because they are programs."""

    session: Session
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledOne:
    """What became of one of several files: ``error`` says why it is in no place."""

    left_out: tuple[str, ...] = ()
    error: KnownError | None = None


def file_picture(store: Store, cmd: AttachDocument, dropped: DroppedFile) -> OpResult[Document]:
    """Attach a photo, a scan or any other file that was looked at to its session or organisation.

    Raises:
        KnownError: it is a program, a picture that cannot be read, or is there already.
    """
    return attach_content(store, _dated(cmd, dropped), dropped.name, dropped.content)


def file_mail(store: Store, cmd: FileMail, dropped: DroppedFile) -> OpResult[FiledMail]:
    """Write a mail down as a session of its day, with its text as an internal note and its attachments, in one step.

    The mail itself is kept, too; attachments that are programs are left out and named. The session's id follows from
    the mail: it is filed once, on every laptop.

    Raises:
        KnownError: it is no mail, or it is filed already.
    """
    filed, changes, title = _mail_changes(store, cmd, dropped)
    return OpResult(filed, store.apply(replace(cmd, title=title), changes))


def file_all(
    store: Store, wanted: Sequence[tuple[DroppedFile, FileMail | AttachDocument]]
) -> OpResult[tuple[FiledOne, ...]]:
    """Put files into their places, all that can be in one step; one that cannot be says why and stops no other."""
    changes: list[Change] = []
    names: list[str] = []
    answers: list[FiledOne] = []
    taken: set[object] = set()
    for dropped, cmd in wanted:
        try:
            done, key, more = _one_of_many(store, cmd, dropped)
            if key in taken:
                raise _twice(dropped.name)
        except KnownError as error:
            answers.append(FiledOne(error=error))
            continue
        taken.add(key)
        answers.append(done)
        names.append(dropped.name)
        changes += more
    return OpResult(tuple(answers), store.apply(FileDropped(names=tuple(names)), changes))


def _one_of_many(
    store: Store, cmd: FileMail | AttachDocument, dropped: DroppedFile
) -> tuple[FiledOne, object, list[Change]]:
    if isinstance(cmd, FileMail):
        filed, changes, _title = _mail_changes(store, cmd, dropped)
        return FiledOne(filed.left_out), filed.session.id, changes
    document, changes = document_changes(store, _dated(cmd, dropped), dropped.name, dropped.content)
    place = (document.sha256, document.organisation_id, document.session_id, document.coaching_file_id)
    return FiledOne(), place, changes


def _dated(cmd: AttachDocument, dropped: DroppedFile) -> AttachDocument:
    return replace(cmd, on=cmd.on or (dropped.taken_at.date() if dropped.taken_at is not None else None))


def _twice(name: str) -> KnownError:
    return KnownError(
        "dropped_twice",
        N_("“{name}” is the same as another file of this list."),
        advice=N_("It is kept once; nothing needs to be done."),
        name=name,
    )


def _mail_changes(store: Store, cmd: FileMail, dropped: DroppedFile) -> tuple[FiledMail, list[Change], str]:
    mail = dropped.mail
    if mail is None:
        raise KnownError(
            "not_a_mail",
            N_("“{name}” is not a mail."),
            advice=N_("Attach it as a document instead."),
            name=dropped.name,
        )
    organisation = receiving_organisation(store, cmd.organisation_id)
    session = Session(
        id=derived_id("mail", mail.key),
        organisation_id=organisation.id,
        coaching_file_id=cmd.coaching_file_id,
        kind=SessionKind.MAIL,
        state=SessionState.HELD,
        on=mail.on or store.clock.today(),
        starts_at=mail.at,
        subject=mail.subject,
    )
    _check_new(store, session, organisation.name)
    changes: list[Change] = [Insert(session), *_body(session, mail)]
    if cmd.contact_id is not None:
        changes += attendee_changes(store, session.id, [Participant(contact_id=cmd.contact_id)])
    documents = [MailPart(dropped.name, dropped.content), *mail.parts]
    left_out = tuple(one.name for one in documents if may_run(one.name, one.content[:_START]))
    changes += [_document(store, session, one) for one in documents if one.name not in left_out]
    return FiledMail(session, left_out), changes, organisation.name


def _check_new(store: Store, session: Session, name: str) -> None:
    known: list[Session] = store.find(Session, deleted=None, id=session.id)
    if not known:
        return
    day: date = known[0].on
    raise KnownError(
        "mail_known",
        N_("This mail of {day} is filed already, with “{organisation}”."),
        advice=N_("Take it out of the bin, or undo, if it was filed in the wrong place.")
        if known[0].deleted
        else N_("Open the session of type mail to see it."),
        day=day,
        organisation=name,
    )


def _body(session: Session, mail: DroppedMail) -> Iterator[Change]:
    if mail.body:
        yield Insert(
            SessionNote(
                id=derived_id("session_note", session.id, "body"),
                session_id=session.id,
                text=mail.body,
                visibility=Visibility.INTERNAL,
                position=1,
            )
        )


def _document(store: Store, session: Session, part: MailPart) -> Insert:
    made = Document(
        organisation_id=session.organisation_id,
        session_id=session.id,
        coaching_file_id=session.coaching_file_id,
        name=part.name,
        sha256="",
        size=0,
        on=session.on,
    )
    return Insert(kept_document(store, made, part.content))
