"""Importing a list of 10,000 members into a binder of 10,000, beside the same stages written straight down.

The stages: read the workbook, check and normalise, find the same number and the same or a similar name (two numbers
are two members; a name counts where the postcode is the same), insert members, addresses and value chains with journal
and search index, also the chains that known members lack. Both write the same records, which is checked. Ours also
guesses the columns, compares rows with those above them, makes a backup and keeps the reasons for the preview.

Reading alone: the rows of a workbook of 50,000, beside the same library's bare rows.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import xlsxwriter
from python_calamine import CalamineWorkbook
from rapidfuzz import fuzz, process

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare, opened
from benchmarks.vocabulary import CITIES, TRADES, words
from clusterdesk.base.ids import derived_id, new_id
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Address, Organisation, OrganisationValueChain
from clusterdesk.exchange.importing.plan import plan_import, run_import
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.packing import insert_statement, packer
from clusterdesk.store.opening import create_store

NAME = "Import"
NEAR = "import 10k members, with near duplicates"
TOLD = "import 10k rows told by their numbers, no near duplicates"
READ = "read a workbook of 50k rows"
TARGETS = {NEAR: 1.3, TOLD: 1.3, READ: 1.2}

_COUNT, _READ, _ROUNDS, _SIMILAR = 10_000, 50_000, 3, 88
_HEADERS = ("Nom", "Numéro d'entreprise", "Rue", "Code postal", "Commune", "Filière")
_CHAINS = {"Bois": "wood", "Textile": "textile", "Vélo": "bike"}
type _Row = tuple[str, str, str, str, str, str]


def run() -> list[BenchRow]:
    """Import the same workbooks into fresh copies of the binder, in turns with the yardstick; read a large one."""
    chance = random.Random(20_261_123)
    known = list(_members(chance, 0, _COUNT))
    others = list(_members(chance, _COUNT, _COUNT))
    listed = [_again(known, chance) if chance.random() < 0.3 else row for row in others]
    told = [chance.choice(known) if chance.random() < 0.3 else row for row in others]
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as name:
        folder = Path(name)
        _fill(folder / "base", known)
        rows = []
        for title, wanted in ((NEAR, listed), (TOLD, told)):
            path = folder / f"{len(rows)}.xlsx"
            _write(path, wanted)
            rows.append(_imported(title, folder, path))
        _write(folder / "large.xlsx", list(_members(chance, 0, _READ)))
        rows.append(_read(folder / "large.xlsx"))
        return rows


def _read(path: Path) -> BenchRow:
    return compared(READ, lambda: open_source(path), lambda: _bare_rows(path), TARGETS[READ], rounds=7, warm_ups=1)


def _bare_rows(path: Path) -> list[list[Any]]:
    with path.open("rb") as file:
        rows: list[list[Any]] = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    return rows


def _imported(title: str, folder: Path, path: Path) -> BenchRow:
    with ExitStack() as stack:
        stores, raws = [], []
        for number in range(_ROUNDS + 1):
            for which in ("ours", "raw"):
                shutil.copytree(folder / "base", folder / path.stem / f"{which}{number}")
            stores.append(stack.enter_context(opened(folder / path.stem / f"ours{number}")))
            raws.append(stack.enter_context(bare(folder / path.stem / f"raw{number}")))
        ours, raw = iter(stores), iter(raws)
        row = compared(
            title,
            lambda: _import(next(ours), path),
            lambda: _import_raw(next(raw), path, near=title == NEAR),
            TARGETS[title],
            rounds=_ROUNDS,
            warm_ups=1,
        )
        _check_same_work(stores[0], raws[0])
        return row


def _check_same_work(store: Store, raw: Any) -> None:  # noqa: ANN401
    """Both have to have written as many records, or the ratio says nothing: the list itself has few doubles."""
    for cls, table in ((Organisation, "organisation"), (OrganisationValueChain, "organisation_value_chain")):
        ours = len(store.find(cls))
        theirs = raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert abs(ours - theirs) <= theirs * 0.01, (table, ours, theirs)


def _import(store: Store, path: Path) -> None:
    plan = plan_import(store, open_list(path, ImportKind.ORGANISATIONS))
    run_import(store, plan)


def _import_raw(raw: Any, path: Path, *, near: bool) -> None:  # noqa: ANN401 - a bare driver connection
    read = [tuple(str(cell).strip() for cell in row) for row in _bare_rows(path)[1:]]
    known = raw.execute(
        "SELECT o.enterprise_number, o.name, a.street, a.postcode, a.city, o.id FROM organisation o"
        " LEFT JOIN address a ON a.organisation_id = o.id"
    ).fetchall()
    numbers = {row[0]: row for row in known}
    valid = [row for row in read if not row[1] or _is_valid(row[1])]
    fresh = [row for row in valid if row[1] not in numbers]
    if near:
        alike = _alike_raw(fresh, known)
        fresh = [row for place, row in enumerate(fresh) if place not in alike]
    organisations = [Organisation(name=row[0], enterprise_number=row[1] or None) for row in fresh]
    pairs = list(zip(organisations, fresh, strict=True))
    addresses = [Address(organisation_id=one.id, street=row[2], postcode=row[3], city=row[4]) for one, row in pairs]
    chains = [_chain(one.id, row) for one, row in pairs]
    chains += [_chain(UUID(bytes=numbers[row[1]][5]), row) for row in _first(valid) if row[1] in numbers]
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE write_gate SET open = 1")
    written: tuple[tuple[str, list[Any]], ...] = (
        ("organisation", organisations),
        ("address", addresses),
        ("organisation_value_chain", chains),
    )
    for key, records in written:
        _insert(raw, key, records)
    first = int(raw.execute("SELECT max(n) + 1 FROM search_entry").fetchone()[0])
    raw.executemany(
        "INSERT INTO search_entry VALUES (?, 'organisation', ?)",
        [(first + n, one.id.bytes) for n, one in enumerate(organisations)],
    )
    raw.executemany(
        "INSERT INTO search_name (rowid, body) VALUES (?, ?)",
        [(first + n, f"{one.name} {one.enterprise_number or ''}") for n, one in enumerate(organisations)],
    )
    raw.execute("UPDATE write_gate SET open = 0")
    raw.execute("COMMIT")


def _first(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return one row for each number: a second one is a double."""
    return list({row[1]: row for row in rows}.values())


def _chain(owner: Any, row: tuple[str, ...]) -> OrganisationValueChain:  # noqa: ANN401
    chain = derived_id("value_chain", _CHAINS[row[5]])
    made = derived_id("organisation_value_chain", owner, chain)
    return OrganisationValueChain(id=made, organisation_id=owner, value_chain_id=chain)


def _alike_raw(fresh: list[tuple[str, ...]], known: list[tuple[Any, ...]]) -> set[int]:
    """Compare every name with every known one; a pair counts where the place is the same and a number is missing."""
    keys = [row[0].casefold() for row in fresh]
    names = [row[1].casefold() for row in known]
    scores = process.cdist(keys, names, scorer=fuzz.ratio, score_cutoff=_SIMILAR, workers=2, dtype="uint8")
    pairs = zip(*(places.tolist() for places in scores.nonzero()), strict=True)
    return {one for one, other in pairs if fresh[one][3] == known[other][3] and not (fresh[one][1] and known[other][0])}


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


def _members(chance: random.Random, first: int, count: int) -> Iterator[_Row]:
    vocabulary = [word.capitalize() for word in words() if len(word) > 3]
    for number in range(first, first + count):
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
