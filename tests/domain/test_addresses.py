"""A move, or the same place in other words."""

from dataclasses import dataclass

import pytest

from clusterdesk.domain.addresses import ListedPlace, PlaceChange, better_spelling, compare_places
from clusterdesk.domain.street_names import street_of


@dataclass(frozen=True)
class Known:
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "BE"


MOVED, SAME = PlaceChange.MOVED, PlaceChange.SAME


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        (("Rue A 1", "1070"), ("Rue B 1", "1070")),
        (("Rue Neuve 5", "1000"), ("Rue Neuve 7", "1000")),
        (("Rue Neuve", "1000"), ("Rue Neuve", "1005")),
        (("Rue de la Loi 16", "1000"), ("Avenue de la Loi 16", "1000")),
        (("Chaussée de Gand 100", "1080"), ("Chaussée de Mons 100", "1070")),
        (("Rue Neuve 5", "1000"), ("Nieuwstraat 7", "1000")),
        (("Rue Neuve 5", "1000"), ("Nieuwstraat 5", "9000")),
        (("", "1000"), ("", "1080")),
        (("Rue A 1", "1070", "Anderlecht"), ("Rue A 1", "59000", "Lille", "FR")),
    ],
)
def test_a_move(known: tuple[str, ...], listed: tuple[str, ...]) -> None:
    assert compare_places(Known(*known), ListedPlace(*listed)).change is MOVED


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        (("Avenue de la Renaissance 12", "1000"), ("av renaissance, 12", "1000")),
        (("Rue du Chêne 12", "1070"), ("RUE DU CHENE 12", "1070")),
        (("Rue Neuve 5", "1000", "Bruxelles"), ("Nieuwstraat 5", "1000", "Brussel")),
        (("Rue Neuve 5", "1000", "Bruxelles"), ("Rue Neuve", "1000", "BRUXELLES")),
        (("Rue du Progrès 12-14", "1030"), ("Rue du Progrès 12", "1030")),
        (("Rue Picard 7 bte 100", "1000"), ("Rue Picard 7", "1000")),
        (("Rue Émile Zola 5", "1030"), ("Rue E. Zola 5", "1030")),
        (("Rue du 8 Mai 1945, 12", "1000"), ("rue du 8 mai 1945 n° 12", "1000")),
        (("Rue A 1", "1070", "Anderlecht"), ("", "", "Région de Bruxelles")),
    ],
)
def test_the_same_place_is_left_as_it_is(known: tuple[str, ...], listed: tuple[str, ...]) -> None:
    verdict = compare_places(Known(*known), ListedPlace(*listed))
    assert (verdict.change, verdict.corrections) == (SAME, {})


@pytest.mark.parametrize(
    ("known", "listed", "corrections"),
    [
        (("RUE DU CHENE 12", "1070"), ("Rue du Chêne 12", "1070"), {"street": "Rue du Chêne 12"}),
        (("Ch. de Mons 100", "1070"), ("Chaussée de Mons 100", "1070"), {"street": "Chaussée de Mons 100"}),
        (("Dorpsstr. 4", "9000"), ("Dorpsstraat 4", "9000"), {"street": "Dorpsstraat 4"}),
        (("Rue Picrad 7", "1000"), ("Rue Picard 7", "1000"), {"street": "Rue Picard 7"}),
        (("Rue Neuve", "1000"), ("Rue Neuve 5", "1000"), {"street": "Rue Neuve 5"}),
        (("Kanaaldijk 5", "1000"), ("Kanaaldijk 5 bus 2", "1000"), {"street": "Kanaaldijk 5 bus 2"}),
        (("Rue Neuve 5", "1000"), ("Rue Neuve 5", "1005"), {"postcode": "1005"}),
        (("Rue Neuve 5", "", "Bruxelles"), ("Rue Neuve 5", "1000", ""), {"postcode": "1000"}),
        (("", "", "Molenbeek"), ("", "", "Molenbeek-Saint-Jean"), {"city": "Molenbeek-Saint-Jean"}),
        (("", "", "Bruxelles"), ("Rue A 1", "1030", ""), {"street": "Rue A 1", "postcode": "1030"}),
    ],
)
def test_a_correction(known: tuple[str, ...], listed: tuple[str, ...], corrections: dict[str, str]) -> None:
    verdict = compare_places(Known(*known), ListedPlace(*listed))
    assert (verdict.change, verdict.corrections) == (PlaceChange.SPELLING, corrections)


def test_the_parts_of_a_street() -> None:
    street = street_of("Av. de la Renaissance, 12B bte 3")
    assert (street.kind, street.words, street.number, street.box) == ("avenue", ("renaissance",), "12", "3")
    assert street_of("12, rue du Port").number == "12"
    assert street_of("Werkhuizenkaai 22").language == "nl"
    assert street_of("").name == ""


def test_the_more_careful_spelling_is_kept() -> None:
    assert better_spelling("ATELIER ELOI", "Atelier Éloi") == "Atelier Éloi"
    assert better_spelling("Atelier Éloi", "ATELIER ELOI") == "Atelier Éloi"
    assert better_spelling("atelier eloi", "Atelier Eloi") == "Atelier Eloi"
