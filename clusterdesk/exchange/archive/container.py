"""Where an archive's bytes lie: a zip, one ``.jsonl`` file, or a folder; a hostile zip is refused before it is read.

No name found inside an archive is ever used as a path: records are recognised by ``<type>.jsonl``, documents by
``documents/<sha256>``, everything else is refused.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from clusterdesk.base.errors import DATA_SAFE, KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.archive.problems import shown

HEADER_NAME = "archive.json"
MERGE = "merge"
ENTRY_LIMIT = 5_000
DOCUMENT_COUNT_LIMIT = 100_000
RECORDS_LIMIT = 512 * 1024 * 1024
DOCUMENT_LIMIT = 100 * 1024 * 1024
RATIO_LIMIT = 200
_SMALL = 64 * 1024
_DOCUMENT = re.compile(r"documents/([0-9a-f]{64})", re.ASCII)
_ENCRYPTED = 0x1

_ASK = N_("Ask whoever made the file for a new export.")


class Container(Protocol):
    """An archive being read."""

    def record_files(self) -> Iterator[tuple[str, str | None, bytes]]:
        """Give each file of records: its name, the type its lines have unless they say so, its bytes."""
        ...

    def document_hashes(self) -> frozenset[str]:
        """Return the SHA-256 of the documents that lie in the archive, by their names."""
        ...

    def document(self, sha256: str) -> bytes:
        """Return a document; its content is checked against its name (KnownError when they differ)."""
        ...


@contextmanager
def opened(path: Path) -> Iterator[Container]:
    """Open an archive to read.

    Raises:
        KnownError: it cannot be read, is no archive, or is built to do harm.
    """
    try:
        if path.is_dir():
            yield _Folder(path)
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield _Zip(packed)
        else:
            yield _Lines(path)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise KnownError(
            "archive_unreadable",
            N_("The archive “{file}” cannot be read: {reason}"),
            advice=N_("Check that the file is whole and can be opened, then try again."),
            file=path.name,
            reason=shown(error),
        ) from error


@dataclass(frozen=True)
class _Lines:
    path: Path

    def record_files(self) -> Iterator[tuple[str, str | None, bytes]]:
        yield self.path.name, None, _bounded_file(self.path, RECORDS_LIMIT)

    def document_hashes(self) -> frozenset[str]:
        return frozenset()

    def document(self, sha256: str) -> bytes:
        raise KeyError(sha256)


@dataclass(frozen=True)
class _Folder:
    path: Path

    def record_files(self) -> Iterator[tuple[str, str | None, bytes]]:
        for file in sorted(self.path.glob("*.jsonl")):
            yield file.name, _type_named(file.stem), _bounded_file(file, RECORDS_LIMIT)

    def document_hashes(self) -> frozenset[str]:
        folder = self.path / "documents"
        names = (f"documents/{file.name}" for file in folder.iterdir()) if folder.is_dir() else ()
        return frozenset(found[1] for name in names if (found := _DOCUMENT.fullmatch(name)))

    def document(self, sha256: str) -> bytes:
        return _verified(_bounded_file(self.path / "documents" / sha256, DOCUMENT_LIMIT), sha256)


class _Zip:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._records: dict[str, zipfile.ZipInfo] = {}
        self._documents: dict[str, zipfile.ZipInfo] = {}
        self._header: zipfile.ZipInfo | None = None
        _check_directory(packed.infolist())
        for info in packed.infolist():
            self._sort(info)

    def _sort(self, info: zipfile.ZipInfo) -> None:
        document = _DOCUMENT.fullmatch(info.filename)
        if document:
            self._documents[document[1]] = info
        elif info.filename == HEADER_NAME:
            self._header = info
        elif info.filename.endswith(".jsonl") and _type_named(info.filename.removesuffix(".jsonl")):
            self._records[info.filename] = info
        elif info.filename != "documents/":
            raise _refused(
                N_("The archive was not read: it holds “{name}”, which is no part of an archive."),
                name=shown(info.filename),
            )

    def record_files(self) -> Iterator[tuple[str, str | None, bytes]]:
        if self._header is not None:
            yield HEADER_NAME, None, self._bytes(self._header, _SMALL)
        for name, info in sorted(self._records.items()):
            yield name, name.removesuffix(".jsonl"), self._bytes(info, RECORDS_LIMIT)

    def document_hashes(self) -> frozenset[str]:
        return frozenset(self._documents)

    def document(self, sha256: str) -> bytes:
        return _verified(self._bytes(self._documents[sha256], DOCUMENT_LIMIT), sha256)

    def _bytes(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        # The sizes of the directory are only a claim: what is unpacked is bounded too.
        bound = min(limit, info.file_size)
        with self._packed.open(info) as stream:
            content = stream.read(bound + 1)
        if len(content) > bound:
            raise _refused(N_("The archive was not read: “{name}” is larger than it says."), name=shown(info.filename))
        return content


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    records = [info for info in entries if not _DOCUMENT.fullmatch(info.filename)]
    if len(records) > ENTRY_LIMIT or len(entries) > DOCUMENT_COUNT_LIMIT:
        raise _refused(N_("The archive was not read: it holds {count} files."), count=len(entries))
    if len({info.filename for info in entries}) != len(entries):
        raise _refused(N_("The archive was not read: it holds two files of one name."))
    if sum(info.file_size for info in records) > RECORDS_LIMIT:
        raise _refused(
            N_("The archive was not read: its records take more than {size} MB."), size=RECORDS_LIMIT // 1024**2
        )
    for info in entries:
        if info.flag_bits & _ENCRYPTED:
            raise _refused(N_("The archive was not read: it is protected by a password."))
        if info.file_size > _SMALL and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
            raise _refused(
                N_("The archive was not read: “{name}” is packed suspiciously small."), name=shown(info.filename)
            )
        if info.file_size > DOCUMENT_LIMIT and _DOCUMENT.fullmatch(info.filename):
            raise _refused(
                N_("The archive was not read: a document takes more than {size} MB."), size=DOCUMENT_LIMIT // 1024**2
            )


def _bounded_file(path: Path, limit: int) -> bytes:
    with path.open("rb") as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise _refused(N_("The archive was not read: its records take more than {size} MB."), size=limit // 1024**2)
    return content


def _type_named(stem: str) -> str | None:
    return stem if stem in RECORD_TYPES or stem == MERGE else None


def _verified(content: bytes, sha256: str) -> bytes:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _refused(
            N_("The archive was not read: the document {name} does not match its checksum."), name=sha256[:12]
        )
    return content


def _refused(reason: str, **params: str | int) -> KnownError:
    return KnownError("archive_refused", reason, advice=_ASK, safe=DATA_SAFE, **params)
