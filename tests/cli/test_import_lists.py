"""Importing lists from the command line: what the JSON answer tells of each row."""

from pathlib import Path

from tests.cli.conftest import Run

HEADER = "Numéro d'entreprise;Nom;Rue;CP;Commune;Téléphone\n"


def listed(folder: Path, text: str) -> str:
    path = folder / "liste.csv"
    path.write_text(HEADER + text, encoding="utf-8")
    return str(path)


def test_a_move_and_added_parts_are_told(run: Run, tmp_path: Path) -> None:
    run("import", "organisations", listed(tmp_path, "1999999151;Boisretour;Rue A 1;1070;Anderlecht;\n"))
    later = listed(tmp_path, "1999999151;Boisretour;Rue B 2;1080;Molenbeek;02 226 88 88\n")
    row = run("import", "organisations", later, "--dry-run", "--json").json["rows"][0]
    assert row["verdict"] == "updated"
    assert row["moved"]["old"] == {"street": "Rue A 1", "postcode": "1070", "city": "Anderlecht", "country": "BE"}
    assert row["moved"]["new"]["street"] == "Rue B 2"
    assert len(row["moved"]["from_on"]) == len("2026-01-01")
    assert row["added"] == [{"record_type": "contact_point", "label": "Phone", "text": "02 226 88 88"}]
    assert "updates" not in row
    words = run("import", "organisations", later, "--dry-run").out
    assert "Rue A 1, 1070 Anderlecht → Rue B 2, 1080 Molenbeek" in words
    assert "Added – Phone: 02 226 88 88" in words
