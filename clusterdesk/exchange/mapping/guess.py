"""Guessing which column is which, by the words of its title and by what stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from clusterdesk.domain.identifiers.nace import VERSIONS
from clusterdesk.domain.parsing.choices import parse_choice, parse_languages
from clusterdesk.domain.parsing.numbers import decimal_mark
from clusterdesk.domain.parsing.text import folded
from clusterdesk.exchange.mapping.column_mapping import HOURS, ColumnMapping, MappedColumn
from clusterdesk.exchange.mapping.concepts import HeaderMeaning, match, meaning
from clusterdesk.exchange.mapping.content import Evidence, look_at
from clusterdesk.exchange.mapping.layout import RECOGNISED, Layout
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget, TargetField, ValueKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell, TableSource

_SAMPLE = 80
_VALUES = 120
_CLIP = 200  # characters of a value that tell what it is
# By its cells alone a column is one of these: kind -> (least share, confidence).
_TELLING = {
    ValueKind.ENTERPRISE_NUMBER: (0.6, 0.9),
    ValueKind.ESTABLISHMENT_NUMBER: (0.6, 0.85),
    ValueKind.MAIL: (0.6, 0.9),
    ValueKind.SITE: (0.7, 0.75),
    ValueKind.PHONE: (0.7, 0.75),
    ValueKind.POSTCODE: (0.9, 0.6),
}
# A title that promises one of these is not believed when fewer cells than this keep the promise.
_PROMISES = {
    ValueKind.ENTERPRISE_NUMBER: (ValueKind.ENTERPRISE_NUMBER, 0.15),
    ValueKind.ESTABLISHMENT_NUMBER: (ValueKind.ESTABLISHMENT_NUMBER, 0.15),
    ValueKind.MAIL: (ValueKind.MAIL, 0.1),
    ValueKind.SITE: (ValueKind.SITE, 0.1),
    ValueKind.PARTIAL_DATE: (ValueKind.PARTIAL_DATE, 0.15),
    ValueKind.DAY: (ValueKind.PARTIAL_DATE, 0.15),
}
_ENOUGH = 3
_WEAK = 0.7
_NUMERIC = frozenset({ValueKind.DECIMAL, ValueKind.MONEY})
_NAMES = frozenset({"name", "organisation", "full_name", "contact_name", "title", "city"})
# In a list without titles the first words are these.
_FIRST_NAMES = frozenset({"name", "organisation", "full_name", "title"})
_LETTERS, _WORDED = 3, 0.8
_HOURS = frozenset({"h", "heure", "heures", "uur", "uren", "hour", "hours"})
_SURNAMES = frozenset({"last_name", "contact_last_name"})
_PLAIN_NAMES = frozenset({"nom", "naam", "name"})


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    header: str
    said: HeaderMeaning
    values: list[str]
    evidence: Evidence


def guess_mapping(source: TableSource, layout: Layout, kind: ImportKind) -> ColumnMapping:
    """Guess the field of each column; each field is given once unless it may be given several times."""
    target = TARGETS[kind]
    columns = [_column(source, layout, index) for index in range(source.width)]
    surname = _surname_column(columns, target)
    said = {concept for column in columns for concept in column.said.concepts if len(column.said.concepts) == 1}
    offers = [
        (score, -column.index, -place, column.index, field)
        for column in columns
        for place, field in enumerate(target.fields)
        if (score := _score(column, field, target, said, surname=column.index == surname)) >= RECOGNISED
    ]
    if layout.header_line is None:
        offers += _names_without_title(columns, target, offers)
    chosen: dict[int, tuple[TargetField, float]] = {}
    taken: set[str] = set()
    for score, _, _, index, field in sorted(offers, key=lambda offer: offer[:3], reverse=True):
        if index not in chosen and (field.many or field.key not in taken):
            chosen[index] = field, score
            taken.add(field.key)
    return ColumnMapping(kind, tuple(_mapped(column, chosen.get(column.index)) for column in columns))


def _names_without_title(
    columns: Sequence[_Column], target: ImportTarget, offers: Sequence[tuple[float, int, int, int, TargetField]]
) -> list[tuple[float, int, int, int, TargetField]]:
    """Offer the first column of different words as the names, where no title tells and no content says better."""
    field = next((each for each in target.fields if each.key in _FIRST_NAMES), None)
    taken = {index for _, _, _, index, _ in offers}
    for column in columns:
        worded = [value for value in column.values if sum(letter.isalpha() for letter in value) >= _LETTERS]
        told = column.index in taken or len(worded) < _WORDED * max(len(column.values), 1)
        if field and not told and len(set(worded)) > len(worded) // 2:
            return [(RECOGNISED, -column.index, 0, column.index, field)]
    return []


def _column(source: TableSource, layout: Layout, index: int) -> _Column:
    header = layout.headers[index] if index < len(layout.headers) else ""
    values = _sample(source, layout, index)
    said = meaning(header) if layout.header_line is not None else meaning("")
    return _Column(index, header, said, values, look_at(values))


def _sample(source: TableSource, layout: Layout, index: int) -> list[str]:
    """Return up to 120 values from the first rows and from further down."""
    start = layout.first_line - 1
    rows: Sequence[Sequence[Cell]] = source.rows[start : start + _SAMPLE]
    pace = max(1, (len(source.rows) - start) // _SAMPLE)
    further = source.rows[start + _SAMPLE :: pace]
    cells = (row[index] for row in (*rows, *further) if index < len(row) and row[index] != "")
    return [cell_text(cell)[:_CLIP] for cell in islice(cells, _VALUES)]


def _surname_column(columns: Sequence[_Column], target: ImportTarget) -> int | None:
    """Find the column ``Nom`` that stands beside ``Prénom`` and so means a person, not an organisation."""
    if not any("first_name" in column.said.concepts for column in columns):
        return None
    plain = [c for c in columns if folded(c.header) in _PLAIN_NAMES or c.said.concepts == {"name", "contact"}]
    field = target.field_of("name")
    if field is not None and not any(
        match(column.said, field.patterns) >= RECOGNISED for column in columns if column not in plain
    ):
        return None
    return plain[0].index if plain else None


def _score(column: _Column, field: TargetField, target: ImportTarget, said: set[str], *, surname: bool) -> float:
    """Score one column for one field: its title, corrected and helped by its cells.

    ``said`` holds the concepts that columns of the list stand for.
    """
    score = match(column.said, field.patterns)
    if not field.beside or field.beside in said:
        score = max(score, _WEAK * match(column.said, field.weak))
    evidence = column.evidence
    promise = _PROMISES.get(field.kind)
    if score and promise and evidence.count >= _ENOUGH and evidence.share(promise[0]) < promise[1]:
        score *= 0.4
    if score and field.key in _NAMES and evidence.count >= _ENOUGH and evidence.share(ValueKind.DECIMAL) > 0.8:
        score *= 0.4
    if score and "attendee" in column.said.concepts and field.key in _NAMES and _is_answer(column, target):
        score *= 0.4
    if score and evidence.count >= _ENOUGH and not _keeps_word(field, column.values):
        score *= 0.4
    if surname and field.key in _NAMES | _SURNAMES:
        score = 0.95 if field.key in _SURNAMES else 0.0
    telling = _TELLING.get(field.kind)
    if telling and field.key == _first_of_kind(target, field.kind) and evidence.share(field.kind) >= telling[0]:
        score = max(score, telling[1] if evidence.count >= _ENOUGH else 0.0)
    return score


def _keeps_word(field: TargetField, values: Sequence[str]) -> bool:
    """Tell whether enough cells are among the values that a choice, or a list of languages, can take."""
    if field.kind is ValueKind.CHOICE:
        known = sum(parse_choice(value, field.words).error is None for value in values)
    elif field.kind is ValueKind.LANGUAGES:
        known = sum(parse_languages(value).error is None for value in values)
    else:
        return True
    return known >= 0.2 * len(values)


def _is_answer(column: _Column, target: ImportTarget) -> bool:
    """Tell whether a column that may hold names holds the words of a choice: ``Présent`` with yes and no."""
    choices = [field for field in target.fields if field.kind is ValueKind.CHOICE]
    for field in choices if column.values else ():
        known = sum(parse_choice(value, field.words).error is None for value in column.values)
        if known > 0.5 * len(column.values):
            return True
    return False


def _first_of_kind(target: ImportTarget, kind: ValueKind) -> str | None:
    return next((field.key for field in target.fields if field.kind is kind), None)


def _hint(header: str, field: TargetField) -> str:
    """Return what a title says about its values: the version of activity codes, or that durations are hours."""
    if field.kind is ValueKind.NACE:
        return next((version for version in VERSIONS if version in header), "")
    return HOURS if field.kind is ValueKind.MINUTES and _HOURS & set(folded(header).split()) else ""


def _mapped(column: _Column, choice: tuple[TargetField, float] | None) -> MappedColumn:
    if choice is None:
        return MappedColumn(column.index, column.header, None, year=column.said.year)
    field, score = choice
    mark = decimal_mark(column.values) if field.kind in _NUMERIC else None
    hint = _hint(column.header, field)
    year = column.said.year if field.kind in _NUMERIC else None
    return MappedColumn(column.index, column.header, field.key, round(min(score, 1.0), 2), year, mark, hint)
