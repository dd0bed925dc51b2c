"""What lies in the bin is read, not changed; one click puts it back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.gui import routes
from clusterdesk.gui.forms.jobs import remove
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.pages.organisation.tabs import TABS
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.note_edit import NoteEdit
from clusterdesk.services.records import delete_record
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, drop_on, nameless_widgets, type_text


def changing(page: QWidget) -> list[str]:
    """Return what could still change the record."""
    fields = [one for kind in (InlineField, NoteEdit) for one in page.findChildren(kind)]
    return [one.accessibleName() for one in fields if one.isVisible() and one.isEnabled()]


@pytest.fixture
def session(open_page: Open, rich: Rich, qtbot: QtBot) -> SessionPage:
    """A visit with a note, in the bin."""
    page = open_page(routes.session(rich.planned))
    assert isinstance(page, SessionPage)
    page.notes.notes.start.click()
    qtbot.waitUntil(lambda: len(page.notes.notes.blocks) > 2, timeout=MOMENT)
    first = next(iter(page.notes.notes.blocks.values()))
    first.text.edit.setFocus()
    type_text(first.text.edit, "La scie est réparée")
    page.leave()
    page.context.write(partial(remove, "session", rich.planned))
    qtbot.waitUntil(page.header.notice.isVisible, timeout=MOMENT)
    return page


def test_a_session_in_the_bin_is_read_only_with_its_notes(session: SessionPage, window: MainWindow) -> None:
    assert changing(session) == []
    first = next(iter(session.notes.notes.blocks.values()))
    assert first.text.text() == "La scie est réparée"
    assert len(session.notes.notes.blocks) > 2
    assert not session.notes.notes.start.isVisible()
    assert not session.header.finish.isVisible()
    assert session.visit_asked() is None
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not session.side.promises.entry.isVisible()
    assert nameless_widgets(session) == []
    assert clipped_texts(session) == []


def test_one_click_puts_a_session_back_with_its_notes(
    session: SessionPage, rich: Rich, ask: Ask, qtbot: QtBot, window: MainWindow
) -> None:
    session.header.notice.button.click()
    qtbot.waitUntil(lambda: not session.header.notice.isVisible(), timeout=MOMENT)
    found = ask(lambda store: (store.get(Session, rich.planned), store.find(SessionNote, session_id=rich.planned)))
    assert isinstance(found, tuple)
    assert not found[0].deleted
    assert "La scie est réparée" in {note.text for note in found[1]}
    assert changing(session)
    assert "corbeille" in window.toasts.texts[-1]
    window.undo()
    qtbot.waitUntil(session.header.notice.isVisible, timeout=MOMENT)


def test_an_organisation_in_the_bin_is_read_only_and_comes_back(
    open_page: Open, rich: Rich, ask: Ask, qtbot: QtBot, tmp_path: Path, window: MainWindow
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    assert changing(page)
    page.context.write(partial(remove, "organisation", rich.organisation))
    qtbot.waitUntil(page.header.notice.isVisible, timeout=MOMENT)
    assert changing(page) == []
    offered = [one for one in (page.header.plan, page.header.write, page.header.sheet) if one.isEnabled()]
    assert offered == []
    assert page.visit_asked() is None
    files = QMimeData()
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.pdf"))])
    assert not page.acceptDrops() or not drop_on(page, files)
    live = {one.accessibleName() for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()}
    assert "Remettre" in live
    page.header.notice.button.click()
    qtbot.waitUntil(lambda: not page.header.notice.isVisible(), timeout=MOMENT)
    kept = ask(lambda store: store.get(Organisation, rich.organisation))
    assert isinstance(kept, Organisation)
    assert not kept.deleted
    assert page.acceptDrops()


@pytest.mark.parametrize("tab", [key for key, _ in TABS if key != routes.ORGANISATION])
def test_the_tabs_of_an_organisation_in_the_bin_are_read_only(
    window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot, tab: str
) -> None:
    if not window.knows(tab):
        return
    ask(lambda store: delete_record(store, DeleteRecord(type_key="organisation", record_id=rich.organisation)))
    window.go(Route(tab, rich.organisation))
    page = window.page
    assert isinstance(page, OrganisationTabPage)
    qtbot.waitUntil(page.notice.isVisible, timeout=MOMENT)
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)
    assert changing(page) == []
    live = {one.text().strip() for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()}
    assert live - {""} == {"Remettre"}
    page.notice.button.click()
    qtbot.waitUntil(lambda: not page.notice.isVisible(), timeout=MOMENT)
