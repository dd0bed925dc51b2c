"""Tokens of orientations: found in what people send back, and never mistaken for one another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.referrals.tokens import new_token, read_token, token_of, tokens_in
from clusterdesk.domain.short_codes import ALPHABET

numbers = st.integers(min_value=0, max_value=(1 << 50) - 1)


def test_a_token_is_three_groups_of_four() -> None:
    assert re.fullmatch(rf"(?:[{ALPHABET}]{{4}}-){{2}}[{ALPHABET}]{{4}}", new_token())


def test_tokens_are_drawn_anew_each_time() -> None:
    assert len({new_token() for _ in range(500)}) == 500


@given(numbers)
def test_a_token_is_read_in_any_dress(number: int) -> None:
    token = token_of(number)
    assert read_token(token) == token
    assert read_token(token.lower().replace("-", " ")) == token
    assert read_token(token.replace("0", "O").replace("1", "l").replace("-", "\u2013")) == token


@given(numbers, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(number: int, place: int, other: str) -> None:
    plain = token_of(number).replace("-", "")
    changed = plain[:place] + other + plain[place + 1 :]
    assert changed == plain or read_token(changed) is None


@given(numbers, st.integers(0, 10))
def test_two_characters_that_changed_places_are_noticed(number: int, place: int) -> None:
    plain = token_of(number).replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    assert swapped == plain or read_token(swapped) is None


@pytest.mark.parametrize(
    "text",
    [
        "Réf. {t}",
        "Re: [{t}] Orientation",
        "cluster2 orientations: {t}.",
        "> Référence :\u00a0{t}\n> Réponse : …",
        "{t}, {t}",
    ],
)
def test_a_token_is_found_in_a_text(text: str) -> None:
    token = token_of(123_456_789_012_345)
    assert tokens_in(text.format(t=token)) == (token,)


def test_a_token_broken_at_its_dash_is_found() -> None:
    token = token_of(987_654_321)
    assert tokens_in("la référence " + token.replace("-", "-\n", 1) + " est la vôtre") == (token,)


def test_several_tokens_come_in_their_order() -> None:
    one, two = token_of(5), token_of(77)
    assert tokens_in(f"{two} et {one} et {two}") == (two, one)


def test_words_and_numbers_are_no_tokens() -> None:
    assert tokens_in("BE 0403 0192 6110, appelez le 0475 1234 5678 avant vendredi prochain") == ()
