"""Figures by file in the window: dropped, looked at, corrected, decided about, imported, taken back."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.figures import EnterFigures, OpenLedger
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.records.figures import Figure, FigureLine, FigureSource, Ledger
from clusterdesk.domain.records.lists import NamedMapping
from clusterdesk.domain.records.sessions import Action
from clusterdesk.exchange.figures.requests.sending import send_request
from clusterdesk.gui import routes
from clusterdesk.gui.pages.figures.ledger_page import LedgerPage
from clusterdesk.gui.pages.figures_files.page import FiguresFilePage
from clusterdesk.gui.pages.figures_files.request_dialog import RequestDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures
from clusterdesk.services.figure_requests import figure_request
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import System
from tests.gui.pages.daily.conftest import system as system
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import clipped_texts, drop_on, nameless_widgets

TAKE = "take"


@pytest.fixture
def ledger(rich: Rich, ask: Ask) -> Ledger:
    """A ledger that knows January and February."""

    def fill(store: Store) -> Ledger:
        opened = figures.open_ledger(store, OpenLedger(organisation_id=rich.organisation)).output
        cells = tuple(
            FigureCell(f"2026-{month}", FigureLine.REVENUE, Decimal(amount))
            for month, amount in (("01", 100), ("02", 200))
        )
        figures.enter_figures(store, EnterFigures(ledger_id=opened.id, cells=cells))
        return opened

    return cast("Ledger", ask(fill))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet that repeats January, differs in February, adds March, and has a heading nobody knows."""
    path = tmp_path / "chiffres.csv"
    path.write_text(";01/2026;02/2026;03/2026\nCA;100;250;abc\nBazar;1;2;3\n", encoding="utf-8")
    return path


def amounts(store: Store) -> dict[tuple[str, str], Decimal | None]:
    """Return all figures."""
    return {(one.period, one.line.value): one.amount for one in store.find(Figure)}


def files(*paths: Path) -> QMimeData:
    """Return a drop of files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def shown(window: MainWindow, qtbot: QtBot) -> FiguresFilePage:
    """Wait for the page with a preview."""
    qtbot.waitUntil(lambda: isinstance(window.page, FiguresFilePage))
    page = window.page
    assert isinstance(page, FiguresFilePage)
    qtbot.waitUntil(lambda: page.shown.figures.table is not None and not page.run.active)
    return page


def test_a_sheet_is_looked_at_corrected_decided_about_and_imported(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, ask: Ask, qtbot: QtBot
) -> None:
    window.go(routes.figures_file(sheet, rich.organisation))
    page = shown(window, qtbot)
    first = page.shown.figures.table
    assert first is not None
    verdicts = ["Refusé", "Différent", "Déjà connu"]
    qtbot.waitUntil(lambda: [first.model.index(row, 1).data() for row in range(3)] == verdicts)
    assert page.go.text().strip() == "Rien à importer"
    assert page.shown.figures.story.text().startswith("CA · 03/2026 · ")
    page.shown.headings.corrected.emit("Bazar", "fixed")
    qtbot.waitUntil(lambda: page.go.text().strip() == "Importer 3 chiffres" and not page.run.active)
    assert not page.go.isEnabled()  # February is not decided about
    table = page.shown.figures.table
    assert table is not None
    table.table.point_to(1)
    qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert page.go.text().strip() == "Importer 4 chiffres"
    assert page.go.isEnabled()
    assert clipped_texts(page) == []
    assert nameless_widgets(page) == []
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isinstance(window.page, FiguresFilePage))
    assert ask(amounts) == {
        ("2026-01", "revenue"): 100,
        ("2026-02", "revenue"): 250,
        ("2026-01", "fixed"): 1,
        ("2026-02", "fixed"): 2,
        ("2026-03", "fixed"): 3,
    }
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ask(amounts) == {("2026-01", "revenue"): 100, ("2026-02", "revenue"): 200})


def test_corrected_headings_are_kept_and_used_for_the_next_sheet(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, ask: Ask, qtbot: QtBot
) -> None:
    window.go(routes.figures_file(sheet, rich.organisation))
    page = shown(window, qtbot)
    kept = page.shown.headings.kept
    assert kept.box.isHidden()
    assert not kept.keep.isEnabled(), "nothing was corrected yet"
    page.shown.headings.corrected.emit("Bazar", "fixed")
    qtbot.waitUntil(lambda: kept.keep.isEnabled() and not page.run.active)
    kept.keep.click()
    assert kept.dialog is not None
    assert kept.name.text() == "Atelier Noord"
    kept.name.setText("Comptable Dupont")
    kept.dialog.consent.click()
    qtbot.waitUntil(lambda: kept.box.currentText() == "Comptable Dupont" and not page.run.active)
    later = sheet.with_name("avril.csv")
    later.write_text(";04/2026\nCA;300\nbazar;5\n", encoding="utf-8")
    page.take(str(later))
    qtbot.waitUntil(lambda: page.go.text().strip() == "Importer 2 chiffres" and not page.run.active)
    assert kept.box.currentText() == "Comptable Dupont"
    assert page.shown.headings.boxes["bazar"].currentData() == "fixed"
    assert clipped_texts(page) == []
    assert nameless_widgets(page) == []
    kept.box.setCurrentIndex(0)
    kept.box.activated.emit(0)
    qtbot.waitUntil(lambda: page.go.text().strip() == "Importer 1 chiffre" and not page.run.active)
    assert ask(_kept_names) == ["Comptable Dupont"]
    ask(undo)
    assert ask(_kept_names) == []


def test_undo_pressed_while_headings_are_being_kept_takes_them_back(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, ask: Ask, qtbot: QtBot
) -> None:
    window.go(routes.figures_file(sheet, rich.organisation))
    page = shown(window, qtbot)
    kept = page.shown.headings.kept
    page.shown.headings.corrected.emit("Bazar", "fixed")
    qtbot.waitUntil(lambda: kept.keep.isEnabled() and not page.run.active)
    assert not window._words.undo, "nothing was done in this window that can be undone"
    kept.keep.click()
    assert kept.dialog is not None
    gone = kept.dialog.finished
    qtbot.keyClicks(kept.name, "Dupont")
    with qtbot.waitSignal(gone):
        qtbot.keyClick(kept.name, Qt.Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window._words.redo.endswith("Dupont"))
    assert ask(_kept_names) == []


def _kept_names(store: Store) -> list[str]:
    return [one.name for one in store.find(NamedMapping)]


def test_a_sheet_dropped_where_figures_are_shown_is_taken_for_them(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, qtbot: QtBot
) -> None:
    window.go(routes.break_even(rich.organisation))
    qtbot.waitUntil(lambda: window.page is not None and window.page.argument == rich.organisation)
    assert drop_on(window._stack, files(sheet))
    page = shown(window, qtbot)
    assert page.shown.read.heading.findChildren(type(page.shown.figures.question))[0].text() == "Atelier Noord"


def test_whose_figures_they_are_is_asked_where_nobody_says_it(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, qtbot: QtBot
) -> None:
    window.go(routes.figures_file(sheet))
    page = window.page
    assert isinstance(page, FiguresFilePage)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    page.whose.chosen.emit(rich.organisation)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 2)


@pytest.mark.parametrize("place", ["organisation", "today", "import"])
def test_a_returned_workbook_is_recognised_wherever_it_is_dropped(
    window: MainWindow,
    rich: Rich,
    ledger: Ledger,
    tmp_path: Path,
    ask: Ask,
    qtbot: QtBot,
    place: str,
) -> None:
    def send(store: Store) -> Path:
        request = figure_request(store, ledger.id, ["2026-02", "2026-03"])
        return send_request(store, request, tmp_path, "Claire", Translator("en")).output.workbook

    sent = cast("Path", ask(send))
    renamed = sent.rename(tmp_path / "scan 12.xlsx")
    ways: dict[str, Callable[[], object]] = {
        "organisation": lambda: window.go(routes.organisation(rich.organisation)),
        "today": lambda: window.go(Route(routes.TODAY)),
        "import": lambda: window.go(routes.importing()),
    }
    ways[place]()
    assert drop_on(window._stack, files(renamed))
    page = shown(window, qtbot)
    assert page.shown.read.read_as.text() == "Send the figures of February 2026 and March 2026"
    assert page.go.text().strip() == "Marquer comme répondu"  # February came back as it was sent
    assert page.go.isEnabled()
    assert page.shown.headings.isHidden()
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isinstance(window.page, FiguresFilePage))
    assert ask(lambda store: [one.done_on is not None for one in store.find(Action) if "figures" in one.text]) == [True]
    assert drop_on(window._stack, files(renamed))
    qtbot.waitUntil(lambda: isinstance(window.page, FiguresFilePage))
    again = window.page
    assert isinstance(again, FiguresFilePage)
    qtbot.waitUntil(again.banner.isVisible)
    assert "déjà été repris" in again.banner.accessibleName()


def test_the_source_can_be_said(
    window: MainWindow, rich: Rich, ledger: Ledger, sheet: Path, ask: Ask, qtbot: QtBot
) -> None:
    window.go(routes.figures_file(sheet, rich.organisation))
    page = shown(window, qtbot)
    page.shown.read.changed.emit("source", FigureSource.ACCOUNTANT)
    page.shown.figures.for_all.chosen.emit(frozenset({TAKE}))
    qtbot.waitUntil(lambda: not page.run.active and page.go.isEnabled())
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isinstance(window.page, FiguresFilePage))

    def sources(store: Store) -> list[FigureSource]:
        return [one.source for one in store.find(Figure, period="2026-02")]

    assert ask(sources) == [FigureSource.ACCOUNTANT]


def test_figures_are_written_and_asked_for_from_their_page(
    window: MainWindow,
    rich: Rich,
    ledger: Ledger,
    tmp_path: Path,
    ask: Ask,
    qtbot: QtBot,
    system: System,
) -> None:
    window.go(routes.figures(rich.organisation))
    qtbot.waitUntil(lambda: isinstance(window.page, LedgerPage) and window.page.files.wide.isEnabled())
    page = window.page
    assert isinstance(page, LedgerPage)
    page.files.write_to(str(tmp_path / "chiffres.csv"))
    qtbot.waitUntil((tmp_path / "chiffres.csv").exists)
    assert "Chiffre d’affaires;Montant;100;200" in (tmp_path / "chiffres.csv").read_text(encoding="utf-8-sig")
    page.files.request.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(RequestDialog)))
    (dialog,) = window.findChildren(RequestDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.months.text().startswith("Demandés")
    assert clipped_texts(dialog) == []
    assert nameless_widgets(dialog) == []
    qtbot.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(system.opened))
    assert system.opened[0].endswith(".eml")
    owed = ask(lambda store: [one.text for one in store.find(Action) if one.text.startswith("Envoyer les chiffres")])
    assert len(cast("list[str]", owed)) == 1


def test_an_unusual_amount_is_said_before_it_is_imported(
    window: MainWindow, rich: Rich, ledger: Ledger, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "chiffres.csv"
    path.write_text(";03/2026;04/2026;05/2026\nCA;110;120;12000\n", encoding="utf-8")
    window.go(routes.figures_file(path, rich.organisation))
    page = shown(window, qtbot)
    table = page.shown.figures.table
    assert table is not None
    table.table.point_to(2)
    assert "×100" in page.shown.figures.story.text()
    table.table.point_to(1)
    assert "×100" not in page.shown.figures.story.text()
