"""The attestation on paper: signed or with lines to sign on, however long the names are."""

from dataclasses import replace

import pytest

from clusterdesk.briefs.attestation import attestation_pdf
from clusterdesk.briefs.house import House
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_text, pdf_words
from tests.briefs.sample_attestation import an_attestation


def _pdf(view: Attestation, language: str = "fr") -> bytes:
    return attestation_pdf(view, Translator(language, strict=True), Formats(language), House("Cluster"))


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("signed", [True, False])
def test_nothing_stands_on_anything_else(language: str, signed: bool) -> None:
    pdf = _pdf(an_attestation(signed=signed), language)
    assert overprints(pdf_words(pdf)) == []
    assert len(pdf_pages(pdf)) == 1
    assert ("Nora Lejeune" in pdf_text(pdf)) is signed


def test_very_long_names_take_a_second_page_and_lose_nothing() -> None:
    long = "Coopérative de production et de réparation " * 23
    pdf = _pdf(replace(an_attestation(), organisation=long, project=long))
    assert len(pdf_pages(pdf)) == 2
    assert "2/2" in pdf_pages(pdf)[1]
    assert overprints(pdf_words(pdf)) == []
    assert "SHA-256" in pdf_pages(pdf)[1]


def test_the_chart_gives_way_before_the_signature_does() -> None:
    long = "Coopérative de production et de réparation " * 10
    pdf = _pdf(replace(an_attestation(), organisation=long, project=long))
    assert overprints(pdf_words(pdf)) == []
    assert len(pdf_pages(pdf)) == 1
