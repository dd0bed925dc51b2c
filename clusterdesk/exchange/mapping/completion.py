"""What whole rows say that no cell says alone: the street with its number, the Region, what is lacking.

Works on the columns of a chunk: ``read`` holds, by field, the values of its rows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.identifiers import guess_nace_version, in_region
from clusterdesk.domain.parsing.text import folded
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import Finding, Notes, Verbatim
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.reading.source import address

_PLACE = re.compile(r"(?:B(?:E)?[ \-–]*)?([1-9][0-9]{3})[ ,\-–]+([^\d,][^\d]*)")
_ADDRESS = re.compile(r"(.*?[^\s,\-–(])[\s,\-–(]+(?:B(?:E)?[ \-–]*)?([1-9][0-9]{3}) +([^\d,()]+)\)?")

_OF_PERSONS = frozenset({"nom", "naam", "name", "prenom", "voornaam", "first name", "firstname"})

_BACKWARDS = N_("The membership ends before it begins: its end was left out.")
_NO_NUMBER = N_("The enterprise number is missing.")


def complete(read: dict[str, list[Any]], lines: Sequence[int], mapping: ColumnMapping, notes: Notes) -> None:
    """Complete the values of a chunk in place and note what its rows lack."""
    if mapping.kind is ImportKind.ORGANISATIONS:
        _complete_organisations(read, lines, mapping, notes)
        _spare_foreign_numbers(read, lines, mapping, notes)
        if "enterprise_number" in read and None in read["enterprise_number"]:
            for line, number in zip(lines, read["enterprise_number"], strict=True):
                if number is None and not _failed(notes, line, ("enterprise_number",)):
                    _note(notes, mapping, line, "enterprise_number", "number_missing", _NO_NUMBER, refuses=False)
    for need in mapping.target.needs:
        columns = [read[key] for key in need.any_of if key in read]
        if any(None not in column for column in columns):
            continue
        for place, line in enumerate(lines):
            lacking = all(column[place] is None for column in columns)
            if lacking and not _failed(notes, line, need.any_of):
                _note(notes, mapping, line, need.any_of[0], need.code, need.message, refuses=True)


def _failed(notes: Notes, line: int, fields: Sequence[str]) -> bool:
    """Tell whether a field's cell could not be read: what it lacks has been said already."""
    return any(error.field in fields for error in notes.errors.get(line, ()))


def _note(
    notes: Notes, mapping: ColumnMapping, line: int, field: str, code: str, message: str, *, refuses: bool
) -> None:
    column = mapping.column_of(field)
    header, place = (column.header, address(line, column.column)) if column else ("", str(line))
    notes.add(line, Finding(header, field, place, code, message, {}, refuses), error=refuses)


def _complete_organisations(
    read: dict[str, list[Any]], lines: Sequence[int], mapping: ColumnMapping, notes: Notes
) -> None:
    nothing = [None] * len(lines)
    _name_persons(read, mapping)
    for prefix in ("", "establishment_"):
        if f"{prefix}postcode_city" in read:
            _split_places(read, nothing, prefix)
        elif f"{prefix}postcode" not in read and f"{prefix}street" in read:
            _split_addresses(read, nothing, prefix)
    _end_after_beginning(read, lines, mapping, notes)
    if "postcode" in read:
        pairs = list(zip(read["postcode"], read.get("country", nothing), strict=True))
        inside = {pair: None if pair[0] is None else in_region(pair[0], pair[1]) for pair in set(pairs)}
        read["in_region"] = [inside[pair] for pair in pairs]
    if "house_number" in read or "box" in read:
        parts = zip(
            read.get("street", nothing), read.pop("house_number", nothing), read.pop("box", nothing), strict=True
        )
        read["street"] = [_street(*part) for part in parts]
    column = mapping.column_of("nace")
    if column is not None and column.hint and "nace_version" not in read and "nace" in read:
        read["nace_version"] = [guess_nace_version(code, hint=column.hint) if code else None for code in read["nace"]]


def _name_persons(read: dict[str, list[Any]], mapping: ColumnMapping) -> None:
    """Make one name of ``Nom`` and ``Prénom`` where a list has no other name or number: persons who hold a project."""
    columns = (mapping.column_of("name"), mapping.column_of("contact_first_name"))
    if not all(one is not None and folded(one.header) in _OF_PERSONS for one in columns):
        return
    if not read.keys().isdisjoint({"contact_last_name", "contact_name", "enterprise_number"}):
        return
    firsts = read["contact_first_name"]
    read["contact_last_name"] = [name if first else None for first, name in zip(firsts, read["name"], strict=True)]
    pairs = zip(firsts, read["name"], strict=True)
    read["name"] = [" ".join(part for part in pair if part) or None for pair in pairs]


def _spare_foreign_numbers(
    read: dict[str, list[Any]], lines: Sequence[int], mapping: ColumnMapping, notes: Notes
) -> None:
    """Let a row from abroad in without its number, which is kept word for word."""
    column = mapping.column_of("enterprise_number")
    if column is None or "country" not in read or not notes.errors:
        return
    abroad = {line for line, country in zip(lines, read["country"], strict=True) if country not in (None, "BE")}
    for line in abroad & notes.errors.keys():
        for place, error in enumerate(notes.errors[line]):
            if error.code == "foreign_number":
                notes.errors[line][place] = replace(error, refuses=False)
                text = str(error.params.get("text", ""))
                notes.verbatim.setdefault(line, []).append(Verbatim("enterprise_number", column.header, text))


def _split_places(read: dict[str, list[Any]], nothing: list[None], prefix: str) -> None:
    """Part ``1070 Anderlecht`` where the list has no columns of their own for both."""
    found = [_PLACE.fullmatch(place) if place else None for place in read.pop(f"{prefix}postcode_city")]
    for key, group in ((f"{prefix}postcode", 1), (f"{prefix}city", 2)):
        parted = [match[group] if match else None for match in found]
        read[key] = [own or part for own, part in zip(read.get(key, nothing), parted, strict=True)]


def _split_addresses(read: dict[str, list[Any]], nothing: list[None], prefix: str) -> None:
    """Part ``Rue X 12, 1070 Anderlecht`` where the list has the whole address in one column."""
    street, postcode, city = (f"{prefix}{key}" for key in ("street", "postcode", "city"))
    found = [_ADDRESS.fullmatch(whole) if whole else None for whole in read[street]]
    if not any(found):
        return
    read[postcode] = [match[2] if match else None for match in found]
    cities = [match[3] if match else None for match in found]
    read[city] = [own or part for own, part in zip(read.get(city, nothing), cities, strict=True)]
    read[street] = [match[1] if match else whole for match, whole in zip(found, read[street], strict=True)]


def _end_after_beginning(
    read: dict[str, list[Any]], lines: Sequence[int], mapping: ColumnMapping, notes: Notes
) -> None:
    """Leave out the end of a membership that comes before its beginning; the row says so."""
    if not {"member_since", "member_until"} <= read.keys():
        return
    ends = read["member_until"]
    for place, (line, since, until) in enumerate(zip(lines, read["member_since"], ends, strict=True)):
        if since is not None and until is not None and until.latest() < since.earliest():
            ends[place] = None
            _note(notes, mapping, line, "member_until", "end_before_start", _BACKWARDS, refuses=False)


def _street(street: str | None, number: str | None, box: str | None) -> str | None:
    return " ".join(part for part in (street, number, f"bte {box}" if box else None) if part) or None
