"""The page of a session: notes that are safe within a second, decisions, promises, finishing, the report."""

import shutil
from datetime import UTC, date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import start_desk
from clusterdesk.config.settings import Settings
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import (
    Action,
    OwnerKind,
    Session,
    SessionAttendee,
    SessionNote,
    SessionState,
)
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.gui import routes
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.session.loading import minutes_so_far
from clusterdesk.gui.pages.session.note_block import NoteBlock
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.visit_reports import visit_report_view
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal import drafts
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import NOW, TODAY, FixedClock, clipped_texts, nameless_widgets, press, type_text


@pytest.fixture
def page(open_page: Open, rich: Rich) -> SessionPage:
    opened = open_page(routes.session(rich.planned))
    assert isinstance(opened, SessionPage)
    return opened


@pytest.fixture
def block(page: SessionPage, qtbot: QtBot) -> NoteBlock:
    """The first question, its notes open."""
    page.notes.notes.start.click()
    qtbot.waitUntil(lambda: len(page.notes.notes.blocks) > 2, timeout=MOMENT)
    first = next(iter(page.notes.notes.blocks.values()))
    first.text.edit.setFocus()
    return first


def _drafts(store: Store) -> list[str]:
    with store.read() as connection:
        return [each.value for each in drafts.pending(connection)]


def _settled(page: SessionPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)


def test_typed_text_is_safe_within_a_second_and_becomes_one_step(
    page: SessionPage, block: NoteBlock, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    type_text(block.text.edit, "Deux personnes à mi-temps, payées 57,60 €")
    assert block.text._draft_timer.remainingTime() < 1_000
    with qtbot.waitSignal(block.fields.kept):
        pass
    assert ask(_drafts) == ["Deux personnes à mi-temps, payées 57,60 €"]
    assert page.header.saved.text().endswith(":42:07")
    before = ask(lambda store: store.data_version())
    page.leave()
    qtbot.waitUntil(lambda: not block.text.dirty and not page.context.desk.busy, timeout=MOMENT)
    assert ask(_drafts) == []
    assert ask(lambda store: store.data_version()) == int(str(before)) + 1
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    window.undo()
    qtbot.waitUntil(lambda: block.text.text() == "", timeout=MOMENT)


def test_after_a_crash_the_text_is_simply_there(
    page: SessionPage, block: NoteBlock, ask: Ask, qtbot: QtBot, binder: Path, tmp_path: Path, clock: FixedClock
) -> None:
    type_text(block.text.edit, "Nouvelle scie")
    with qtbot.waitSignal(block.fields.kept):
        pass
    assert ask(_drafts) == ["Nouvelle scie"]
    # What lies on the disk now is what a crash would leave.
    left = Path(shutil.copytree(binder, tmp_path / "left", ignore=shutil.ignore_patterns("*lock*")))
    desk, recovered = start_desk(left, Settings(backups=False), clock=clock)
    assert recovered == 1
    assert [one.text for one in desk.store.find(SessionNote, text="Nouvelle scie")] == ["Nouvelle scie"]
    desk.close()


def test_a_refresh_leaves_what_is_being_typed(page: SessionPage, block: NoteBlock, qtbot: QtBot) -> None:
    type_text(block.text.edit, "En cours")
    page.reload()
    _settled(page, qtbot)
    assert block.text.text() == "En cours"
    assert next(iter(page.notes.notes.blocks.values())) is block


def test_a_promise_typed_into_the_notes_is_taken_with_tab_and_undone(
    page: SessionPage, block: NoteBlock, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(block.text.edit.hasFocus, timeout=MOMENT)
    type_text(block.text.edit, "Goulot au ponçage. 3,5 ETP. @action @eux devis scie vendredi")
    press(block.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(page.side.promises.rows), timeout=MOMENT)
    made = ask(lambda store: store.find(Action, session_id=rich.planned))
    assert [(one.text, one.owner, one.due_on) for one in made] == [  # type: ignore[attr-defined]
        ("devis scie", OwnerKind.ORGANISATION, TODAY + timedelta(days=4))
    ]
    assert block.text.text() == "Goulot au ponçage. 3,5 ETP. @action @eux devis scie vendredi"
    assert block.text.edit.hasFocus()
    window.undo()
    qtbot.waitUntil(lambda: not page.side.promises.rows, timeout=MOMENT)


def test_a_session_is_written_finished_and_reported(
    page: SessionPage, block: NoteBlock, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    type_text(block.text.edit, "La ponceuse arrive en mars.")
    secret = tuple(page.notes.notes.blocks.values())[1]
    secret.text.restore_draft("Trésorerie tendue.")
    assert secret.text.commit()
    secret.visibility.committed.emit(Visibility.INTERNAL)
    page.notes.decisions.line.setText("Commander la ponceuse")
    press(page.notes.decisions.line, Qt.Key.Key_Return)
    page.side.promises.begin_adding()
    page.side.promises.entry.text.setText("Envoyer le devis")
    press(page.side.promises.entry.text, Qt.Key.Key_Return)
    step = page.side.step.field("next_step")
    step.restore_draft("Revoir le plan")  # type: ignore[attr-defined]
    assert step.commit()  # type: ignore[attr-defined]
    press(block.text.edit, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.header.finish.isHidden(), timeout=MOMENT)
    _settled(page, qtbot)
    session = ask(lambda store: store.get(Session, rich.planned))
    assert isinstance(session, Session)
    assert (session.state, session.next_step) == (SessionState.HELD, "Revoir le plan")
    report = ask(lambda store: visit_report_view(store, rich.planned, author="Claire Delvaux"))
    assert isinstance(report, VisitReport)
    assert [note.text for note in report.notes] == ["La ponceuse arrive en mars."]
    assert [one.text for one in report.decisions] == ["Commander la ponceuse"]
    assert [one.text for one in report.actions] == ["Envoyer le devis"]
    empty = ask(lambda store: [one for one in store.find(SessionNote, session_id=rich.planned) if not one.text])
    assert empty == []


def test_attendees_are_turned_on_and_off_and_named(page: SessionPage, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    chips = page.side.attendees.chips._chips
    chips[str(rich.contact)].click()
    _settled(page, qtbot)
    page.side.attendees.line.setText("Un voisin")
    press(page.side.attendees.line, Qt.Key.Key_Return)
    _settled(page, qtbot)
    found = ask(lambda store: store.find(SessionAttendee, session_id=rich.planned))
    assert isinstance(found, list)
    assert {(one.contact_id, one.name) for one in found} == {(rich.contact, ""), (None, "Un voisin")}
    chips = page.side.attendees.chips._chips
    chips["Un voisin"].click()
    _settled(page, qtbot)
    assert ask(lambda store: len(store.find(SessionAttendee, session_id=rich.planned))) == 1


def test_other_questions_keep_what_was_written(
    page: SessionPage, block: NoteBlock, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    type_text(block.text.edit, "Écrit déjà")
    page.leave()
    _settled(page, qtbot)
    page.side.facts.template.committed.emit("employment")
    qtbot.waitUntil(lambda: block.question.text() != "" and not page.context.desk.busy, timeout=MOMENT)
    notes = ask(lambda store: store.find(SessionNote, session_id=rich.planned))
    assert isinstance(notes, list)
    assert "Écrit déjà" in {one.text for one in notes}
    assert sum(one.question_key.startswith("employment.") for one in notes) == 4
    assert block in page.notes.notes.blocks.values()


def test_a_visit_finished_before_its_day_was_held_today(page: SessionPage, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    day = page.side.facts.form.field("on")
    day.restore_draft("+1")  # type: ignore[attr-defined]
    assert day.commit()  # type: ignore[attr-defined]
    _settled(page, qtbot)
    assert ask(lambda store: store.get(Session, rich.planned).on) == TODAY + timedelta(days=1)
    page.finish()
    qtbot.waitUntil(lambda: page.header.finish.isHidden(), timeout=MOMENT)
    session = ask(lambda store: store.get(Session, rich.planned))
    assert isinstance(session, Session)
    assert (session.state, session.on) == (SessionState.HELD, TODAY)


def test_the_visit_of_today_is_written_from_the_organisation(
    open_page: Open, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    page.header.write.click()
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage), timeout=MOMENT)
    shown = window.page
    assert isinstance(shown, VisitPage)
    assert shown.argument == rich.planned
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)
    assert ask(lambda store: len(store.find(Session, organisation_id=rich.organisation, on=TODAY))) == 1
    assert nameless_widgets(shown) == []
    qtbot.waitUntil(lambda: clipped_texts(shown) == [])


def test_how_long_it_lasted_is_proposed_only_for_today() -> None:
    begun = NOW.astimezone().replace(hour=8, minute=0)
    session = Session(organisation_id=UUID(int=1), on=begun.date(), starts_at=time(8, 0))
    assert minutes_so_far(session, begun.replace(hour=9, minute=12).astimezone(UTC)) == 70
    assert minutes_so_far(session, begun.astimezone(UTC)) is None
    other = Session(organisation_id=UUID(int=1), on=date(2026, 11, 1), starts_at=time(8, 0))
    assert minutes_so_far(other, NOW) is None
