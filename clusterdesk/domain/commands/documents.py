"""Documents: attached, shown, taken away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility


@dataclass(frozen=True, kw_only=True)
class AttachDocument(Command):
    """Copy a file into the binder and attach it to an organisation, a session or a coaching file.

    ``name`` replaces the file's own name; ``evidence_id`` says which wanted evidence it is.
    """

    LABEL: ClassVar[str] = N_("Attach · {name}")
    source: Path
    name: str = ""
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    coaching_file_id: UUID | None = None
    evidence_id: UUID | None = None
    on: date | None = None
    remark: str = ""
    visibility: Visibility = Visibility.INTERNAL

    def label_values(self) -> Mapping[str, str]:
        """Name the document."""
        return {"name": self.name or self.source.name}


@dataclass(frozen=True, kw_only=True)
class FileMail(Command):
    """Write a mail down as a session of type mail, with its attachments; ``contact_id`` is who wrote or received it."""

    LABEL: ClassVar[str] = N_("Mail filed · {title}")
    organisation_id: UUID
    coaching_file_id: UUID | None = None
    contact_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class FileDropped(Command):
    """Put several dropped files into their places in one step; ``names`` are those of the files."""

    LABEL: ClassVar[str] = N_("Files filed · {names}")
    names: tuple[str, ...]

    def label_values(self) -> Mapping[str, str]:
        """Name the files."""
        return {"names": ", ".join(self.names)}


@dataclass(frozen=True, kw_only=True)
class _OfDocument(Command):
    document_id: UUID
    name: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the document."""
        return {"name": self.name}


@dataclass(frozen=True, kw_only=True)
class DetachDocument(_OfDocument):
    """Put a document into the bin; its content stays in the binder, so that this can be undone."""

    LABEL: ClassVar[str] = N_("Detach · {name}")


@dataclass(frozen=True, kw_only=True)
class ShowDocument(_OfDocument):
    """Say who may read a document."""

    LABEL: ClassVar[str] = N_("Visibility · {name}")
    visibility: Visibility
