"""Looking for document types in XML before anything parses it: entity bombs begin with one."""

import zipfile
from typing import IO
from xml.parsers import expat

from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.zip_checks import BROKEN_ZIP

_PIECE = 16 * 1024


class _Enough(Exception):  # noqa: N818 - it is no error: the root element has begun
    """Stops the parser."""


def refuse_document_type(archive: zipfile.ZipFile, name: str, part: str) -> None:
    """Refuse a part that declares a document type, by reading it up to its root element.

    Raises:
        KnownError: ``file_entities``; ``file_damaged`` for a part that cannot be unpacked.
    """
    try:
        with archive.open(part) as stream:
            if _declares(stream):
                raise refusal("file_entities", name=name)
    except BROKEN_ZIP as error:
        raise refusal("file_damaged", name=name) from error


def _declares(stream: IO[bytes]) -> bool:
    """Tell whether a document type stands before the root; what is no XML is left to whoever reads it."""
    found = False

    def document_type(*_: object) -> None:
        nonlocal found
        found = True
        raise _Enough

    def root(*_: object) -> None:
        raise _Enough

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = document_type
    parser.StartElementHandler = root
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
    except (_Enough, expat.ExpatError, LookupError):
        return found
    return found
