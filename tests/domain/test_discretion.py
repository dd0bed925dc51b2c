"""Names and figures of others are found in any text; those of whom one speaks stay."""

from uuid import uuid4

import pytest

from clusterdesk.domain.discretion import HIDDEN, Secret, Secrets

NOORD, SRL, SENNE = uuid4(), uuid4(), uuid4()
SECRETS = Secrets(
    [
        Secret("Atelier Noord", frozenset({NOORD})),
        Secret("Atelier Noord SRL", frozenset({SRL})),
        Secret("Filature Senne", frozenset({SENNE})),
        Secret("Sofie Peeters", frozenset({NOORD, SENNE})),
        Secret("0403.019.261", frozenset({SENNE})),
        Secret("", frozenset({SENNE})),
        Secret("AB", frozenset({SENNE})),
    ]
)


def _hidden(text: str, *spared: object, figures: bool = False) -> str:
    return SECRETS.hide(text, frozenset(spared), figures=figures)  # type: ignore[arg-type]


def test_names_are_hidden_in_any_case_and_spacing() -> None:
    assert _hidden("Appeler FILATURE  SENNE demain") == f"Appeler {HIDDEN} demain"
    assert _hidden("Filature-Senne, Atelier Noord") == f"{HIDDEN}, {HIDDEN}"
    assert _hidden("AB n’est pas assez long") == "AB n’est pas assez long"
    assert _hidden("Atelier du Nord") == "Atelier du Nord"


def test_the_longest_name_counts() -> None:
    assert _hidden("Atelier Noord SRL", NOORD) == HIDDEN
    assert _hidden("Atelier Noord SRL", SRL) == "Atelier Noord SRL"
    assert _hidden("Atelier Noord", NOORD) == "Atelier Noord"


def test_a_person_of_the_organisation_in_front_stays() -> None:
    assert _hidden("Sofie Peeters", NOORD) == "Sofie Peeters"
    assert _hidden("Sofie Peeters", SRL) == HIDDEN


def test_numbers_of_others_are_hidden() -> None:
    assert _hidden("BE 0403.019.261") == f"BE {HIDDEN}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("chiffre d’oct. 48 200", f"chiffre d’oct. {HIDDEN}"),
        ("CA 2023 : ± 390.000", HIDDEN),
        ("48 200 € de trop", f"{HIDDEN} de trop"),
        ("7,5 ETP", HIDDEN),
        ("€ 1.234,56", HIDDEN),
        ("le 24 novembre 2026 à 10:00", "le 24 novembre 2026 à 10:00"),
        ("6 dans les 7 jours", "6 dans les 7 jours"),
        ("1190 Forest · vue le 25/06/2026", "1190 Forest · vue le 25/06/2026"),
    ],
)
def test_amounts_are_hidden_and_dates_are_not(text: str, shown: str) -> None:
    assert _hidden(text, figures=True) == shown
    assert _hidden(text) == text
