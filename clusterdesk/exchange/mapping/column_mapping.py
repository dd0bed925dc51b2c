"""A mapping of columns to fields: guessed, corrected by hand, kept under a name and used again next year."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import folded
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS

_FORMAT = 1
HOURS = "hours"


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of a list.

    Attributes:
        column: index from 0.
        header: its title as read.
        field: key of the field it goes to; None keeps it word for word as a note.
        confidence: 0 to 1; 1 when a person chose it.
        year: the year its values are of, where the title names one.
        mark: decimal mark of its numbers, where known.
        hint: version of the nomenclature for activity codes; ``hours`` for durations that are not minutes.
    """

    column: int
    header: str
    field: str | None
    confidence: float = 0.0
    year: int | None = None
    mark: str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column goes to which field, for one kind of list."""

    kind: ImportKind
    columns: tuple[MappedColumn, ...]
    name: str = ""

    @property
    def target(self) -> ImportTarget:
        """Return the kind of list with its fields."""
        return TARGETS[self.kind]

    @property
    def unmapped(self) -> tuple[MappedColumn, ...]:
        """Return the columns without a field; their cells are kept as notes."""
        return tuple(column for column in self.columns if column.field is None)

    def column_of(self, field: str) -> MappedColumn | None:
        """Return the first column mapped to a field."""
        return next((column for column in self.columns if column.field == field), None)

    def with_field(self, column: int, field: str | None) -> "ColumnMapping":
        """Return the mapping with one column corrected by hand; a field for one column leaves its former one.

        Raises:
            KnownError: ``unknown_field``.
        """
        wanted = self.target.field_of(field) if field else None
        if field and wanted is None:
            raise KnownError(
                "unknown_field",
                N_("There is no field {field} for this kind of list."),
                advice=N_("Choose one of: {fields}."),
                field=field,
                fields=", ".join(each.key for each in self.target.fields),
            )
        single = wanted is not None and not wanted.many
        columns = tuple(
            replace(each, field=field, confidence=1.0)
            if each.column == column
            else replace(each, field=None, confidence=0.0)
            if single and each.field == field
            else each
            for each in self.columns
        )
        return replace(self, columns=columns)

    def fitted(self, headers: Sequence[str]) -> "ColumnMapping":
        """Return the mapping for a list whose columns may stand elsewhere: they are found by their titles.

        A column the mapping does not know stays unmapped; one it knows and the list lacks is left out.
        """
        by_title: dict[str, list[MappedColumn]] = {}
        for column in self.columns:
            by_title.setdefault(folded(column.header), []).append(column)
        fitted = []
        for index, header in enumerate(headers):
            known = by_title.get(folded(header))
            column = known.pop(0) if known else MappedColumn(index, header, None)
            fitted.append(replace(column, column=index, header=header))
        return replace(self, columns=tuple(fitted))

    def to_plain(self) -> dict[str, Any]:
        """Return the mapping as plain values, for TOML or JSON."""
        return {
            "format": _FORMAT,
            "name": self.name,
            "kind": self.kind.value,
            "columns": [_plain_column(column) for column in self.columns],
        }

    def to_toml(self) -> str:
        """Write the mapping as TOML."""
        import tomli_w

        return tomli_w.dumps(self.to_plain())


def from_plain(plain: Mapping[str, Any]) -> ColumnMapping:
    """Read a mapping from plain values.

    Raises:
        KnownError: ``bad_mapping``.
    """
    try:
        kind = ImportKind(plain["kind"])
        columns = tuple(_read_column(index, column) for index, column in enumerate(plain["columns"]))
        mapping = ColumnMapping(kind, columns, str(plain.get("name", "")))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _bad() from error
    if any(column.field and mapping.target.field_of(column.field) is None for column in columns):
        raise _bad()
    return mapping


def from_toml(text: str) -> ColumnMapping:
    """Read a mapping from TOML.

    Raises:
        KnownError: ``bad_mapping``.
    """
    try:
        return from_plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _bad() from error


def _bad() -> KnownError:
    return KnownError(
        "bad_mapping",
        N_("This is not a mapping of columns that can be used."),
        advice=N_("Let the columns be guessed, correct them, and keep the mapping again."),
    )


def _plain_column(column: MappedColumn) -> dict[str, Any]:
    plain: dict[str, Any] = {"header": column.header, "field": column.field or ""}
    if column.year is not None:
        plain["year"] = column.year
    if column.mark:
        plain["mark"] = column.mark
    if column.hint:
        plain["hint"] = column.hint
    return plain


def _read_column(index: int, plain: Mapping[str, Any]) -> MappedColumn:
    year, mark = plain.get("year"), plain.get("mark")
    if mark not in {None, "", ",", "."}:
        raise ValueError(mark)
    return MappedColumn(
        index,
        str(plain["header"]),
        str(plain.get("field") or "") or None,
        1.0,
        int(year) if year else None,
        str(mark) if mark else None,
        str(plain.get("hint") or ""),
    )
