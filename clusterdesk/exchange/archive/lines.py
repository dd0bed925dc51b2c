"""The lines of an archive: JSON objects with a type, each known by its file and number."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.archive.container import HEADER_NAME, MERGE, Container
from clusterdesk.exchange.archive.problems import Problem, ProblemError, shown

FORMAT = "clusterdesk-archive"
VERSION = 1
HEADER = "archive"
LINE_LIMIT = 16 * 1024 * 1024

_CHOOSE = N_("Choose a file made by “export archive”, or one written as docs/exchange-format.md describes.")

NOT_JSON = N_("This line is not JSON: {reason}")
NOT_AN_OBJECT = N_("This line is not a JSON object in braces.")
TYPE_MISSING = N_("The line does not say its type.")
TYPE_UNKNOWN = N_("There is no record type “{value}”.")
KEY_TWICE = N_("The key stands twice in the line.")
LINE_TOO_LONG = N_("The line is too long: {size} bytes, at most {limit}.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands, the type of its record, and the object with ``type`` taken out."""

    file: str
    number: int
    type_key: str
    data: dict[str, Any]
    problem: Problem | None = None


def read_lines(container: Container) -> Iterator[Line]:
    """Read every line; one that cannot be read carries its problem. Empty lines count but say nothing.

    Raises:
        KnownError: it is no archive, not UTF-8 text, or a newer ClusterDesk made it.
    """
    for file, type_key, content in container.record_files():
        if file == HEADER_NAME:
            _check_version(_header(content))
            continue
        lines = _text_lines(file, content)
        if type_key is None:
            _check_types(file, lines)
        for number, raw in enumerate(lines, 1):
            if raw.strip():
                line = _line(file, number, type_key, raw)
                if line is not None:
                    yield line


def _text_lines(file: str, content: bytes) -> list[str]:
    try:
        return content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise KnownError(
            "archive_not_utf8",
            N_("The archive was not read: line {line} of “{file}” is not UTF-8 text."),
            advice=N_("Save the file as UTF-8, then try again."),
            line=content.count(b"\n", 0, error.start) + 1,
            file=shown(file),
        ) from error


def _check_types(file: str, lines: list[str]) -> None:
    """Refuse a file that never says the type of a line: a letter or a table, told once and not line by line."""
    if any(map(str.strip, lines)) and not any('"type"' in raw for raw in lines):
        raise KnownError(
            "archive_unknown",
            N_("“{file}” is no archive: none of its lines is a record that says its type."),
            advice=_CHOOSE,
            file=shown(file),
        )


def _line(file: str, number: int, type_key: str | None, raw: str) -> Line | None:
    """Return the line, or ``None`` for the header that a single file may begin with."""

    def bad(where: str, message: str, /, **params: object) -> Line:
        return Line(file, number, type_key or "", {}, Problem(where, message, params))

    if len(raw) > LINE_LIMIT:
        return bad("", LINE_TOO_LONG, size=len(raw), limit=LINE_LIMIT)
    try:
        data = parse(raw)
    except ProblemError as error:
        return bad(str(error.params.get("key", "")), error.message, **error.params)
    if not isinstance(data, dict):
        return bad("", NOT_AN_OBJECT)
    key = data.pop("type", type_key)
    if key == HEADER:
        _check_version(data)
        return None
    if key is None:
        return bad("type", TYPE_MISSING)
    if not isinstance(key, str) or (key not in RECORD_TYPES and key != MERGE):
        return bad("type", TYPE_UNKNOWN, value=shown(key))
    return Line(file, number, key, data)


def parse(raw: str) -> Any:  # noqa: ANN401 - any JSON value
    """Read one JSON value strictly: no key twice, no NaN, fractions as exact decimals.

    Raises:
        ProblemError: the text is not such JSON.
    """
    try:
        return _DECODER.decode(raw)
    except ProblemError:
        raise
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise ProblemError(NOT_JSON, reason=shown(error)) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ProblemError(KEY_TWICE, key=shown(key))
        found[key] = value
    return found


def _no_constant(text: str) -> NoReturn:
    raise ValueError(text)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=Decimal, parse_constant=_no_constant)


def _header(content: bytes) -> dict[str, Any]:
    try:
        header = parse(content.decode("utf-8-sig"))
    except (ProblemError, UnicodeDecodeError):
        header = None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise KnownError(
            "archive_unknown",
            N_("This zip says that it is no archive of ClusterDesk."),
            advice=_CHOOSE,
        )
    return header


def _check_version(header: dict[str, Any]) -> None:
    version = header.get("version", VERSION)
    if version.__class__ is not int or version > VERSION:
        raise KnownError(
            "archive_newer",
            N_("The archive was made by a newer ClusterDesk (format {version}; this one reads up to {known})."),
            advice=N_("Install the newest ClusterDesk on this computer, then import the archive again."),
            version=shown(version),
            known=VERSION,
        )
