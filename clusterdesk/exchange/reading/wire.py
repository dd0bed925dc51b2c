"""How a table, its progress and its errors cross from the helper process: frames of MessagePack, never pickles.

A file that took over the helper could send what it likes; it would still be nothing but texts, numbers and days.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

import msgspec

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.exchange.reading.progress import CancelledError
from clusterdesk.exchange.reading.source import Area, Cell, ReadOptions, SheetFacts, SheetInfo, TableSource

PROGRESS, TABLE, FAILED = "progress", "table", "failed"
_LENGTH = 8
_PLAIN = frozenset({str, int, float, bool})
_DAY, _INSTANT, _TIME, _SPAN = 1, 2, 3, 4
_CODES: tuple[tuple[type[Any], int], ...] = ((datetime, _INSTANT), (date, _DAY), (time, _TIME), (timedelta, _SPAN))


class Job(msgspec.Struct, frozen=True):
    """What the helper is to read, and what it may use up: bytes of memory, seconds of work."""

    path: str
    memory: int
    seconds: int
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None

    @property
    def options(self) -> ReadOptions:
        """Return what the user chose."""
        return ReadOptions(self.sheet, self.encoding, self.delimiter)


def write_frame(stream: IO[bytes], kind: str, content: object) -> None:
    """Write one frame: its length, then kind and content."""
    data = msgspec.msgpack.encode((kind, content))
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[str, Any] | None:
    """Read one frame; None at the end of the stream, also where it ends inside a frame."""
    size = stream.read(_LENGTH)
    if len(size) < _LENGTH:
        return None
    length = int.from_bytes(size, "big")
    data = stream.read(length)
    if len(data) < length:
        return None
    kind, content = msgspec.msgpack.decode(data, type=tuple[str, Any], ext_hook=_cell)
    return kind, content


def plain_error(error: KnownError) -> dict[str, Any]:
    """Write a known error down."""
    cancelled = isinstance(error, CancelledError)
    texts = (error.code, error.message, error.advice, error.safe)
    return {"texts": texts, "params": dict(error.params), "cancelled": cancelled}


def error_of(plain: dict[str, Any]) -> KnownError:
    """Make the same known error again."""
    code, message, advice, safe = plain["texts"]
    kind = CancelledError if plain["cancelled"] else KnownError
    error = kind(code, message, advice=advice, safe=safe)
    error.params = plain["params"]
    return error


def plain_table(table: TableSource) -> dict[str, Any]:
    """Write a table down."""
    facts = table.facts
    return {
        "format": table.format,
        "rows": [row if _PLAIN.issuperset(map(type, row)) else _typed(row) for row in table.rows],
        "width": table.width,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheets": [(one.name, one.hidden) for one in table.sheets],
        "sheet": table.sheet,
        "hidden": (sorted(facts.hidden_lines), sorted(facts.hidden_columns)),
        "merged": [(one.first_line, one.first_column, one.last_line, one.last_column) for one in facts.merged],
        "formulas": [(*place, text) for place, text in facts.formulas.items()],
        "failed": [(*place, text) for place, text in facts.failed.items()],
        "notices": [(one.code, one.message, dict(one.params)) for one in table.notices],
    }


def table_of(path: Path, plain: dict[str, Any]) -> TableSource:
    """Make the same table again."""
    lines, columns = plain["hidden"]
    facts = SheetFacts(
        frozenset(lines),
        frozenset(columns),
        tuple(Area(*one) for one in plain["merged"]),
        {(line, column): text for line, column, text in plain["formulas"]},
        {(line, column): text for line, column, text in plain["failed"]},
    )
    return TableSource(
        path,
        plain["format"],
        plain["rows"],
        plain["width"],
        plain["encoding"],
        plain["delimiter"],
        tuple(SheetInfo(*one) for one in plain["sheets"]),
        plain["sheet"],
        facts,
        tuple(Problem(*one) for one in plain["notices"]),
    )


def _typed(row: Sequence[Cell]) -> list[Any]:
    return [cell if cell.__class__ in _PLAIN else _extended(cell) for cell in row]


def _extended(cell: Any) -> msgspec.msgpack.Ext:  # noqa: ANN401
    code = next(code for kind, code in _CODES if isinstance(cell, kind))
    text = repr(cell.total_seconds()) if code == _SPAN else cell.isoformat()
    return msgspec.msgpack.Ext(code, text.encode())


def _cell(code: int, data: memoryview) -> Cell:
    text = bytes(data).decode()
    if code == _INSTANT:
        return datetime.fromisoformat(text)
    if code == _DAY:
        return date.fromisoformat(text)
    return time.fromisoformat(text) if code == _TIME else timedelta(seconds=float(text))
