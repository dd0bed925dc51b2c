"""Any text that goes into a page comes out of the PDF's text."""

import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from clusterdesk.briefs.attestation import attestation_pdf
from clusterdesk.briefs.characters import printable
from clusterdesk.briefs.house import House
from clusterdesk.briefs.statement import fingerprint, statement
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.visit_report import QuestionNote, ReportAction
from clusterdesk.domain.views.visit_sheet import MissingEvidence, OpenPromise
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.conftest import MakePdf
from tests.briefs.pdf_reading import bare, pdf_text
from tests.briefs.sample_attestation import an_attestation
from tests.briefs.sample_views import full_report, sparse_report, sparse_sheet

_SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def _is_left_to_right(text: str) -> bool:
    return all(unicodedata.bidirectional(character) not in {"R", "AL", "AN"} for character in text)


_LETTERS = st.characters(exclude_categories=["Cs", "Co", "Cn"])
_TEXTS = st.one_of(
    st.text(st.characters(max_codepoint=0x24F), min_size=1, max_size=80),
    st.text(_LETTERS, min_size=1, max_size=60),
    st.text(st.sampled_from("&<>/\"'b éœ€ßĳ’«»\u202f\u00a0😀🚲…–\t\n\u202e\x00\x1b"), min_size=1, max_size=80),
).filter(_is_left_to_right)


@_SETTINGS
@given(text=_TEXTS)
@example(text="R&D <b>gras</b> <jan@x.nl> &amp; <img src='/etc/passwd'>")
@example(text="L’œuvre coûte 1\u202f234,50\u00a0€ – « déjà » ✓ → ☐ 😀 𝔸")
@example(text="a\u202eb\x00c\x1bd")
@example(text="W" * 80)
def test_a_sheet_loses_no_text(text: str, make_pdf: MakePdf) -> None:
    assume(bare(text))
    sheet = sparse_sheet()
    view = replace(
        sheet,
        header=replace(sheet.header, organisation=text, project=MarkedText(text)),
        appointment=replace(sheet.appointment, address=text, access_note=MarkedText(text)),
        in_short=replace(sheet.in_short, summary=MarkedText(text), next_step=MarkedText(text)),
        promises=tuple(OpenPromise(text, owner) for owner in OwnerKind),
        missing_evidence=(MissingEvidence(text, ""),),
        questions=(MarkedText(text),),
    )
    found = bare(pdf_text(make_pdf(view)))
    # Nine places at least; a text that was cut somewhere stands in full on the continuation page instead.
    assert found.count(bare(text)) >= 9


@_SETTINGS
@given(text=_TEXTS)
@example(text="&" * 300)
def test_a_report_loses_no_text(text: str, make_pdf: MakePdf) -> None:
    assume(bare(text))
    view = replace(
        sparse_report(),
        organisation=text,
        place=text,
        notes=(QuestionNote(text, text),),
        decisions=(MarkedText(text),),
        actions=(ReportAction(text, ""),),
    )
    assert bare(pdf_text(make_pdf(view))).count(bare(text)) >= 6


@_SETTINGS
@given(text=_TEXTS)
@example(text="&" * 300)
@example(text="Coopérative de production " * 38)
def test_an_attestation_loses_nothing_of_what_is_signed(text: str) -> None:
    assume(bare(text))
    view = replace(an_attestation(), organisation=text, project=text, counted=(text,))
    t, formats = Translator("fr"), Formats("fr")
    found = bare(pdf_text(attestation_pdf(view, t, formats, House(""))))
    # The sentences stand there whole, however long the names in them are; beside them the head may be cut with a sign.
    for place, line in enumerate(statement(view, t, formats)):
        assert place in (1, 2) or bare(line) in found
    assert fingerprint(statement(view, t, formats)) in found


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "Zoë (שלום) 12"])
def test_right_to_left_letters_all_come_out(text: str, make_pdf: MakePdf) -> None:
    view = replace(full_report(), decisions=(MarkedText(text),))
    found = Counter(bare(pdf_text(make_pdf(view))))
    assert all(found[letter] >= times for letter, times in Counter(bare(text)).items())


def test_shapeless_characters_are_dropped_and_nothing_else() -> None:
    assert printable("a\u202eb\u200bc\x07d\u00ade") == "abcde"
    assert printable("un\r\ndeux\u2028trois") == "un\ndeux\ntrois"
    assert printable("1\u202f234\u00a0€") == "1\u202f234\u00a0€"
    assert printable("\ud800") == "\ufffd"
    assert printable("a \t  b") == "a b"
