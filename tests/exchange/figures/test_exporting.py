"""Figures written into files: what they say, that nothing becomes a formula, that reading them back changes nothing."""

import csv
import io
import zipfile
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.commands.figures import EnterFigures, OpenLedger
from clusterdesk.domain.figures.cells import FigureCell, StaffCell, with_vat
from clusterdesk.domain.figures.line_words import read_heading
from clusterdesk.domain.figures.period_words import written_period
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource, Ledger, Precision
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.figures import column_words
from clusterdesk.exchange.figures.export import export_figures
from clusterdesk.exchange.figures.export_table import PART_LABELS, ExportLayout
from clusterdesk.exchange.figures.opened import open_figures
from clusterdesk.exchange.figures.plan import FiguresPlan, FigureVerdict, plan_figures
from clusterdesk.i18n.locale_facts import FACTS
from clusterdesk.i18n.translator import LANGUAGES, Translator
from clusterdesk.services import figures
from clusterdesk.services.ledgers import ledger_view
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation

FORMULAS = ("=1+1", "+32 2 555", "-5 %", "@SUM(A1)", "\t=cmd", "＝1+1", '=HYPERLINK("http://x","y")')
ALL_WAYS = [*product(ExportLayout, (".csv", ".xlsx"), LANGUAGES)]


@pytest.fixture
def full(store: Store) -> Ledger:
    """Fill a ledger with everything a figure can say."""
    holder = make_organisation(store, "=Atelier Noord")
    opening = OpenLedger(organisation_id=holder.id, lines=(("-Énergie", Decimal("0.5")), ("Énergie", Decimal("0.2"))))
    ledger = figures.open_ledger(store, opening).output
    own = ledger_view(store, ledger.id).lines
    revenue, fixed = FigureLine.REVENUE, FigureLine.FIXED
    cells = [FigureCell(f"2026-0{month}", revenue, Decimal("48200.50") * month) for month in range(1, 8) if month != 5]
    cells += [
        FigureCell("2026-01", fixed, Decimal(-12), source=FigureSource.ORAL, remark=FORMULAS[0] + "\nseconde ligne"),
        FigureCell("2026-02", fixed, Decimal(0), precision=Precision.ABOUT, visibility=Visibility.INTERNAL),
        FigureCell("2026-03", fixed, Decimal("1234.567"), source=FigureSource.ACCOUNTANT, remark=FORMULAS[3]),
        FigureCell("2026-01", FigureLine.SEMI_VARIABLE, Decimal(70), own[0].id),
        FigureCell("2026-01", FigureLine.SEMI_VARIABLE, Decimal(80), own[1].id),
        FigureCell("2026-01", FigureLine.UNITS, Decimal(12)),
        with_vat(Decimal(121), Decimal(21), FigureCell("2026-02", FigureLine.VARIABLE, None)),
    ]
    staff = (StaffCell("2026-03", Decimal("7.55")), StaffCell("2026-01", Decimal(7), precision=Precision.ABOUT))
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=tuple(cells), staff=staff))
    return ledger


def read_back(store: Store, ledger: Ledger, path: Path) -> FiguresPlan:
    """Plan the import of a file into the ledger it came from."""
    return plan_figures(store, open_figures(path), ledger_view(store, ledger.id))


@pytest.mark.parametrize(("layout", "suffix", "language"), ALL_WAYS)
def test_importing_an_export_changes_nothing(
    store: Store, full: Ledger, tmp_path: Path, layout: ExportLayout, suffix: str, language: str
) -> None:
    path = tmp_path / f"figures{suffix}"
    count = export_figures(store, full.id, path, layout, Translator(language))
    plan = read_back(store, full, path)
    if layout is ExportLayout.QUARTERLY:  # the quarters of a ledger of months: no period of it
        assert {one.read.problem.code for one in plan.figures if one.read.problem} == {"period_of_other_length"}
        assert plan.cells(taken=True) == ()
    else:
        assert count == 15
        assert plan.counts == {verdict: count if verdict == "same" else 0 for verdict in FigureVerdict}
    assert plan.skipped == ()


def test_a_quarterly_ledger_reads_its_quarters_back(store: Store, tmp_path: Path) -> None:
    holder = make_organisation(store)
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, cadence=Cadence.QUARTERLY)).output
    cells = tuple(FigureCell(f"2026-Q{one}", FigureLine.REVENUE, Decimal(one)) for one in (1, 2, 4))
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells))
    for layout in ExportLayout:
        export_figures(store, ledger.id, tmp_path / "t.xlsx", layout, Translator("fr"))
        assert read_back(store, ledger, tmp_path / "t.xlsx").counts[FigureVerdict.SAME] == 3


def test_months_add_up_to_quarters_where_none_is_missing(store: Store, full: Ledger, tmp_path: Path) -> None:
    export_figures(store, full.id, tmp_path / "t.csv", ExportLayout.QUARTERLY, Translator("fr"))
    text = (tmp_path / "t.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Ligne", "Détail", "T1 2026"]  # May is missing, and July begins a quarter
    assert ["Chiffre d’affaires", "Montant", "289203,00"] in rows
    assert ["Charges fixes", "Précision", "Environ"] in rows
    assert ["ETP", "Montant", "7,55"] in rows


def test_no_text_becomes_a_formula(store: Store, full: Ledger, tmp_path: Path) -> None:
    cells = tuple(
        FigureCell(f"2025-{month:02d}", FigureLine.CASH_IN, Decimal(1), remark=text)
        for month, text in enumerate(FORMULAS, 1)
    )
    figures.enter_figures(store, EnterFigures(ledger_id=full.id, cells=cells))
    for layout in ExportLayout:
        export_figures(store, full.id, tmp_path / "t.xlsx", layout, Translator("nl"))
        with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
            sheets = b"".join(archive.read(name) for name in archive.namelist() if "sheets/" in name)
        assert b"<f>" not in sheets
        assert b"hyperlink" not in sheets
        export_figures(store, full.id, tmp_path / "t.csv", layout, Translator("nl"))
        text = (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
        cells_of = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        dangerous = [cell for cell in cells_of if cell[:1] in set("=+@\t＝")]
        assert dangerous == []
        negative = [] if layout is ExportLayout.QUARTERLY else ["-12"]  # a number of ours keeps its sign
        assert [cell for cell in cells_of if cell.startswith("-")] == negative


def test_editions(store: Store, full: Ledger, tmp_path: Path) -> None:
    path, t = tmp_path / "t.csv", Translator("fr")
    hidden = FigureCell("2026-06", FigureLine.CASH_OUT, Decimal(5), visibility=Visibility.RESTRICTED)
    figures.enter_figures(store, EnterFigures(ledger_id=full.id, cells=(hidden,)))
    assert export_figures(store, full.id, path, ExportLayout.LONG, t) == 15
    assert "Décaissements" not in path.read_text(encoding="utf-8-sig")
    assert export_figures(store, full.id, path, ExportLayout.LONG, t, Edition.SHAREABLE) == 12
    assert "Interne" not in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_are_understood(language: str) -> None:
    t = Translator(language)
    assert {line: read_heading(t(label)).line for line, label in choices_of(FigureLine).items()} == {
        line: line for line in FigureLine
    }
    assert read_heading(t("FTE")).kind == "staff"
    assert [column_words.part_of(t(label)) for label in PART_LABELS.values()] == list(PART_LABELS)
    for choices, read in (
        (FigureSource, column_words.source_of),
        (Precision, column_words.precision_of),
        (Visibility, column_words.visibility_of),
    ):
        assert [read(t(label)) for label in choices_of(choices).values()] == list(choices)
    facts = FACTS[language]
    for names in (facts.months, facts.short_months):
        read_periods = [written_period(f"{name} 2026") for name in names]
        assert [one.period for one in read_periods if one] == [f"2026-{month:02d}" for month in range(1, 13)]
