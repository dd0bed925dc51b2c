"""The grid of everything that is due: one click and three numbers an organisation; nothing typed is lost."""

from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Figure, FigureLine, FigureSource, MonthlyFigures, Precision
from clusterdesk.gui import routes
from clusterdesk.gui.pages.figures.asking import AskOver, AskReading
from clusterdesk.gui.pages.figures.due_model import FIRST, STATE
from clusterdesk.gui.pages.figures.due_page import FiguresDuePage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.figures.conftest import Type, push
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text

NOORD, CANAL, SENNE = 0, 1, 2
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(ledgers: list[UUID], show: Show, window: MainWindow, qtbot: QtBot) -> FiguresDuePage:
    """The grid with three rows."""
    qtbot.waitUntil(window.isActiveWindow)
    shown = show(routes.figures_due())
    assert isinstance(shown, FiguresDuePage)
    assert shown.model.rowCount() == 3
    return shown


def texts(page: FiguresDuePage, row: int) -> list[str]:
    """Return what a row shows."""
    return [str(page.model.index(row, column).data()) for column in range(page.model.columnCount())]


def figures_of(ask: Ask, ledger: UUID, period: str) -> dict[FigureLine, Figure]:
    """Return the figures of a period that hold an amount."""
    found = ask(lambda store: store.find(Figure, ledger_id=ledger, period=period))
    assert isinstance(found, list)
    return {one.line: one for one in found if one.amount is not None}


def paste(page: FiguresDuePage, text: str) -> None:
    """Paste as people do."""
    QGuiApplication.clipboard().setText(text)
    press(page.table, Qt.Key.Key_V, "", CONTROL)


def test_from_today_it_is_one_click_and_three_numbers_an_organisation(
    ledgers: list[UUID], show: Show, settle: Settle, window: MainWindow, keys: Type, ask: Ask, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    today = show(Route(routes.TODAY))
    assert isinstance(today, TodayPage)
    assert today.due.link.text().strip() == "3 sans chiffres"
    QTest.mouseClick(today.due.link, Qt.MouseButton.LeftButton)  # the one click
    settle()
    page = window.page
    assert isinstance(page, FiguresDuePage)
    keys("48.200,50\t51,9k\t7,5\n")
    keys("120k\t118k\t12\n")
    keys("0\t3 100\t2\n")
    assert [page.model.state(row).complete for row in range(3)] == [True, True, True]
    assert texts(page, NOORD)[FIRST:] == ["48\u202f200,50", "51\u202f900", "7,5", "Clôturé"]
    noord = figures_of(ask, ledgers[NOORD], "2026-10")
    assert noord[FigureLine.REVENUE].amount == Decimal("48200.50")
    assert figures_of(ask, ledgers[SENNE], "2026-10")[FigureLine.REVENUE].amount == 0
    assert set(figures_of(ask, ledgers[CANAL], "2026-Q3")) == {FigureLine.REVENUE, FigureLine.TOTAL_COSTS}
    counts = ask(lambda store: [one.fte for one in store.find(Headcount) if one.on.month in (9, 10)])
    assert sorted(counts) == [Decimal(2), Decimal(7), Decimal("7.5"), Decimal(12)]  # type: ignore[call-overload]
    back = show(Route(routes.TODAY))
    assert isinstance(back, TodayPage)
    assert back.due.link.isHidden()
    again = show(routes.figures_due())
    assert isinstance(again, FiguresDuePage)
    assert again.model.rowCount() == 0
    assert again.empty.isVisible()


def test_ctrl_e_leads_there_from_anywhere(
    ledgers: list[UUID], show: Show, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    show(Route(routes.ORGANISATIONS))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_E, CONTROL)
    settle()
    assert isinstance(window.page, FiguresDuePage)
    assert QApplication.focusWidget() is window.page.table


def test_rows_say_the_period_and_what_the_one_before_held(page: FiguresDuePage, qtmodeltester: ModelTester) -> None:
    assert texts(page, NOORD)[:2] == ["Atelier Noord", "oct. 2026"]
    assert texts(page, CANAL)[:2] == ["Canal Textile", "T3 2026"]
    faces = [page.model.face(NOORD, column) for column in range(FIRST, STATE)]
    assert [one.below for one in faces] == ["sept. 2026 46\u202f100", "sept. 2026 52\u202f300", "sept. 2026 7"]
    qtmodeltester.check(page.model, force_py=True)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_what_is_about_right_is_kept_and_closes_nothing(
    page: FiguresDuePage, keys: Type, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("≈ 40k, par téléphone\t51k\t7\n")
    kept = figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE]
    assert (kept.amount, kept.precision, kept.source) == (Decimal(40_000), Precision.ABOUT, FigureSource.ORAL)
    assert ask(lambda store: store.find(MonthlyFigures, period="2026-10")) == []
    assert texts(page, NOORD)[FIRST] == "≈\u202f40\u202f000"
    assert page.model.face(NOORD, FIRST).mark == "dit"
    assert texts(page, NOORD)[STATE] == "Approximatif"


def test_what_reads_two_ways_is_asked(
    page: FiguresDuePage, keys: Type, settle: Settle, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("1.234\t")
    dialog = page.findChild(AskReading)
    assert dialog is not None
    assert [dialog.consent.text(), dialog.other.text()] == ["1\u202f234", "1,234"]
    QTest.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    settle()
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == Decimal("1.234")


def test_what_is_not_understood_stays_to_be_corrected(
    page: FiguresDuePage, keys: Type, settle: Settle, show: Show, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("48x\t51k\t")
    assert texts(page, NOORD)[FIRST] == "48x"
    assert "48x" in page.model.story(NOORD, FIRST)
    assert figures_of(ask, ledgers[NOORD], "2026-10").keys() == {FigureLine.TOTAL_COSTS}
    show(Route(routes.TODAY))
    again = show(routes.figures_due())
    assert isinstance(again, FiguresDuePage)
    assert texts(again, NOORD)[FIRST] == "48x", "it was kept"
    again.table.point_to(NOORD, FIRST)
    keys("48\t")
    assert texts(again, NOORD)[FIRST] == "48"
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == 48


def test_what_is_being_typed_survives_the_end_of_the_program(
    page: FiguresDuePage, settle: Settle, ask: Ask, ledgers: list[UUID], qtbot: QtBot
) -> None:
    type_text(QApplication.focusWidget() or page, "4")
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    type_text(editor, "82")
    page.entry.keep_now()  # as it does after half a second
    settle()
    cell = page.model.cell_at(NOORD, FIRST)

    def kept(store: Store) -> object:
        from clusterdesk.services.figure_drafts import typed_texts

        return typed_texts(store, [cell] if cell is not None else [])

    assert ask(kept) == {cell: "482"}, "nothing was committed, and it is safe"
    push(Qt.Key.Key_Escape)


def test_a_negative_cost_and_a_half_step_of_staff_are_refused(page: FiguresDuePage, keys: Type, ask: Ask) -> None:
    keys("1k\t1k\t7,51\n")
    assert texts(page, NOORD)[FIRST + 2] == "7,51"
    assert "0,05" in page.model.story(NOORD, FIRST + 2)
    assert page.model.state(NOORD).closed_on is not None, "FTE is no part of what completes a month"


def test_an_amount_a_hundred_times_the_usual_is_amber_and_entered(
    page: FiguresDuePage, keys: Type, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("4 820 000\t")
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == 4_820_000
    page.table.point_to(NOORD, FIRST)
    assert "inhabituel" in page.said.text()
    face = page.model.face(NOORD, FIRST)
    assert face.tone is not None
    assert face.tone.value == "warn"


def test_a_block_is_pasted_in_one_step(page: FiguresDuePage, settle: Settle, ask: Ask, ledgers: list[UUID]) -> None:
    paste(page, "48.200,50\t51k\t7,5\r\n(1 200)\t3.100,00\t2\r\n")
    settle()
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == Decimal("48200.50")
    assert figures_of(ask, ledgers[CANAL], "2026-Q3")[FigureLine.REVENUE].amount == -1200
    ask(undo)
    assert figures_of(ask, ledgers[NOORD], "2026-10") == {}
    assert figures_of(ask, ledgers[CANAL], "2026-Q3") == {}


def test_a_million_rows_are_refused_with_a_message(page: FiguresDuePage, settle: Settle, ask: Ask) -> None:
    paste(page, "1\t2\n" * 1_000_000)
    settle()
    assert "rien n’a été collé" in page.said.text()
    assert ask(lambda store: [one for one in store.find(Figure) if one.period == "2026-10"]) == []


def test_a_paste_over_other_amounts_asks_cell_by_cell(
    page: FiguresDuePage, keys: Type, settle: Settle, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("48k\t51k\t")
    page.table.point_to(NOORD, FIRST)
    paste(page, "50k\t51k\t7\n")
    settle()
    dialog = page.findChild(AskOver)
    assert dialog is not None
    assert [box.text() for box in dialog.boxes] == ["Chiffre d’affaires, oct. 2026\u00a0: 48\u202f000 → 50\u202f000"]
    assert clipped_texts(dialog) == []
    QTest.mouseClick(dialog.keep_old, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    settle()
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == 48_000
    assert texts(page, NOORD)[FIRST + 2] == "7", "what was empty is filled"
    page.table.point_to(NOORD, FIRST)
    paste(page, "50k")
    settle()
    newer = page.findChild(AskOver)
    assert newer is not None
    QTest.mouseClick(newer.consent, Qt.MouseButton.LeftButton)
    settle()
    assert figures_of(ask, ledgers[NOORD], "2026-10")[FigureLine.REVENUE].amount == 50_000


def test_a_closed_period_is_locked_until_it_is_opened_with_one_key(
    page: FiguresDuePage, keys: Type, settle: Settle, ask: Ask, ledgers: list[UUID]
) -> None:
    keys("48k\t51k\t7\n")
    page.table.point_to(NOORD, FIRST)
    keys("5")
    assert page.table.findChild(QLineEdit) is None
    assert "clôturée" in page.said.text()
    push(Qt.Key.Key_L, CONTROL)
    settle()
    assert page.model.state(NOORD).closed_on is None
    push(Qt.Key.Key_Delete)
    settle()
    assert FigureLine.REVENUE not in figures_of(ask, ledgers[NOORD], "2026-10"), "Delete empties"
    assert isinstance(page.model.stored(page.model.cell_at(NOORD, FIRST)), FigureCell)  # type: ignore[arg-type]


def test_names_and_figures_are_out_of_sight_before_an_audience(
    page: FiguresDuePage, keys: Type, window: MainWindow, settle: Settle
) -> None:
    keys("48k\t950\t")
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    shown = " ".join(texts(page, NOORD))
    assert "Noord" not in shown
    assert "48" not in shown
    assert "950" not in shown
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert "48" in " ".join(texts(page, NOORD))


def test_the_grid_is_read_at_twice_the_size_of_text(page: FiguresDuePage, settle: Settle, qtbot: QtBot) -> None:
    page.kit.theme.scale_text(200)
    settle()
    qtbot.waitUntil(lambda: clipped_texts(page) == [])
    assert page.table.rowHeight(0) >= 90
    buttons = page.findChildren(QPushButton)
    assert all(one.mapTo(page, QPoint(0, 0)).x() >= 0 for one in buttons)
