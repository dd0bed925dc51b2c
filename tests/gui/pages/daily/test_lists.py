"""The editable lists in the window: chosen by chips, edited in place, added to, ordered, undone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.lists import CircularModel, NamedMapping, Question, Track
from clusterdesk.exchange.figures.kept_headings import keep_headings
from clusterdesk.exchange.importing.named import keep_mapping
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, MappedColumn
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.lists.page import ListsPage
from clusterdesk.gui.pages.lists.reading import LISTS
from clusterdesk.gui.pages.lists.row import ListRow
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text


def _page(show: Show, key: str) -> ListsPage:
    page = show(routes.lists(key))
    assert isinstance(page, ListsPage)
    return page


def _uncut(page: ListsPage) -> None:
    assert clipped_texts(page) == []


def _titles(page: ListsPage, key: str) -> list[str]:
    layout = page.cards[key]._list
    rows = (layout.itemAt(place).widget() for place in range(layout.count()))  # type: ignore[union-attr]
    return [row.title.text() for row in rows if isinstance(row, ListRow)]


def test_settings_lead_to_each_list(show: Show, window: MainWindow, settle: Settle) -> None:
    settings = show(Route(SETTINGS.id))
    assert isinstance(settings, SettingsPage)
    names = [button.text() for button in settings.findChildren(QAbstractButton)]
    assert {"Collègues", "Filières", "Modèles circulaires", "Axes", "Questions", "Étiquettes"} <= set(names)
    next(button for button in settings.findChildren(QAbstractButton) if button.text() == "Axes").click()
    settle()
    assert isinstance(window.page, ListsPage)
    assert window.page.chips.keys == {"track"}
    assert [key for key, card in window.page.cards.items() if card.isVisible()] == ["track"]


def test_every_list_shows_its_rows_in_words(show: Show, settle: Settle, qtbot: QtBot) -> None:
    for key in LISTS:
        page = _page(show, key)
        for row in page.cards[key].rows.values():
            row.open()
        settle()
        assert nameless_widgets(page) == [], key
        qtbot.waitUntil(partial(_uncut, page), timeout=MOMENT)


def test_a_row_is_added_by_typing_and_undone(show: Show, window: MainWindow, settle: Settle, ask: Ask) -> None:
    page = _page(show, "track")
    card = page.cards["track"]
    before = _titles(page, "track")
    card.begin_adding()
    assert card.line is not None
    type_text(card.line, "Énergie")
    press(card.line, Qt.Key.Key_Return)
    settle()
    assert _titles(page, "track") == [*before, "Énergie"]
    row = list(card.rows.values())[-1]
    assert row.is_open
    assert isinstance(row, ListRow)
    row.form.field("name_nl").committed.emit("Energie")
    row.form.field("indicator").committed.emit("job_growth")
    settle()
    added = ask(lambda store: store.find(Track, key="energie")[0])
    assert isinstance(added, Track)
    assert (added.name_nl, added.indicator) == ("Energie", "job_growth")
    assert "Energie" in row.note.text()
    row.order.up.click()
    settle()
    assert _titles(page, "track")[-2:] == ["Énergie", before[-1]]
    assert "Ordre · Axes · Énergie" in window._words.undo
    window.undo()
    settle()
    assert _titles(page, "track")[-1] == "Énergie"


def test_a_model_is_confirmed_and_a_question_reworded(show: Show, settle: Settle, ask: Ask) -> None:
    page = _page(show, "circular_model")
    row = list(page.cards["circular_model"].rows.values())[-1]
    assert isinstance(row, ListRow)
    assert [chip.text() for chip in row._chips] == ["À confirmer par le cluster"]
    row.open()
    row.form.field("confirmed").committed.emit(True)
    settle()
    assert row._chips == []
    assert ask(lambda store: store.get(CircularModel, row.part.id).confirmed) is True
    page.chips.chosen.emit(frozenset({"question"}))
    settle()
    question = next(iter(page.cards["question"].rows.values()))
    assert isinstance(question, ListRow)
    question.open()
    question.form.field("name_fr").committed.emit("Et le bois ?")
    question.form.field("version").committed.emit(2)
    settle()
    assert "version 2" in question.note.text()
    assert ask(lambda store: store.get(Question, question.part.id).name_fr) == "Et le bois ?"


def test_a_mapping_says_which_column_goes_where(show: Show, settle: Settle, ask: Ask) -> None:
    columns = (MappedColumn(0, "Nom de la société", "name", 1.0), MappedColumn(1, "Divers", None))
    mapping = ColumnMapping(ImportKind.ORGANISATIONS, columns)
    ask(lambda store: keep_mapping(store, "Liste de la Région", mapping))
    page = _page(show, "named_mapping")
    page.refresh(None)
    settle()
    (row,) = page.cards["named_mapping"].rows.values()
    assert isinstance(row, ListRow)
    assert "1 colonne" in row.note.text()
    row.open()
    assert any("Nom de la société → " in label for label in _labels(row))
    row.form.field("name").committed.emit("Région")
    settle()
    assert ask(lambda store: [one.name for one in store.find(NamedMapping)]) == ["Région"]


def test_kept_headings_of_figures_say_what_each_is(show: Show, settle: Settle, ask: Ask) -> None:
    ask(lambda store: keep_headings(store, "Comptable", {"Loyers": "fixed", "Divers": "skip", "Énergie": "Énergie"}))
    page = _page(show, "named_mapping")
    page.refresh(None)
    settle()
    (row,) = page.cards["named_mapping"].rows.values()
    assert isinstance(row, ListRow)
    assert row.note.text() == "Chiffres · 3 intitulés"
    row.open()
    told = _labels(row)
    for line in ("Loyers → Charges fixes", "Divers → – non repris –", "Énergie → Énergie"):
        assert any(line in one for one in told), (line, told)


def _labels(row: ListRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel)]
