"""Whether a file is a workbook that was sent to be filled in: by its hidden sheet, or by a property of the document."""

import zipfile
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.exchange.figures.requests.token import PROPERTY, SHEET, RequestToken, looks_like_token, read_token
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.source import ReadOptions
from clusterdesk.exchange.reading.xlsx_table import parse_xml
from clusterdesk.exchange.reading.zip_checks import open_zip, read_part

_CUSTOM = "docProps/custom.xml"
_GLANCE = 2_000_000
_MARKS = {
    _CUSTOM: PROPERTY.encode(),
    "xl/workbook.xml": f'name="{SHEET}"'.encode(),
    "content.xml": f'table:name="{SHEET}"'.encode(),
}
_ASK_AGAIN = N_("Ask for the figures again, or import the file as any other from the page of the figures.")


def token_in(path: Path) -> RequestToken | None:
    """Return the token of a workbook; None where it never had one, or is no workbook.

    Raises:
        KnownError: it had one that was changed.
    """
    if path.suffix.lower() not in {".xlsx", ".xlsm", ".ods"}:
        return None
    texts = [text for text in (_on_sheet(path), _in_property(path)) if text]
    for text in texts:
        token = read_token(text)
        if token is not None:
            return token
    if any(looks_like_token(text) for text in texts):
        raise altered(path)
    return None


def carries_token(path: Path) -> bool:
    """Tell at a glance whether a file may answer a request: only its directory and small parts of it are read."""
    if path.suffix.lower() not in {".xlsx", ".xlsm", ".ods"}:
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {one.filename: one.file_size for one in archive.infolist()}
            return any(
                parts.get(part, _GLANCE + 1) <= _GLANCE and mark in archive.read(part) for part, mark in _MARKS.items()
            )
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False  # whatever reads it says what is wrong with it


def altered(path: Path) -> KnownError:
    """Return the refusal of a workbook whose token, months or lines were changed."""
    return KnownError(
        "request_altered",
        N_("The months or lines of {name} are not those that were asked for: it was changed."),
        advice=_ASK_AGAIN,
        name=path.name,
    )


def _on_sheet(path: Path) -> str:
    try:
        return cell_text(open_source(path, ReadOptions(SHEET)).cell(1, 0))
    except KnownError:
        return ""  # no workbook, or none of ours: reading it says what is wrong with it


def _in_property(path: Path) -> str:
    try:
        with open_zip(path) as archive:
            if _CUSTOM not in archive.namelist():
                return ""
            root = parse_xml(read_part(archive, path.name, _CUSTOM), path.name)
    except KnownError:
        return ""
    for one in root:
        if one.get("name") == PROPERTY:
            return "".join(one.itertext())
    return ""
