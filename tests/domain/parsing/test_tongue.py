"""Telling French, Dutch and English apart."""

import pytest

from clusterdesk.domain.parsing.tongue import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Permis trop lent pour Houtlus", "fr"),
        ("On attend le feu vert de la commune depuis neuf mois.", "fr"),
        ("L’Établi d’Hélène", "fr"),
        ("De vergunning laat op zich wachten", "nl"),
        ("Wij wachten al negen maanden op de vergunning.", "nl"),
        ("The permit has not come for nine months.", "en"),
        ("Houtlus", "nl"),
        ("", "nl"),
    ],
)
def test_a_text_tells_its_language_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text, "nl") == language
