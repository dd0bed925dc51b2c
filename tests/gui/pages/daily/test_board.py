"""The board by hand: a number opens into what counts and why, a quarter is frozen, another strategy shows its own."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Address
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board.lines import ResultLine
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.pages.board.row import IndicatorRow
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import strategy
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich

OTHER = Path(__file__).resolve().parents[3] / "data" / "repair_cluster.toml"


@pytest.fixture
def counted(ask: Ask, rich: Rich) -> None:
    """A project industrialised in the Region after a coaching visit, not proved yet."""

    def make(store: Store) -> bool:
        mine = rich.organisation
        (project,) = store.find(Project, organisation_id=mine)
        (file,) = store.find(CoachingFile, project_id=project.id)
        visit = Session(
            organisation_id=mine,
            coaching_file_id=file.id,
            kind=SessionKind.VISIT,
            state=SessionState.HELD,
            on=date(2026, 3, 2),
            recorded_on=date(2026, 3, 2),
        )
        add(store, visit, SessionNote(session_id=visit.id, text="Premier tour"))
        add(store, Address(organisation_id=mine, postcode="1080", city="Molenbeek"))
        result = ResultEvent(
            kind=ResultKind.INDUSTRIALISED,
            on=date(2026, 6, 30),
            organisation_id=mine,
            project_id=project.id,
            coaching_file_id=file.id,
            confirmed_by="Claire Delvaux",
            confirmed_on=date(2026, 7, 1),
            recorded_on=date(2026, 7, 1),
        )
        paper = Evidence(
            title="Attestation", result_event_id=result.id, organisation_id=mine, level=EvidenceLevel.ATTESTATION
        )
        add(store, result, paper)
        return True

    ask(make)


def row_of(page: BoardPage, name: str) -> IndicatorRow:
    rows = [row for card in page.cards for row in card.rows.values()]
    return next(row for row in rows if row.name.words == name)


def test_a_number_opens_into_what_counts_and_why_and_leads_to_the_organisation(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow, rich: Rich
) -> None:
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, "Projets industrialisés")
    assert row.number.text().strip() == "1 / 30"
    assert "en retard" in row.state.words
    qtbot.mouseClick(row.number, Qt.MouseButton.LeftButton)
    assert row.is_open
    assert "1 compté, 0 prouvable" in row.lines.sentence.words
    (line,) = row.lines.findChildren(ResultLine)
    qtbot.waitUntil(line.link.isVisible)
    line.link.click()
    settle()
    assert window.page is not None
    assert window.page.argument == rich.organisation


def test_a_quarter_is_chosen_frozen_and_the_freezing_taken_back(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    page = show(routes.board("2026-Q2"))
    assert isinstance(page, BoardPage)
    assert row_of(page, "Projets industrialisés").number.text().strip() == "0 / 30", "it was not known then"
    page.header.choice.setCurrentIndex(0)
    page.header.choice.activated.emit(0)
    settle()
    assert row_of(page, "Projets industrialisés").number.text().strip() == "1 / 30"
    words = page.header.freeze.text()
    qtbot.mouseClick(page.header.freeze, Qt.MouseButton.LeftButton)
    settle()
    found = ask(lambda store: store.find(BoardFreeze))
    assert isinstance(found, list)
    assert len(found) == 1
    assert "Figé le" in page.told.words
    assert page.header.freeze.isHidden()
    ask(undo)
    page.reload()
    settle()
    assert not page.header.freeze.isHidden()
    assert page.header.freeze.text() == words


def test_another_strategy_has_its_own_rows_and_an_empty_one_says_where_to_begin(
    show: Show, settle: Settle, ask: Ask
) -> None:
    text = OTHER.read_text("utf-8")
    ask(lambda store: strategy.import_strategy(store, ImportStrategy(text=text, name="repair.toml")))
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    assert row_of(page, "Ateliers viables").number.text().strip() == "0 / 6"
    assert not row_of(page, "Réponses des autorités").bar.isHidden(), "a plain count with a target has its bar"
    assert page.nothing.isHidden()
