"""Offers and needs written in a note: which words begin them in three languages, how much, and which kind for sure."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.capture.line import capture
from clusterdesk.domain.capture.proposals import ProposalKind, proposal_in
from clusterdesk.domain.exchanges.noted import exchanges_in, exchanges_of, is_mark
from clusterdesk.domain.records.exchange import ExchangeKind, ExchangeSide
from clusterdesk.domain.records.inbox import CaptureKind

MONDAY = date(2026, 11, 23)
NEED, OFFER = ExchangeSide.NEED, ExchangeSide.OFFER
MATERIALS, MACHINES, SPACE = ExchangeKind.MATERIALS, ExchangeKind.MACHINES, ExchangeKind.SPACE
HOURS, SKILLS, OTHER = ExchangeKind.HOURS, ExchangeKind.SKILLS, ExchangeKind.OTHER


@pytest.mark.parametrize(
    ("line", "side", "kind", "text", "quantity", "unit"),
    [
        ("#cherche 200 m² de stockage", NEED, SPACE, "200 m² de stockage", "200", "m²"),
        ("#CHERCHE : 200 m2", NEED, SPACE, "200 m2", "200", "m²"),
        ("Vu l’atelier. #propose 1.500 kg de chutes.", OFFER, MATERIALS, "1.500 kg de chutes", "1500", "kg"),
        ("#proposons 12,5 heures de découpe", OFFER, HOURS, "12,5 heures de découpe", "12.5", "heures"),
        ("#cherche un savoir-faire en teinture", NEED, SKILLS, "Un savoir-faire en teinture", None, ""),
        ("une ponceuse le matin #cherche", NEED, MACHINES, "Une ponceuse le matin", None, ""),
        ("#zoekt 2 uur per week op een schuurmachine", NEED, HOURS, "2 uur per week op een schuurmachine", "2", "uur"),
        ("#Zoekt een schuurmachine", NEED, MACHINES, "Een schuurmachine", None, ""),
        ("#biedt: 12 pallets eikenhout", OFFER, MATERIALS, "12 pallets eikenhout", "12", "pallets"),
        ("#biedt opslagruimte vrij", OFFER, SPACE, "Opslagruimte vrij", None, ""),
        ("#seeks 3 hours a week", NEED, HOURS, "3 hours a week", "3", "hours"),
        ("#Offers warehouse", OFFER, SPACE, "Warehouse", None, ""),
        ("#çherché quelqu’un qui coud", NEED, OTHER, "Quelqu’un qui coud", None, ""),
        ("#cherche de la place pour 3 jours", NEED, OTHER, "De la place pour 3 jours", None, ""),
        ("#cherche une scie à bois", NEED, OTHER, "Une scie à bois", None, ""),
    ],
)
def test_a_line_says_what_is_looked_for_or_offered(
    line: str, side: ExchangeSide, kind: ExchangeKind, text: str, quantity: str | None, unit: str
) -> None:
    (found,) = exchanges_in(line)
    amount = Decimal(quantity) if quantity is not None else None
    assert (found.side, found.kind, found.text, found.quantity, found.unit) == (side, kind, text, amount, unit)


@pytest.mark.parametrize(
    "line",
    ["cherche 200 m2", "#cherche", "#cherche x", "#chercheur de laine", "#Noord 200 m²", "a#cherche du bois",
     "#propositions", "#offertorium"],
)  # fmt: skip
def test_other_words_begin_none(line: str) -> None:
    assert exchanges_in(line) == ()


def test_each_mark_goes_on_to_the_next_one() -> None:
    need, offer = exchanges_in("#cherche 20 m² #propose 40 palettes")
    assert (need.text, offer.text) == ("20 m²", "40 palettes")
    assert [one.side for one in exchanges_of("Bonjour\n#zoekt hout\n- #offers 3 kg wool")] == [NEED, OFFER]


def test_a_jotted_line_of_one_is_no_organisation_and_no_promise() -> None:
    said = capture("#Noord #cherche 200 m² pour ven.", MONDAY)
    assert (said.kind, said.due_on, said.offers) == (CaptureKind.NOTE, None, True)
    assert said.organisation is not None
    assert said.organisation.words[0] == "Noord"
    assert [one.text for one in said.exchanges()] == ["200 m² pour ven"]
    quoted = capture('#"Propose" rappeler', MONDAY)
    assert quoted.organisation is not None
    assert not quoted.offers
    assert is_mark("Zoekt")
    assert not is_mark("Noord")
    assert not capture("@action #cherche du bois", MONDAY).offers, "it was said to be something else"


def test_it_is_seen_where_it_is_written_and_ends_at_another_mark() -> None:
    line = "@action devis ven. #cherche 2 ETP en couture @difficulté permis"
    promise, need, difficulty = (proposal_in(line, line.index(each), MONDAY) for each in ("devis", "ETP", "permis"))
    assert promise is not None
    assert need is not None
    assert difficulty is not None
    assert promise.promise is not None
    assert promise.promise.text == "devis"
    assert (need.kind, need.text) == (ProposalKind.EXCHANGE, "2 ETP en couture")
    assert (difficulty.kind, difficulty.text) == (ProposalKind.DIFFICULTY, "Permis")


@given(st.text(alphabet="#cherpos 12m²kg,.@action\u00a0é-", max_size=40), st.integers(0, 40))
def test_any_text_may_be_given(line: str, place: int) -> None:
    for found in exchanges_in(line):
        assert found.text
        assert 0 <= found.start <= found.end <= len(line)
    proposal_in(line, place, MONDAY)
