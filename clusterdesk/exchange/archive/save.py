"""Write a binder as an archive: the same content always gives the same bytes."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.base.refusals import refusal
from clusterdesk.domain.fields import FieldSpec, Kind, json_text
from clusterdesk.domain.parsing.text import plain_line, plain_note
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import RecordTag
from clusterdesk.domain.records.results import Document
from clusterdesk.exchange.archive.container import HEADER_NAME
from clusterdesk.exchange.archive.lines import FORMAT, VERSION
from clusterdesk.exchange.archive.values import uuid_of
from clusterdesk.store.desk_store import Store

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o100644 << 16

Rows = dict[str, dict[UUID, Record]]


@dataclass(frozen=True, slots=True)
class ArchiveSummary:
    """What an export wrote: how many records of each type, how many documents, and those whose file is missing."""

    path: Path
    counts: Mapping[str, int]
    documents: int
    missing_documents: tuple[str, ...]


def export_archive(store: Store, path: Path, progress: Progress = unheard) -> ArchiveSummary:
    """Write everything that is not in the bin; ``.jsonl`` gives one file without documents, else a zip.

    The file appears whole or not at all. A reference to a record in the bin is left empty, and what cannot be
    without it is left out.

    Raises:
        KnownError: the file cannot be written.
    """
    rows = _without_bin(_read_all(store, progress))
    names = _Names(store.binder_id, rows)
    lines = {key: _heard(names.lines(RECORD_TYPES[key]), progress) for key in sorted(rows) if rows[key]}
    hashes = sorted({row.sha256 for row in rows["document"].values() if isinstance(row, Document)})
    packed = path.suffix.lower() != ".jsonl"
    present = [sha256 for sha256 in hashes if store.documents.path(sha256).is_file()] if packed else []
    temporary = path.with_name(path.name + ".tmp")
    try:
        if packed:
            _write_zip(store, temporary, lines, present, progress)
        else:
            temporary.write_bytes("".join(text for part in lines.values() for text in part).encode("utf-8"))
        temporary.replace(path)
    except OSError as error:
        raise KnownError(
            "archive_not_written",
            N_("The archive “{file}” could not be written: {reason_label}"),
            advice=N_("Choose another place, or close the program that has the file open, then try again."),
            file=path.name,
            reason_label=refusal(error),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)  # also where the work was stopped
    missing = tuple(sha256 for sha256 in hashes if sha256 not in set(present)) if packed else ()
    counts = MappingProxyType({key: len(part) for key, part in lines.items()})
    return ArchiveSummary(path, counts, len(present), missing)


def _read_all(store: Store, progress: Progress) -> Rows:
    rows: Rows = {}
    for key, kind in RECORD_TYPES.items():
        progress(0, 0)
        rows[key] = {record.id: record for record in store.find(kind.cls)}
    return rows


def _heard(lines: list[str], progress: Progress) -> list[str]:
    progress(0, 0)
    return lines


def _write_zip(
    store: Store, target: Path, lines: Mapping[str, list[str]], hashes: list[str], progress: Progress
) -> None:
    header = json_text({"format": FORMAT, "version": VERSION}) + "\n"
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(_entry(HEADER_NAME), header.encode("utf-8"))
        total = len(lines) + len(hashes)
        for number, (key, part) in enumerate(lines.items()):
            progress(number, total)
            packed.writestr(_entry(f"{key}.jsonl"), "".join(part).encode("utf-8"))
        for number, sha256 in enumerate(hashes, start=len(lines)):
            progress(number, total)
            packed.writestr(_entry(f"documents/{sha256}", zipfile.ZIP_STORED), store.documents.read(sha256))


def _entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = method
    info.create_system = _UNIX
    info.external_attr = _MODE
    return info


def _without_bin(rows: Rows) -> Rows:
    """Return the records with every reference into the bin emptied, and without those that need one."""
    while True:
        kept: Rows = {
            key: {row.id: row for row in part.values() if not _lacks_required(RECORD_TYPES[key], row, rows)}
            for key, part in rows.items()
        }
        if all(len(kept[key]) == len(rows[key]) for key in rows):
            return kept
        rows = kept


def _lacks_required(kind: RecordType, row: Record, rows: Rows) -> bool:
    if isinstance(row, RecordTag) and row.record_id not in rows.get(row.record_type, {}):
        return True
    return any(
        getattr(row, spec.name) not in rows[spec.refers_to]
        for spec in kind.references
        if spec.refers_to is not None and not spec.optional
    )


class _Names:
    """The ids as an archive says them: a foreign id as it came, any other as the UUID it is."""

    def __init__(self, binder_id: UUID, rows: Rows) -> None:
        self._rows = rows
        self._names = {
            key: {own: _name(binder_id, key, row) for own, row in part.items()} for key, part in rows.items()
        }

    def lines(self, kind: RecordType) -> list[str]:
        """Return the lines of a type, by id; members of sets have none and go by their content."""
        rows = self._rows[kind.key]
        if kind.member_of_set:
            return sorted(self._line(kind, row) for row in rows.values())
        names = self._names[kind.key]
        return [self._line(kind, rows[own]) for own in sorted(rows, key=lambda own: names[own])]

    def _line(self, kind: RecordType, row: Record) -> str:
        return json_text({"type": kind.key, **dict(self._pairs(kind, row))}) + "\n"

    def _pairs(self, kind: RecordType, row: Record) -> Iterator[tuple[str, Any]]:
        name = self._names[kind.key][row.id]
        if not kind.member_of_set:
            yield "id", name
        for spec in kind.fields.values():
            value = getattr(row, spec.name)
            if spec.name in {"id", "deleted"} or (spec.name == "external_id" and value in {name, None}):
                continue
            target = spec.refers_to
            if isinstance(row, RecordTag) and spec.name == "record_id":
                target = row.record_type
            yield spec.name, _plain(spec, value) if target is None else self._names[target].get(value)


def _plain(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value for JSON; a text from before the store cleaned them goes out as it would come in."""
    if isinstance(value, str) and spec.kind in {Kind.TEXT, Kind.NOTE}:
        return plain_note(value) if spec.kind is Kind.NOTE else plain_line(value)
    plain = spec.to_plain(value)
    return [plain_line(part) for part in plain] if spec.kind is Kind.TEXTS and plain else plain


def _name(binder_id: UUID, record_type: str, row: Record) -> str:
    foreign = row.external_id
    if foreign and uuid_of(foreign) is None and derived_id(binder_id, record_type, foreign) == row.id:
        return foreign if plain_line(foreign) == foreign else str(row.id)
    return str(row.id)
