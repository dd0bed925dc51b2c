"""Difficulties by hand: noted from a selected sentence, filtered, moved by buttons, joined, told back, undone."""

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.difficulties import NewQuote, NoteDifficulty
from clusterdesk.domain.commands.sessions import AddSessionNote, NewNote
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyQuote,
    DifficultyState,
    DifficultyStep,
    DifficultyTheme,
    Severity,
)
from clusterdesk.domain.records.lists import Profile, ProfileRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation
from clusterdesk.domain.views.difficulties import Waits
from clusterdesk.gui import routes
from clusterdesk.gui.pages.difficulties.noting import NotingDialog
from clusterdesk.gui.pages.difficulties.page import DifficultiesPage
from clusterdesk.gui.pages.difficulty.agreement_dialog import AgreementDialog
from clusterdesk.gui.pages.difficulty.met_card import MetRow
from clusterdesk.gui.pages.difficulty.move_dialog import MoveDialog
from clusterdesk.gui.pages.difficulty.page import DifficultyPage
from clusterdesk.gui.pages.difficulty.similar_card import JoinedRow, SimilarRow
from clusterdesk.gui.pages.difficulty.telling_dialog import TellingDialog
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.search.page import ResultsPage
from clusterdesk.gui.pages.session.note_block import NoteBlock
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.filter_chips import FilterChip
from clusterdesk.gui.widgets.timeline import TimelineDelegate
from clusterdesk.services import difficulties, sessions
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.field import read_note
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import Ask, Rich

type Asked = Callable[..., QDialog]
SENTENCE = "La machine attend sous une bâche."


@pytest.fixture
def asked(window: MainWindow, settle: Settle) -> Asked:
    """A function that gives the open dialog of a kind."""

    def find(kind: type[QDialog]) -> QDialog:
        settle()
        return next(one for one in window.findChildren(kind) if one.isVisible())

    return find


@pytest.fixture
def noted(ask: Ask, rich: Rich) -> UUID:
    """A draft that two organisations meet, one of them quoted; a director is there to approve it."""

    def make(store: Store) -> UUID:
        add(store, Profile(name="Diane Lefort", role=ProfileRole.DIRECTOR))
        other = add(store, Organisation(name="Scierie du Canal", languages=("nl",)))
        add(store, ContactPoint(organisation_id=other.id, kind=ContactPointKind.MAIL, value="zagerij@kanaal.example"))
        permit = store.find(DifficultyTheme, key="permit")[0]
        command = NoteDifficulty(
            title="Un permis prend des mois, dit Scierie du Canal",
            theme_id=permit.id,
            severity=Severity.BLOCKING,
            organisation_ids=(rich.organisation, other.id),
            quotes=(NewQuote(text=SENTENCE, organisation_id=rich.organisation),),
        )
        return difficulties.note_difficulty(store, command).output.id

    made = ask(make)
    assert isinstance(made, UUID)
    return made


def opened(show: Show, difficulty_id: UUID) -> DifficultyPage:
    page = show(routes.difficulty(difficulty_id))
    assert isinstance(page, DifficultyPage)
    return page


def record(ask: Ask, difficulty_id: UUID) -> Difficulty:
    found = ask(lambda store: store.get(Difficulty, difficulty_id))
    assert isinstance(found, Difficulty)
    return found


def move(page: DifficultyPage, act: DifficultyAct, asked: Asked, settle: Settle, words: str = "") -> MoveDialog:
    button = page.side.moves.button(act)
    assert button is not None, act
    button.click()
    dialog = asked(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    dialog.words.edit.setPlainText(words)
    dialog.consent.click()
    settle()
    return dialog


def test_a_selected_sentence_of_a_note_becomes_the_quote(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    note = NewNote(text=f"Tout va bien. {SENTENCE} Le reste suit.", visibility=Visibility.INTERNAL)
    ask(lambda store: sessions.add_session_note(store, AddSessionNote(session_id=rich.planned, note=note)))
    page = show(routes.session(rich.planned))
    block = next(one for one in page.findChildren(NoteBlock) if SENTENCE in one.text.text())
    edit = block.text.edit
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(len("Tout va bien. "))
    cursor.setPosition(len(f"Tout va bien. {SENTENCE}"), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NotingDialog)
    assert isinstance(dialog, NotingDialog)
    assert (dialog.quote.text(), dialog.title.value) == (SENTENCE, SENTENCE.rstrip("."))
    assert dialog.organisation.name.text() == "Atelier Noord"
    dialog.title.edit.setText("Déplacer une machine demande un permis")
    dialog.consent.click()
    settle()
    quote = ask(lambda store: store.find(DifficultyQuote)[0])
    assert isinstance(quote, DifficultyQuote)
    assert (quote.text, quote.organisation_id, quote.session_id) == (SENTENCE, rich.organisation, rich.planned)
    assert quote.visibility is Visibility.INTERNAL, "it is read by whom the note is read"
    assert record(ask, quote.difficulty_id).visibility is Visibility.INTERNAL
    assert SENTENCE in block.text.text(), "nothing was taken out of the note"
    window.undo()
    settle()
    assert ask(lambda store: store.find(Difficulty)) == []


def test_words_selected_in_the_fil_become_the_quote(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    note = NewNote(text=f"Tout va bien. {SENTENCE} Le reste suit.", visibility=Visibility.INTERNAL)
    ask(lambda store: sessions.add_session_note(store, AddSessionNote(session_id=rich.planned, note=note)))
    page = show(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = page.main.fil.view
    row = next(row for row, one in enumerate(view.entries.entries) if one.session_id == rich.planned)
    index = view.entries.index(row)
    view.scrollTo(index)
    delegate, entry = view.itemDelegate(), view.entries.entries[row]
    assert isinstance(delegate, TimelineDelegate)
    body = delegate.places(view.visualRect(index), entry)[1]
    metrics = QFontMetrics(delegate.fonts()[1])
    middle = body.top() + metrics.lineSpacing() // 2
    start = QPoint(body.left() + metrics.horizontalAdvance("Tout va bien. ") + 1, middle)
    end = QPoint(body.left() + metrics.horizontalAdvance(f"Tout va bien. {SENTENCE}") + 1, middle)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in (start + QPoint(20, 0), end):
        held = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(view.viewport().mapToGlobal(at)),
                           Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
                           Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(view.viewport(), held)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert window.page is page, "a pull opens nothing"
    assert view.reader.textCursor().selectedText() == SENTENCE
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NotingDialog)
    assert isinstance(dialog, NotingDialog)
    assert dialog.quote.text() == SENTENCE
    assert dialog.visibility.value is Visibility.INTERNAL, "it is read by whom the note is read"
    dialog.consent.click()
    settle()
    quote = ask(lambda store: store.find(DifficultyQuote)[0])
    assert isinstance(quote, DifficultyQuote)
    assert (quote.text, quote.organisation_id, quote.session_id) == (SENTENCE, rich.organisation, rich.planned)


def test_by_keys_the_words_of_an_entry_are_shown_and_without_a_selection_all_are_the_quote(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, qtbot: QtBot
) -> None:
    page = show(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view = page.main.fil.view
    row = next(row for row, one in enumerate(view.entries.entries) if one.body == "La scie est livrée.")
    view.setFocus()
    view.setCurrentIndex(view.entries.index(row))
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NotingDialog)
    assert isinstance(dialog, NotingDialog)
    assert dialog.quote.text() == "La scie est livrée."
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is view.reader
    for _letter in "La scie":
        qtbot.keyClick(view.reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.reader.quoted().text == "La scie"
    qtbot.keyClick(view.reader, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    assert not view.reader.isVisible()


def test_without_a_title_nothing_is_noted(show: Show, asked: Asked, settle: Settle, ask: Ask) -> None:
    page = show(routes.difficulties())
    assert isinstance(page, DifficultiesPage)
    assert page.card.empty.isVisible()
    page.new_button.click()
    dialog = asked(NotingDialog)
    assert isinstance(dialog, NotingDialog)
    dialog.consent.click()
    settle()
    assert dialog.isVisible()
    assert dialog.title.problem
    assert ask(lambda store: store.find(Difficulty)) == []


def test_the_whole_way_by_its_buttons(
    window: MainWindow, show: Show, asked: Asked, settle: Settle, ask: Ask, noted: UUID
) -> None:
    page = opened(show, noted)
    assert page.side.moves.button(DifficultyAct.SENT) is None, "what is not possible is not offered"
    move(page, DifficultyAct.APPROVED, asked, settle)
    assert record(ask, noted).approved_by == "Diane Lefort"
    assert page.main.story.form.field("title").edit.isReadOnly(), "what was approved leaves as it was"  # type: ignore[attr-defined]
    unread = move(page, DifficultyAct.SENT, asked, settle)
    assert "Personne n’a relu la note" in unread.problem, "a note leaves with it: somebody reads it first"
    ask(lambda store: read_note(store, noted))
    unread.consent.click()
    settle()
    assert record(ask, noted).recipient_id is not None
    refused = move(page, DifficultyAct.ANSWERED, asked, settle)
    assert refused.isVisible(), "an answer needs words"
    refused.words.edit.setPlainText("C’est noté.")
    refused.consent.click()
    settle()
    assert record(ask, noted).state is DifficultyState.ANSWERED
    assert page.main.answer.isVisible()
    window.undo()
    settle()
    assert record(ask, noted).state is DifficultyState.SENT
    window.redo()
    settle()
    page.ask(DifficultyAct.FED_BACK)
    telling = asked(TellingDialog)
    telling.consent.click()  # type: ignore[attr-defined]
    settle()
    move(page, DifficultyAct.CLOSED, asked, settle, "Une simple lettre suffit.")
    closed = record(ask, noted)
    assert (closed.state, closed.result) == (DifficultyState.CLOSED, "Une simple lettre suffit.")
    acts = ask(lambda store: [one.act for one in sorted(store.find(DifficultyStep), key=lambda step: step.id)])
    assert acts == ["created", "approved", "previewed", "sent", "answered", "fed_back", "closed"]


def test_each_organisation_gets_a_draft_that_names_nobody_else(
    show: Show, asked: Asked, settle: Settle, ask: Ask, noted: UUID, system: System
) -> None:
    page = opened(show, noted)
    move(page, DifficultyAct.APPROVED, asked, settle)
    told = move(page, DifficultyAct.SENT, asked, settle)
    assert told.left is not None
    told.left.set_value(False)
    told.consent.click()
    settle()
    assert "dites comment la difficulté a été relayée" in told.problem
    told.words.edit.setPlainText("À la réunion du 3")
    told.consent.click()
    settle()
    assert record(ask, noted).state is DifficultyState.SENT
    move(page, DifficultyAct.ANSWERED, asked, settle, "C’est noté.")
    page.ask(DifficultyAct.FED_BACK)
    dialog = asked(TellingDialog)
    assert isinstance(dialog, TellingDialog)
    assert len(dialog.chosen) == 2
    dialog.drafts.click()
    settle()
    assert len(system.opened) == 1, "the folder of both"
    files = Path(system.opened[0]).glob("*.eml")
    drafts = sorted((message_from_bytes(file.read_bytes(), policy=default) for file in files), key=_has_receiver)
    assert [draft["X-Unsent"] for draft in drafts] == ["1", "1"]
    first, second = (str(draft["Subject"]) + draft.get_content() for draft in drafts)
    assert "Scierie du Canal" not in first, "to Atelier Noord, the other one stays unnamed"
    assert "C’est noté." in first
    assert "Scierie du Canal" in second, "its own name it may read"
    assert "Het antwoord:" in second
    assert drafts[1]["To"] == "zagerij@kanaal.example"
    assert record(ask, noted).state is DifficultyState.ANSWERED, "drafts are not yet told"
    dialog.boxes[dialog.chosen[0]].setChecked(False)
    dialog.consent.click()
    settle()
    assert record(ask, noted).state is DifficultyState.ANSWERED, "one of two was told"
    assert len(page._data.row.untold) == 1  # type: ignore[union-attr]


def test_an_organisation_agrees_to_be_named(show: Show, asked: Asked, settle: Settle, rich: Rich, noted: UUID) -> None:
    page = opened(show, noted)
    row = page.side.met.rows[rich.organisation]
    assert isinstance(row, MetRow)
    row.open()
    row.agree.click()
    dialog = asked(AgreementDialog)
    assert isinstance(dialog, AgreementDialog)
    dialog.consent.click()
    assert dialog.who.problem
    dialog.who.edit.setText("Sofie Peeters")
    dialog.consent.click()
    settle()
    row = page.side.met.rows[rich.organisation]
    assert isinstance(row, MetRow)
    assert (row.part.named, row.part.named_by) == (True, "Sofie Peeters")
    row.unname.click()
    settle()
    assert not page.side.met.rows[rich.organisation].part.named


def test_what_says_the_same_is_suggested_joined_and_taken_apart(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, noted: UUID
) -> None:
    def another(store: Store) -> UUID:
        permit = store.find(DifficultyTheme, key="permit")[0]
        command = NoteDifficulty(title="Le permis prend trop de mois", theme_id=permit.id)
        return difficulties.note_difficulty(store, command).output.id

    other = ask(another)
    page = opened(show, noted)
    (row,) = page.main.similar.lines
    assert isinstance(row, SimilarRow)
    assert row.difficulty_id == other
    row.join.click()
    settle()
    assert record(ask, row.difficulty_id).joined_into == noted
    (joined,) = page.main.similar.lines
    assert isinstance(joined, JoinedRow)
    window.undo()
    settle()
    assert record(ask, row.difficulty_id).joined_into is None
    window.redo()
    settle()
    last = opened(show, row.difficulty_id)
    assert last.header.joined.isVisible()
    assert last.side.moves.isHidden(), "what was joined makes no moves of its own"
    last.header.joined.apart.click()
    settle()
    assert record(ask, row.difficulty_id).joined_into is None


def test_the_list_counts_filters_and_opens(
    window: MainWindow, show: Show, settle: Settle, noted: UUID, qtbot: QtBot
) -> None:
    page = show(routes.difficulties())
    assert isinstance(page, DifficultiesPage)
    assert page.header._note.text().startswith("1 difficult")
    assert [row.record.id for row in page.rows()] == [noted]
    page.filters.field.setText("scierie")
    settle()
    assert page.rows(), "found by the name of who meets it"
    page.filters.field.setText("gaufre")
    qtbot.waitUntil(page.card.nothing.isVisible)
    every = page.filters.chips.findChildren(FilterChip)[-1]
    assert every.text().endswith("0"), "each chip counts beside what else is asked for"
    page.card.nothing.acted.emit()
    settle()
    page.filters.theme.choose(None)
    page.filters.theme.activated.emit(0)
    assert page.rows() == [], "it has a theme"
    page = show(routes.difficulties(Waits.ANSWER))
    assert isinstance(page, DifficultiesPage)
    assert page.rows() == []
    page = show(routes.difficulties(Waits.APPROVAL))
    assert isinstance(page, DifficultiesPage)
    page.filters.clear()
    assert every.text().endswith("1")
    assert len(page.listing().rows) == 1
    page.card.table.setFocus()
    page.card.table.selectRow(0)
    qtbot.keyClick(page.card.table, Qt.Key.Key_Return)
    settle()
    assert isinstance(window.page, DifficultyPage)


def test_what_is_restricted_stays_out_of_the_exported_list(show: Show, settle: Settle, ask: Ask, noted: UUID) -> None:
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.services import records

    values = {"visibility": Visibility.RESTRICTED}
    command = EditRecord(type_key="difficulty", record_id=noted, values=values)
    ask(lambda store: records.edit_record(store, command))
    page = show(routes.difficulties())
    assert isinstance(page, DifficultiesPage)
    assert len(page.rows()) == 1
    assert page.listing().rows == []


def _has_receiver(draft: EmailMessage) -> bool:
    return draft["To"] is not None


def test_today_says_what_waits_and_leads_there(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, noted: UUID
) -> None:
    page = show(Route(routes.TODAY))
    assert isinstance(page, TodayPage)
    assert page.due.difficulties.text().strip() == "1 difficulté attend"
    page.due.difficulties.click()
    settle()
    assert isinstance(window.page, DifficultiesPage)
    assert window.page.wanted().waits is Waits.APPROVAL


def test_one_seen_in_a_note_is_taken_with_tab(
    window: MainWindow, rich: Rich, show: Show, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    note = NewNote(text="", visibility=Visibility.INTERNAL)
    ask(lambda store: sessions.add_session_note(store, AddSessionNote(session_id=rich.planned, note=note)))
    page = show(routes.session(rich.planned))
    block = next(iter(page.findChildren(NoteBlock)))
    block.text.edit.setFocus()
    block.text.edit.insertPlainText("@difficulté délai du permis")
    qtbot.keyClick(block.text.edit, Qt.Key.Key_Tab)
    settle()
    made = ask(lambda store: store.find(Difficulty)[0])
    assert isinstance(made, Difficulty)
    assert (made.title, made.session_id, made.visibility) == ("Délai du permis", rich.planned, Visibility.INTERNAL)
    assert block.text.text() == "@difficulté délai du permis", "the text stays as typed"
    window.undo()
    settle()
    assert ask(lambda store: store.find(Difficulty)) == []


def test_search_leads_to_a_difficulty_and_from_a_quote_to_it(
    window: MainWindow, show: Show, settle: Settle, noted: UUID
) -> None:
    for text in ("prend des mois", "bâche"):
        page = show(routes.search(text))
        assert isinstance(page, ResultsPage)
        page.table.selectRow(0)
        page.table.opened.emit(page.model.ids[0])
        settle()
        assert isinstance(window.page, DifficultyPage), text
        assert window.page.argument == noted
