"""Finding enterprises in a folder of KBO open data: those of some activities with a place at some postcodes.

Each file is read once, row by row, and only what fits so far is kept: activities first, then the addresses of those
enterprises and of their establishments, then who is active, names, phones and mails.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.base.refusals import refusal
from clusterdesk.domain.chains.nace_list import begins_with
from clusterdesk.domain.parsing.postcodes import Postcodes, read_postcodes

_FILES = ("activity", "address", "enterprise", "establishment", "denomination", "contact")
_TOLD_EVERY = 200_000
_ACTIVE, _SEAT, _NAME, _SHORT_NAMES = "AC", "REGO", "001", ("003", "002")


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An enterprise found: its number (10 digits), where it is, and the activity it was found by."""

    number: str
    name: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    nace_code: str = ""
    nace_version: str = ""
    phone: str = ""
    mail: str = ""


@dataclass(slots=True)
class _Found:
    """What is known so far: by enterprise number; ``owner`` leads from an establishment to its enterprise."""

    activity: dict[str, tuple[str, str]] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    made: dict[str, Enterprise] = field(default_factory=dict)


def find_enterprises(
    folder: Path, nace: Sequence[str], postcodes: str, progress: Progress = unheard
) -> tuple[Enterprise, ...]:
    """Return the active enterprises with one of these activities and a place at one of these postcodes, by name.

    Args:
        folder: where the unpacked files lie (activity.csv, address.csv …).
        nace: beginnings of codes, without dots.
        postcodes: where, as typed (« 1000-1299, 1930 »); none stands for everywhere. The address that fits is the one
            told, the seat first.
        progress: is told how many rows of a file were read; it may stop the search.

    Raises:
        KnownError: the postcodes are none; a file is missing, cannot be read, or has other columns.
    """
    where = read_postcodes(postcodes)
    missing = [name for name in _FILES[:3] if not (folder / f"{name}.csv").is_file()]
    if missing:
        raise KnownError(
            "kbo_folder",
            N_("This is no folder of KBO open data: {files} is not there."),
            advice=N_("Unpack the zip of the KBO open data and name the folder with activity.csv and address.csv."),
            files=f"{missing[0]}.csv",
        )
    found = _Found()
    _take_activities(folder, tuple(nace), found, progress)
    of_enterprise = ("EstablishmentNumber", "EnterpriseNumber")
    for establishment, enterprise in _rows(folder, "establishment", of_enterprise, progress):
        if establishment in found.activity or enterprise in found.activity:
            found.owner[establishment] = enterprise
    _take_addresses(folder, where, found, progress)
    active = {
        row[0]
        for row in _rows(folder, "enterprise", ("EnterpriseNumber", "Status"), progress)
        if row[1] == _ACTIVE and row[0] in found.made
    }
    found.made = {number: one for number, one in found.made.items() if number in active}
    _take_names(folder, found, progress)
    _take_contacts(folder, found, progress)
    return tuple(sorted(found.made.values(), key=lambda one: (one.name.casefold(), one.number)))


def _take_activities(folder: Path, codes: tuple[str, ...], found: _Found, progress: Progress) -> None:
    """Keep who has one of the codes in the newest version told of it: the same digits meant other work in 2003.

    The rows of an enterprise stand together in the file.
    """
    rows = _rows(folder, "activity", ("EntityNumber", "NaceVersion", "NaceCode"), progress)
    for entity, of_entity in groupby(rows, itemgetter(0)):
        newest = code = ""
        for _, version, one in of_entity:
            if version > newest:
                newest, code = version, ""
            if not code and version == newest and begins_with(one, codes):
                code = one
        if code:
            found.activity[entity] = (code, newest)


def _take_addresses(folder: Path, postcodes: Postcodes, found: _Found, progress: Progress) -> None:
    columns = ("EntityNumber", "TypeOfAddress", "Zipcode", "MunicipalityFR", "MunicipalityNL", "StreetFR", "StreetNL")
    more = ("HouseNumber", "DateStrikingOff")
    for row in _rows(folder, "address", (*columns, *more), progress):
        entity, kind, code, city_fr, city_nl, street_fr, street_nl, house, struck = row
        number = found.owner.get(entity, entity)
        if struck or not postcodes.hold(code) or not ({entity, number} & found.activity.keys()):
            continue
        if number in found.made and kind != _SEAT:
            continue
        nace, version = found.activity.get(number) or found.activity[entity]
        street = " ".join(one for one in (street_fr or street_nl, house) if one)
        found.made[number] = Enterprise(_digits(number), "", street, code, city_fr or city_nl, nace, version)


def _take_names(folder: Path, found: _Found, progress: Progress) -> None:
    ranks: dict[str, int] = {}
    columns = ("EntityNumber", "TypeOfDenomination", "Denomination")
    for number, kind, name in _rows(folder, "denomination", columns, progress):
        if number in found.made:
            rank = 0 if kind == _NAME else 1 + _SHORT_NAMES.index(kind) if kind in _SHORT_NAMES else 3
            if rank < ranks.get(number, 9):
                ranks[number] = rank
                found.made[number] = replace(found.made[number], name=name)


def _take_contacts(folder: Path, found: _Found, progress: Progress) -> None:
    fields = {"TEL": "phone", "EMAIL": "mail"}
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for entity, kind, value in _rows(folder, "contact", ("EntityNumber", "ContactType", "Value"), progress):
        number = found.owner.get(entity, entity)
        if number in found.made and kind in fields:
            known[number].setdefault(fields[kind], value)
    for number, values in known.items():
        found.made[number] = replace(found.made[number], **values)


def _rows(folder: Path, name: str, columns: Sequence[str], progress: Progress) -> Iterator[list[str]]:
    """Yield the wanted columns of each row of a file; a file that is not there has no rows."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.reader(source)
            places = _places(next(reader, []), columns, path)
            last = max(places)
            for number, row in enumerate(reader, start=1):
                if number % _TOLD_EVERY == 0:
                    progress(number, 0)
                if len(row) > last:
                    yield [row[place].strip() for place in places]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = refusal(error) if isinstance(error, OSError) else N_("it is no csv in UTF-8")
        raise KnownError(
            "kbo_unreadable",
            N_("{file} cannot be read: {reason_label}."),
            advice=N_("Unpack the zip of the KBO open data again."),
            file=path.name,
            reason_label=reason,
        ) from error


def _places(header: Sequence[str], columns: Sequence[str], path: Path) -> list[int]:
    places = {name.strip(): place for place, name in enumerate(header)}
    lacking = [name for name in columns if name not in places]
    if lacking:
        raise KnownError(
            "kbo_columns",
            N_("{file} has no column {column}: it is not in the layout of the KBO open data."),
            advice=N_("Unpack the zip of the KBO open data again."),
            file=path.name,
            column=lacking[0],
        )
    return [places[name] for name in columns]


def _digits(number: str) -> str:
    return number.replace(".", "")
