"""Data health in the window: checks with counts, rows put right in place, undone, more of them, duplicates stopped."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import ContactPoint, Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.pages.health.mending import FieldMending, LinkMending
from clusterdesk.gui.pages.health.page import HealthPage
from clusterdesk.gui.pages.health.papers import FileMending
from clusterdesk.gui.pages.health.reading import PAGE
from clusterdesk.gui.pages.health.row import HealthLine
from clusterdesk.gui.pages.merging.page import MergePage
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.services.documents import attach_document
from clusterdesk.services.health import health_rows
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation, make_visit
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text


def told[T](ask: Ask, question: Callable[[Store], T]) -> T:
    """Ask the store, and know the type of the answer."""
    return cast(T, ask(question))


def _is_done(line: HealthLine) -> bool:
    return line.done


def _open(show: Show, key: HealthKey) -> HealthPage:
    page = show(routes.health(key))
    assert isinstance(page, HealthPage)
    assert page.checks.key is key
    return page


def _lines(page: HealthPage) -> list[HealthLine]:
    return list(page.rows.lines.values())


def _field(line: HealthLine) -> LineField[str]:
    assert isinstance(line.mending, FieldMending)
    assert isinstance(line.mending.field, LineField)
    return line.mending.field


def _enter(line: HealthLine, text: str) -> None:
    field = _field(line)
    field.edit.setFocus()
    type_text(field.edit, text)
    press(field.edit, Qt.Key.Key_Return)


def _choose(line: HealthLine, place: int) -> None:
    assert isinstance(line.mending, FieldMending)
    field = line.mending.field
    assert isinstance(field, InlineChoice)
    field.box.setCurrentIndex(place)
    field.box.activated.emit(place)


def test_settings_and_palette_lead_here(show: Show, window: MainWindow, settle: Settle) -> None:
    settings = show(Route(SETTINGS.id))
    assert isinstance(settings, SettingsPage)
    next(each for each in settings.findChildren(QAbstractButton) if "Santé des données" in each.text()).click()
    settle()
    assert isinstance(window.page, HealthPage)
    assert "Santé des données" in [action.text() for action in window.actions()]


def test_a_number_is_typed_marked_and_undone(show: Show, window: MainWindow, settle: Settle, ask: Ask) -> None:
    page = _open(show, HealthKey.NUMBER)
    (line,) = _lines(page)
    assert page.checks.counts[HealthKey.NUMBER] == 1

    _enter(line, "0403.019.261")
    settle()
    assert _is_done(line)
    assert told(ask, lambda store: store.find(Organisation)[0].enterprise_number) == "0403019261"
    assert page.checks.counts[HealthKey.NUMBER] == 0

    window.undo()
    settle()
    assert not _is_done(line)
    assert _field(line).edit.text() == ""
    assert page.checks.counts[HealthKey.NUMBER] == 1


def test_a_wrong_number_is_refused_where_it_was_typed(show: Show, settle: Settle, ask: Ask) -> None:
    told(ask, lambda store: make_organisation(store, "Autre", enterprise_number="0403019261"))
    page = _open(show, HealthKey.NUMBER)
    (line,) = _lines(page)
    _enter(line, "0403.019.261")
    settle()
    assert "Autre" in _field(line).problem
    assert not _is_done(line)


def test_languages_reach_and_postcode_are_entered(show: Show, settle: Settle, ask: Ask, rich: Rich) -> None:
    def prepare(store: Store) -> UUID:
        mute = add(store, Contact(first_name="Aïcha", language="fr"))
        add(store, ContactRole(contact_id=mute.id, organisation_id=rich.organisation))
        make_organisation(store, "Sans code", postcode="")
        return mute.id

    mute = told(ask, prepare)
    language = _lines(_open(show, HealthKey.CONTACT_LANGUAGE))
    _choose(language[0], 2)
    settle()
    assert language[0].done
    assert told(ask, lambda store: store.get(Contact, rich.contact).language) == "nl"

    (reach,) = _lines(_open(show, HealthKey.CONTACT_REACH))
    _enter(reach, "aicha@exemple.be")
    settle()
    assert reach.done
    assert [point.value for point in told(ask, lambda store: store.find(ContactPoint, contact_id=mute))] == [
        "aicha@exemple.be"
    ]

    (postcode,) = _lines(_open(show, HealthKey.POSTCODE))
    _enter(postcode, "1080")
    settle()
    assert postcode.done


def test_promises_get_an_owner_of_their_kind(show: Show, settle: Settle, ask: Ask, rich: Rich) -> None:
    def prepare(store: Store) -> tuple[UUID, UUID]:
        ours = add(store, Action(organisation_id=rich.organisation, text="À nous"))
        theirs = add(store, Action(organisation_id=rich.organisation, text="À un autre", owner=OwnerKind.OTHER))
        return ours.id, theirs.id

    ours, theirs = told(ask, prepare)
    lines = {line.row.id: line for line in _lines(_open(show, HealthKey.PROMISE_OWNER))}
    _choose(lines[ours], 1)
    settle()
    _enter(lines[theirs], "Hub export")
    settle()
    (claire,) = told(ask, lambda store: store.find(Profile))
    assert told(ask, lambda store: store.get(Action, ours).profile_id) == claire.id
    assert told(ask, lambda store: store.get(Action, theirs).owner_name) == "Hub export"
    assert lines[ours].done
    assert lines[theirs].done


def test_a_file_gets_its_first_action_from_what_was_held(show: Show, settle: Settle, ask: Ask, rich: Rich) -> None:
    def prepare(store: Store) -> tuple[UUID, UUID]:
        project = Project(title="Sans acte", organisation_id=rich.organisation)
        file = CoachingFile(project_id=project.id, opened_on=TODAY)
        add(store, project, file)
        noord = store.get(Organisation, rich.organisation)
        return file.id, make_visit(store, noord, TODAY, "Vu l’atelier", subject="Atelier").id

    file, talk = told(ask, prepare)
    (line,) = _lines(_open(show, HealthKey.FILE_ACTION))
    _choose(line, 1)
    settle()
    assert told(ask, lambda store: store.get(Session, talk).coaching_file_id) == file
    assert _is_done(line)


def test_a_session_without_notes_leads_to_its_notes(show: Show, window: MainWindow, settle: Settle, ask: Ask) -> None:
    told(ask, lambda store: make_visit(store, store.find(Organisation)[0], TODAY))
    (line,) = _lines(_open(show, HealthKey.SESSION_NOTES))
    assert isinstance(line.mending, LinkMending)
    line.mending.link.click()
    settle()
    assert isinstance(window.page, SessionPage)


def test_a_lost_file_is_put_back_only_as_it_was(
    show: Show, settle: Settle, ask: Ask, tmp_path: Path, rich: Rich, errors: list[BaseException]
) -> None:
    source, other = tmp_path / "Devis.pdf", tmp_path / "Autre.pdf"
    source.write_bytes(b"%PDF-1.4 devis")
    other.write_bytes(b"%PDF-1.4 autre")

    def lose(store: Store) -> UUID:
        command = AttachDocument(source=source, organisation_id=rich.organisation)
        document = attach_document(store, command, limit_mb=1).output
        store.documents.path(document.sha256).unlink()
        return document.id

    told(ask, lose)
    (line,) = _lines(_open(show, HealthKey.DOCUMENT_FILE))
    assert isinstance(line.mending, FileMending)
    line.mending.put_back(str(other))
    settle()
    assert [getattr(error, "code", "") for error in errors] == ["document_other_file"]
    assert not _is_done(line)
    line.mending.put_back(str(source))
    settle()
    assert _is_done(line)
    assert told(ask, lambda store: health_rows(store, HealthKey.DOCUMENT_FILE)) == ()


def test_more_rows_come_after_those_that_are_left(show: Show, settle: Settle, ask: Ask, qtbot: QtBot) -> None:
    told(ask, lambda store: [make_organisation(store, f"Atelier {number:02}") for number in range(PAGE + 4)])
    page = _open(show, HealthKey.NUMBER)
    assert len(_lines(page)) == PAGE
    _enter(_lines(page)[0], "0403.019.261")
    settle()
    assert page.rows.more.isVisible()
    qtbot.mouseClick(page.rows.more, Qt.MouseButton.LeftButton)
    settle()
    assert len(_lines(page)) == PAGE + 5
    assert not page.rows.more.isVisible()
    names = [line.row.organisation for line in _lines(page)]
    assert names == sorted(names)
    assert len(set(names)) == len(names)


def test_pairs_are_compared_and_the_comparing_can_be_stopped(
    show: Show, window: MainWindow, desk: DeskWorker[Desk], settle: Settle, ask: Ask
) -> None:
    told(ask, lambda store: make_organisation(store, "Atelier Noord SRL"))
    page = _open(show, HealthKey.NUMBER)
    gate = Event()
    desk.submit(lambda _desk: gate.wait(30))
    page.checks.choose(HealthKey.DUPLICATES)
    page.long.cancel()  # asked for before the worker has come to it
    gate.set()
    settle()
    assert _lines(page) == []
    page.refresh(None)
    settle()
    (line,) = _lines(page)
    assert page.checks.counts[HealthKey.DUPLICATES] == 1
    assert isinstance(line.mending, LinkMending)
    line.mending.link.click()
    settle()
    assert isinstance(window.page, MergePage)


@pytest.mark.parametrize("key", list(CHECKS))
def test_every_check_reads_well(show: Show, key: HealthKey, ask: Ask, qtbot: QtBot) -> None:
    told(ask, lambda store: make_organisation(store, "Atelier Noord SRL", postcode=""))
    page = _open(show, key)

    def all_there() -> None:
        assert clipped_texts(page) == []

    qtbot.waitUntil(all_there)
    assert nameless_widgets(page) == []
