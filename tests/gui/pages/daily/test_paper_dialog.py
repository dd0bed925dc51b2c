"""A paper about difficulties by hand: seen, read to its end, released, saved; stale once anything changes."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.discretion import Secret, Secrets
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyStep
from clusterdesk.domain.views.difficulty_papers import Naming
from clusterdesk.gui import routes
from clusterdesk.gui.pages.difficulties.page import DifficultiesPage
from clusterdesk.gui.pages.difficulty.page import DifficultyPage
from clusterdesk.gui.papers.dialog import PaperDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.veil import VEIL, reveil_all
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.services import outbox, records
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import pdf_text
from tests.field import make_trade, note_permit
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask

type Paper = Callable[[], PaperDialog]


@pytest.fixture
def permit(ask: Ask) -> UUID:
    """A difficulty whose texts name nearly everybody."""

    def make(store: Store) -> UUID:
        return note_permit(store, make_trade(store), happens="Houtlus et Zwetschge attendent. " + "Rien. " * 900).id

    made = ask(make)
    assert isinstance(made, UUID)
    return made


@pytest.fixture
def paper(show: Show, permit: UUID, window: MainWindow, settle: Settle) -> PaperDialog:
    """The preview of its note, opened by the button of its page."""
    page = show(routes.difficulty(permit))
    assert isinstance(page, DifficultyPage)
    page.paper_button.click()
    settle()
    (dialog,) = [one for one in window.findChildren(PaperDialog) if one.isVisible()]
    return dialog


def read_to_end(dialog: PaperDialog, settle: Settle) -> None:
    """Scroll down and say that it may leave."""
    dialog.view.to_end()
    assert dialog.consent.isEnabled()
    dialog.consent.click()
    settle()


def steps(ask: Ask) -> list[DifficultyStep]:
    """Return who read what."""
    found = ask(lambda store: store.find(DifficultyStep, act=DifficultyAct.PREVIEWED))
    assert isinstance(found, list)
    return found


def test_it_is_read_to_its_end_before_it_leaves(paper: PaperDialog, settle: Settle, ask: Ask) -> None:
    assert "Une entreprise et Zwetschge attendent." in paper.view.toPlainText()
    assert "Houtlus" not in paper.view.toPlainText()
    ways = (paper.pdf_button, paper.word_button, paper.team_button)
    assert [one.isEnabled() for one in (*ways, paper.consent)] == [False] * 4
    read_to_end(paper, settle)
    assert [one.isEnabled() for one in ways] == [True] * 3
    assert not paper.consent.isVisible()
    (step,) = steps(ask)
    assert (step.by, len(step.sha256)) == ("Claire Delvaux", 64)


def test_saved_it_is_what_was_read(paper: PaperDialog, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    read_to_end(paper, settle)
    paper.pdf_button.click()
    settle()
    (asking,) = paper.findChildren(QFileDialog)
    assert Path(asking.selectedFiles()[0]).name.endswith("Note de difficulté.pdf")
    asking.reject()
    target = tmp_path / "note.pdf"
    paper.leaving.save_to(str(target))
    settle()
    text = pdf_text(target.read_bytes())
    assert "Une entreprise et Zwetschge attendent" in " ".join(text.split())
    assert "Houtlus" not in text


def test_what_changes_meanwhile_is_read_again(
    paper: PaperDialog, permit: UUID, settle: Settle, ask: Ask, errors: list[BaseException]
) -> None:
    read_to_end(paper, settle)
    edit = EditRecord(type_key="difficulty", record_id=permit, values={"wish": "Houtlus veut un guichet."})
    ask(lambda store: records.edit_record(store, edit))
    paper.word_button.click()
    settle()
    (error,) = errors
    assert isinstance(error, KnownError)
    assert error.code == "paper_stale"
    assert paper.findChildren(QFileDialog) == []
    assert "veut un guichet" in paper.view.toPlainText()
    assert paper.consent.isVisible()
    assert not paper.pdf_button.isEnabled()
    errors.clear()


def test_undo_takes_the_reading_back(paper: PaperDialog, settle: Settle, ask: Ask, window: MainWindow) -> None:
    read_to_end(paper, settle)
    window.undo()
    settle()
    assert steps(ask) == []


def test_words_are_blocked_and_left_by_the_reader(paper: PaperDialog, settle: Settle, ask: Ask) -> None:
    def press(word: str) -> None:
        found = [one for one in paper.words.findChildren(Button) if one.property("word") == word]
        found[0].click()
        settle()

    press("Zwetschge")
    assert "Une entreprise et […] attendent." in paper.view.toPlainText()
    press("Houtlus")
    assert "Houtlus et […] attendent." in paper.view.toPlainText()
    cursor = paper.view.document().find("Rien")
    paper.view.setTextCursor(cursor)
    assert paper.block_button.isEnabled()
    paper.block_button.click()
    settle()
    assert "Rien" not in paper.view.toPlainText()
    read_to_end(paper, settle)
    (step,) = steps(ask)
    assert set(step.remark.splitlines()) == {"+ Zwetschge", "+ Rien", "- Houtlus"}
    assert ask(lambda store: store.find(Difficulty)[0].happens[:7]) == "Houtlus"


def test_the_internal_edition_names_all_and_needs_no_word(paper: PaperDialog, settle: Settle) -> None:
    paper.naming.setCurrentIndex(paper.naming.findData(Naming.INTERNAL))
    paper.naming.activated.emit(paper.naming.currentIndex())
    settle()
    assert "Houtlus et Zwetschge" in paper.view.toPlainText()
    assert paper.pdf_button.isEnabled()
    assert not paper.consent.isVisible()


def test_names_of_the_internal_edition_are_out_of_sight_before_an_audience(paper: PaperDialog, settle: Settle) -> None:
    paper.naming.setCurrentIndex(paper.naming.findData(Naming.INTERNAL))
    paper.naming.activated.emit(paper.naming.currentIndex())
    settle()
    VEIL.draw(Secrets((Secret("Houtlus", frozenset({uuid4()})),)), {})
    try:
        reveil_all()
        assert "Houtlus" not in paper.view.toPlainText()
    finally:
        VEIL.lift()
    reveil_all()
    assert "Houtlus et Zwetschge" in paper.view.toPlainText()


def test_it_goes_to_the_outbox(paper: PaperDialog, settle: Settle, ask: Ask, permit: UUID) -> None:
    read_to_end(paper, settle)
    paper.team_button.click()
    settle()
    jobs = ask(outbox.jobs)
    assert isinstance(jobs, tuple | list)
    (job,) = jobs
    assert job.record_id == permit
    assert job.title.endswith("Note de difficulté")


def test_the_roll_up_of_what_the_list_shows(show: Show, permit: UUID, window: MainWindow, settle: Settle) -> None:
    page = show(routes.difficulties())
    assert isinstance(page, DifficultiesPage)
    page.roll_button.click()
    settle()
    (dialog,) = [one for one in window.findChildren(PaperDialog) if one.isVisible()]
    # A draft is not sent up.
    assert dialog.problem.startswith("Il n’y a aucune difficulté à relayer.")
    assert not dialog.consent.isEnabled()
    dialog.reject()


def test_a_selection_over_lines_is_one_word(paper: PaperDialog) -> None:
    cursor = paper.view.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor, 2)
    paper.view.setTextCursor(cursor)
    assert "\u2029" not in paper.view.selected
