"""A few letters name a command: beginnings of words, first letters, without case and accents."""

import pytest

from clusterdesk.gui.entry.matching import match_rank


@pytest.mark.parametrize(
    ("typed", "text", "rank"),
    [
        ("plan", "Planifier une visite", 0),
        ("planifier une", "Planifier une visite", 0),
        ("vis plan", "Planifier une visite", 1),
        ("puv", "Planifier une visite", 2),
        ("pv", "Planifier une visite", 2),
        ("reglages", "Réglages", 0),
        ("ÉTAT", "L’état du classeur", 1),
        ("vp", "Planifier une visite", None),
        ("x", "Planifier une visite", None),
        ("p", "Planifier une visite", 0),
        ("", "Planifier une visite", None),
        ("   ", "Planifier une visite", None),
    ],
)
def test_letters_name_a_text(typed: str, text: str, rank: int | None) -> None:
    assert match_rank(typed, text) == rank
