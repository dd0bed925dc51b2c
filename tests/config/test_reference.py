"""Activities and postcodes."""

import csv

import pytest

from clusterdesk.config.paths import resource
from clusterdesk.config.reference import nace_codes, nace_label, postcode_locality


def test_activities_in_each_language() -> None:
    assert nace_label("62.10") == nace_label("6210", language="fr")
    assert nace_label("68.12", language="nl") == "Ontwikkeling van bouwprojecten"
    assert nace_label("a", language="en") == "AGRICULTURE, FORESTRY AND FISHING"
    assert (
        nace_label("10.120.02", language="fr")
        == "Production de viandes fraîches de volailles en portions individuelles"
    )


@pytest.mark.parametrize(("code", "version"), [("99999", "2025"), ("", "2025"), ("62.01", "2003")])
def test_unknown_activities(code: str, version: str) -> None:
    assert nace_label(code, version) is None


def test_all_codes() -> None:
    assert len(nace_codes()) == 3277
    assert nace_codes("2003") == frozenset()
    assert all(nace_label(code, language=language) for code in nace_codes() for language in ("fr", "nl", "en"))


def test_localities() -> None:
    assert postcode_locality("1050") == "Ixelles"
    assert postcode_locality(" 1050 ", "nl") == "Elsene"
    assert postcode_locality("1050", "en") == "Ixelles"
    assert postcode_locality("9999") is None


def test_the_region_has_22_postcodes() -> None:
    with resource("reference", "brussels_postcodes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(row["in_brussels_region"] == "1" for row in rows) == 22
    assert len(rows) == 39
