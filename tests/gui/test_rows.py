"""Tables that fetch rows when painted, and the Fil."""

from collections.abc import Callable, Hashable, Sequence

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QApplication, QStyleOptionHeader
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import ID_ROLE, KEPT, WINDOW, Column, DeskRows, RowsModel, TableRow
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import ElidedLabel
from clusterdesk.gui.widgets.rows_table import RowsTable
from clusterdesk.gui.widgets.timeline import TimelineEntry, TimelineModel, TimelineView
from tests.gui.support import FakeDesk, delete_now, nameless_widgets, press

_COLUMNS = (
    Column("name", "Nom", 220),
    Column("state", "État", 140, chip=True),
    Column("fte", "ETP", 80, number=True),
    Column("note", "Note", 120, sortable=False),
)


def _row(key: Hashable) -> TableRow:
    tone = Tone.OK if int(str(key)) % 2 else None
    return TableRow(key, (f"Organisation {key}", "actif", "7,5", ""), (None, tone, None, None))


class Source:
    """Gives rows at once, and counts questions."""

    def __init__(self) -> None:
        self.questions: list[Sequence[Hashable]] = []
        self.missing: set[Hashable] = set()

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        self.questions.append(ids)
        deliver([_row(each) for each in ids if each not in self.missing])


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(kit: Kit, source: Source) -> RowsModel:
    return RowsModel(kit.theme, _COLUMNS, source)


def test_the_model_keeps_qts_rules(
    model: RowsModel, kit: Kit, source: Source, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model.set_ids(range(300))
    qtmodeltester.check(model, force_py=True)
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    model.set_ids(range(5, 200))
    model.forget([7])
    qtmodeltester.check(model, force_py=True)


def test_an_old_name_breaks_no_line_and_turns_nothing_round(
    kit: Kit, model: RowsModel, source: Source, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setitem(globals(), "_row", lambda key: TableRow(key, ("Deux\nLignes\u202e", "actif", "7,5", "")))
    model.set_ids(range(1))
    assert model.index(0, 0).data() == ""
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    assert model.index(0, 0).data() == "Deux Lignes"
    assert ElidedLabel("Deux\nLignes\u202e").text() == "Deux Lignes"


def test_only_painted_rows_are_fetched(kit: Kit, model: RowsModel, source: Source, qtbot: QtBot) -> None:
    model.set_ids(range(100_000))
    table = RowsTable(kit, model, "Organisations")
    table.resize(700, 500)
    table.show()
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    assert sum(map(len, source.questions)) <= 2 * WINDOW
    table.scrollTo(model.index(50_000, 0))
    qtbot.waitUntil(lambda: model.row_at(50_000) is not None)
    assert sum(map(len, source.questions)) <= 6 * WINDOW
    assert model.index(50_000, 0).data() == "Organisation 50000"
    assert model.index(50_000, 0).data(ID_ROLE) == 50_000
    assert model.row_at(25_000) is None
    delete_now(table)


class _Paints(QObject):
    """Counts the paints of a widget."""

    number = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


def test_new_ids_are_painted_once(table: RowsTable, model: RowsModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    _settle()
    paints = _Paints()
    table.viewport().installEventFilter(paints)
    model.set_ids(range(3, 60))
    _settle()
    assert paints.number == 1


def _settle() -> None:
    """Let all happen that stands in line, and what it asks for."""
    for _ in range(5):
        QApplication.processEvents()


def test_rows_that_are_gone_are_not_asked_for_ever(kit: Kit, model: RowsModel, source: Source, qtbot: QtBot) -> None:
    source.missing = {1}
    model.set_ids([0, 1, 2])
    table = RowsTable(kit, model, "Organisations")
    table.show()
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    for _ in range(5):
        table.viewport().repaint()
    assert len(source.questions) == 1
    delete_now(table)


def test_memory_stays_bounded(kit: Kit, model: RowsModel, source: Source, qtbot: QtBot) -> None:
    model.set_ids(range(100_000))
    for start in range(0, 20_000, WINDOW):
        model.index(start, 0).data()
        model._ask()
    assert len(model._rows) <= KEPT + WINDOW


def test_a_change_fetches_its_row_again(model: RowsModel, source: Source) -> None:
    model.set_ids(range(10))
    model.index(3, 0).data()
    model._ask()
    asked = len(source.questions)
    model.forget([3])
    assert model.row_at(3) is None
    model.index(3, 0).data()
    model._ask()
    assert source.questions[asked:] == [[3]]


def test_the_desk_makes_rows_in_its_thread(
    kit: Kit, worker: DeskWorker[FakeDesk], fake_desk: FakeDesk, qtbot: QtBot
) -> None:
    def read(desk: FakeDesk, ids: Sequence[Hashable]) -> Sequence[TableRow]:
        desk.seen.append(tuple(ids))
        return [_row(each) for each in ids]

    model = RowsModel(kit.theme, _COLUMNS, DeskRows(worker, read))
    model.set_ids(range(10))
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: model.row_at(9) is not None)
    assert fake_desk.seen == [tuple(range(10))]


@pytest.fixture
def table(kit: Kit, model: RowsModel, qtbot: QtBot) -> RowsTable:
    model.set_ids(range(50))
    made = RowsTable(kit, model, "Organisations")
    made.resize(700, 400)
    made.show()
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    return made


def test_keys_open_preview_and_search(table: RowsTable, qtbot: QtBot) -> None:
    table.setFocus()
    assert table.point_to(3)
    pointed_to = table.current_id
    assert pointed_to == 3
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.preview_asked) as preview:
        press(table, Qt.Key.Key_Space, " ")
    with qtbot.waitSignal(table.typed) as typed:
        press(table, Qt.Key.Key_A, "a")
    assert (opened.args, preview.args, typed.args) == ([3], [3], ["a"])
    press(table, Qt.Key.Key_Down)
    assert table.current_id == 4


def test_the_current_row_survives_a_new_order(table: RowsTable, model: RowsModel) -> None:
    table.point_to(3)
    model.set_ids(list(reversed(range(50))))
    assert table.current_id == 3
    assert table.currentIndex().row() == 46


def test_a_click_on_a_heading_asks_the_store_to_sort(table: RowsTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.horizontalHeader().sectionClicked.emit(0)
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["name", True]
    with qtbot.assertNotEmitted(table.sort_asked):
        table.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
        table.show_sort("fte", descending=False)


def test_the_table_has_a_name_and_no_width_of_chance(table: RowsTable, kit: Kit) -> None:
    assert nameless_widgets(table) == []
    assert table.columnWidth(0) == 220
    kit.theme.scale_text(200)
    assert table.columnWidth(0) == 440


_ENTRIES = [
    TimelineEntry("a", "23 nov.", "notebook-pen", "Visite 2", "Nouvelle scie livrée. " * 40, "interne", Tone.WARN),
    TimelineEntry("b", "12 nov.", "euro", "Chiffres d'octobre"),
    TimelineEntry("c", "", "pin", "Menuiserie de réemploi", "goulot = ponçage", pinned=True),
]


def test_the_fil_shows_pinned_entries_first_and_speaks(kit: Kit, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    view = TimelineView(kit, "Fil")
    view.set_entries(_ENTRIES)
    view.resize(500, 400)
    view.show()
    qtbot.waitExposed(view)
    assert not view.grab().isNull()
    first = view.entries.index(0)
    assert first.data() == "Menuiserie de réemploi"
    spoken = view.entries.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("23 nov., Visite 2, Nouvelle scie")
    assert spoken.endswith("interne")
    view.setCurrentIndex(view.entries.index(2))
    view.set_entries(_ENTRIES[1:])
    assert view.current_id == "b"
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    assert nameless_widgets(view) == []
    delete_now(view)


def test_the_fils_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = TimelineModel()
    model.set_entries(_ENTRIES)
    qtmodeltester.check(model, force_py=True)
    assert model.data(QModelIndex()) is None


def test_the_arrow_lies_beside_a_title_at_the_right_and_not_over_it(table: RowsTable) -> None:
    header, option = table.horizontalHeader(), QStyleOptionHeader()
    header.initStyleOptionForIndex(option, 2)
    assert option.text == "ETP"
    table.show_sort("fte", descending=True)
    header.initStyleOptionForIndex(option, 2)
    assert option.text.startswith("ETP\u2003")
    table.setColumnWidth(2, 40)
    header.initStyleOptionForIndex(option, 2)
    assert option.text == "ETP", "no title is cut for its arrow"
    header.initStyleOptionForIndex(option, 0)
    assert option.text == "Nom"
