"""The page of a parcel: whole in three languages, long ones on more pages, nothing over anything, nothing internal."""

from datetime import date

import pytest

from clusterdesk.briefs.house import House
from clusterdesk.briefs.parcel_page import parcel_pdf
from clusterdesk.domain.referrals.reply_words import BLOCK_WORDS
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_info, pdf_pages, pdf_text, pdf_words
from tests.briefs.sample_parcels import a_long_parcel, a_parcel


def page(view: ParcelView) -> bytes:
    return parcel_pdf(view, Translator(view.language, strict=True), Formats(view.language), House("Cluster Exemple"))


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_usual_parcel_is_one_page_with_the_reply_block(language: str) -> None:
    view = a_parcel(language)
    pdf = page(view)
    text = " ".join(pdf_text(pdf).split())
    assert len(pdf_pages(pdf)) == 1
    assert overprints(pdf_words(pdf)) == []
    words = BLOCK_WORDS[language]
    for said in (view.need, view.tried, view.asked, view.consent_what, view.token, words.answer, "Hanne Deprez"):
        assert said in text, said
    assert Formats(language).long_date(date(2026, 12, 3)) in text
    assert "Atelier Noord" in pdf_info(pdf)["Title"]


def test_a_long_one_takes_more_pages_and_loses_nothing() -> None:
    pdf = page(a_long_parcel())
    words = pdf_words(pdf)
    assert len(pdf_pages(pdf)) >= 2
    assert overprints(words) == []
    assert all(word.left >= 0 and word.right <= 595.3 for word in words), "a text runs off the paper"
    text = " ".join(pdf_text(pdf).split())
    assert "Besoin 19" in text
    assert "Œuvre à l’Été" in text
    assert "Abbeele 5" in text
    assert "litige" not in text, "an internal summary is not printed, whatever the read model holds"
