"""Documents kept by their content: ``documents/<aa>/<sha256>``."""

import hashlib
import os
from enum import StrEnum
from pathlib import Path

from clusterdesk.base.atomic_write import sync_folder
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.store.disk_faults import known_disk_faults


class FileState(StrEnum):
    """How the file of a document is."""

    SOUND = "sound"
    MISSING = "missing"
    DAMAGED = "damaged"


class DocumentFolder:
    """The folder of documents of a binder; names are checksums, so nothing a user types becomes a path."""

    def __init__(self, root: Path) -> None:
        """Work in ``root``."""
        self._root = root

    def path(self, sha256: str) -> Path:
        """Return where a document lies.

        Raises:
            ValueError: the text is no SHA-256 in hexadecimal.
        """
        if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
            raise ValueError(sha256)
        return self._root / sha256[:2] / sha256

    def add(self, content: bytes) -> str:
        """Keep a document and return its checksum; the same content is kept once.

        Raises:
            KnownError: the disk is full, or cannot be written; nothing is left behind.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        if _holds(target, content):
            return sha256
        temporary = target.with_suffix(".tmp")
        with known_disk_faults():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with temporary.open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
                temporary.replace(target)
            except OSError:
                temporary.unlink(missing_ok=True)
                raise
            for folder in (target.parent, self._root):
                sync_folder(folder)
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return a document whole, its checksum verified.

        Raises:
            KnownError: the document is missing or damaged.
        """
        try:
            content = self.path(sha256).read_bytes()
        except (OSError, ValueError) as error:
            raise self._unreadable(sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise self._unreadable(sha256)
        return content

    def state(self, sha256: str) -> FileState:
        """Read the file of a document through and tell how it is; only a piece of it is held at a time."""
        try:
            with self.path(sha256).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return FileState.MISSING
        except (OSError, ValueError):
            return FileState.DAMAGED
        return FileState.SOUND if found == sha256 else FileState.DAMAGED

    def seems_whole(self, sha256: str, size: int) -> bool:
        """Tell by a look at the folder whether the file of a document is there in its size."""
        try:
            return self.path(sha256).stat().st_size == size
        except (OSError, ValueError):
            return False

    @staticmethod
    def _unreadable(sha256: str) -> KnownError:
        return KnownError(
            "document_unreadable",
            N_("The document {short} is missing from the binder’s folder, or damaged."),
            safe=N_("Everything else in the binder is safe."),
            advice=N_("Put the file back from a backup of the folder, or attach it again."),
            short=sha256[:12],
        )


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether a file holds a content whole: one that was damaged is written anew when it is attached again."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
