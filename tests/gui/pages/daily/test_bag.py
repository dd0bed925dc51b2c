"""What one takes along: from Today to paper in two clicks, or by Ctrl+P and Enter; and into the outbox."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import Edition
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.paper import a4_printer
from clusterdesk.gui.briefing.request import day_of, note_of
from clusterdesk.gui.pages.preview import page as preview_page
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shell.rail import RailButton
from clusterdesk.services.actions import add_action
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.daily.test_preview import pdf_of, text_of
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer whose paper is a PDF file."""
    target = tmp_path / "paper.pdf"

    def printer() -> QPrinter:
        made = a4_printer()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(target))
        return made

    monkeypatch.setattr(preview_page, "a4_printer", printer)
    monkeypatch.setattr(preview_page, "usual_printer", lambda: "Bureau")
    return target


def _pages(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    count = document.pageCount()
    document.close()
    return count


def test_two_clicks_from_today_to_paper(
    show: Show, window: MainWindow, settle: Settle, paper: Path, binder: Path, system: System, qtbot: QtBot
) -> None:
    today = show(Route(routes.TODAY))
    assert isinstance(today, TodayPage)
    QTest.mouseClick(today.header.prepare, Qt.MouseButton.LeftButton)
    settle()
    page = window.page
    assert isinstance(page, PreviewPage)
    assert page.header.title == "La valise · 1 visite"
    text = text_of(pdf_of(page))
    assert "Journée de visites" in text
    assert text.index("Journée de visites") < text.index("Fiche de visite")
    QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paper.exists() and not window.context.files.busy, timeout=MOMENT)
    assert _pages(paper) == 4  # the day with its blank back, and the sheet on both sides
    folder = binder / "outbox" / "visits" / TODAY.isoformat()
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-11-23 Fiche de visite – Atelier Noord.pdf",
        "2026-11-23 Journée de visites.pdf",
        "2026-11-23 Valise des visites.pdf",
    ]
    page._open_folder()
    assert system.opened == [str(folder)]
    assert nameless_widgets(page) == []
    page.grab()
    assert clipped_texts(page) == []


def test_by_keys_alone(show: Show, window: MainWindow, settle: Settle, paper: Path, qtbot: QtBot) -> None:
    show(Route(routes.TODAY))
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: paper.exists() and not window.context.files.busy, timeout=MOMENT)
    assert _pages(paper) == 4


def test_a_choice_keeps_the_focus_while_the_pages_are_drawn_anew(
    show: Show, settle: Settle, paper: Path, rich: Rich
) -> None:
    page = show(routes.preview(day_of(TODAY)))
    assert isinstance(page, PreviewPage)
    dutch = page.choices.languages._chips["nl"]
    dutch.setFocus()
    dutch.click()
    settle()
    assert dutch.hasFocus()
    assert "Bezoekdag" in text_of(pdf_of(page))
    assert page.header.title == "Journée de visites – lun. 23 nov."


def test_what_is_internal_stands_on_the_internal_edition_only(show: Show, rich: Rich, ask: Ask, settle: Settle) -> None:
    secret = NewPromise(text="Renégocier le bail", due_on=TODAY - timedelta(days=2), visibility=Visibility.INTERNAL)
    ask(lambda store: add_action(store, AddAction(promise=secret, organisation_id=rich.organisation)))
    for request in (day_of(TODAY), note_of(TODAY)):
        page = show(routes.preview(request))
        assert isinstance(page, PreviewPage)
        assert "Renégocier" not in text_of(pdf_of(page))
        page.choices.editions._chips[Edition.INTERNAL].click()
        settle()
        text = text_of(pdf_of(page))
        assert "Renégocier le bail" in text
        assert "Édition interne" in text


def test_the_week_offers_the_day_and_the_note(show: Show, window: MainWindow, settle: Settle, rich: Rich) -> None:
    from PySide6.QtWidgets import QMenu

    page = show(routes.week())
    page.tools.paper.button.click()  # type: ignore[attr-defined]
    menu = next(menu for menu in page.findChildren(QMenu) if menu.actions()[0].text().startswith("Préparer"))
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Préparer la visite de cette semaine",
        "La journée sur une page\u00a0: lun. 23 nov.",
        "Note de la semaine pour la direction",
    ]
    menu.actions()[1].trigger()
    assert window.route == routes.preview(day_of(TODAY))
    settle()


def test_escape_leads_back_from_the_pages_and_the_rail_stays_where_one_was(
    show: Show, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    def lit() -> list[str]:
        return [button.key for button in window.findChildren(RailButton) if button.isChecked()]

    show(routes.statistics())
    assert lit() == [routes.BOARD]
    page = show(routes.preview(day_of(TODAY)))
    assert isinstance(page, PreviewPage)
    assert lit() == [routes.BOARD]
    settle()
    window.activateWindow()
    qtbot.waitUntil(lambda: page.save_button.hasFocus())
    QTest.keyClick(page.save_button, Qt.Key.Key_Escape)
    settle()
    assert window.route == routes.statistics()
