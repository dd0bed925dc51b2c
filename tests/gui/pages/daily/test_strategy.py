"""The strategy by hand: rows added and planned, the action plan of a year, a file in and out, found by search."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.strategy import Indicator, IndicatorYear, PlanItem, PlanState
from clusterdesk.domain.views.search import SearchHit
from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.gui import routes
from clusterdesk.gui.pages.search.hits import quick_way
from clusterdesk.gui.pages.strategy.import_dialog import ImportDialog
from clusterdesk.gui.pages.strategy.page import StrategyPage
from clusterdesk.gui.pages.strategy.plan_card import PlanRow
from clusterdesk.gui.pages.strategy.rows import StrategyRow
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.strategy import export_strategy, read_desk
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import TODAY

OTHER = Path(__file__).resolve().parents[3] / "data" / "repair_cluster.toml"


@pytest.fixture
def page(show: Show) -> StrategyPage:
    """The page, at its indicators."""
    found = show(routes.strategy())
    assert isinstance(found, StrategyPage)
    return found


def type_into(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def told(ask: Ask) -> list[PlanItem]:
    found = ask(lambda store: store.find(PlanItem))
    assert isinstance(found, list)
    return found


def test_an_indicator_is_added_under_the_open_objective_and_planned_by_year(
    page: StrategyPage, ask: Ask, settle: Settle
) -> None:
    card = page.cards.named["indicator"]
    first = next(iter(card.rows.values()))
    first.open()
    card.begin_adding()
    assert card.line is not None
    type_into(card.line, "Ateliers ouverts")
    settle()
    row = next(row for row in card.rows.values() if row.title.text() == "Ateliers ouverts")
    assert isinstance(row, StrategyRow)
    assert row.is_open, "it opens for the rest"
    assert row.part.operational_objective_id == first.part.operational_objective_id  # type: ignore[attr-defined]
    type_into(row.years.fields[2026].edit, "4,5")
    settle()
    key = row.part.id

    def planned(store: Store) -> list[tuple[int, Decimal | None]]:
        return [(one.year, one.expected) for one in store.find(IndicatorYear, indicator_id=key)]

    assert ask(planned) == [(2026, Decimal("4.5"))]
    type_into(row.years.fields[2026].edit, " ")
    settle()
    assert ask(planned) == []


def test_a_point_of_the_plan_joins_the_year_shown_and_tells_when_it_is_late(
    page: StrategyPage, ask: Ask, settle: Settle, show: Show
) -> None:
    page._choose(frozenset({"plan_item"}))
    card = page.cards.plan
    assert card.year == TODAY.year
    card._choose(frozenset({str(TODAY.year + 1)}))
    card.begin_adding()
    assert card.line is not None
    type_into(card.line, "Ouvrir la halle")
    settle()
    (item,) = told(ask)
    assert (item.year, item.text, item.state) == (TODAY.year + 1, "Ouvrir la halle", PlanState.PLANNED)
    (row,) = card.rows.values()
    assert isinstance(row, PlanRow)
    due = row.form.field("due_on")
    due.committed.emit(date(2026, 1, 30))
    settle()
    assert "En retard" in [chip.text() for chip in row._chips]
    row.form.field("state").committed.emit(PlanState.DONE)
    settle()
    assert [chip.text() for chip in row._chips] == ["Réalisé"]
    hit = SearchHit("plan_item", item.id.bytes, "Ouvrir la halle", "", "")
    way = quick_way(hit)
    assert way == routes.strategy("plan_item", item.id)
    show(routes.strategy("indicator"))
    show(way)
    assert card.rows[item.id].is_open


def test_a_file_shows_what_it_would_change_and_undo_brings_the_first_strategy_back(
    page: StrategyPage, ask: Ask, settle: Settle, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    before = ask(export_strategy)
    page.files.try_file(str(OTHER))
    settle()
    dialog = next(one for one in window.findChildren(ImportDialog) if one.isVisible())
    assert ask(export_strategy) == before
    qtbot.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    settle()
    titles = [row.title.text() for row in page.cards.named["indicator"].rows.values()]
    assert titles == ["Ateliers viables", "Réponses des autorités"]
    out = tmp_path / "strategie.toml"
    page.files.write_file(str(out))
    settle()
    assert "viable_workshops" in out.read_text("utf-8")
    ask(undo)
    assert ask(export_strategy) == before


def test_the_rows_move_and_keep_their_order(page: StrategyPage, ask: Ask, settle: Settle) -> None:
    card = page.cards.named["indicator"]
    second = list(card.rows.values())[1]
    second.open()
    assert isinstance(second, StrategyRow)
    second.order.up.click()
    settle()
    desk = ask(read_desk)
    assert isinstance(desk, StrategyDesk)
    assert [one.key for one in desk.indicators][:2] == ["break_even", "industrialised"]
    assert ask(lambda store: len(store.find(Indicator))) == len(desk.indicators)
