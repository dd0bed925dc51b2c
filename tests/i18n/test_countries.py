"""Countries: names and codes in three languages, whatever people write."""

import csv
from pathlib import Path

import pytest

from clusterdesk.i18n.countries import (
    countries,
    country_code,
    country_code_at_start,
    country_name,
    in_order,
    matching_countries,
)
from clusterdesk.i18n.country_words import ReadCountries, read_countries

CHECK = Path(__file__).resolve().parents[1] / "data" / "iso_countries_en_fr_nl_de.csv"
GROUPS = {"Benelux": ("BE", "NL", "LU"), "Maghreb": ("MA", "DZ", "TN"), "Pays voisins": ("FR", "DE"), "DACH": ("DE",)}


def test_the_codes_and_names_are_those_of_the_standard_list() -> None:
    with CHECK.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {one.code for one in countries("fr")} == {row["alpha2"] for row in rows}
    for row in rows:
        for language in ("fr", "nl", "en"):
            assert country_name(row["alpha2"], language) == row[f"name_{language}"]
            assert country_code(row[f"name_{language}"]) == row["alpha2"]
        assert country_code(row["alpha3"].lower()) == row["alpha2"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Pays-Bas", "NL"),
        ("les Pays bas", "NL"),
        ("NEDERLAND", "NL"),
        ("the Netherlands", "NL"),
        ("Hollande", "NL"),
        ("RDC", "CD"),
        ("R.D. Congo", "CD"),
        ("Congo (RDC)", "CD"),
        ("U.S.A.", "US"),
        ("États-Unis d’Amérique", "US"),
        ("UK", "GB"),
        ("Groot-Brittannië", "GB"),
        ("cote d'ivoire", "CI"),
        ("République tchèque", "CZ"),
        ("l’Allemagne", "DE"),
        ("zuid-korea", "KR"),
        ("Saint-Martin", "MF"),
        ("b", "BE"),
        ("Congo", None),
        ("Corée", None),
        ("Brabant", None),
        ("", None),
    ],
)
def test_a_typed_name_finds_its_code(typed: str, code: str | None) -> None:
    assert country_code(typed) == code


def test_a_name_followed_by_more_is_told_apart() -> None:
    assert country_code_at_start("Belgique (siège)") == "BE"
    assert country_code_at_start("L’Oréal") is None


def test_names_are_sorted_as_people_sort() -> None:
    names = [one.name for one in countries("fr")]
    assert names.index("Émirats arabes unis") == names.index("Égypte") + 1
    assert names[0] == "Afghanistan"
    assert names[-1] == "Zimbabwe"
    assert in_order(("DE", "AT", "GB", "DE"), "fr") == ("DE", "AT", "GB")  # Allemagne, Autriche, Royaume-Uni
    assert in_order(("DE", "AT", "GB"), "nl") == ("DE", "AT", "GB")  # Duitsland, Oostenrijk, Verenigd Koninkrijk
    assert in_order(("DE", "AT", "GB"), "en") == ("AT", "DE", "GB")


def test_begun_words_offer_countries_also_in_another_language() -> None:
    assert next(one.name for one in matching_countries("nether", "fr")) == "Pays-Bas"
    assert [one.name for one in matching_countries("congo", "fr")] == ["Congo-Brazzaville", "Congo-Kinshasa"]
    assert "Royaume-Uni" in [one.name for one in matching_countries("uni", "fr")]
    assert [one.code for one in matching_countries("maro", "nl")] == ["MA"]
    assert matching_countries("  ", "fr") == []
    assert country_name("ZZ", "fr") == "ZZ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maroc, Tunisie ; DE", ReadCountries(("MA", "TN", "DE"))),
        ("Benelux et France", ReadCountries(("BE", "NL", "LU", "FR"))),
        ("FR DE NL", ReadCountries(("FR", "DE", "NL"))),
        ("Bosnië en Herzegovina en Kroatië", ReadCountries(("BA", "HR"))),  # an "and" inside a name
        ("Antigua & Barbuda, Cuba", ReadCountries(("AG", "CU"))),
        ("Maghreb (Maroc, Algérie, Tunisie)", ReadCountries(("MA", "DZ", "TN"))),
        ("Pays voisins\nUSA", ReadCountries(("FR", "DE", "US"))),
        ("monde entier", ReadCountries((), everywhere=True)),
        ("alle landen", ReadCountries((), everywhere=True)),
        ("France, Atlantide", ReadCountries(("FR",), unknown=("Atlantide",))),
        ("", ReadCountries()),
    ],
)
def test_several_countries_in_one_cell(text: str, expected: ReadCountries) -> None:
    assert read_countries(text, GROUPS) == expected
