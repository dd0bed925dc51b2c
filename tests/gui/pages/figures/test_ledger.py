"""The grid of a ledger: months and lines, entered as in a spreadsheet, with everything a figure says of itself."""

from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import (
    Cadence,
    Figure,
    FigureLine,
    FigureSource,
    Ledger,
    LedgerLine,
    MonthlyFigures,
    Precision,
)
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.history import HistoryDialog
from clusterdesk.gui.pages.figures.asking import AskOver
from clusterdesk.gui.pages.figures.ledger_page import LedgerPage
from clusterdesk.gui.pages.figures.ledgers_card import LedgerRow
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.drafts import recover_drafts
from clusterdesk.services.records import add_record
from clusterdesk.services.told_titles import told_operation
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.figures.conftest import Type, open_ledger, push
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(ledgers: list[UUID], rich: Rich, show: Show, window: MainWindow, qtbot: QtBot) -> LedgerPage:
    """The tab with a ledger of which three months are known."""
    shown = show(routes.figures(rich.organisation))
    assert isinstance(shown, LedgerPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown.take_focus()
    return shown


def row_of(page: LedgerPage, line: FigureLine | None) -> int:
    """Return where a line stands."""
    return page.grid.model.lines.index((line, None))


def point(page: LedgerPage, line: FigureLine | None, period: str) -> None:
    """Stand on a figure."""
    page.grid.table.point_to(row_of(page, line), page.grid.model.column_of(period))
    page.grid.table.setFocus()


def text(page: LedgerPage, line: FigureLine | None, period: str) -> str:
    """Return what a cell shows."""
    model = page.grid.model
    return str(model.index(row_of(page, line), model.column_of(period)).data())


def figure(ask: Ask, line: FigureLine, period: str) -> Figure | None:
    """Return a figure that holds an amount."""
    found = ask(lambda store: [one for one in store.find(Figure, line=line, period=period) if one.amount is not None])
    assert isinstance(found, list)
    return next(iter(found), None)


def paste(page: LedgerPage, block: str) -> None:
    """Paste from the current cell on."""
    QGuiApplication.clipboard().setText(block)
    press(page.grid.table, Qt.Key.Key_V, "", CONTROL)


def test_it_begins_at_the_month_that_is_due(page: LedgerPage, qtmodeltester: ModelTester) -> None:
    assert page.grid.period == "2026-10"
    assert page.close_button.accessibleName() == "Clôturer oct. 2026"
    assert text(page, FigureLine.REVENUE, "2026-09") == "46\u202f100"
    assert page.grid.model.line_label(row_of(page, FigureLine.TOTAL_COSTS)) == "Charges totales"
    qtmodeltester.check(page.grid.model, force_py=True)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_figures_are_typed_closed_and_taken_back_by_name(
    page: LedgerPage, keys: Type, settle: Settle, ask: Ask
) -> None:
    keys("48 200,50\n")
    assert page.grid.model.cell_at(*divmod_cell(page)) is not None
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None
    assert kept.amount == Decimal("48200.50")

    def told(store: Store) -> str:
        from clusterdesk.i18n.formats import Formats
        from clusterdesk.i18n.translator import Translator

        step = store.undo_state().undo
        assert step is not None
        return told_operation(step.label, Translator("fr"), Formats("fr"))

    assert ask(told) == "Chiffre · Atelier Noord · Chiffre d’affaires oct. 2026 · 48\u202f200,5"
    point(page, FigureLine.TOTAL_COSTS, "2026-10")
    keys("0\n")  # a typed 0 is 0
    push(Qt.Key.Key_L, CONTROL)
    settle()
    assert page.grid.model.state("2026-10").complete
    point(page, FigureLine.REVENUE, "2026-10")
    keys("5")
    assert page.grid.table.findChild(QLineEdit) is None, "a closed month is locked"
    push(Qt.Key.Key_L, CONTROL)
    settle()
    assert page.grid.model.state("2026-10").closed_on is None
    ask(undo)
    assert ask(lambda store: [one.closed_on is None for one in store.find(MonthlyFigures, period="2026-10")]) == [False]


def divmod_cell(page: LedgerPage) -> tuple[int, int]:
    """Return row and column of the current cell."""
    index = page.grid.table.currentIndex()
    return index.row(), index.column()


def test_a_block_is_pasted_filled_right_copied_and_emptied(page: LedgerPage, settle: Settle, ask: Ask) -> None:
    point(page, FigureLine.VARIABLE, "2026-10")
    paste(page, "20 000,00\t21k\n(1 200)\t\n")
    settle()
    assert figure(ask, FigureLine.VARIABLE, "2026-10") is not None
    assert text(page, FigureLine.VARIABLE, "2026-11") == "21\u202f000"
    assert text(page, FigureLine.FIXED, "2026-10") == "-1\u202f200"
    point(page, FigureLine.DEPRECIATION, "2026-10")
    paste(page, "2 650")
    settle()
    point(page, FigureLine.DEPRECIATION, "2026-11")
    push(Qt.Key.Key_R, CONTROL)
    settle()
    assert text(page, FigureLine.DEPRECIATION, "2026-11") == "2\u202f650"
    table = page.grid.table
    table.selectionModel().select(
        page.grid.model.index(row_of(page, FigureLine.DEPRECIATION), page.grid.model.column_of("2026-10")),
        table.selectionModel().SelectionFlag.Select,
    )
    press(table, Qt.Key.Key_C, "", CONTROL)
    assert QGuiApplication.clipboard().text() == "2650\t2650"
    push(Qt.Key.Key_Delete)
    settle()
    assert text(page, FigureLine.DEPRECIATION, "2026-10") == ""
    assert figure(ask, FigureLine.DEPRECIATION, "2026-11") is None
    ask(undo)
    assert figure(ask, FigureLine.DEPRECIATION, "2026-11") is not None, "emptying was one step"


def test_filling_over_other_amounts_asks(page: LedgerPage, keys: Type, settle: Settle, ask: Ask) -> None:
    point(page, FigureLine.UNITS, "2026-10")
    keys("300\t")
    keys("310\n")
    point(page, FigureLine.UNITS, "2026-11")
    push(Qt.Key.Key_R, CONTROL)
    settle()
    dialog = page.grid.findChild(AskOver)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    kept = figure(ask, FigureLine.UNITS, "2026-11")
    assert kept is not None
    assert kept.amount == 310


def test_amounts_with_vat_keep_what_was_typed(
    page: LedgerPage, rich: Rich, keys: Type, settle: Settle, ask: Ask, ledgers: list[UUID]
) -> None:
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.services.records import edit_record

    rate = EditRecord(type_key="ledger", record_id=ledgers[0], values={"vat_rate": Decimal(21)})
    ask(lambda store: edit_record(store, rate))
    page.reload()
    settle()
    page.vat.click()
    point(page, FigureLine.REVENUE, "2026-10")
    keys("48.200,50\n")
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None
    assert (kept.amount, kept.entered, kept.vat_rate) == (Decimal("39835.12"), Decimal("48200.50"), Decimal(21))
    row, column = row_of(page, FigureLine.REVENUE), page.grid.model.column_of("2026-10")
    assert "48\u202f200,50\u00a0€" in page.grid.model.story(row, column)
    assert page.grid.model.face(row, column).mark == "TVAC"
    point(page, FigureLine.UNITS, "2026-10")
    keys("300\n")
    units = figure(ask, FigureLine.UNITS, "2026-10")
    assert units is not None
    assert units.amount == 300, "units have no VAT"


def test_source_precision_note_and_visibility_are_changed_in_place(
    page: LedgerPage, keys: Type, settle: Settle, ask: Ask
) -> None:
    keys("40k\n")
    point(page, FigureLine.REVENUE, "2026-10")
    push(Qt.Key.Key_F6)
    settle()
    push(Qt.Key.Key_F7)
    settle()
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None
    assert (kept.precision, kept.source) == (Precision.ABOUT, FigureSource.ACCOUNTANT)
    assert text(page, FigureLine.REVENUE, "2026-10").startswith("≈")
    push(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.grid.bar.remark.edit
    type_text(page.grid.bar.remark.edit, "hors subside")
    push(Qt.Key.Key_Return)
    settle()
    page.grid.bar.changed.emit("visibility", Visibility.INTERNAL)
    settle()
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None
    assert (kept.remark, kept.visibility) == ("hors subside", Visibility.INTERNAL)
    assert page.grid.model.face(row_of(page, FigureLine.REVENUE), page.grid.model.column_of("2026-10")).corner


def test_what_is_odd_is_said_while_it_is_typed(page: LedgerPage, settle: Settle, ask: Ask) -> None:
    type_text(page.grid.table, "4")
    editor = page.grid.table.findChild(QLineEdit)
    assert editor is not None
    type_text(editor, " 820 000")
    assert "inhabituel" in page.grid.said.text(), "before it is entered"
    push(Qt.Key.Key_Return)
    settle()
    assert figure(ask, FigureLine.REVENUE, "2026-10") is not None, "and it is entered all the same"


def test_a_negative_variable_cost_stays_to_be_corrected(page: LedgerPage, keys: Type, ask: Ask) -> None:
    point(page, FigureLine.VARIABLE, "2026-10")
    keys("-5\n")
    assert text(page, FigureLine.VARIABLE, "2026-10") == "-5"
    assert "négative" in page.grid.said.text()
    assert figure(ask, FigureLine.VARIABLE, "2026-10") is None


def test_parts_that_differ_from_the_total_are_told(page: LedgerPage, keys: Type) -> None:
    for line, amount in ((FigureLine.VARIABLE, "20k"), (FigureLine.FIXED, "25k"), (FigureLine.TOTAL_COSTS, "50k")):
        point(page, line, "2026-10")
        keys(f"{amount}\n")
    point(page, FigureLine.TOTAL_COSTS, "2026-10")
    assert "45\u202f000,00\u00a0€" in page.grid.said.text()


def test_the_staff_of_a_month_is_a_head_count(page: LedgerPage, keys: Type, ask: Ask) -> None:
    point(page, None, "2026-10")
    keys("7,5\n")
    assert ask(lambda store: [one.fte for one in store.find(Headcount) if one.on.month == 10]) == [Decimal("7.5")]
    assert page.grid.model.face(row_of(page, None), page.grid.model.column_of("2026-10")).text == "7,5"


def test_a_ledger_is_followed_and_edited_in_the_window(
    rich: Rich, show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    page = show(routes.figures(rich.organisation))
    assert isinstance(page, LedgerPage)
    assert page.empty.isVisible()
    page.empty.acted.emit()
    settle()
    assert page.grid.isVisible()
    (row,) = page.findChildren(LedgerRow)
    assert row.is_open
    row.form.field("cadence").committed.emit(Cadence.QUARTERLY)
    settle()
    row.lines.add_text("Sous-traitance")
    settle()
    (line_row,) = row.lines.rows.values()
    line_row.open()
    line_row.form.field("share").committed.emit(Decimal("0.6"))  # type: ignore[attr-defined]
    settle()
    assert page.grid.model.periods[-1] == "2026-Q4"
    labels = [page.grid.model.line_label(number) for number in range(len(page.grid.model.lines))]
    assert "Sous-traitance (60\u00a0%)" in labels
    assert ask(lambda store: [one.cadence for one in store.find(Ledger)]) == [Cadence.QUARTERLY]
    assert ask(lambda store: [one.share for one in store.find(LedgerLine)]) == [Decimal("0.6")]


def test_projects_have_their_own_ledger(page: LedgerPage, rich: Rich, settle: Settle, ask: Ask, qtbot: QtBot) -> None:
    from clusterdesk.domain.records.projects import Project

    def add(store: Store) -> UUID:
        project = Project(title="Chaises", organisation_id=rich.organisation)
        add_record(store, AddRecord(record=project))
        return open_ledger(store, rich.organisation, project_id=project.id)

    made = ask(add)
    page.reload()
    settle()
    assert page.choice.isVisible()
    page.choice.committed.emit(made)
    assert page.grid.model.view is not None
    assert page.grid.model.view.project == "Chaises"
    assert text(page, FigureLine.REVENUE, "2026-09") == ""


def test_five_years_of_fifteen_lines_are_painted(
    page: LedgerPage, settle: Settle, ask: Ask, ledgers: list[UUID]
) -> None:
    from clusterdesk.domain.commands.figures import EnterFigures
    from clusterdesk.domain.figures.cells import FigureCell
    from clusterdesk.services.figures import enter_figures

    lines = [line for line in FigureLine if line is not FigureLine.SEMI_VARIABLE]
    cells = tuple(
        FigureCell(f"{year}-{month:02d}", line, Decimal(1000 + month))
        for year in range(2021, 2026)
        for month in range(1, 13)
        for line in lines
    )
    ask(lambda store: enter_figures(store, EnterFigures(ledger_id=ledgers[0], cells=cells)))
    page.reload()
    settle()
    assert len(page.grid.model.periods) == 71
    assert not page.grid.grab().isNull()
    assert text(page, FigureLine.REVENUE, "2025-10") == "1\u202f010"
    face = page.grid.model.face(row_of(page, FigureLine.REVENUE), page.grid.model.column_of("2026-09"))
    assert face.below == "1\u202f009"


def test_it_is_read_at_twice_the_size_of_text(page: LedgerPage, settle: Settle, qtbot: QtBot) -> None:
    page.kit.theme.scale_text(200)
    settle()
    qtbot.waitUntil(lambda: clipped_texts(page) == [])
    table = page.grid.table
    qtbot.waitUntil(lambda: 0 <= table.columnViewportPosition(table.currentIndex().column()) < table.viewport().width())


def test_a_period_has_a_note_of_its_own(page: LedgerPage, settle: Settle, ask: Ask) -> None:
    page.grid.table.point_to(page.grid.model.rowCount() - 1, page.grid.model.column_of("2026-10"))
    push(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    type_text(page.grid.bar.remark.edit, "grève de dix jours")
    push(Qt.Key.Key_Return)
    settle()
    months = ask(lambda store: [(one.period, one.remark) for one in store.find(MonthlyFigures) if one.remark])
    assert months == [("2026-10", "grève de dix jours")]
    assert page.grid.bar.remark.edit.text() == "grève de dix jours"


def test_the_figures_of_the_organisation_in_front_stay_in_sight_those_of_others_do_not(
    page: LedgerPage, window: MainWindow, settle: Settle
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()
    assert text(page, FigureLine.REVENUE, "2026-09") == "46\u202f100"
    QTest.keyClick(window, Qt.Key.Key_F9)
    settle()


def test_what_was_being_typed_when_the_program_ended_is_offered_again(
    page: LedgerPage, settle: Settle, show: Show, rich: Rich, ask: Ask
) -> None:
    type_text(page.grid.table, "4")
    editor = page.grid.table.findChild(QLineEdit)
    assert editor is not None
    type_text(editor, "8k")
    page.grid.entry.keep_now()
    settle()
    cell = page.grid.cell
    page.grid.model.typed.clear()  # as a window that has just been opened
    page.grid.table.closeEditor(editor, page.grid.table.itemDelegate().EndEditHint.RevertModelCache)
    page.reload()
    settle()
    assert cell in page.grid.model.typed
    assert text(page, FigureLine.REVENUE, "2026-10") == "48k"
    assert figure(ask, FigureLine.REVENUE, "2026-10") is None
    push(Qt.Key.Key_F2)
    push(Qt.Key.Key_Return)
    settle()
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None, "Enter takes it as it stands"


def test_a_note_that_is_being_typed_survives_other_changes_and_the_end_of_the_program(
    page: LedgerPage, keys: Type, settle: Settle, ask: Ask
) -> None:
    keys("40k\n")
    point(page, FigureLine.REVENUE, "2026-10")
    push(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    type_text(page.grid.bar.remark.edit, "hors subside")
    page.reload()  # something else was changed meanwhile
    settle()
    assert page.grid.bar.remark.edit.text() == "hors subside"
    page.grid.bar.drafted.emit("hors subside")  # as after a moment of silence
    settle()
    ask(recover_drafts)
    kept = figure(ask, FigureLine.REVENUE, "2026-10")
    assert kept is not None
    assert kept.remark == "hors subside"


def test_the_history_of_a_figure_is_told(page: LedgerPage, keys: Type, settle: Settle) -> None:
    keys("40k\n")
    point(page, FigureLine.REVENUE, "2026-10")
    keys("41k\n")
    point(page, FigureLine.REVENUE, "2026-10")
    page.grid.table.customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = page.grid.findChildren(QMenu)
    next(one for one in menu.actions() if one.text() == "Historique").trigger()
    menu.close()
    settle()
    (dialog,) = page.window().findChildren(HistoryDialog)
    assert "oct. 2026" in dialog.accessibleName() + dialog.windowTitle()
    dialog.reject()
    settle()
