"""A file from outside the binder for the team's folder: nobody here has read it, so whoever brings it says what it is.

What the binder knows counts where it is stricter: the file of a document that is internal is internal. The team's
folder is read by all who have it, and nothing is ever taken back from there; so what is internal goes only once
somebody has said that it may.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.services import outbox
from clusterdesk.services.documents import content_of
from clusterdesk.store.desk_store import Store

_STRICTNESS = tuple(Visibility)


def kept_visibility(store: Store, path: Path, *, limit_mb: int) -> Visibility | None:
    """Return what a file is by the documents of this binder that hold the same; ``None`` where there is none.

    Raises:
        KnownError: the file cannot be read, is too large, or is a program.
    """
    return _kept(store, content_of(path, limit_mb)[1])


def queue_outside(store: Store, export: NewExport, path: Path, *, limit_mb: int, sure: bool) -> ExportJob:
    """Put a copy of a file into the outbox; ``sure``: what is internal in it may go into the team's folder.

    Raises:
        KnownError: it is restricted, or internal and nobody is sure; or as ``outbox.queue_file``.
    """
    _name, content = content_of(path, limit_mb)
    kept = _kept(store, content)
    strict = max((export.visibility, kept or export.visibility), key=_STRICTNESS.index)
    if strict is Visibility.INTERNAL and not sure:
        raise KnownError(
            "internal_unconfirmed",
            N_("“{title}” is internal: all who have the team’s folder would read it."),
            safe=N_("Your data is safe: nothing was sent."),
            advice=N_("Say that it may go there all the same, or send an edition that is shareable."),
            title=export.title,
        )
    return outbox.queue_bytes(store, replace(export, visibility=strict), content)


def _kept(store: Store, content: bytes) -> Visibility | None:
    found = store.find(Document, deleted=None, sha256=hashlib.sha256(content).hexdigest())
    return max((one.visibility for one in found), key=_STRICTNESS.index, default=None)
