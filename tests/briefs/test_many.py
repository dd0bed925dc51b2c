"""Pages of any content, made side by side."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import clusterdesk.briefs
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.visit_sheet import MissingEvidence, OpenPromise, PastSession, VisitSheet
from tests.briefs.conftest import MakePdf
from tests.briefs.pdf_reading import overprints, pdf_text, pdf_words
from tests.briefs.sample_views import full_sheet, sheet_with_figures

_SENTENCE = "Vérifier avec l’assureur, la commune et le propriétaire que la cour et l’étage peuvent servir de stock. "
_texts = st.integers(1, 400).map(lambda size: (_SENTENCE * 4)[:size])


@st.composite
def sheets(draw: st.DrawFn) -> VisitSheet:
    """Sheets whose blocks hold little or much."""
    sheet = draw(st.sampled_from([full_sheet(), sheet_with_figures()]))
    promises = draw(
        st.lists(
            st.builds(
                OpenPromise,
                _texts,
                st.sampled_from(OwnerKind),
                st.sampled_from(["", "Halle aux Matériaux"]),
                st.sampled_from([None, date(2026, 12, 1)]),
                st.sampled_from([0, 0, 7, 120]),
            ),
            max_size=16,
        )
    )
    marked = _texts.map(MarkedText)
    return replace(
        sheet,
        header=replace(sheet.header, organisation=draw(_texts)[:200], project=draw(marked)),
        appointment=replace(sheet.appointment, address=draw(_texts), access_note=draw(st.none() | marked)),
        in_short=replace(sheet.in_short, summary=draw(st.none() | marked), next_step=draw(st.none() | marked)),
        last_sessions=tuple(
            PastSession(
                date(2026, 10, 1), SessionKind.CALL, ("Els De Smet",) * draw(st.integers(0, 6)), (draw(marked),)
            )
            for _ in range(draw(st.integers(0, 3)))
        ),
        promises=tuple(promises),
        missing_evidence=tuple(draw(st.lists(st.builds(MissingEvidence, _texts, _texts), max_size=5))),
        questions=tuple(draw(st.lists(marked, max_size=8))),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=sheets(), language=st.sampled_from(["fr", "nl", "en"]))
def test_no_content_makes_words_stand_on_each_other(view: VisitSheet, language: str, make_pdf: MakePdf) -> None:
    words = pdf_words(make_pdf(view, language))
    assert overprints(words) == []
    assert {word.page for word in words if word.text.startswith("V-")} >= {1, 2}


def test_pages_can_be_made_in_several_threads(make_pdf: MakePdf) -> None:
    views = [sheet_with_figures(), full_sheet()] * 12
    alone = [pdf_text(make_pdf(view)) for view in views[:2]]
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(make_pdf, views))
    assert [pdf_text(pdf) for pdf in made] == alone * 12


def test_nothing_in_our_pages_parses_markup() -> None:
    for source in Path(clusterdesk.briefs.__path__[0]).glob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert "reportlab.platypus" not in text, source
        assert "reportlab.graphics" not in text, source
