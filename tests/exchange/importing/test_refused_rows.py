"""The refused rows come out as a csv that no spreadsheet runs, and come back without the column of reasons."""

import csv
import io
from pathlib import Path

from clusterdesk.exchange.importing.plan import plan_import
from clusterdesk.exchange.importing.refused_rows import refused_csv
from clusterdesk.exchange.importing.verdicts import Verdict
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store

_BAD = "1999.999.548"


def _written(store: Store, path: Path, language: str) -> bytes:
    return refused_csv(plan_import(store, open_list(path, ImportKind.ORGANISATIONS)), Translator(language))


def test_cells_that_a_spreadsheet_would_run_are_escaped_and_read_back_as_they_were(
    store: Store, tmp_path: Path
) -> None:
    source = tmp_path / "liste.csv"
    texts = ("=1+1", "+32 2 226 88 88", "-5", "@home", "＝1", 'plain ; "quoted"\nand broken')
    lines = [["N° BCE", "Nom", "Couleur"], *([_BAD, f"Nom {n}", text] for n, text in enumerate(texts))]
    # Where no number is right the column is not taken for one of numbers.
    lines += [[f"{n}{97 - n % 97:02d}", f"Bon {n}", ""] for n in range(19999900, 19999920)]
    with source.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(lines)
    data = _written(store, source, "nl")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 1 + len(texts)
    assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for row in rows for cell in row)
    assert all("A" in row[-1] for row in rows[1:])
    again = tmp_path / "geweigerd.csv"
    again.write_bytes(data)
    opened = open_list(again, ImportKind.ORGANISATIONS)
    assert [opened.source.cell(line, 2) for line in range(2, 2 + len(texts))] == list(texts)


def test_the_column_of_reasons_is_neither_imported_nor_written_twice(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_text(f"N° BCE;Nom\n{_BAD};Erreur de clé\n", encoding="utf-8")
    first = tmp_path / "une.csv"
    first.write_bytes(_written(store, source, "fr"))
    second = _written(store, first, "en").decode("utf-8-sig")
    assert second.splitlines()[0].count("(ClusterDesk)") == 1
    first.write_text(first.read_text(encoding="utf-8-sig").replace(_BAD, "1999999151"), encoding="utf-8-sig")
    plan = plan_import(store, open_list(first, ImportKind.ORGANISATIONS))
    assert plan.counts[Verdict.NEW] == 1
    assert plan.rows[0].read.verbatim == ()
