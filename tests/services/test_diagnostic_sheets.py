"""The sheet of a diagnostic: its pages, its words, and what an edition holds back."""

from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.diagnostic_sheet import diagnostic_pdf
from clusterdesk.briefs.house import House
from clusterdesk.domain.commands.plans import CriterionScore, TakeDiagnostic
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticCriterion
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.views.diagnostic_sheet import DiagnosticSheet
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.diagnostic_sheets import diagnostic_sheet_view, newest_diagnostic
from clusterdesk.services.diagnostics import take_diagnostic
from clusterdesk.services.records import edit_record
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_text, pdf_words
from tests.factories import add, make_file, make_organisation

SECRET = "Le fondateur veut vendre"


def _taken(
    store: Store, organisation: UUID, on: date, score: int, sentence: str, file: UUID | None = None
) -> Diagnostic:
    scores = tuple(CriterionScore(one.id, score, sentence) for one in store.find(DiagnosticCriterion))
    command = TakeDiagnostic(organisation_id=organisation, on=on, coaching_file_id=file, scores=scores)
    return take_diagnostic(store, command).output


def _share(store: Store, diagnostic: Diagnostic) -> None:
    values = {"visibility": Visibility.SHAREABLE}
    edit_record(store, EditRecord(type_key="diagnostic", record_id=diagnostic.id, values=values))


def _pdf(view: DiagnosticSheet, language: str) -> bytes:
    return diagnostic_pdf(view, Translator(language, strict=True), Formats(language), House("Cluster Exemple"))


def test_an_internal_diagnostic_never_stands_on_a_page_that_leaves(store: Store) -> None:
    organisation = make_organisation(store)
    with pytest.raises(KnownError, match="No diagnostic"):
        newest_diagnostic(store, organisation.id)
    _taken(store, organisation.id, date(2025, 3, 3), 1, SECRET)
    now = _taken(store, organisation.id, date(2026, 3, 3), 3, "Tout va mieux")
    assert newest_diagnostic(store, organisation.id) == now.id
    with pytest.raises(KnownError, match="shareable"):
        diagnostic_sheet_view(store, now.id, author="Claire")
    _share(store, now)
    text = pdf_text(_pdf(diagnostic_sheet_view(store, now.id, author="Claire"), "fr"))
    assert "Tout va mieux" in text
    assert SECRET not in text
    assert "→" not in text, "the one before is internal: nothing of it is shown"
    inside = diagnostic_sheet_view(store, now.id, author="Claire", edition=Edition.INTERNAL)
    told = pdf_text(_pdf(inside, "fr"))
    assert "1 → 3" in told
    assert SECRET not in told  # the sentences are those of now


@pytest.mark.parametrize(("language", "word"), [("fr", "Marché"), ("nl", "Markt"), ("en", "Market")])
def test_it_is_printed_in_three_languages_with_what_comes_next(store: Store, language: str, word: str) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    made = _taken(store, organisation.id, date(2026, 3, 3), 2, "Une phrase assez longue " * 12, file.id)
    add(store, Milestone(coaching_file_id=file.id, title="Dix clients", due_on=date(2026, 9, 1)))
    add(store, Milestone(coaching_file_id=file.id, title="Déjà fait", done_on=date(2026, 2, 1)))
    add(store, Milestone(coaching_file_id=file.id, title="Entre nous", visibility=Visibility.INTERNAL))
    _share(store, made)
    pdf = _pdf(diagnostic_sheet_view(store, made.id, author="Claire"), language)
    text = pdf_text(pdf)
    assert word in text
    assert "Dix clients" in text
    assert "Déjà fait" not in text
    assert "Entre nous" not in text
    assert len(pdf_pages(pdf)) > 1  # long sentences run over, nothing is cut
    assert " ".join(text.split()).count("assez") == 14 * 12
    assert overprints(pdf_words(pdf)) == []
