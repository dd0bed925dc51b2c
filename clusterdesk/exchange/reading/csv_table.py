"""Reading delimited text: encoding, delimiter and quotes are found, records numbered as they stand."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.exchange.reading.encodings import decode
from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.source import MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, ReadOptions, TableSource

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 256 * 1024
_SAMPLE_RECORDS = 100
_CHUNK = 5_000
# Our own exports put an apostrophe before a cell a spreadsheet would take for a formula; it is taken off again.
_ESCAPED = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
_SEPARATOR_LINE = re.compile(r"(?i)^sep=(.)\r?\n")

_BROKEN_QUOTES = N_("A quotation mark is opened and never closed: quotation marks were read as plain text.")
_GUESSED = N_("The encoding {encoding} was guessed: check the accents, or choose another.")


def read_csv(
    path: Path, data: bytes, options: ReadOptions, progress: Progress | None, cancel: Stoppable | None
) -> TableSource:
    """Read a csv or tsv file.

    Raises:
        KnownError: no text, wrong encoding, too many rows or columns, cancelled.
    """
    decoded = decode(data, options.encoding)
    if decoded is None and options.encoding:
        raise refusal("file_wrong_encoding", name=path.name, encoding=options.encoding)
    if decoded is None:
        raise refusal("file_not_a_list", name=path.name)
    text, encoding = decoded
    text = text.removeprefix("\ufeff")
    named = _SEPARATOR_LINE.match(text)
    delimiter = options.delimiter or (named[1] if named else find_delimiter(text))
    notices = (
        [Problem("encoding_guessed", _GUESSED, {"encoding": encoding})] if _is_guess(encoding, options, text) else []
    )
    csv.field_size_limit(MAX_FILE_BYTES)
    try:
        rows = _rows(text, delimiter, csv.QUOTE_MINIMAL, progress, cancel, strict=True)
    except csv.Error:
        rows, broken = _forgiving(text, delimiter, progress, cancel)
        if broken:
            notices.append(Problem("broken_quotes", _BROKEN_QUOTES))
    if named and rows:
        rows[0] = []
    if "'" in text:
        rows = [[_ESCAPED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in row] for row in rows]
    return TableSource(
        path,
        "csv",
        rows,
        max(map(len, rows), default=0),
        encoding=encoding,
        delimiter=delimiter,
        notices=tuple(notices),
    )


def find_delimiter(text: str) -> str:
    """Find what parts the cells: the mark that gives the most even records, semicolon when nothing does."""
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Score a delimiter: how many records share the most usual number of cells, weighed by that number."""
    lengths: Counter[int] = Counter()
    try:
        for record in _limited(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)):
            if any(cell.strip() for cell in record):
                lengths[len(record)] += 1
    except csv.Error:
        return 0.0, 0
    several = {size: count for size, count in lengths.items() if size > 1}
    if not several:
        return 0.0, 0
    size = max(several, key=lambda s: (several[s], s))
    share = several[size] / sum(lengths.values())
    # Prose has many commas, but never the same number in every record.
    return round(share, 2) * min(size, 4) ** 0.5, size


def _limited(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    for _, record in zip(range(_SAMPLE_RECORDS), reader, strict=False):
        yield record


def _is_guess(encoding: str, options: ReadOptions, text: str) -> bool:
    return options.encoding is None and encoding in {"cp1252", "latin-1", "mac_roman"} and not text.isascii()


def _forgiving(
    text: str, delimiter: str, progress: Progress | None, cancel: Stoppable | None
) -> tuple[list[list[str]], bool]:
    """Read a text whose quotes do not close or stand inside cells; tell whether they had to be taken as text."""
    try:
        rows = _rows(text, delimiter, csv.QUOTE_MINIMAL, progress, cancel, strict=False)
    except csv.Error:
        rows = []
    lines = text.count("\n")
    # A quote that never closes swallows the rest of the file into one cell.
    swallowed = not rows or any(cell.count("\n") > max(20, lines // 3) for row in rows[-1:] for cell in row)
    if swallowed or _last_is_open(text, rows):
        return _rows(text, delimiter, csv.QUOTE_NONE, progress, cancel, strict=False), True
    return rows, False


def _last_is_open(text: str, rows: list[list[str]]) -> bool:
    return bool(rows) and bool(rows[-1]) and "\n" in rows[-1][-1] and not text.rstrip().endswith('"')


def _rows(
    text: str, delimiter: str, quoting: int, progress: Progress | None, cancel: Stoppable | None, *, strict: bool
) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=strict)  # type: ignore[arg-type]
    rows: list[list[str]] = []
    for row in reader:
        rows.append(row)
        if len(row) > MAX_COLUMNS:
            _trim(row)
        if len(rows) % _CHUNK == 0:
            step(len(rows), 0, progress, cancel)
            if len(rows) > MAX_ROWS:
                raise refusal("too_many_rows", limit=MAX_ROWS)
    if len(rows) > MAX_ROWS:
        raise refusal("too_many_rows", limit=MAX_ROWS)
    return rows


def _trim(row: list[str]) -> None:
    """Take empty cells off the end of a row that seems too wide."""
    while row and not row[-1]:
        row.pop()
    if len(row) > MAX_COLUMNS:
        raise refusal("too_many_columns", limit=MAX_COLUMNS)
