"""The figures of the month in visit mode: typed beside the questions, closed with one key, undone step by step."""

from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Figure, FigureLine, MonthlyFigures, Precision
from clusterdesk.gui import routes
from clusterdesk.gui.pages.visit.figure_fields import FigureFields
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle
from tests.gui.pages.figures.conftest import Type
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fields(window: MainWindow, rich: Rich, ledgers: list[UUID], settle: Settle) -> FigureFields:
    """Open the planned visit of an organisation whose October is due."""
    window.go(routes.visit(rich.planned))
    settle()
    assert isinstance(window.page, VisitPage)
    return window.page.writing.measures


def october(store: Store) -> dict[FigureLine, Figure]:
    return {one.line: one for one in store.find(Figure, period="2026-10")}


def test_figures_are_typed_and_the_month_closed_without_a_mouse(
    fields: FigureFields, window: MainWindow, keys: Type, ask: Ask, settle: Settle
) -> None:
    assert fields.isVisible()
    assert "oct. 2026" in fields.title.text()
    assert "46 100" in fields.fields[0].below.text().replace("\u202f", " ").replace("\xa0", " ")
    assert not fields.close_button.isEnabled()
    assert window.page is not None
    QTest.keyClick(window.page, Qt.Key.Key_E, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is fields.fields[0].edit
    keys("48.200,50\t51 900\t7,5\t")
    settle()
    found = ask(october)
    assert isinstance(found, dict)
    assert {line: one.amount for line, one in found.items()} == {
        FigureLine.REVENUE: Decimal("48200.50"),
        FigureLine.TOTAL_COSTS: Decimal(51900),
    }
    counts = ask(lambda store: [one.fte for one in store.find(Headcount) if one.on.isoformat() == "2026-10-31"])
    assert counts == [Decimal("7.5")]
    assert fields.close_button.isEnabled()
    QTest.keyClick(window.page, Qt.Key.Key_L, _CTRL)
    settle()
    closed = ask(lambda store: [one.closed_on for one in store.find(MonthlyFigures, period="2026-10")])
    assert closed != [None]
    assert all(one.edit.isReadOnly() for one in fields.fields)
    ask(lambda store: [undo(store) for _ in range(2)])
    assert ask(lambda store: [one.closed_on for one in store.find(MonthlyFigures, period="2026-10")]) in ([], [None])


def test_what_is_about_right_is_kept_and_does_not_complete_the_month(
    fields: FigureFields, keys: Type, ask: Ask, settle: Settle
) -> None:
    fields.begin()
    keys("≈ 40k\t51900\t")
    settle()
    found = ask(october)
    assert isinstance(found, dict)
    assert found[FigureLine.REVENUE].precision is Precision.ABOUT
    assert found[FigureLine.REVENUE].amount == Decimal(40_000)
    assert not fields.close_button.isEnabled()


def test_what_is_no_number_stays_where_it_was_typed_with_the_reason(
    fields: FigureFields, window: MainWindow, keys: Type, ask: Ask, settle: Settle
) -> None:
    fields.begin()
    keys("douze\t")
    settle()
    assert fields.fields[0].edit.text() == "douze"
    assert fields.fields[0].below.property("role") == "problem"
    assert ask(october) == {}
    assert window.page is not None
    assert clipped_texts(fields) == []
    assert nameless_widgets(window.page) == []


def test_without_a_ledger_the_fields_take_no_room(window: MainWindow, rich: Rich, settle: Settle) -> None:
    window.go(routes.visit(rich.planned))
    settle()
    assert isinstance(window.page, VisitPage)
    assert window.page.writing.measures.isHidden()
