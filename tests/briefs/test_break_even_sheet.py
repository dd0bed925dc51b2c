"""The break-even sheet: two pages in every language, no overprint, only figures that the edition may show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from clusterdesk.briefs.break_even_sheet import break_even_pdf
from clusterdesk.domain.commands.figures import ClosePeriod, EnterFigures, OpenLedger
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Cadence, FigureLine, Ledger
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import LANGUAGES, Translator
from clusterdesk.services import figures
from clusterdesk.services.binders import create_binder
from clusterdesk.services.break_even_sheets import break_even_sheet_view
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_text, pdf_words
from tests.briefs.sample_days import HOUSE
from tests.factories import make_organisation
from tests.ledgers import enter_months

CASES = (
    ("l-feutrelle", "À l’équilibre depuis août 2025"),
    ("l-roue", "reperdu depuis janvier 2026"),
    ("l-trame", "À l’équilibre depuis mars 2026"),
    ("l-naaf", "Sur douze mois, le seuil est de"),
    ("l-amperage", "Chaque vente perd de l’argent"),
    ("l-trilaine", "À l’équilibre grâce aux subsides"),
    ("l-planchea", "Mois manquant : 07/2026"),
    ("l-houtlus", "T3 2026"),
    ("l-schering", "Pas assez de données pour une projection"),
    ("l-textiel", "Aucun mois n’est encore complet"),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Make the sample binder as of its own Monday."""
    folder: Path = tmp_path_factory.mktemp("sheets") / "binder"
    store = create_binder(folder, sample=True)
    make_sample(store, reference_monday())
    yield store
    store.close()


def printed(store: Store, ledger: Ledger, language: str, edition: Edition = Edition.SHAREABLE) -> bytes:
    view = break_even_sheet_view(store, ledger.id, language=language, author="Claire Delvaux", edition=edition)
    return break_even_pdf(view, Translator(language, strict=True), Formats(language), HOUSE)


def words(pdf: bytes) -> str:
    return " ".join(pdf_text(pdf).split())


@pytest.mark.parametrize(("name", "told"), CASES, ids=[name for name, _ in CASES])
def test_it_says_how_each_ledger_stands(sample: Store, name: str, told: str) -> None:
    (ledger,) = (one for one in sample.find(Ledger) if one.external_id == name)
    text = words(printed(sample, ledger, "fr"))
    assert told in text
    assert "Comment c’est calculé" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages_without_overprint_in_every_language(sample: Store, language: str) -> None:
    for ledger in sample.find(Ledger):
        pdf = printed(sample, ledger, language)
        with pikepdf.open(BytesIO(pdf)) as document:
            assert len(document.pages) == 2, ledger.external_id
            assert str(document.Root.Lang).startswith(language)
        assert overprints(pdf_words(pdf)) == [], ledger.external_id
        assert all("2/2" in page or "1/2" in page for page in pdf_pages(pdf))


def test_an_amount_that_is_only_about_right_is_marked(sample: Store) -> None:
    (ledger,) = (one for one in sample.find(Ledger) if one.external_id == "l-schering")
    assert "≈ 16,0" in words(printed(sample, ledger, "fr"))


def test_years_are_told_as_years(tmp_path: Path) -> None:
    store = create_binder(tmp_path / "binder")
    holder = make_organisation(store)
    opened = OpenLedger(organisation_id=holder.id, cadence=Cadence.ANNUAL, starts_on=date(2022, 1, 1))
    ledger = figures.open_ledger(store, opened).output
    enter_months(store, ledger, "2022", [(90_000, 40_000, 70_000), (100_000, 40_000, 72_000), (99_000, 40_000, 72_000)])
    for language, told in (("fr", "Seuil annuel"), ("nl", "Jaarlijkse drempel"), ("en", "Annual threshold")):
        pdf = printed(store, ledger, language)
        assert told in words(pdf)
        assert overprints(pdf_words(pdf)) == []
    french = words(printed(store, ledger, "fr"))
    assert "Sous le seuil sur l’ensemble de 2024" in french
    assert "année 2024" in french
    assert "Première année à zéro ou plus" in french
    assert "mois" not in french.replace("il faut des mois", "").replace("en quel mois", "")
    store.close()


def test_what_is_internal_stays_off_the_page_that_leaves(tmp_path: Path) -> None:
    store = create_binder(tmp_path / "binder")
    holder = make_organisation(store, "A" * 90 + " & Fils <b>SRL</b>")
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, starts_on=date(2020, 1, 1))).output
    for month, amount in (("2020-01", "71234.00"), ("2020-02", "82345.00")):
        revenue = FigureCell(month, FigureLine.REVENUE, Decimal(amount))
        costs = replace(revenue, line=FigureLine.TOTAL_COSTS, amount=Decimal(60_000))
        if month == "2020-02":
            revenue = replace(revenue, visibility=Visibility.INTERNAL)
        figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=(revenue, costs)))
        figures.close_period(store, ClosePeriod(ledger_id=ledger.id, period=month))
    shared = words(printed(store, ledger, "fr"))
    assert "71,2" in shared
    assert "82,3" not in shared
    assert "82 345" not in shared
    inside = words(printed(store, ledger, "fr", Edition.INTERNAL))
    assert "82,3" in inside
    assert "Édition interne" in inside
    store.close()
