"""Fields bound to a record of a real binder: saved, drafted, undone by name."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.base.ids import new_id
from clusterdesk.bootstrap import Desk, open_desk
from clusterdesk.config.settings import Settings
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dialogs.leave_others import LeaveOthers
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import DeskUndo, UndoWords
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.services.binders import create_binder
from clusterdesk.services.records import add_record, edit_record
from clusterdesk.store.journal import drafts
from tests.gui.support import delete_now, press, type_text


@pytest.fixture
def organisation(tmp_path: Path) -> Organisation:
    store = create_binder(tmp_path / "binder")
    made = Organisation(id=new_id(), name="Atelier")
    add_record(store, AddRecord(record=made))
    store.close()
    return made


@pytest.fixture
def desk(tmp_path: Path, organisation: Organisation) -> Iterator[DeskWorker[Desk]]:
    worker = DeskWorker(lambda: open_desk(tmp_path / "binder", Settings()))
    yield worker
    assert worker.stop(20_000)
    delete_now(worker)


@pytest.fixture
def window(kit: Kit, desk: DeskWorker[Desk], files: Lane) -> Iterator[MainWindow]:
    def fail(error: BaseException) -> None:
        raise error

    parts = WindowParts(kit, Preferences(Settings()), (), files, fail, DeskUndo(desk, kit))
    made = MainWindow(parts, desk)
    yield made
    delete_now(made)


@pytest.fixture
def name(window: MainWindow, organisation: Organisation, kit: Kit, qtbot: QtBot) -> Iterator[InlineText]:
    form = QWidget()
    fields = RecordFields(window.context, "organisation", form)
    field = fields.bind("name", InlineText(kit, "Nom", required=True))
    QVBoxLayout(form).addWidget(field)
    fields.show(organisation)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    field.edit.setFocus()
    yield field
    delete_now(form)


def _stored(context: Context, organisation: Organisation, qtbot: QtBot) -> str:
    found: list[str] = []
    context.desk.submit(lambda desk: desk.store.get(Organisation, organisation.id).name, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def _drafts(context: Context, qtbot: QtBot) -> list[str]:
    found: list[list[str]] = []

    def read(desk: Desk) -> list[str]:
        with desk.store.read() as connection:
            return [each.value for each in drafts.pending(connection)]

    context.desk.submit(read, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_name_is_drafted_saved_and_undone(
    window: MainWindow, name: InlineText, organisation: Organisation, qtbot: QtBot
) -> None:
    type_text(name.edit, " Noörd")
    qtbot.waitSignal(name.drafted).wait()
    assert _drafts(window.context, qtbot) == ["Atelier Noörd"]
    press(name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(name.saved_mark))
    assert _stored(window.context, organisation, qtbot) == "Atelier Noörd"
    assert _drafts(window.context, qtbot) == []
    words: list[UndoWords] = []
    provider = window._parts.undo
    assert provider is not None
    provider.ask(words.append)
    qtbot.waitUntil(lambda: bool(words))
    assert "Atelier" in words[0].undo
    qtbot.waitUntil(lambda: bool(window._words.undo))
    window.undo()
    qtbot.waitUntil(lambda: bool(window._words.redo))
    assert _stored(window.context, organisation, qtbot) == "Atelier"


def test_escape_forgets_the_draft(window: MainWindow, name: InlineText, qtbot: QtBot) -> None:
    type_text(name.edit, "x")
    qtbot.waitSignal(name.drafted).wait()
    press(name.edit, Qt.Key.Key_Escape)
    assert _drafts(window.context, qtbot) == []


def test_a_refusal_is_told_at_the_field(
    window: MainWindow, name: InlineText, organisation: Organisation, qtbot: QtBot
) -> None:
    name._required = False
    name.edit.selectAll()
    press(name.edit, Qt.Key.Key_Delete)
    press(name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(name.problem))
    assert _stored(window.context, organisation, qtbot) == "Atelier"
    press(name.edit, Qt.Key.Key_Escape)
    assert name.edit.text() == "Atelier"


def test_undo_asks_about_what_a_colleague_has_changed_and_passes_the_step_over(
    window: MainWindow, name: InlineText, organisation: Organisation, qtbot: QtBot
) -> None:
    type_text(name.edit, " Noord")
    press(name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=20_000)
    mine = window._words.undo

    def theirs(desk: Desk) -> None:
        # What comes from a colleague is written by another device.
        store, writer = desk.store, desk.store._writer
        store._writer = replace(writer, device="another laptop")
        edit = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Theirs"})
        edit_record(store, edit)
        store._writer = writer

    window.context.desk.submit(theirs)
    window.undo()
    qtbot.waitUntil(lambda: bool(window.findChildren(LeaveOthers)), timeout=20_000)
    (dialog,) = window.findChildren(LeaveOthers)
    assert not dialog.grab().isNull()
    dialog.consent.click()
    qtbot.waitUntil(lambda: window._words.redo == mine, timeout=20_000)
    assert _stored(window.context, organisation, qtbot) == "Theirs"
    passed = "Skipped: {operation} – somebody else has changed all of it since."
    assert window.toasts.texts == (window.context.kit.t(passed, operation=mine),)
