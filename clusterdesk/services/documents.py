"""Documents: attached, opened, taken away."""

import hashlib
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename, unique_path
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.documents import AttachDocument, DetachDocument, ShowDocument
from clusterdesk.domain.document_types import may_run, media_type
from clusterdesk.domain.records.results import Document, Evidence
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.mail_places import mail_without_location
from clusterdesk.services.pictures import without_location
from clusterdesk.store.desk_store import Store

MEGABYTE = 1_000_000
_START = 16


def attach_document(store: Store, cmd: AttachDocument, *, limit_mb: int) -> OpResult[Document]:
    """Copy a file into the binder and attach it; the name is cleaned, the same content is kept once.

    A document of a session belongs to the session's organisation and file too. Evidence it is attached to is wanted
    no more. ``limit_mb`` is the setting ``document_size_limit_mb``. Of a picture, the place where it was taken is left
    out.

    Raises:
        KnownError: the file cannot be read, is too large, empty, damaged, or a program.
    """
    name = safe_filename(cmd.name or cmd.source.name)
    return attach_content(store, cmd, name, _content(cmd.source, name, limit_mb))


def content_of(source: Path, limit_mb: int) -> tuple[str, bytes]:
    """Return the cleaned name of a file and what it holds.

    Raises:
        KnownError: it cannot be read, is too large, empty, or a program.
    """
    name = safe_filename(source.name)
    return name, _content(source, name, limit_mb)


def attach_content(store: Store, cmd: AttachDocument, name: str, content: bytes) -> OpResult[Document]:
    """Attach what was read from a file already, as ``attach_document`` does."""
    document, changes = document_changes(store, cmd, name, content)
    return OpResult(document, store.apply(replace(cmd, name=document.name), changes))


def document_changes(store: Store, cmd: AttachDocument, name: str, content: bytes) -> tuple[Document, list[Change]]:
    """Keep a content in the binder and return its document, with the changes that attach it.

    Raises:
        KnownError: it is a program, a damaged picture, or is attached in the same place already.
    """
    organisation_id, file_id = cmd.organisation_id, cmd.coaching_file_id
    if cmd.session_id is not None:
        session = store.get(Session, cmd.session_id)
        organisation_id = organisation_id or session.organisation_id
        file_id = file_id or session.coaching_file_id
    if organisation_id is not None:
        organisation_id = receiving_organisation(store, organisation_id).id
    made = Document(
        organisation_id=organisation_id,
        session_id=cmd.session_id,
        coaching_file_id=file_id,
        name=name,
        sha256="",
        size=0,
        on=cmd.on or store.clock.today(),
        remark=cmd.remark,
        visibility=cmd.visibility,
    )
    document = kept_document(store, made, content)
    if cmd.evidence_id is None:
        _check_new(store, document)
    changes: list[Change] = [Insert(document)]
    if cmd.evidence_id is not None:
        before = store.get(Evidence, cmd.evidence_id)
        obtained = replace(before, document_id=document.id, wanted=False, on=before.on or document.on)
        changes += differences(before, obtained)
    return document, changes


def document_once(store: Store, attaching: AttachDocument, name: str, content: bytes) -> tuple[Document, list[Change]]:
    """Return the document of a content, and what attaches it; what the organisation has already is taken as it is.

    Raises:
        KnownError: it is a program, or a damaged picture.
    """
    checksum = hashlib.sha256(content).hexdigest()
    for one in store.find(Document, organisation_id=attaching.organisation_id, sha256=checksum):
        if one.name == name:
            return one, []
    return document_changes(store, attaching, name, content)


def _check_new(store: Store, document: Document) -> None:
    place = (document.organisation_id, document.session_id, document.coaching_file_id)
    same = store.find(Document, sha256=document.sha256) if any(place) else []
    for one in same:
        if (one.organisation_id, one.session_id, one.coaching_file_id) == place:
            raise KnownError(
                "document_known",
                N_("“{name}” is attached here already."),
                advice=N_("Its content is that of the document there; nothing needs to be done."),
                name=one.name,
            )


def kept_document(store: Store, document: Document, content: bytes) -> Document:
    """Keep the content of a document in the binder and return the record with its checksum, size and type.

    Of a picture, alone or in a mail, the place where it was taken is left out; HEIC becomes JPEG with another name.

    Raises:
        KnownError: it is a program, or a picture that cannot be read.
    """
    if may_run(document.name, content[:_START]):
        raise _program(document.name)
    name, kept = _without_place(document.name, content)
    sha256, size = store.documents.add(kept), len(kept)
    return replace(document, name=name, sha256=sha256, size=size, media_type=media_type(name))


def _without_place(name: str, content: bytes) -> tuple[str, bytes]:
    return without_location(name, mail_without_location(name, content))


def detach_document(store: Store, cmd: DetachDocument) -> OpResult[Document]:
    """Put a document into the bin; undo brings it back."""
    before = store.get(Document, cmd.document_id)
    done = store.apply(replace(cmd, name=before.name), [deletion("document", before.id)])
    return OpResult(replace(before, deleted=True), done)


def show_document(store: Store, cmd: ShowDocument) -> OpResult[Document]:
    """Say who may read a document."""
    before = store.get(Document, cmd.document_id)
    after = replace(before, visibility=cmd.visibility)
    return OpResult(after, store.apply(replace(cmd, name=before.name), differences(before, after)))


def copy_out(store: Store, document_id: UUID, folder: Path) -> Path:
    """Write a copy of a document into a folder under the name people see, and return its path.

    What is opened in another program is always a copy: the binder's own file is never changed by accident.

    Raises:
        KnownError: the content is missing or damaged.
    """
    document = store.get(Document, document_id)
    content = store.documents.read(document.sha256)
    target = unique_path(folder, document.name)
    write_atomically(target, content)
    return target


def put_back_file(store: Store, document_id: UUID, source: Path, *, limit_mb: int) -> Document:
    """Put the file of a document, missing or damaged, back into the folder; the record stays as it is.

    The photo as it was before its place was left out is known again, too.

    Raises:
        KnownError: the file cannot be read, or is another one than was attached.
    """
    document = store.get(Document, document_id)
    name = safe_filename(source.name)
    content = _content(source, name, limit_mb)
    if hashlib.sha256(content).hexdigest() != document.sha256:
        _name, content = _without_place(name, content)
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise KnownError(
            "document_other_file",
            N_("“{name}” is not the file that was attached: its content differs."),
            advice=N_("Look for an older copy, or attach this one as a new document and remove the old record."),
            name=source.name,
        )
    store.documents.add(content)
    return document


def _content(source: Path, name: str, limit_mb: int) -> bytes:
    limit = limit_mb * MEGABYTE
    if source.is_dir():
        raise a_folder(source.name)
    try:
        size = source.stat().st_size
        if not source.is_file():
            raise _unreadable(source)
        if size > limit:
            raise _too_large(name, size, limit_mb)
        with source.open("rb") as stream:
            # One byte more than allowed: a file may grow while it is read.
            content = stream.read(limit + 1)
    except OSError as error:
        raise _unreadable(source) from error
    if len(content) > limit:
        raise _too_large(name, len(content), limit_mb)
    if not content:
        raise KnownError(
            "document_empty",
            N_("“{name}” is empty."),
            advice=N_("Save the document in its program first, then attach it again."),
            name=name,
        )
    if may_run(source.name, content[:_START]) or may_run(name, b""):
        raise _program(name)
    return content


def a_folder(name: str) -> KnownError:
    """Return the refusal of a folder where a file is wanted."""
    return KnownError(
        "document_folder",
        N_("“{name}” is a folder."),
        advice=N_("Drop the files that are in it instead."),
        name=name,
    )


def _program(name: str) -> KnownError:
    return KnownError(
        "document_program",
        N_("“{name}” is a program or can start one; only documents come into a binder."),
        advice=N_("Attach a PDF, a picture, or an office document without macros."),
        name=name,
    )


def _too_large(name: str, size: int, limit_mb: int) -> KnownError:
    return KnownError(
        "document_too_large",
        N_("“{name}” has {size} MB; at most {limit} MB are taken into a binder."),
        advice=N_("Make it smaller, attach a part, or raise the limit in the settings."),
        name=name,
        size=-(-size // MEGABYTE),
        limit=limit_mb,
    )


def _unreadable(source: Path) -> KnownError:
    return KnownError(
        "document_unreadable_source",
        N_("The file “{name}” cannot be read."),
        advice=N_("Check that it still exists and is not open in another program."),
        name=source.name,
    )
