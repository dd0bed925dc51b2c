"""A list opened for import: the file read, its header found, its columns mapped; rows are read when asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.guess import guess_mapping
from clusterdesk.exchange.mapping.layout import Layout, lay_out
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.rows import read_rows
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.progress import Progress, Stoppable
from clusterdesk.exchange.reading.source import ReadOptions, TableSource


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A table with its layout and mapping; the mapping may be replaced by a corrected one.

    ``about`` is the record that all rows are about, where the list does not say it: the event of registrations.
    """

    source: TableSource
    layout: Layout
    mapping: ColumnMapping
    about: UUID | None = None

    def with_mapping(self, mapping: ColumnMapping) -> "OpenedList":
        """Return the list with another mapping, fitted to its titles."""
        return replace(self, mapping=mapping.fitted(self.layout.headers))

    def rows(self, progress: Progress | None = None, cancel: Stoppable | None = None) -> Iterator[ReadRow]:
        """Read the rows (see ``rows.read_rows``)."""
        return read_rows(self.source, self.layout, self.mapping, progress, cancel)


def open_list(
    path: Path,
    kind: ImportKind,
    *,
    options: ReadOptions | None = None,
    header_line: int | None = None,
    mapping: ColumnMapping | None = None,
    about: UUID | None = None,
    progress: Progress | None = None,
    cancel: Stoppable | None = None,
) -> OpenedList:
    """Read a file and map its columns.

    Args:
        path: a csv, tsv, xlsx or ods file.
        kind: what the rows are.
        options: sheet, encoding, delimiter where the user chose them.
        header_line: record number of the header; 0 for none; None to find it.
        mapping: a named mapping to use instead of a guess.
        about: what all rows are about.
        progress: called with (rows done, total or 0).
        cancel: looked at between pieces of work.

    Raises:
        KnownError: the file cannot be read (see ``open_source``).
    """
    source = open_source(path, options, progress, cancel)
    layout = lay_out(source, TARGETS[kind], header_line)
    if mapping is not None:
        return OpenedList(source, layout, mapping.fitted(layout.headers), about)
    return OpenedList(source, layout, guess_mapping(source, layout, kind), about)
