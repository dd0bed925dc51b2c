"""Attaching documents and taking copies out, in the worker."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.documents import AttachDocument, FileMail
from clusterdesk.domain.records.results import Document

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.filing import FiledMail

_MAILS = (".eml", ".msg")

# What a double click would run instead of show.
_RUN_BY_A_CLICK = "app bat cmd com command desktop exe hta jar js jse lnk msi ps1 reg scr sh vbe vbs wsf"
_PROGRAMS = frozenset(f".{each}" for each in _RUN_BY_A_CLICK.split())


def attach(command: AttachDocument, desk: "Desk") -> "OpResult[Document] | OpResult[FiledMail]":
    """Copy a file into the binder and attach it; a mail dropped on an organisation becomes a session of type mail."""
    from clusterdesk.services.documents import attach_document

    if command.source.suffix.lower() in _MAILS and command.organisation_id is not None and command.session_id is None:
        from clusterdesk.exchange.filing.look import look_at
        from clusterdesk.services.filing import file_mail

        dropped = look_at(command.source, limit_mb=desk.settings.document_size_limit_mb)
        return file_mail(desk.store, FileMail(organisation_id=command.organisation_id), dropped)

    return attach_document(desk.store, command, limit_mb=desk.settings.document_size_limit_mb)


def take_out(document_id: UUID, desk: "Desk") -> Path:
    """Copy a document out of the binder under its own name: programs go by the name, and cannot harm the original."""
    from clusterdesk.services.documents import copy_out

    document = desk.store.get(Document, document_id)
    if Path(safe_filename(document.name)).suffix.lower() in _PROGRAMS:
        raise KnownError(
            "document_is_program",
            N_("“{name}” is a program: it is not opened from here."),
            advice=N_("If you trust who sent it, run the original file yourself."),
            name=document.name,
        )
    folder = Path(tempfile.gettempdir()) / "ClusterDesk" / document.sha256[:16]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return copy_out(desk.store, document_id, folder)
