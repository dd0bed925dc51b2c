"""Cleaning, splitting, and words that stand for values."""

import pytest

from clusterdesk.domain.parsing.choices import parse_boolean, parse_choice, parse_languages, parse_minutes
from clusterdesk.domain.parsing.text import (
    folded,
    many_lines,
    match_key,
    one_line,
    plain_line,
    plain_note,
    split_joined,
    split_list,
)


def test_one_line() -> None:
    assert one_line("  Vélo\u00a0 Réemploi\n Coop\u200b ") == "Vélo Réemploi Coop"
    assert one_line("Cafe\u0301") == "Café"
    assert one_line("a\x00b\x07") == "ab"


def test_many_lines() -> None:
    assert many_lines("a\r\nb\rc\x0b ") == "a\nb\nc"


@pytest.mark.parametrize(
    ("text", "line", "note"),
    [
        ("Bois  &\u00a0Retour ", "Bois  &\u00a0Retour ", "Bois  &\u00a0Retour "),
        ("Bois\r\n et\tRetour\x1b[2J\x9b", "Bois et Retour[2J", "Bois\r\n et\tRetour[2J"),
        ("Vert\u202ecexe.tropp\u2066\u2028", "Vertcexe.tropp", "Vertcexe.tropp\u2028"),
        ("\ufeffE\u0301lan\u200b \U0001f468\u200d\U0001f527", "Élan \U0001f468\u200d\U0001f527", None),
        ("e\u202e\u0301", "é", "é"),
        ("שלום עולם", "שלום עולם", "שלום עולם"),
        ("\u202e\n\x07", "", "\n"),
    ],
)
def test_what_fields_keep_commands_nothing(text: str, line: str, note: str | None) -> None:
    assert plain_line(text) == line
    assert note is None or plain_note(text) == note


def test_labels_meet_in_all_spellings() -> None:
    assert match_key("Vélos") == match_key("VELO") == match_key("vélo ")
    assert match_key("Économie Sociale et Solidaire") == match_key("economie sociale et solidaire")
    assert match_key("Éco-entreprises") == match_key("eco entreprise")
    assert folded("Œuvre d’été") == "oeuvre d ete"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Bois / Textile", ("Bois", "Textile")),
        ("Bois, textile; vélo", ("Bois", "textile", "vélo")),
        ("Économie Sociale et Solidaire / Vente en vrac", ("Économie Sociale et Solidaire", "Vente en vrac")),
        ("bois\nBois", ("bois",)),
        ("", ()),
        ("n.c.", ()),
    ],
)
def test_split_list(text: str, labels: tuple[str, ...]) -> None:
    assert split_list(text) == labels


def test_joined_labels() -> None:
    assert split_joined("Bois et textile") == ("Bois", "textile")
    assert split_joined("hout en textiel") == ("hout", "textiel")
    assert split_joined("Vélo") == ("Vélo",)


def test_yes_and_no() -> None:
    assert [parse_boolean(text).value for text in ("Oui", "ja", "YES", "x", "1")] == [True] * 5
    assert [parse_boolean(text).value for text in ("non", "Nee", "no", "0", "FAUX")] == [False] * 5
    assert parse_boolean("").clean
    assert parse_boolean("peut-être").error is not None


def test_languages() -> None:
    assert parse_languages("FR").value == ("fr",)
    assert parse_languages("Néerlandais / français").value == ("nl", "fr")
    assert parse_languages("fr-nl").value == ("fr", "nl")
    assert parse_languages("").clean
    assert parse_languages("klingon").error is not None


def test_choice() -> None:
    words = {"membre": "member", "candidat": "candidate"}
    assert parse_choice("Membres", words).value == "member"
    assert parse_choice("membre effectif", words).value == "member"
    assert parse_choice("ami", words).error is not None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1h30", 90), ("90 min", 90), ("1:30", 90), ("1,5 h", 90), ("90", 90), ("2u", 120), ("1 h 15 min", 75)],
)
def test_minutes(text: str, minutes: int) -> None:
    assert parse_minutes(text).value == minutes


def test_minutes_refused() -> None:
    assert parse_minutes("longtemps").error is not None
    assert parse_minutes("2000").error is not None
