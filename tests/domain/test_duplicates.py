"""Which organisations are probably the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.duplicates import (
    SAME_NAME,
    SAME_NAME_AND_POSTCODE,
    SAME_NAME_ELSEWHERE,
    SAME_NUMBER,
    SIMILAR_NAME,
    SIMILAR_NAME_SAME_POSTCODE,
    Confidence,
    DuplicateIndex,
    NameCard,
    likely_duplicates,
)
from clusterdesk.domain.organisation_names import name_key


def card(key: int, name: str, number: str | None = None, *postcodes: str) -> NameCard:
    return NameCard(key, name, number, frozenset(postcodes))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boisretour", "BOISRETOUR SRL"),
        ("Bois Retour", "Boisretour"),
        ("S.R.L. Boisretour", "Boisretour s.p.r.l."),
        ("Atelier Éloi", "atelier eloi"),
        ("Fil & Fibre", "Fil et Fibre ASBL"),
        ("L'Œuvre", "l’oeuvre vzw"),
        ("Atelier Noord", "NOORD ATELIER (BV)"),
        ("Vélo Coop SCRL FS", "Velo Coop"),
        ("Les Ateliers, société à responsabilité limitée", "Les ateliers"),
        ("Repair besloten vennootschap", "Repair BV"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    found = likely_duplicates(card(1, one), DuplicateIndex.of([card(2, other)]))
    assert [match.reason for match in found] == [SAME_NAME]
    assert found[0].score == 100


@pytest.mark.parametrize("name", ["NV", "S.A.", "SC", "SA SRL", "&", "", "   ", "—"])
def test_a_name_that_is_only_a_form_is_kept(name: str) -> None:
    index = DuplicateIndex.of([card(2, name), card(3, "Atelier")])
    found = likely_duplicates(card(1, name, None, "1000"), index)
    assert [match.card.key for match in found] == [2]


def test_words_that_look_like_forms_stay_inside_a_name() -> None:
    assert name_key("Chacun sa bike").words == ("bike", "chacun", "sa")


@pytest.mark.parametrize(
    ("candidate", "known", "reason", "confidence"),
    [
        (card(1, "A", "0314595348"), card(2, "Tout autre", "0314595348"), SAME_NUMBER, Confidence.CERTAIN),
        (card(1, "Noord SRL", None, "1080"), card(2, "NOORD", None, "1080"), SAME_NAME_AND_POSTCODE, Confidence.LIKELY),
        (card(1, "Noord", None, "1080"), card(2, "Noord", None), SAME_NAME, Confidence.LIKELY),
        (card(1, "Noord", None, "1080"), card(2, "Noord", None, "9000"), SAME_NAME_ELSEWHERE, Confidence.POSSIBLE),
        (
            card(1, "Menuiserie Dubois", None, "1080"),
            card(2, "Menuiserie Dubos", None, "1000", "1080"),
            SIMILAR_NAME_SAME_POSTCODE,
            Confidence.LIKELY,
        ),
        (card(1, "Menuiserie Dubois"), card(2, "Menuiserie Dubos"), SIMILAR_NAME, Confidence.POSSIBLE),
        (card(1, "Noord", "0314595348", "1080"), card(2, "Noord", None, "1080"), SAME_NAME_AND_POSTCODE, 2),
    ],
)
def test_the_reason_is_named(candidate: NameCard, known: NameCard, reason: str, confidence: Confidence) -> None:
    found = likely_duplicates(candidate, DuplicateIndex.of([known]))
    assert [(match.reason, match.confidence) for match in found] == [(reason, confidence)]


@pytest.mark.parametrize(
    ("candidate", "known"),
    [
        (card(1, "Noord", "0314595348", "1080"), card(2, "Noord", "0403019261", "1080")),
        (card(1, "Menuiserie Dubois", None, "1080"), card(2, "Menuiserie Dubos", None, "9000")),
        (card(1, "Atelier Senne", None, "1080"), card(2, "Atelier Noord", None, "1080")),
        (card(1, "Noord"), card(1, "Noord")),
    ],
)
def test_these_are_two_organisations(candidate: NameCard, known: NameCard) -> None:
    assert likely_duplicates(candidate, DuplicateIndex.of([known])) == []


def test_the_number_comes_before_the_postcode_before_the_name() -> None:
    index = DuplicateIndex.of(
        [
            card(1, "Noord", None, "9000"),
            card(2, "Noord", None, "1080"),
            card(3, "Tout autre", "0314595348"),
        ]
    )
    found = likely_duplicates(card(9, "Noord SRL", "0314595348", "1080"), index)
    assert [match.card.key for match in found] == [3, 2, 1]
    sure = likely_duplicates(card(9, "Noord SRL", "0314595348", "1080"), index, at_least=Confidence.CERTAIN)
    assert [match.card.key for match in sure] == [3]


def test_an_index_grows_with_the_rows_of_a_list() -> None:
    index = DuplicateIndex()
    assert likely_duplicates(card(4, "Boisretour", "1999999151"), index) == []
    index.add(card(4, "Boisretour", "1999999151"))
    assert likely_duplicates(card(8, "BOISRETOUR SRL", "1999999151"), index)[0].card.key == 4


@given(st.text(), st.text())
def test_no_name_is_too_odd(one: str, other: str) -> None:
    index = DuplicateIndex.of([card(1, one), card(2, other)])
    for match in likely_duplicates(card(3, one, None, "1080"), index):
        assert 0 <= match.score <= 100
    assert name_key(f" {one} ") == name_key(one)
