"""Importing a list of 10,000 members into a binder of 10,000, beside the same stages written straight down.

The stages: read the workbook, check and normalise, find the same number, find near duplicates of the names, insert with
journal and search index. Ours also guesses the columns, makes a backup and keeps the reasons for the preview.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook
from rapidfuzz import fuzz, process

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare, opened
from benchmarks.vocabulary import CITIES, TRADES, words
from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.exchange.importing.plan import plan_import, run_import
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.services.binders import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.packing import insert_statement, packer
from clusterdesk.store.opening import create_store

NAME = "Import"
IMPORT = "import 10k members, with near duplicates"
TARGETS = {IMPORT: 1.3}

_COUNT, _ROUNDS, _SIMILAR = 10_000, 3, 88
_HEADERS = ("Nom", "Numéro d'entreprise", "Rue", "Code postal", "Commune", "Filière")
type _Row = tuple[str, str, str, str, str, str]


def run() -> list[BenchRow]:
    """Import the same workbook into fresh copies of the binder, in turns with the yardstick."""
    chance = random.Random(20_261_123)
    known = list(_members(chance, 0))
    listed = [_again(known, chance) if chance.random() < 0.3 else row for row in _members(chance, _COUNT)]
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as name, ExitStack() as stack:
        folder = Path(name)
        _write(folder / "members.xlsx", listed)
        _fill(folder / "base", known)
        stores, raws = [], []
        for number in range(_ROUNDS + 1):
            for which in ("ours", "raw"):
                shutil.copytree(folder / "base", folder / f"{which}{number}")
            stores.append(stack.enter_context(opened(folder / f"ours{number}")))
            raws.append(stack.enter_context(bare(folder / f"raw{number}")))
        ours, raw = iter(stores), iter(raws)
        return [
            compared(
                IMPORT,
                lambda: _import(next(ours), folder / "members.xlsx"),
                lambda: _import_raw(next(raw), folder / "members.xlsx"),
                TARGETS[IMPORT],
                rounds=_ROUNDS,
                warm_ups=1,
            )
        ]


def _import(store: Store, path: Path) -> None:
    plan = plan_import(store, open_list(path, ImportKind.ORGANISATIONS))
    run_import(store, plan)


def _import_raw(raw: Any, path: Path) -> None:  # noqa: ANN401 - a bare driver connection
    with path.open("rb") as file:
        rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()[1:]
    read = [tuple(str(cell).strip() for cell in row) for row in rows]
    numbers = {row[0]: row[1] for row in raw.execute("SELECT enterprise_number, id FROM organisation")}
    names = [row[0] for row in raw.execute("SELECT name FROM organisation")]
    valid = [row for row in read if _is_valid(row[1]) and row[1] not in numbers]
    keys = [row[0].casefold() for row in valid]
    near = process.cdist(
        keys, [one.casefold() for one in names], scorer=fuzz.ratio, score_cutoff=_SIMILAR, workers=2, dtype="uint8"
    ).any(axis=1)
    fresh = [row for row, alike in zip(valid, near, strict=True) if not alike]
    organisations = [Organisation(name=row[0], enterprise_number=row[1]) for row in fresh]
    addresses = [
        Address(organisation_id=one.id, street=row[2], postcode=row[3], city=row[4])
        for one, row in zip(organisations, fresh, strict=True)
    ]
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE write_gate SET open = 1")
    for key, records in (("organisation", organisations), ("address", addresses)):
        _insert(raw, key, records)
    first = int(raw.execute("SELECT max(n) + 1 FROM search_entry").fetchone()[0])
    raw.executemany(
        "INSERT INTO search_entry VALUES (?, 'organisation', ?)",
        [(first + n, one.id.bytes) for n, one in enumerate(organisations)],
    )
    raw.executemany(
        "INSERT INTO search_name (rowid, body) VALUES (?, ?)",
        [(first + n, f"{one.name} {one.enterprise_number}") for n, one in enumerate(organisations)],
    )
    raw.execute("UPDATE write_gate SET open = 0")
    raw.execute("COMMIT")


def _insert(raw: Any, key: str, records: list[Any]) -> None:  # noqa: ANN401
    pack = packer(key)
    packed = [pack(one) for one in records]
    first = int(raw.execute("SELECT max(n) + 1 FROM change").fetchone()[0])
    raw.executemany(insert_statement(key), [row for _, row in packed])
    raw.executemany(
        f"INSERT INTO change VALUES (?, 1, 1, '{key}', ?, NULL, ?, NULL)",
        [(first + n, one.id.bytes, text) for n, (one, (text, _)) in enumerate(zip(records, packed, strict=True))],
    )


def _is_valid(number: str) -> bool:
    return len(number) == 10 and number.isdigit() and 97 - int(number[:8]) % 97 == int(number[8:])


def _members(chance: random.Random, first: int) -> Iterator[_Row]:
    vocabulary = [word.capitalize() for word in words() if len(word) > 3]
    for number in range(first, first + _COUNT):
        digits = f"0{4_000_000 + number * 37:07d}"
        name = f"{chance.choice(TRADES)} {chance.choice(vocabulary)} {chance.choice(vocabulary)}"
        street = f"Rue {chance.choice(vocabulary)} {number % 300}"
        chain = chance.choice(("Bois", "Textile", "Vélo"))
        city = chance.choice(CITIES)
        yield name, f"{digits}{97 - int(digits) % 97:02d}", street, f"{1000 + number % 90 * 10}", city, chain


def _again(known: list[_Row], chance: random.Random) -> _Row:
    """Return a member that is known, half of the time under its number, else with a letter changed and none."""
    row = chance.choice(known)
    if chance.random() < 0.5:
        return row
    place = chance.randrange(len(row[0]))
    return (f"{row[0][:place]}{chance.choice('aeinrst')}{row[0][place + 1 :]}", "", *row[2:])


def _write(path: Path, rows: list[_Row]) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Membres")
        sheet.write_row(0, 0, _HEADERS)
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)


def _fill(root: Path, known: list[_Row]) -> None:
    store = create_store(root, "bench", author="Bench", clock=dataset.BenchClock())
    try:
        store.apply(SeedBinder(), inserts(shipped_rows()))
        records: list[Record] = []
        for name, number, street, postcode, city, _ in known:
            one = Organisation(id=new_id(), name=name, enterprise_number=number)
            records += [one, Address(organisation_id=one.id, street=street, postcode=postcode, city=city)]
        store.apply(SeedBinder(), inserts(records))
    finally:
        store.close()
