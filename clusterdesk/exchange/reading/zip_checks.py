"""Looking at a zip's directory before anything in it is unpacked."""

import zipfile
import zlib
from pathlib import Path

from clusterdesk.exchange.reading.refusals import refusal

MAX_ENTRIES = 5_000
MAX_TOTAL = 200 * 1024 * 1024
MAX_RATIO = 200
# Small parts may well be 300 times smaller when packed; only big ones can hurt.
_SMALL_PART = 1024 * 1024
# What DEFLATE can reach at most: below this packed size a lie about the real size is harmless.
_DEFLATE_MAX = 1_032
_PIECE = 1024 * 1024
_ENCRYPTED = 0x1
BROKEN_ZIP = (
    zipfile.BadZipFile,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    zlib.error,
)
"""What the standard library raises for a part that is broken, lies about its size, or is packed in a strange way."""


def open_zip(path: Path) -> zipfile.ZipFile:
    """Open a zip after checking its directory; the caller closes it.

    Raises:
        KnownError: ``file_damaged``, ``file_bomb``, ``file_too_many_parts``, ``file_strange_part``, ``file_password``.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise refusal("file_damaged", name=path.name) from error
    try:
        _check(archive, path.name)
    except BaseException:
        archive.close()
        raise
    return archive


def check_lengths(archive: zipfile.ZipFile, name: str, parts: list[str]) -> None:
    """Unpack parts piece by piece, keeping nothing, to prove that their declared sizes are true.

    Raises:
        KnownError: ``file_damaged`` when a part is longer than it says, or broken.
    """
    for part in parts:
        if archive.getinfo(part).compress_size * _DEFLATE_MAX > MAX_TOTAL:
            read_part(archive, name, part, keep=False)


def read_part(archive: zipfile.ZipFile, name: str, part: str, *, keep: bool = True) -> bytes:
    """Return a part of the archive; never more than its directory says.

    Raises:
        KnownError: ``file_damaged`` for a broken or lying part.
    """
    pieces = []
    try:
        with archive.open(part) as stream:
            while piece := stream.read(_PIECE):
                if keep:
                    pieces.append(piece)
    except BROKEN_ZIP as error:
        raise refusal("file_damaged", name=name) from error
    return b"".join(pieces)


def _check(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise refusal("file_too_many_parts", name=name, limit=MAX_ENTRIES)
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL_PART and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if total > MAX_TOTAL or swollen:
        raise refusal("file_bomb", name=name, limit=MAX_TOTAL >> 20)
    if any(_strange(entry.filename) for entry in entries):
        raise refusal("file_strange_part", name=name)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal("file_password", name=name)


def _strange(part: str) -> bool:
    return part.startswith(("/", "\\")) or ":" in part or ".." in part.replace("\\", "/").split("/") or "\0" in part
